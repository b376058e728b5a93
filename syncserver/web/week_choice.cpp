#include "syncserver/web/week_choice.h"

#include <fmt/format.h>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

Result<Date> chosen_week(const Visit& visit) {
  auto& desk = visit.store().team();
  const auto text = visit.query("week");
  if (text.empty()) return desk.week_containing(desk.today());
  const auto date = parse_date(text, "week");
  if (!date)
    return fail(ErrorCode::bad_date, "Give the week as the date of one of its days, for instance 2026-11-16.",
                "week");
  return desk.week_containing(*date);
}

Data week_navigation(std::string_view path, Date week, Date this_week, const WeeksAround& around) {
  const auto link = [&](bool offered, Date to) {
    if (!offered) return Data::List();
    return Data::List{Data{}.set("address", fmt::format("{}?week={}", path, format_date(to)))};
  };
  Data navigation;
  navigation.set("title", week_words(week)).set("running", week == this_week);
  navigation.set("earlier", link(around.earlier, add_days(week, -7)));
  navigation.set("later", link(around.later && week < this_week, add_days(week, 7)));
  navigation.set("this_week", link(around.present && week != this_week, this_week));
  return navigation;
}

}  // namespace waymark::server
