// A team's week on the wire (sync.md, `GET /v1/team/week`).
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/tally/team_week.h"
#include "tests/shared/sync/golden.h"
#include "tests/shared/tally/random_week.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

TeamWeek golden_week() {
  auto week = parse_team_week(golden("team_week.json"));
  REQUIRE(week);
  return std::move(*week);
}

/// The golden text with one piece of it replaced.
std::string changed(std::string_view from, std::string_view to) {
  auto text = golden("team_week.json");
  const auto where = text.find(from);
  REQUIRE(where != std::string::npos);
  return text.replace(where, from.size(), to);
}

}  // namespace

TEST_CASE("a team's week is written as its golden file", "[tally]") {
  CHECK(to_json(golden_week()) == golden("team_week.json"));
}

TEST_CASE("a team's week is read with everyone, and with when their phones were heard from", "[tally]") {
  const auto week = golden_week();
  CHECK(week.team == "North");
  CHECK(format_date(week.week_start) == "2026-11-16");
  CHECK(week.pooled == Share{14'400, 27'000});
  CHECK(week.mean_share == "53.3");
  CHECK(week.submitted == 1);
  CHECK(week.heard_from == 1);
  REQUIRE(week.people.size() == 2);
  const auto& ana = week.people[0];
  CHECK(ana.owner.name == "Ana Ruiz");
  CHECK(ana.owner.state == "submitted");
  CHECK(ana.tally.share() == Share{14'400, 27'000});
  CHECK(ana.tally.strict_share() == Share{10'800, 27'000});
  CHECK(ana.tally.has_schedule);
  CHECK(ana.tally.employer_contacts.hiring_authority == 2);
  CHECK(ana.tally.exceptions.at(0).code == ExceptionCode::overlap);
  CHECK(ana.last_sync == instant_from_ms(1'795'212'600'000));
  const auto& ben = week.people[1];
  CHECK_FALSE(ben.tally.has_schedule);
  CHECK(ben.tally.standing == Standing::too_little);
  CHECK_FALSE(ben.last_contact);
}

TEST_CASE("a team without anybody has no shares, which is not zero", "[tally]") {
  TeamWeek week;
  week.week_start = Date{std::chrono::year{2026} / 11 / 16};
  const auto text = to_json(week);
  CHECK(text.find(R"("people":[],"pooled":{"community_s":0,"work_s":0,"share":null},"mean_share":null,)") !=
        std::string::npos);
  CHECK(parse_team_week(text) == week);
}

TEST_CASE("whatever the weeks, a team's week is read back as it was written", "[tally]") {
  rc::prop("equal", [] {
    TeamWeek week = golden_week();
    for (auto& person : week.people) person.tally = any_week().tally();
    RC_ASSERT(parse_team_week(to_json(week)) == week);
  });
}

TEST_CASE("members of a newer server are passed over", "[tally]") {
  CHECK(parse_team_week(changed(R"("submitted":1)", R"("streaks":{"a":[1]},"submitted":1)")) ==
        golden_week());
}

TEST_CASE("what is no team's week is refused with the member that is wrong", "[tally]") {
  SECTION("no JSON, or no object") {
    CHECK(parse_team_week("{").error().code == ErrorCode::bad_json);
    for (const auto* text : {"[]", "null", "7"}) {
      CAPTURE(text);
      CHECK(parse_team_week(text).error().code == ErrorCode::bad_request);
    }
  }
  SECTION("one value of another kind") {
    struct Change {
      const char *from, *to, *field;
    };
    const auto change =
        GENERATE(Change{R"("submitted":1)", R"("submitted":-1)", "submitted"},
                 Change{R"("heard_from":1)", R"("heard_from":"1")", "heard_from"},
                 Change{R"("mean_share":"53.3")", R"("mean_share":"53")", "mean_share"},
                 Change{R"("mean_share":"53.3")", R"("mean_share":"5x.3")", "mean_share"},
                 Change{R"("mean_share":"53.3")", R"("mean_share":53.3)", "mean_share"},
                 Change{R"("work_s":27000,"share":"53.3"})", R"("share":"53.3"})", "pooled.work_s"},
                 Change{R"("state":"submitted")", R"("state":"sent")", "people.state"},
                 Change{R"("name":"Ana Ruiz")", R"("name":"")", "people.name"},
                 Change{R"("last_sync":1795212600000)", R"("last_sync":"today")", "people.last_sync"},
                 Change{R"("has_schedule":true,)", "", "people.has_schedule"},
                 Change{R"("people":[)", R"("people":[7,)", "people"});
    CAPTURE(change.from, change.to);
    const auto read = parse_team_week(changed(change.from, change.to));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::bad_request);
    CHECK(read.error().field == change.field);
  }
  SECTION("cut short anywhere") {
    const auto whole = golden("team_week.json");
    for (std::size_t length = 0; length < whole.size(); length += 37)
      CHECK_FALSE(parse_team_week(whole.substr(0, length)));
  }
}
