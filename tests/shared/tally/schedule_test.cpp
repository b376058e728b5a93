#include "shared/tally/schedule.h"

#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const Date monday = day_of(2026, 5, 4);

Schedule schedule_from(Date date, std::array<int, 7> minutes) {
  Schedule schedule;
  schedule.effective_from = date;
  schedule.minutes = minutes;
  return schedule;
}

}  // namespace

TEST_CASE("the newest schedule effective on a day holds on it", "[tally]") {
  WorkPattern pattern;
  pattern.schedules = {schedule_from(add_days(monday, 2), {60, 61, 62, 63, 64, 65, 66}),
                       schedule_from(day_of(2026, 1, 1), {10, 11, 12, 13, 14, 15, 16}),
                       schedule_from(day_of(2027, 1, 1), {1, 1, 1, 1, 1, 1, 1})};
  const Policy policy;
  CHECK_FALSE(scheduled_day(pattern, day_of(2025, 12, 31), policy).known);
  CHECK(scheduled_day(pattern, day_of(2026, 1, 1), policy).scheduled == 13min);  // a Thursday
  CHECK(scheduled_day(pattern, add_days(monday, 1), policy).scheduled == 11min);
  CHECK(scheduled_day(pattern, add_days(monday, 2), policy).scheduled == 62min);
  CHECK(scheduled_day(pattern, add_days(monday, 6), policy).scheduled == 66min);
}

TEST_CASE("of two schedules from one date the lower id holds, in whatever order they come", "[tally]") {
  auto a = schedule_from(monday, {10, 10, 10, 10, 10, 10, 10});
  auto b = schedule_from(monday, {20, 20, 20, 20, 20, 20, 20});
  a.id = "a";
  b.id = "b";
  CHECK(scheduled_day({{a, b}, {}}, monday, Policy{}).scheduled == 10min);
  CHECK(scheduled_day({{b, a}, {}}, monday, Policy{}).scheduled == 10min);
}

TEST_CASE("leave shortens its day, never below nothing", "[tally]") {
  auto pattern = weekdays(450);
  pattern.leave = {leave(monday, 100), leave(monday, 50), leave(add_days(monday, 1), 500),
                   leave(add_days(monday, 5), 60)};
  const Policy policy;
  CHECK(scheduled_day(pattern, monday, policy).leave == 150min);
  CHECK(scheduled_day(pattern, monday, policy).scheduled == 300min);
  CHECK(scheduled_day(pattern, monday, policy).pattern == 450min);
  CHECK(scheduled_day(pattern, add_days(monday, 1), policy).scheduled == 0min);
  CHECK(scheduled_day(pattern, add_days(monday, 1), policy).leave == 500min);
  CHECK(scheduled_day(pattern, add_days(monday, 2), policy).scheduled == 450min);
  CHECK(scheduled_day(pattern, add_days(monday, 5), policy).scheduled == 0min);
}

TEST_CASE("on the agency's holidays nothing is scheduled", "[tally]") {
  Policy policy;
  policy.holidays = {add_days(monday, 3)};
  const auto day = scheduled_day(weekdays(450), add_days(monday, 3), policy);
  CHECK(day.known);
  CHECK(day.pattern == 450min);
  CHECK(day.scheduled == 0min);
  CHECK(scheduled_day(weekdays(450), add_days(monday, 4), policy).scheduled == 450min);
}

TEST_CASE("without a schedule a day is not known, and its leave still is", "[tally]") {
  WorkPattern pattern;
  pattern.leave = {leave(monday, 120)};
  const auto day = scheduled_day(pattern, monday, Policy{});
  CHECK_FALSE(day.known);
  CHECK(day.leave == 120min);
  CHECK(day.scheduled == 0min);
}

TEST_CASE("a schedule that begins in the middle of the week counts from its day", "[tally]") {
  Case week;
  week.pattern = weekdays(450, add_days(monday, 3));
  const auto tally = week.tally();
  CHECK(tally.has_schedule);
  CHECK(tally.scheduled_s == minutes_s(900));
  CHECK(tally.days[2].scheduled_s == 0);
  CHECK(tally.days[3].scheduled_s == minutes_s(450));
}

TEST_CASE("the days of the tally show schedule and leave", "[tally]") {
  Case week;
  week.pattern = weekdays(450);
  week.pattern.leave = {leave(add_days(monday, 1), 90)};
  const auto tally = week.tally();
  CHECK(tally.days[1].scheduled_s == minutes_s(360));
  CHECK(tally.days[1].leave_s == minutes_s(90));
  CHECK(tally.days[5].scheduled_s == 0);
}
