#include "shared/tally/tally_codec.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "tests/shared/tally/random_week.h"
#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Date monday = day_of(2026, 5, 4);

WeekTally two_hours() {
  Case week;
  week.pattern = weekdays(60);
  week.pattern.leave = {leave(monday, 15)};
  week.entries = {visit("a", at(monday, 9), at(monday, 10)), office("b", at(monday, 9, 30), at(monday, 11))};
  week.entries[0].employer_id = "bakery";
  week.now = at(monday, 12);
  return week.tally();
}

}  // namespace

TEST_CASE("a tally goes over the wire as sync.md lists its members", "[tally]") {
  const std::string quiet_day =
      R"("community_s":0,"on_site_s":0,"not_worked_s":0,"scheduled_s":3600,"leave_s":0})";
  const std::string free_day =
      R"("community_s":0,"on_site_s":0,"not_worked_s":0,"scheduled_s":0,"leave_s":0})";
  const std::string expected =
      R"({"person_id":"p","name":"Ana \"A\" Ruiz","week_start":"2026-05-04","time_zone":"America/New_York",)"
      R"("policy_from":"2000-01-01","as_of":1777910400000,)"
      R"("community_s":1800,"on_site_s":5400,"not_worked_s":0,"logged_s":7200,"scheduled_s":2700,)"
      R"("unaccounted_s":0,"work_s":7200,"overlap_s":1800,"tagged_s":0,"flagged_s":0,)"
      R"("has_schedule":true,"share":"25.0","strict_share":"25.0","standing":"below","fidelity_score":1,)"
      R"("by_activity":{"documentation":{"community_s":0,"on_site_s":5400,"not_worked_s":0},)"
      R"("employer_visit":{"community_s":1800,"on_site_s":0,"not_worked_s":0}},)"
      R"("by_place":{"employer_site":{"community_s":1800,"on_site_s":0,"not_worked_s":0},)"
      R"("program_site":{"community_s":0,"on_site_s":5400,"not_worked_s":0}},)"
      R"("days":[{"date":"2026-05-04","community_s":1800,"on_site_s":5400,"not_worked_s":0,"scheduled_s":2700,"leave_s":900},)"
      R"({"date":"2026-05-05",)" +
      quiet_day + R"(,{"date":"2026-05-06",)" + quiet_day + R"(,{"date":"2026-05-07",)" + quiet_day +
      R"(,{"date":"2026-05-08",)" + quiet_day + R"(,{"date":"2026-05-09",)" + free_day +
      R"(,{"date":"2026-05-10",)" + free_day +
      R"(],"needed":{"minimum_s":6750,"recommended_s":9315,"schedule_left_s":9900},)"
      R"("employer_contacts":{"total":1,"hiring_authority":0,"for_participant":0,"returning":0,"goal":6},)"
      R"("state":"submitted","exceptions":[{"code":"overlap","entry_ids":["a","b"],"seconds":1800},)"
      R"({"code":"untagged","entry_ids":["a"],"seconds":1800}]})";
  CHECK(to_json(two_hours(), {"p", "Ana \"A\" Ruiz", "submitted"}) == expected);
}

TEST_CASE("a week without work has no share on the wire", "[tally]") {
  const auto text = to_json(Case{}.tally(), {"p", "Ana", "open"});
  CHECK(text.find(R"("share":null,"strict_share":null,"standing":"too_little","fidelity_score":1,)"
                  R"("by_activity":{},"by_place":{},"days":[)") != std::string::npos);
}

TEST_CASE("a stored tally is read back as it was", "[tally]") {
  const auto tally = two_hours();
  CHECK(tally_from_stored_json(to_stored_json(tally)) == tally);
  rc::prop("whatever the week", [] {
    const auto any = any_week().tally();
    RC_ASSERT(tally_from_stored_json(to_stored_json(any)) == any);
  });
}

TEST_CASE("equal tallies are stored as equal text", "[tally]") {
  rc::prop("a copy read from the store is written the same", [] {
    const auto text = to_stored_json(any_week().tally());
    RC_ASSERT(to_stored_json(tally_from_stored_json(text).value()) == text);
  });
}

TEST_CASE("a stored text that is no tally is found corrupt", "[tally]") {
  const auto whole = to_stored_json(two_hours());
  SECTION("no JSON, or no object") {
    const auto* text = GENERATE("", "{", "[]", "null", "7", "{}");
    CAPTURE(text);
    REQUIRE_FALSE(tally_from_stored_json(text).has_value());
    CHECK(tally_from_stored_json(text).error().code == ErrorCode::corrupt);
  }
  SECTION("cut short anywhere") {
    for (std::size_t length = 0; length < whole.size(); length += 7)
      CHECK_FALSE(tally_from_stored_json(whole.substr(0, length)).has_value());
  }
  SECTION("with one value of another kind") {
    struct Change {
      const char* from;
      const char* to;
      const char* field;
    };
    const auto change = GENERATE(
        Change{R"("work_s":7200)", R"("work_s":"7200")", "work_s"}, Change{R"("work_s":7200,)", "", "work_s"},
        Change{R"("work_s":7200)", R"("work_s":-1)", "work_s"},
        Change{R"("standing":"below")", R"("standing":"under")", "standing"},
        Change{R"("has_schedule":true,)", "", "has_schedule"},
        Change{R"("week_start":"2026-05-04")", R"("week_start":"2026-05-34")", "week_start"},
        Change{R"("goal":6)", R"("goal":null)", "employer_contacts.goal"},
        Change{R"({"date":"2026-05-10",)", R"({"date":"2026-05-10"},{)", "days"},
        Change{R"("leave_s":900)", R"("leave_s":9.5)", "days.leave_s"},
        Change{R"("entry_ids":["a"])", R"("entry_ids":[1])", "exceptions.entry_ids"},
        Change{R"("by_place":{)", R"("by_place":{"x":7,)", "by_place.x"});
    CAPTURE(change.from);
    auto text = whole;
    const auto where = text.find(change.from);
    REQUIRE(where != std::string::npos);
    text.replace(where, std::string_view(change.from).size(), change.to);
    const auto read = tally_from_stored_json(text);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::corrupt);
    CHECK(read.error().field == change.field);
  }
}
