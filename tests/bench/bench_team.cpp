// team page, five years, thirty leads: what the lead's Monday costs with fifty specialists in the team.
#include <fmt/format.h>

#include <stdexcept>

#include "shared/records/natural_key.h"
#include "shared/records/record_codec.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/web/page.h"
#include "syncserver/web/team_pages.h"
#include "tests/bench/field_weeks.h"
#include "tests/bench/filled_store.h"
#include "tests/bench/leads_at_once.h"
#include "tests/bench/measure.h"

namespace waymark::bench {
namespace {

constexpr Date first_monday{std::chrono::year{2019} / 3 / 4};
constexpr std::array<int, 7> forty_hours = {480, 480, 480, 480, 480, 0, 0};

/// A store with one team whose specialists have a schedule, a phone each, and this many weeks behind them.
struct Team {
  ServerWorld world;
  Date week;           ///< the last of them
  std::string cookie;  ///< of its lead
  std::vector<Phone> phones;

  Team(const std::filesystem::path& directory, int specialists, int weeks)
      : world(directory, specialists, specialists),
        week(add_days(first_monday, 7 * (five_years_weeks - 1))),
        cookie(world.lead_cookie("Team 1")) {
    const Date begin = add_days(week, -7 * (weeks - 1));
    for (int i = 0; i < specialists; ++i) {
      const auto& person = world.specialists()[static_cast<std::size_t>(i)];
      must(world.store().set_schedule(person, begin, forty_hours, {}));
      phones.push_back(world.phone(i));
    }
    fill(world, begin, weeks);
    for (const auto& person : world.specialists()) hand_in(person);
  }

 private:
  void hand_in(const std::string& person) {
    WeekRecord record;
    record.specialist_id = person;
    record.week_start = week;
    record.state = WeekRecordState::submitted;
    Op op;
    op.op = make_op_id(world.random());
    op.type = RecordType::week;
    op.rid = week_id(person, week);
    op.body = to_json(record);
    const server::AuthoredOp handed_in{op, person, {}};
    must(world.store().import_ops(std::span(&handed_in, 1)));
  }
};

std::string address_of(Date week) {
  return "/team?week=" + format_date(week);
}

struct PageTime {
  double work = 0;  ///< of the thread that answers
  double wall = 0;
};

/// The whole answer to a lead's request, without a socket between: from the cookie to the last byte.
PageTime time_of_page(const Team& team) {
  server::HttpRequest request;
  request.method = "GET";
  request.path = "/team";
  request.query = {{"week", format_date(team.week)}};
  request.headers = {{"cookie", team.cookie}};
  const Stopwatch watch;
  const ThreadWatch work;
  const auto answer = team.world.pages()(request);
  const PageTime time{work.seconds(), watch.seconds()};
  if (answer.status != 200) throw std::runtime_error(fmt::format("The page was answered {}.", answer.status));
  return time;
}

/// Filling the page's templates alone, from the data as it stands when it is ready.
class ReadyPage {
 public:
  explicit ReadyPage(Team& team) {
    auto& store = team.world.store();
    const auto token = team.cookie.substr(team.cookie.find('=') + 1);
    frame_.agency = store.agency().name;
    frame_.who = store.session(token);
    if (!frame_.who) throw std::runtime_error("The lead is not signed in.");
    const auto read = must(store.team().week({frame_.who->person_id}, team.week));
    page_ = server::team_week_page(read, team.world.clock().now(), store.team().zone());
  }

  double time_of_rendering() const {
    auto page = page_;
    const ThreadWatch work;
    server::page_response(std::move(page), frame_);
    return work.seconds();
  }

 private:
  server::Frame frame_;
  server::Page page_;
};

std::vector<Row> measure_pages(Team& five_years, Team& one_week, const Asked& asked) {
  const ReadyPage ready(five_years);
  std::vector<double> pages, walls, of_one_week, renderings;
  for (int n = 0; n < asked.count(200, 2); ++n) {
    const auto time = time_of_page(five_years);
    pages.push_back(time.work);
    walls.push_back(time.wall);
    renderings.push_back(ready.time_of_rendering());
    of_one_week.push_back(time_of_page(one_week).work);
  }
  const double page = median(pages);
  return {{"team page",
           "the server's work for the week of fifty specialists ÷ filling its templates from ready data",
           page / median(renderings),
           "×",
           at_most(2),
           {{"page, ms", page * 1e3},
            {"templates, ms", median(renderings) * 1e3},
            {"page by the wall clock, ms", median(walls) * 1e3},
            {"p99 by the wall clock, ms", percentile(walls, 0.99) * 1e3}}},
          {"five years",
           "the same page with five years behind the team ÷ with one week",
           page / median(of_one_week),
           "×",
           at_most(1.25),
           {{"five years, ms", page * 1e3}, {"one week, ms", median(of_one_week) * 1e3}}}};
}

std::vector<Row> bench(const Asked& asked) {
  const int specialists = asked.count(50, 8);
  Team one_week(asked.into / "week", specialists, 1);
  Team five_years(asked.into / "years", specialists, weeks_of(asked, five_years_weeks));
  auto rows = measure_pages(five_years, one_week, asked);
  rows.push_back(measure_leads_at_once(five_years.world, five_years.phones, address_of(five_years.week),
                                       add_days(five_years.week, 7), asked));
  return rows;
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
