// Tally rules 1 and 2: which instant belongs to which day, week and entry.
#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const Date monday = day_of(2026, 5, 4);
const Date sunday = day_of(2026, 5, 10);

}  // namespace

TEST_CASE("an entry across midnight is cut, each part in its own day", "[tally]") {
  Case week;
  week.entries = {visit("a", at(monday, 23), at(add_days(monday, 1), 1, 30))};
  const auto tally = week.tally();
  CHECK(tally.days[0].time.community_s == minutes_s(60));
  CHECK(tally.days[1].time.community_s == minutes_s(90));
  CHECK(tally.community_s == minutes_s(150));
}

TEST_CASE("an entry across the week's edge is cut, each part in its own week", "[tally]") {
  Case week;
  week.entries = {visit("a", at(sunday, 22), at(add_days(sunday, 1), 3))};
  CHECK(week.tally().community_s == hours_s(2));
  CHECK(week.tally().days[6].time.community_s == hours_s(2));
  week.week = add_days(monday, 7);
  CHECK(week.tally().community_s == hours_s(3));
  CHECK(week.tally().days[0].time.community_s == hours_s(3));
  week.week = add_days(monday, 14);
  CHECK(week.tally().community_s == 0);
  CHECK(week.tally().by_activity.empty());
}

TEST_CASE("a day at a clock change is as long as it was", "[tally]") {
  Case week;
  week.week = day_of(2025, 3, 3);
  const Date spring = day_of(2025, 3, 9);
  week.entries = {office("a", at(spring, 0), at(add_days(spring, 1), 0))};
  CHECK(week.tally().days[6].time.on_site_s == hours_s(23));
  CHECK(week.tally().on_site_s == hours_s(23));

  week.week = day_of(2025, 10, 27);
  const Date autumn = day_of(2025, 11, 2);
  week.entries = {office("a", at(autumn, 0), at(add_days(autumn, 1), 0))};
  CHECK(week.tally().days[6].time.on_site_s == hours_s(25));
}

TEST_CASE("a week that begins on Sunday has its clock change on the first day", "[tally]") {
  Case week;
  week.week = day_of(2025, 3, 9);
  week.policy.week_starts_on = WeekStart::sun;
  for (int i = 0; i < 7; ++i) {
    const Date day = add_days(week.week, i);
    week.entries.push_back(
        office(std::to_string(i), new_york().start_of(day), new_york().start_of(add_days(day, 1))));
  }
  const auto tally = week.tally();
  CHECK(tally.days[0].time.on_site_s == hours_s(23));
  CHECK(tally.on_site_s == hours_s(167));
}

TEST_CASE("leap days and the turn of the year are days like others", "[tally]") {
  Case week;
  week.week = day_of(2024, 2, 26);
  week.entries = {visit("a", at(day_of(2024, 2, 28), 22), at(day_of(2024, 3, 1), 2))};
  CHECK(week.tally().days[2].time.community_s == hours_s(2));
  CHECK(week.tally().days[3].date == day_of(2024, 2, 29));
  CHECK(week.tally().days[3].time.community_s == hours_s(24));
  CHECK(week.tally().days[4].time.community_s == hours_s(2));

  week.week = day_of(2025, 12, 29);
  week.entries = {visit("a", at(day_of(2025, 12, 31), 23), at(day_of(2026, 1, 1), 1))};
  CHECK(week.tally().days[2].time.community_s == hours_s(1));
  CHECK(week.tally().days[3].date == day_of(2026, 1, 1));
  CHECK(week.tally().days[3].time.community_s == hours_s(1));
}

TEST_CASE("a running entry counts to the present and no further than the cap", "[tally]") {
  Case week;
  week.entries = {visit("a", at(monday, 8), std::nullopt)};
  week.now = at(monday, 9, 15);
  CHECK(week.tally().community_s == minutes_s(75));
  week.now = at(monday, 20);
  CHECK(week.tally().community_s == hours_s(12));
  week.now = at(add_days(monday, 3), 9);
  CHECK(week.tally().community_s == hours_s(12));
  week.policy.running_cap_hours = 5;
  CHECK(week.tally().community_s == hours_s(5));
  week.now = at(monday, 7);  // a clock that was set back
  CHECK(week.tally().community_s == 0);
  CHECK(week.tally().by_activity.empty());
}

TEST_CASE("where entries overlap, work that does not count beats work that does", "[tally]") {
  Case week;
  week.entries = {visit("a", at(monday, 9), at(monday, 12)), office("b", at(monday, 11), at(monday, 13))};
  const auto tally = week.tally();
  CHECK(tally.community_s == hours_s(2));
  CHECK(tally.on_site_s == hours_s(2));
  CHECK(tally.overlap_s == hours_s(1));
  CHECK(tally.by_activity.at("documentation") == Split{0, hours_s(2), 0});
}

TEST_CASE("a break yields to any work", "[tally]") {
  Case week;
  week.entries = {lunch("a", at(monday, 11), at(monday, 14)), visit("b", at(monday, 12), at(monday, 13)),
                  office("c", at(monday, 13), at(monday, 13, 30))};
  const auto tally = week.tally();
  CHECK(tally.not_worked_s == minutes_s(90));
  CHECK(tally.community_s == minutes_s(60));
  CHECK(tally.on_site_s == minutes_s(30));
  CHECK(tally.overlap_s == minutes_s(90));
}

TEST_CASE("among equals the unflagged one counts, then the earlier, then the lower id", "[tally]") {
  Case week;
  SECTION("a call does not hide a visit that began later") {
    week.entries = {call_from_library("a", at(monday, 9), at(monday, 11)),
                    visit("b", at(monday, 10), at(monday, 11))};
    CHECK(week.tally().flagged_s == hours_s(1));
    CHECK(week.tally().by_activity.at("employer_visit").community_s == hours_s(1));
  }
  SECTION("the earlier start") {
    auto coaching = visit("a", at(monday, 10), at(monday, 12));
    coaching.activity = Activity::job_coaching;
    week.entries = {coaching, visit("b", at(monday, 9), at(monday, 11))};
    CHECK(week.tally().by_activity.at("employer_visit").community_s == hours_s(2));
    CHECK(week.tally().by_activity.at("job_coaching").community_s == hours_s(1));
  }
  SECTION("the earlier start also before the week's edge") {
    auto coaching = visit("a", at(add_days(monday, -1), 23), at(monday, 1));
    coaching.activity = Activity::job_coaching;
    week.entries = {coaching, visit("b", at(add_days(monday, -1), 22), at(monday, 1))};
    CHECK(week.tally().by_activity.at("employer_visit").community_s == hours_s(1));
    CHECK_FALSE(week.tally().by_activity.contains("job_coaching"));
  }
  SECTION("the lower id") {
    auto coaching = visit("b", at(monday, 9), at(monday, 10));
    coaching.activity = Activity::job_coaching;
    week.entries = {coaching, visit("a", at(monday, 9), at(monday, 10))};
    CHECK(week.tally().by_activity.at("employer_visit").community_s == hours_s(1));
    CHECK_FALSE(week.tally().by_activity.contains("job_coaching"));
  }
}

TEST_CASE("entries that only touch do not overlap", "[tally]") {
  Case week;
  week.entries = {visit("a", at(monday, 9), at(monday, 10)), office("b", at(monday, 10), at(monday, 11)),
                  visit("c", at(monday, 10), at(monday, 10))};
  const auto tally = week.tally();
  CHECK(tally.overlap_s == 0);
  CHECK(tally.community_s == hours_s(1));
  CHECK(tally.on_site_s == hours_s(1));
}

TEST_CASE("a wait for nobody counts for half an hour from its start, flagged", "[tally]") {
  Case week;
  week.entries = {no_show("a", at(monday, 9), at(monday, 10))};
  const auto tally = week.tally();
  CHECK(tally.community_s == minutes_s(30));
  CHECK(tally.on_site_s == minutes_s(30));
  CHECK(tally.flagged_s == minutes_s(30));
  CHECK(tally.overlap_s == 0);
  CHECK(tally.by_activity.at("engagement") == Split{minutes_s(30), minutes_s(30), 0});
}

TEST_CASE("the half hour runs on across a cut at the day's or the week's edge", "[tally]") {
  Case week;
  week.entries = {no_show("a", at(sunday, 23, 50), at(add_days(sunday, 1), 0, 40))};
  CHECK(week.tally().community_s == minutes_s(10));
  CHECK(week.tally().on_site_s == 0);
  week.week = add_days(monday, 7);
  CHECK(week.tally().community_s == minutes_s(20));
  CHECK(week.tally().on_site_s == minutes_s(20));
  CHECK(week.tally().flagged_s == minutes_s(20));

  week.week = monday;
  week.entries = {no_show("a", at(monday, 23, 20), at(add_days(monday, 1), 0, 40))};
  CHECK(week.tally().days[0].time == Split{minutes_s(30), minutes_s(10), 0});
  CHECK(week.tally().days[1].time == Split{0, minutes_s(40), 0});
}

TEST_CASE("past the half hour a wait beats a visit, before it the visit beats the wait", "[tally]") {
  Case week;
  week.entries = {no_show("a", at(monday, 9), at(monday, 10)), visit("b", at(monday, 9), at(monday, 10))};
  const auto tally = week.tally();
  CHECK(tally.by_activity.at("employer_visit") == Split{minutes_s(30), 0, 0});
  CHECK(tally.by_activity.at("engagement") == Split{0, minutes_s(30), 0});
  CHECK(tally.flagged_s == 0);
  CHECK(tally.overlap_s == hours_s(1));
}

TEST_CASE("milliseconds are summed before they are floored", "[tally]") {
  Case week;
  for (int day = 0; day < 7; ++day) {
    const Instant start = at(add_days(monday, day), 9);
    week.entries.push_back(visit("v" + std::to_string(day), start, start + 600ms));
    week.entries.push_back(office("o" + std::to_string(day), start + 1s, start + 1s + 400ms));
  }
  const auto tally = week.tally();
  CHECK(tally.community_s == 4);  // 4.2 s
  CHECK(tally.on_site_s == 2);    // 2.8 s
  CHECK(tally.logged_s == 6);     // the two floored totals, not 7.0 s
  for (const auto& day : tally.days) CHECK(day.time == Split{0, 0, 0});
  CHECK(tally.by_activity.at("employer_visit").community_s == 4);
}

TEST_CASE("community time is tagged when its entry has a fix at either end", "[tally]") {
  Case week;
  auto both = visit("a", at(monday, 9), at(monday, 10));
  both.start_tag = fix(both.starts_at);
  both.end_tag = no_fix(TagAbsence::timeout);
  auto at_end = visit("b", at(monday, 10), at(monday, 12));
  at_end.start_tag = no_fix(TagAbsence::no_signal);
  at_end.end_tag = fix(*at_end.ends_at);
  auto neither = visit("c", at(monday, 12), at(monday, 16));
  neither.start_tag = no_fix(TagAbsence::denied);
  auto on_site = office("d", at(monday, 16), at(monday, 17));
  on_site.start_tag = fix(on_site.starts_at);
  week.entries = {both, at_end, neither, on_site};
  CHECK(week.tally().tagged_s == hours_s(3));
}
