// domain.md's fixture from a public sample day: 8:30 to 17:00 with lunch from 12 to 1.
#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Date monday = day_of(2026, 5, 4);

Case sample_day() {
  Case day;
  day.pattern.schedules = {Schedule{}};
  day.pattern.schedules[0].minutes = {450, 0, 0, 0, 0, 0, 0};
  day.entries = {
      stretch("01", Activity::team_meeting, Place::program_site, at(monday, 8, 30), at(monday, 9)),
      travel("02", Place::program_site, Place::employer_site, at(monday, 9), at(monday, 9, 20)),
      visit("03", at(monday, 9, 20), at(monday, 10, 30)),
      travel("04", Place::employer_site, Place::library, at(monday, 10, 30), at(monday, 10, 50)),
      stretch("05", Activity::job_search, Place::library, at(monday, 10, 50), at(monday, 12)),
      lunch("06", at(monday, 12), at(monday, 13)),
      travel("07", Place::library, Place::participant_home, at(monday, 13), at(monday, 13, 20)),
      stretch("08", Activity::engagement, Place::participant_home, at(monday, 13, 20), at(monday, 14, 15)),
      travel("09", Place::participant_home, Place::program_site, at(monday, 14, 15), at(monday, 14, 35)),
      office("10", at(monday, 14, 35), at(monday, 16)),
      stretch("11", Activity::team_meeting, Place::program_site, at(monday, 16), at(monday, 17)),
  };
  return day;
}

}  // namespace

TEST_CASE("the sample day has 275 of 450 minutes in the community, 61.1 %", "[tally]") {
  const auto tally = sample_day().tally();
  CHECK(tally.community_s == minutes_s(275));
  CHECK(tally.work_s == minutes_s(450));
  CHECK(tally.not_worked_s == minutes_s(60));
  CHECK(tally.unaccounted_s == 0);
  CHECK(tally.share().text() == "61.1");
  CHECK(tally.standing == Standing::minimum);
  CHECK(tally.fidelity_score == 4);
}

TEST_CASE("with travel for the last half hour of the meeting it has 305, 67.8 % shown as 67.7", "[tally]") {
  auto day = sample_day();
  day.entries.back().ends_at = at(monday, 16, 30);
  day.entries.push_back(
      travel("12", Place::program_site, Place::employer_site, at(monday, 16, 30), at(monday, 17)));
  const auto tally = day.tally();
  CHECK(tally.community_s == minutes_s(305));
  CHECK(tally.work_s == minutes_s(450));
  CHECK(tally.share().text() == "67.7");  // 67.77…: domain.md rounds it to 67.8 in prose, rule 4 rounds down
  CHECK(tally.standing == Standing::recommended);
  CHECK(tally.fidelity_score == 5);
}

TEST_CASE("the sample day's way back is what its strict share leaves out", "[tally]") {
  const auto tally = sample_day().tally();
  CHECK(tally.flagged_s == minutes_s(20));
  CHECK(tally.strict_share() == Share{minutes_s(255), minutes_s(450)});
  CHECK(tally.strict_share().text() == "56.6");
}

TEST_CASE("where the way back does not count, it is on-site time and nothing is flagged", "[tally]") {
  auto day = sample_day();
  day.policy.return_travel_counts = false;
  const auto tally = day.tally();
  CHECK(tally.community_s == minutes_s(255));
  CHECK(tally.on_site_s == minutes_s(195));
  CHECK(tally.flagged_s == 0);
}

TEST_CASE("the sample day is split by activity and by place", "[tally]") {
  const auto tally = sample_day().tally();
  const std::map<std::string, Split> by_activity = {
      {"travel", {minutes_s(80), 0, 0}},       {"employer_visit", {minutes_s(70), 0, 0}},
      {"job_search", {minutes_s(70), 0, 0}},   {"engagement", {minutes_s(55), 0, 0}},
      {"team_meeting", {0, minutes_s(90), 0}}, {"documentation", {0, minutes_s(85), 0}},
      {"break", {0, 0, minutes_s(60)}},
  };
  CHECK(tally.by_activity == by_activity);
  const std::map<std::string, Split> by_place = {
      {"travel", {minutes_s(80), 0, 0}},        {"employer_site", {minutes_s(70), 0, 0}},
      {"library", {minutes_s(70), 0, 0}},       {"participant_home", {minutes_s(55), 0, 0}},
      {"program_site", {0, minutes_s(175), 0}}, {"unspecified", {0, 0, minutes_s(60)}},
  };
  CHECK(tally.by_place == by_place);
}
