// No page and no sync walks through what grows with the years: whatever the store asks SQLite for is found by
// an index.
#include "tests/query_plans.h"

#include <catch2/catch.hpp>

#include "syncserver/store/team_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

using waymark::test::plan_steps;
using waymark::test::StatementsHeard;

/// Steps that go through a whole table, or through all records of somebody.
std::set<std::string> walks(const World& world, const StatementsHeard& heard) {
  std::set<std::string> walks;
  for (const auto& step : plan_steps(world.path(), heard.texts()))
    if (step.starts_with("SCAN") || step.ends_with("records_in_sight (owner=?)")) walks.insert(step);
  return walks;
}

}  // namespace

TEST_CASE("a lead's pages find what they show by indexes") {
  StatementsHeard heard;
  World world;
  auto phone = world.enroll(world.ana);
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 60);
  phone.push({entry, new_leave(world, world.ana.person_id, "2026-02-24", 60),
              week_op(world, world.ana.person_id, "2026-02-23", WeekRecordState::submitted)});
  phone.push({edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 30))),
              edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 90)))});
  auto& desk = world.store->team();
  const Viewer lena{world.lena.person_id};
  heard.forget();
  REQUIRE(desk.week(lena, date("2026-02-23")));
  REQUIRE(desk.person_week(lena, world.ana.person_id, date("2026-02-23")));
  REQUIRE(world.store->team_week(lena, date("2026-02-23")));
  CHECK(heard.texts().size() > 10);
  // The agency's people and phones, what is in conflict or barred just now, and the list of people asked for.
  CHECK(walks(world, heard) == std::set<std::string>{"SCAN barred_weeks", "SCAN c", "SCAN devices",
                                                     "SCAN membership",
                                                     "SCAN p VIRTUAL TABLE INDEX 1:", "SCAN persons"});
}

TEST_CASE("a sync finds what it brings and takes by indexes") {
  StatementsHeard heard;
  World world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  heard.forget();
  phone.push(new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 60));
  phone.pull();
  CHECK(heard.texts().size() > 10);
  // What the two walks of a page of rows gave, and the log from its end, of which one row is taken.
  CHECK(walks(world, heard) == std::set<std::string>{"SCAN (subquery-4)", "SCAN log"});
}

}  // namespace waymark::server::test
