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

std::set<std::string> steps(const World& world, const StatementsHeard& heard) {
  return plan_steps(world.path(), heard.texts());
}

/// Steps that go through a whole table, or through all records of somebody, or put in order what no index
/// gives in order.
std::set<std::string> walks(const World& world, const StatementsHeard& heard) {
  std::set<std::string> walks;
  for (const auto& step : steps(world, heard)) {
    const auto has = [&](std::string_view text) { return step.find(text) != std::string::npos; };
    const bool through_all_of_one =
        step.ends_with(" (owner=?)") && !has("INDEX entries_running ") && !has("INDEX caseloads ");
    if (step.starts_with("SCAN") || has("TEMP B-TREE") || through_all_of_one) walks.insert(step);
  }
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
  phone.push(participant_op(world, world.ana.person_id));
  phone.push({edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 30))),
              edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 90)))});
  auto& desk = world.store->team();
  const Viewer lena{world.lena.person_id};
  heard.forget();
  REQUIRE(desk.week(lena, date("2026-02-23")));
  REQUIRE(desk.person_week(lena, world.ana.person_id, date("2026-02-23")));
  REQUIRE(desk.working_time(lena, world.ana.person_id));
  REQUIRE(desk.participants(lena)->size() == 1);
  REQUIRE(world.store->team_week(lena, date("2026-02-23")));
  CHECK(heard.texts().size() > 10);
  // The agency's people and phones, what is in conflict, held or barred just now, and the list of people
  // asked for.
  CHECK(walks(world, heard) ==
        std::set<std::string>{"SCAN barred_weeks", "SCAN c", "SCAN devices", "SCAN membership",
                              "SCAN p VIRTUAL TABLE INDEX 1:", "SCAN persons", "USE TEMP B-TREE FOR DISTINCT",
                              "USE TEMP B-TREE FOR ORDER BY"});
  // The weeks behind are read without their tallies' texts, and states without their records' rows.
  const auto found = steps(world, heard);
  CHECK(found.contains("SEARCH t USING COVERING INDEX tally_shares (person=? AND week>? AND week<?)"));
  CHECK(found.contains("SEARCH r USING COVERING INDEX records_by_day (owner=? AND type=? AND day=?)"));
  CHECK(found.contains("SEARCH r USING INDEX caseloads (owner=?)"));
}

TEST_CASE("a sync finds what it brings and takes by indexes") {
  StatementsHeard heard;
  World world;
  auto phone = world.enroll(world.ana);
  const auto bakery = employer_op(world, "Bakery");
  phone.push(bakery);
  phone.pull();
  heard.forget();
  auto contact = entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 60);
  contact.activity = Activity::employer_visit;
  contact.employer_id = bakery.rid;
  phone.push({first(world, RecordType::entry, world.rid(), to_json(contact)),
              new_leave(world, world.ana.person_id, "2026-02-24", 60)});
  phone.pull();
  CHECK(heard.texts().size() > 10);
  // What the two walks of a page of rows gave, and the log from its end, of which one row is taken.
  CHECK(walks(world, heard) == std::set<std::string>{"SCAN (subquery-4)", "SCAN log"});
}

}  // namespace waymark::server::test
