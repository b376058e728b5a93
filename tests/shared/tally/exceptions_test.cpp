#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/shared/tally/week_builder.h"

using namespace waymark;
using namespace waymark::testing;
using namespace std::chrono_literals;

namespace {

const Date monday = day_of(2026, 5, 4);

using Ids = std::vector<std::string>;

std::vector<TallyException> found(const Case& week, ExceptionCode code) {
  auto exceptions = week.tally().exceptions;
  std::erase_if(exceptions, [&](const TallyException& e) { return e.code != code; });
  return exceptions;
}

TallyException one(ExceptionCode code, Ids ids, std::int64_t seconds) {
  return {code, std::move(ids), seconds};
}

using Exceptions = std::vector<TallyException>;

}  // namespace

TEST_CASE("a tidy day has nothing to look at", "[tally]") {
  Case week;
  auto tagged = visit("a", at(monday, 9), at(monday, 10));
  tagged.end_tag = fix(*tagged.ends_at);
  week.entries = {tagged, office("b", at(monday, 10), at(monday, 12))};
  CHECK(week.tally().exceptions.empty());
}

TEST_CASE("each longest overlapped stretch is one exception with all its entries", "[tally]") {
  Case week;
  week.entries = {office("d", at(monday, 13), at(monday, 14)),
                  office("c", at(monday, 11), at(monday, 11, 30)),
                  office("b", at(monday, 10), at(monday, 11)), office("a", at(monday, 9), at(monday, 12)),
                  office("e", at(monday, 13, 50), at(monday, 15))};
  CHECK(found(week, ExceptionCode::overlap) ==
        Exceptions{one(ExceptionCode::overlap, {"a", "b", "c"}, minutes_s(90)),
                   one(ExceptionCode::overlap, {"d", "e"}, minutes_s(10))});
  CHECK(week.tally().overlap_s == minutes_s(100));
}

TEST_CASE("an overlap counts only within the week", "[tally]") {
  Case week;
  week.entries = {office("a", at(add_days(monday, -1), 22), at(monday, 1)),
                  office("b", at(add_days(monday, -1), 23), at(monday, 2))};
  CHECK(found(week, ExceptionCode::overlap) ==
        Exceptions{one(ExceptionCode::overlap, {"a", "b"}, hours_s(1))});
}

TEST_CASE("five minutes uncovered between a day's first and last entry are a gap", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 9), at(monday, 10)), office("b", at(monday, 10, 5), at(monday, 11))};
  CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"a", "b"}, 300)});
  week.entries[1].starts_at -= 1ms;
  CHECK(found(week, ExceptionCode::gap).empty());
}

TEST_CASE("a gap lies between the entry that reaches furthest and the next", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 9), at(monday, 12)), office("b", at(monday, 10), at(monday, 11)),
                  office("c", at(monday, 12, 30), at(monday, 13))};
  CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"a", "c"}, 1800)});
}

TEST_CASE("of two entries that end or begin together the earlier, then the lower id bounds a gap",
          "[tally]") {
  Case week;
  week.entries = {office("b", at(monday, 10), at(monday, 11)), office("c", at(monday, 9), at(monday, 11)),
                  office("e", at(monday, 12), at(monday, 13)), office("d", at(monday, 12), at(monday, 13))};
  CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"c", "d"}, 3600)});
}

TEST_CASE("the night between two days is no gap, a cut at midnight bounds the day", "[tally]") {
  Case week;
  const Date tuesday = add_days(monday, 1);
  week.entries = {office("a", at(monday, 9), at(monday, 17)), office("b", at(tuesday, 9), at(tuesday, 17))};
  CHECK(found(week, ExceptionCode::gap).empty());
  week.entries.push_back(office("c", at(monday, 23), at(tuesday, 1)));
  CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"a", "c"}, hours_s(6)),
                                                      one(ExceptionCode::gap, {"c", "b"}, hours_s(8))});
}

TEST_CASE("an entry of no length bounds the day but fills no gap", "[tally]") {
  Case week;
  week.entries = {office("m", at(monday, 10), at(monday, 11))};
  SECTION("first of the day") {
    week.entries.push_back(office("a", at(monday, 9), at(monday, 9)));
    CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"a", "m"}, hours_s(1))});
  }
  SECTION("last of the day") {
    week.entries.push_back(office("a", at(monday, 12), at(monday, 12)));
    week.entries.push_back(office("b", at(monday, 13), at(monday, 13)));
    CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"m", "b"}, hours_s(2))});
  }
  SECTION("in the middle of a gap") {
    week.entries.push_back(office("a", at(monday, 11, 4), at(monday, 11, 4)));
    week.entries.push_back(office("b", at(monday, 11, 8), at(monday, 12)));
    CHECK(found(week, ExceptionCode::gap) == Exceptions{one(ExceptionCode::gap, {"m", "b"}, 480)});
  }
}

TEST_CASE("an entry without its place is to be mended, and counts on-site until then", "[tally]") {
  Case week;
  week.entries = {stretch("a", Activity::employer_visit, std::nullopt, at(monday, 9), at(monday, 10)),
                  stretch("b", Activity::employer_visit, std::nullopt, at(monday, 10), at(monday, 10))};
  CHECK(found(week, ExceptionCode::incomplete) ==
        Exceptions{one(ExceptionCode::incomplete, {"a"}, 3600), one(ExceptionCode::incomplete, {"b"}, 0)});
  CHECK(week.tally().on_site_s == 3600);
  CHECK(week.tally().by_place.at("unspecified").on_site_s == 3600);
}

TEST_CASE("an entry of no length touches the week its start lies in, and only that", "[tally]") {
  Case week;
  week.entries = {stretch("a", Activity::engagement, std::nullopt, at(monday, 0), at(monday, 0)),
                  stretch("b", Activity::engagement, std::nullopt, at(add_days(monday, 7), 0),
                          at(add_days(monday, 7), 0))};
  CHECK(found(week, ExceptionCode::incomplete) == Exceptions{one(ExceptionCode::incomplete, {"a"}, 0)});
}

TEST_CASE("over four hours and still running is worth a look", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 9), std::nullopt)};
  week.now = at(monday, 13);
  CHECK(found(week, ExceptionCode::long_running).empty());
  week.now = at(monday, 13) + 1s;
  CHECK(found(week, ExceptionCode::long_running) ==
        Exceptions{one(ExceptionCode::long_running, {"a"}, hours_s(4) + 1)});
  week.now = at(add_days(monday, 1), 9);
  CHECK(found(week, ExceptionCode::long_running) ==
        Exceptions{one(ExceptionCode::long_running, {"a"}, hours_s(24))});
}

TEST_CASE("so is an entry that ended after more than the cap", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 6), at(monday, 18))};
  CHECK(found(week, ExceptionCode::long_running).empty());
  week.entries[0].ends_at = at(monday, 18, 1);
  CHECK(found(week, ExceptionCode::long_running) ==
        Exceptions{one(ExceptionCode::long_running, {"a"}, minutes_s(721))});
  CHECK(week.tally().on_site_s == minutes_s(721));
}

TEST_CASE("an entry recorded over a day after its start is late", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 9), at(monday, 10))};
  week.entries[0].recorded_at = at(add_days(monday, 1), 9);
  CHECK(found(week, ExceptionCode::late).empty());
  week.entries[0].recorded_at += 1s;
  CHECK(found(week, ExceptionCode::late) == Exceptions{one(ExceptionCode::late, {"a"}, 86'401)});
}

TEST_CASE("a clock more than two minutes off, either way, is worth a look", "[tally]") {
  Case week;
  week.entries = {office("a", at(monday, 9), at(monday, 10))};
  week.entries[0].clock_skew_ms = -120'000;
  CHECK(found(week, ExceptionCode::clock).empty());
  week.entries[0].clock_skew_ms = -125'999;
  CHECK(found(week, ExceptionCode::clock) == Exceptions{one(ExceptionCode::clock, {"a"}, 125)});
  week.entries[0].clock_skew_ms = 120'001;
  CHECK(found(week, ExceptionCode::clock) == Exceptions{one(ExceptionCode::clock, {"a"}, 120)});
}

TEST_CASE("community time without a fix is shown, private places aside", "[tally]") {
  Case week;
  const auto begin = at(monday, 9);
  const auto end = at(monday, 10);
  SECTION("at an employer's") {
    week.entries = {visit("a", begin, end)};
    week.entries[0].start_tag = no_fix(TagAbsence::timeout);
    CHECK(found(week, ExceptionCode::untagged) == Exceptions{one(ExceptionCode::untagged, {"a"}, 3600)});
  }
  SECTION("only what it has in the week and has not lost to another entry") {
    week.entries = {visit("a", at(add_days(monday, -1), 23), at(monday, 2)),
                    office("b", at(monday, 1), at(monday, 2))};
    CHECK(found(week, ExceptionCode::untagged) == Exceptions{one(ExceptionCode::untagged, {"a"}, 3600)});
  }
  SECTION("a travel between community places") {
    week.entries = {travel("a", Place::library, Place::cafe, begin, end)};
    CHECK(found(week, ExceptionCode::untagged).size() == 1);
  }
  SECTION("not at a participant's home") {
    week.entries = {stretch("a", Activity::engagement, Place::participant_home, begin, end)};
    CHECK(found(week, ExceptionCode::untagged).empty());
    CHECK(week.tally().community_s == 3600);
  }
  SECTION("nor on the way to or from one") {
    week.entries = {travel("a", Place::library, Place::participant_home, begin, end),
                    travel("b", Place::participant_home, Place::library, end, at(monday, 11))};
    CHECK(found(week, ExceptionCode::untagged).empty());
    CHECK(week.tally().community_s == 7200);
  }
  SECTION("nor on-site, nor wholly lost to another entry") {
    week.entries = {visit("a", begin, end), office("b", begin, end)};
    CHECK(found(week, ExceptionCode::untagged).empty());
  }
}

TEST_CASE("exceptions come by code, then by start, then by id, whatever the order of entries", "[tally]") {
  Case week;
  for (const auto* id : {"b", "a", "c"}) {
    auto entry = visit(id, at(monday, 9), at(monday, 10));
    entry.clock_skew_ms = 200'000;
    entry.recorded_at = at(add_days(monday, 5), 9);
    week.entries.push_back(entry);
  }
  const auto exceptions = week.tally().exceptions;
  REQUIRE(exceptions.size() == 8);
  CHECK(exceptions[0].entry_ids == Ids{"a", "b", "c"});
  CHECK(std::ranges::is_sorted(exceptions, {}, &TallyException::code));
  CHECK(exceptions[1] == one(ExceptionCode::late, {"a"}, hours_s(120)));
  CHECK(exceptions[4] == one(ExceptionCode::clock, {"a"}, 200));
  CHECK(exceptions[7] == one(ExceptionCode::untagged, {"a"}, 3600));
  std::ranges::reverse(week.entries);
  CHECK(week.tally().exceptions == exceptions);
}

TEST_CASE("entries of other weeks leave nothing to look at in this one", "[tally]") {
  Case week;
  for (const int day : {-3, 9}) {
    auto entry = stretch("x" + std::to_string(day), Activity::engagement, std::nullopt,
                         at(add_days(monday, day), 9), at(add_days(monday, day), 23));
    entry.clock_skew_ms = 200'000;
    entry.recorded_at = at(add_days(monday, 20), 9);
    week.entries.push_back(entry);
  }
  CHECK(week.tally().exceptions.empty());
}
