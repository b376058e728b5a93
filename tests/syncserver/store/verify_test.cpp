// verify finds what was changed behind the store's back.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

struct Tampered {
  Tampered() {
    auto phone = world.enroll(world.ana);
    entry = new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 60);
    const auto mine = edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 30)));
    const auto theirs = edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 6 * day_ms, 90)));
    phone.push({entry, mine, theirs});
    REQUIRE(world.store->verify().ok());
  }
  /// Kinds of the faults found after `sql`, without repeats.
  std::vector<std::string> faults_after(const std::string& sql) {
    world.close();
    tamper(world.path(), sql);
    world.open();
    std::vector<std::string> kinds;
    for (const auto& fault : world.store->verify().faults)
      if (std::find(kinds.begin(), kinds.end(), fault.kind) == kinds.end()) kinds.push_back(fault.kind);
    std::sort(kinds.begin(), kinds.end());
    return kinds;
  }
  World world;
  Op entry;
};

using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("a tally that was changed, removed or added is found") {
  Tampered store;
  CHECK(store.faults_after("UPDATE tallies SET tally = replace(tally, '1800', '1801')") == Kinds{"tally"});
  CHECK(store.faults_after("DELETE FROM tallies") == Kinds{"tally_missing"});
  CHECK(store.faults_after("INSERT INTO tallies (person, week, as_of, tally) SELECT n, '2020-01-06', 0, '{}' "
                           "FROM persons WHERE n = 3") == Kinds{"tally_extra", "tally_missing"});
}

TEST_CASE("what stands beside a tally must be of that tally") {
  for (const auto* column : {"community_s", "work_s", "versions", "tally_hash"}) {
    INFO(column);
    Tampered store;
    CHECK(store.faults_after("UPDATE tallies SET " + std::string(column) + " = " + column + " + 1") ==
          Kinds{"tally"});
  }
}

TEST_CASE("a record that would be shown to another person is found") {
  Tampered store;
  CHECK(store.faults_after("UPDATE records SET owner = 1 WHERE starts_at IS NULL AND day IS NULL") ==
        Kinds{"head"});
}

TEST_CASE("what of the file cannot be read is a fault, and the others are told all the same") {
  Tampered store;
  CHECK(store.faults_after("UPDATE log SET chain = zeroblob(32) WHERE seq = 2; DROP TABLE tallies") ==
        Kinds{"chain", "integrity"});
}

TEST_CASE("a body that was changed breaks the chain") {
  Tampered store;
  const auto kinds =
      store.faults_after("UPDATE ops SET payload = replace(payload, 'library', 'program_site')");
  CHECK(std::find(kinds.begin(), kinds.end(), "chain") != kinds.end());
}

TEST_CASE("a chain that was changed, or a place missing from it, is found") {
  Tampered store;
  CHECK(store.faults_after("UPDATE log SET chain = randomblob(32) WHERE seq = 3") == Kinds{"chain"});
  CHECK(store.faults_after("DELETE FROM log WHERE seq = 4") == Kinds{"chain"});
}

TEST_CASE("a status in the log that was changed breaks the chain") {
  Tampered store;
  CHECK(store.faults_after("UPDATE log SET status = 1 WHERE seq = (SELECT max(seq) FROM log)") ==
        Kinds{"chain"});
}

TEST_CASE("heads, conflicts and their columns must agree with the ops") {
  SECTION("another head") {
    Tampered store;
    const auto kinds =
        store.faults_after("UPDATE records SET head = (SELECT max(seq) FROM ops) WHERE type = 0");
    CHECK(std::find(kinds.begin(), kinds.end(), "head") != kinds.end());
  }
  SECTION("a conflict taken off the list") {
    Tampered store;
    CHECK(store.faults_after("DELETE FROM conflicts") == Kinds{"conflict"});
  }
  SECTION("a conflict made to disappear altogether") {
    Tampered store;
    CHECK(store.faults_after("DELETE FROM conflicts; UPDATE ops SET status = 1 WHERE status = 3") ==
          Kinds{"status"});
  }
  SECTION("an entry moved in time by its columns") {
    Tampered store;
    CHECK(store.faults_after("UPDATE records SET starts_at = starts_at + 60000 WHERE type = 0") ==
          Kinds{"head"});
  }
}

TEST_CASE("a week whose tally is wrong cannot be approved, alarms, and is not healed in silence") {
  Tampered store;
  auto& world = store.world;
  store.faults_after("UPDATE tallies SET tally = replace(tally, '1800', '1801')");
  const auto alarms = world.alarms.size();
  CHECK(alarms >= 1);
  auto lead = world.enroll(world.lena);
  const auto approve = [&] {
    return lead.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved));
  };
  auto result = approve();
  CHECK(result.status == OpStatus::invalid);
  CHECK(result.error->code == ErrorCode::corrupt);
  CHECK(result.error->field == "week_start");
  CHECK(world.alarms.size() > alarms);
  // A new entry tallies the week again; it stays barred until a verify finds it right.
  auto phone = world.enroll(world.ana);
  phone.push(new_entry(world, world.ana.person_id, noon_ms - 5 * day_ms, 30));
  CHECK(approve().status == OpStatus::invalid);
  CHECK(world.store->verify().ok());
  CHECK(approve().status == OpStatus::head);
}

TEST_CASE("a wrong tally is found at the approval itself, without a verify before") {
  Tampered store;
  auto& world = store.world;
  world.close();
  tamper(world.path(), "UPDATE tallies SET tally = replace(tally, '1800', '1801')");
  world.open();
  auto lead = world.enroll(world.lena);
  CHECK(lead.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved)).status ==
        OpStatus::invalid);
}

}  // namespace waymark::server::test
