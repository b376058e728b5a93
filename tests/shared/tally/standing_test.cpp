// Tally rules 3 to 6: work, schedule, standing, and what is still needed.
#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const Date monday = day_of(2026, 5, 4);

/// `community` and `on_site` minutes a day from Monday to Friday, from 8 in the morning.
std::vector<Entry> even_week(int community, int on_site) {
  std::vector<Entry> entries;
  for (int day = 0; day < 5; ++day) {
    const Instant start = at(add_days(monday, day), 8);
    const Instant between = start + std::chrono::minutes{community};
    entries.push_back(visit("v" + std::to_string(day), start, between));
    entries.push_back(office("w" + std::to_string(day), between, between + std::chrono::minutes{on_site}));
  }
  return entries;
}

Case week_of_five(int community, int on_site, int scheduled) {
  Case week;
  week.entries = even_week(community, on_site);
  week.pattern = weekdays(scheduled);
  return week;
}

}  // namespace

TEST_CASE("hours scheduled but not logged stay in the denominator", "[tally]") {
  const auto tally = week_of_five(240, 60, 450).tally();
  CHECK(tally.scheduled_s == minutes_s(5 * 450));
  CHECK(tally.logged_s == minutes_s(5 * 300));
  CHECK(tally.work_s == minutes_s(5 * 450));
  CHECK(tally.unaccounted_s == minutes_s(5 * 150));
  CHECK(tally.share().text() == "53.3");
}

TEST_CASE("hours worked past the schedule are hours worked", "[tally]") {
  const auto tally = week_of_five(300, 200, 450).tally();
  CHECK(tally.work_s == minutes_s(5 * 500));
  CHECK(tally.unaccounted_s == 0);
  CHECK(tally.share().text() == "60.0");
}

TEST_CASE("with no schedule work is what was logged, and the tally says so", "[tally]") {
  Case week;
  week.entries = even_week(60, 40);
  const auto tally = week.tally();
  CHECK_FALSE(tally.has_schedule);
  CHECK(tally.scheduled_s == 0);
  CHECK(tally.work_s == minutes_s(500));
  CHECK(tally.standing == Standing::minimum);
  CHECK(tally.needed.schedule_left_s == 0);
}

TEST_CASE("without a schedule less than eight hours is too little", "[tally]") {
  Case week;
  week.entries = {visit("a", at(monday, 8), at(monday, 16))};
  CHECK(week.tally().standing == Standing::recommended);
  week.entries[0].ends_at = at(monday, 16) - 1ms;
  CHECK(week.tally().standing == Standing::too_little);
  week.entries.clear();
  CHECK(week.tally().standing == Standing::too_little);
  CHECK(week.tally().fidelity_score == 1);
  CHECK_FALSE(week.tally().share().text().has_value());
}

TEST_CASE("the thresholds are reached exactly or not at all", "[tally]") {
  auto week = week_of_five(292, 158, 450);  // 64.88… %
  CHECK(week.tally().standing == Standing::minimum);
  week.entries.push_back(visit("x", at(monday, 20), at(monday, 20) + 150s));
  week.entries[1].ends_at =
      *week.entries[1].ends_at - 150s;  // the first day's office time: work stays the same
  CHECK(week.tally().community_s == minutes_s(1462) + 30);  // 65 % of 2,250 minutes
  CHECK(week.tally().work_s == minutes_s(2250));
  CHECK(week.tally().standing == Standing::recommended);
  CHECK(week.tally().share().text() == "65.0");
  CHECK(week.tally().needed.recommended_s == 0);
  week.entries.back().ends_at = *week.entries.back().ends_at - 1s;
  CHECK(week.tally().standing == Standing::minimum);
  CHECK(week.tally().share().text() == "64.9");
  CHECK(week.tally().needed.recommended_s == 1);
}

TEST_CASE("below half is below, and the anchors of the fidelity scale are counted", "[tally]") {
  struct Step {
    int community;
    Standing standing;
    int score;
  };
  const auto step =
      GENERATE(Step{0, Standing::below, 1}, Step{29, Standing::below, 1}, Step{30, Standing::below, 2},
               Step{39, Standing::below, 2}, Step{40, Standing::below, 3}, Step{49, Standing::below, 3},
               Step{50, Standing::minimum, 4}, Step{64, Standing::minimum, 4},
               Step{65, Standing::recommended, 5}, Step{100, Standing::recommended, 5});
  const auto tally = week_of_five(step.community, 100 - step.community, 100).tally();
  CHECK(tally.standing == step.standing);
  CHECK(tally.fidelity_score == step.score);
}

TEST_CASE("a policy may set other thresholds", "[tally]") {
  auto week = week_of_five(55, 45, 100);
  week.policy.minimum_percent = 60;
  CHECK(week.tally().standing == Standing::below);
  week.policy.minimum_percent = 40;
  week.policy.recommended_percent = 55;
  CHECK(week.tally().standing == Standing::recommended);
}

TEST_CASE("of the week in progress only what is due is in the denominator", "[tally]") {
  auto week = week_of_five(240, 60, 450);
  SECTION("before it has begun") {
    week.entries.clear();
    week.now = at(monday, 0) - 1ms;
    CHECK(week.tally().scheduled_s == 0);
    CHECK(week.tally().work_s == 0);
    CHECK(week.tally().standing == Standing::too_little);
    CHECK(week.tally().days[0].scheduled_s == minutes_s(450));
    CHECK(week.tally().needed.minimum_s == minutes_s(1125));
    CHECK(week.tally().needed.schedule_left_s == minutes_s(2250));
  }
  SECTION("on Wednesday, with Wednesday's entries written") {
    week.now = at(add_days(monday, 2), 13);
    week.entries.resize(6);
    CHECK(week.tally().scheduled_s == minutes_s(450 + 450 + 300));
    CHECK(week.tally().work_s == minutes_s(1200));
    CHECK(week.tally().unaccounted_s == minutes_s(300));
    CHECK(week.tally().needed.minimum_s == minutes_s(1125 - 720));
    CHECK(week.tally().needed.recommended_s == minutes_s(1462 - 720) + 30);
    CHECK(week.tally().needed.schedule_left_s == minutes_s(2250 - 900));
  }
  SECTION("today counts no more than is scheduled today") {
    week.now = at(monday, 20);
    week.entries = {visit("a", at(monday, 8), at(monday, 17))};
    CHECK(week.tally().scheduled_s == minutes_s(450));
    CHECK(week.tally().work_s == minutes_s(540));
  }
  SECTION("to the last instant and from the first of the next week") {
    week.now = new_york().start_of(add_days(monday, 7)) - 1ms;
    CHECK(week.tally().scheduled_s == minutes_s(2250));
    week.now = new_york().start_of(add_days(monday, 7));
    CHECK(week.tally().scheduled_s == minutes_s(2250));
  }
  SECTION("a day is today from its first instant") {
    week.now = at(monday, 0) - 1ms;
    CHECK(week.tally().scheduled_s == 0);
    week.now = at(monday, 0);
    CHECK(week.tally().scheduled_s == minutes_s(300));
  }
  SECTION("a day is over when the next begins") {
    week.entries.clear();
    week.now = at(add_days(monday, 1), 0) - 1ms;
    CHECK(week.tally().scheduled_s == 0);
    week.now = at(add_days(monday, 1), 0);
    CHECK(week.tally().scheduled_s == minutes_s(450));
  }
}

TEST_CASE("a break is not logged time, so it makes nothing of today due", "[tally]") {
  auto week = week_of_five(0, 0, 450);
  week.entries = {lunch("a", at(monday, 12), at(monday, 13))};
  week.now = at(monday, 14);
  CHECK(week.tally().scheduled_s == 0);
}

TEST_CASE("a week with leave for more than half of it is too little to judge", "[tally]") {
  auto week = week_of_five(240, 60, 450);
  week.pattern.leave = {leave(monday, 450), leave(add_days(monday, 1), 450), leave(add_days(monday, 2), 225)};
  CHECK(week.tally().standing != Standing::too_little);  // exactly half is left
  CHECK(week.tally().scheduled_s == minutes_s(1125));
  week.pattern.leave[2].minutes = 226;
  CHECK(week.tally().standing == Standing::too_little);
  CHECK(week.tally().scheduled_s == minutes_s(1124));
}

TEST_CASE("holidays shorten the week as leave does", "[tally]") {
  auto week = week_of_five(240, 60, 450);
  week.policy.holidays = {monday, add_days(monday, 1)};
  CHECK(week.tally().scheduled_s == minutes_s(1350));
  CHECK(week.tally().standing != Standing::too_little);
  week.policy.holidays.push_back(add_days(monday, 2));
  CHECK(week.tally().standing == Standing::too_little);
  CHECK(week.tally().days[2].scheduled_s == 0);
}

TEST_CASE("too little is judged by the full week's schedule also while the week runs", "[tally]") {
  auto week = week_of_five(240, 60, 450);
  week.now = at(monday, 13);
  week.entries.resize(2);
  CHECK(week.tally().standing == Standing::recommended);
  CHECK(week.tally().share().text() == "80.0");
}

TEST_CASE("a schedule of no hours makes logged time the work", "[tally]") {
  auto week = week_of_five(10, 10, 0);
  CHECK(week.tally().has_schedule);
  CHECK(week.tally().standing == Standing::minimum);
  week.entries.clear();
  CHECK(week.tally().standing == Standing::too_little);
}

TEST_CASE("what is needed is rounded up to the second", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 8), at(monday, 8) + 101s)};
  CHECK(week.tally().needed.minimum_s == 51);      // 50.5
  CHECK(week.tally().needed.recommended_s == 66);  // 65.65
  CHECK(week.tally().needed.schedule_left_s == 0);
}

TEST_CASE("the tally names its week, its zone, its policy and its instant", "[tally]") {
  Case week;
  week.policy.effective_from = day_of(2026, 1, 5);
  week.now = at(monday, 9);
  const auto tally = week.tally();
  CHECK(tally.week_start == monday);
  CHECK(tally.time_zone == "America/New_York");
  CHECK(tally.policy_from == day_of(2026, 1, 5));
  CHECK(tally.as_of == at(monday, 9));
}
