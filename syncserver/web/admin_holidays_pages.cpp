// Days on which nobody is scheduled.
#include <fmt/format.h>

#include <algorithm>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

// Of the past and of what lies ahead; the command line lists all.
constexpr std::size_t most_shown = 60;

HttpResponse holidays_page(Visit& visit, int status = 200) {
  auto& form = visit.form();
  form.preset("date", "");
  Page page{"Holidays", "admin_holidays", form.errors(), {}, status};
  page.data.set("date_field", form.field("date", "Day", {.type = "date"}));
  const auto today = zone_of(visit).date_of(visit.now());
  const auto holidays = visit.store().desk().holidays();
  const auto first_ahead = std::find_if(holidays.begin(), holidays.end(),
                                        [&](const auto& holiday) { return holiday.date >= today; });
  const auto shown = [](const auto& holiday) {
    return Data{}.set("day", long_date(holiday.date)).set("date", format_date(holiday.date));
  };
  Data::List ahead, past;
  for (auto holiday = first_ahead; holiday != holidays.end() && ahead.size() < most_shown; ++holiday)
    ahead.push_back(shown(*holiday));
  for (auto holiday = first_ahead; holiday != holidays.begin() && past.size() < most_shown;)
    past.push_back(shown(*--holiday));
  page.data.set("any_past", !past.empty()).set("ahead", std::move(ahead)).set("past", std::move(past));
  return admin_page(visit, std::move(page), "/admin/holidays");
}

HttpResponse set(Visit& visit, bool is_holiday) {
  auto& form = visit.form();
  const auto date = form.date("date");
  if (!form.ok()) return holidays_page(visit, 422);
  const auto done = visit.store().desk().set_holiday(*date, is_holiday, visit.actor());
  if (!done) {
    form.refuse(done.error());
    return holidays_page(visit, 422);
  }
  return visit.go("/admin/holidays", long_date(*date) + (is_holiday ? " is a holiday: nobody is scheduled."
                                                                    : " is an ordinary day."));
}

}  // namespace

void add_admin_holidays_pages(PageRoutes& pages) {
  pages.get("/admin/holidays", Who::admin, [](Visit& visit) { return holidays_page(visit); });
  pages.post("/admin/holidays", Who::admin, [](Visit& visit) { return set(visit, true); });
  pages.post("/admin/holidays/remove", Who::admin, [](Visit& visit) { return set(visit, false); });
}

}  // namespace waymark::server
