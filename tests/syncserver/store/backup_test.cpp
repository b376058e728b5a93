// Backups, safe_seq, restores, and what phones notice of them (sync.md, invariants 9 and 10).
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

Op entry_number(World& world, int i) {
  return new_entry(world, world.ana.person_id, noon_ms - (i + 2) * hour_ms, 30);
}

/// A store as a killed server leaves it: the file, and what was committed since in its log.
void copy_as_killed(const std::filesystem::path& store, const std::filesystem::path& to) {
  std::filesystem::copy_file(store, to);
  std::filesystem::copy_file(store.string() + "-wal", to.string() + "-wal");
}

std::int64_t seq_of(World& world, const std::filesystem::path& path) {
  StoreOptions options;
  options.clock = &world.clock;
  options.random = &world.random;
  const auto store = CentralStore::open(path, options);
  return store ? (*store)->health().seq : -1;
}

}  // namespace

TEST_CASE("restoring from a killed server's store takes along what its log holds") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.push(entry_number(world, 0));
  const auto seq = world.store->health().seq;
  const auto killed = world.directory / "killed.db";
  copy_as_killed(world.path(), killed);
  const auto target = world.directory / "restored.db";
  REQUIRE(CentralStore::restore(target, killed, false));
  CHECK(seq_of(world, target) == seq);
  CHECK(std::filesystem::exists(killed.string() + "-wal"));
}

TEST_CASE("the store in use is not taken for a backup") {
  World world;
  CHECK(CentralStore::restore(world.directory / "restored.db", world.path(), false).error().code ==
        ErrorCode::locked);
}

TEST_CASE("the log of a store that is gone is not played into what is put in its place") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto backup = world.directory / "backup.db";
  REQUIRE(world.store->backup(backup, {}));
  const auto seq = world.store->health().seq;
  phone.push(entry_number(world, 0));
  const auto gone = world.directory / "gone.db";
  copy_as_killed(world.path(), gone);
  std::filesystem::remove(gone);
  SECTION("a backup is restored there") {
    REQUIRE(CentralStore::restore(gone, backup, false));
    CHECK(seq_of(world, gone) == seq);
    CHECK(std::filesystem::exists(gone.string() + "-wal.without-store"));
  }
  SECTION("a new store or a backup is not made there") {
    CHECK(
        CentralStore::init(gone, {"Agency", "UTC", WeekStart::mon}, world.clock, world.random).error().code ==
        ErrorCode::already_exists);
    CHECK(world.store->backup(gone, {}).error().code == ErrorCode::already_exists);
    CHECK_FALSE(std::filesystem::exists(gone));
  }
}

TEST_CASE("a backup is whole, and only then is what it holds safe") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto result = phone.push(entry_number(world, 0));
  CHECK(phone.send(phone.request()).safe_seq == 0);
  const auto to = world.directory / "backup.db";
  const auto report = world.store->backup(to, {});
  REQUIRE(report);
  CHECK(report->seq == result.seq);
  CHECK(report->bytes == static_cast<std::int64_t>(std::filesystem::file_size(to)));
  CHECK(phone.send(phone.request()).safe_seq == result.seq);
  CHECK(world.store->backup(to, {}).error().code == ErrorCode::already_exists);
  CHECK(world.store->backup(world.directory / "no/such/place.db", {}).error().code == ErrorCode::cannot_open);
  CHECK(world.store->health().safe_seq == result.seq);
}

TEST_CASE("a backup of a store with a fault is no backup, and nothing becomes safe") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.push(entry_number(world, 0));
  world.close();
  tamper(world.path(), "DELETE FROM tallies");
  world.open();
  const auto to = world.directory / "backup.db";
  const auto report = world.store->backup(to, {});
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::corrupt);
  CHECK_FALSE(std::filesystem::exists(to));
  CHECK(world.store->health().safe_seq == 0);
}

TEST_CASE("a backup made while phones write holds a prefix of the chain") {
  World world;
  auto phone = world.enroll(world.ana);
  std::atomic<bool> stop{false};
  std::atomic<int> written{0};
  std::thread writer([&] {
    for (int i = 0; !stop.load(); ++i) {
      phone.push(entry_number(world, i % 1000));
      ++written;
    }
  });
  while (written.load() < 5) std::this_thread::yield();
  const auto report = world.store->backup(world.directory / "backup.db", {});
  stop = true;
  writer.join();
  REQUIRE(report);
  CHECK(report->seq >= 5);
  CHECK(report->seq <= world.store->health().seq);
  const auto restored = world.directory / "restored.db";
  REQUIRE(CentralStore::restore(restored, world.directory / "backup.db", false));
  StoreOptions options;
  options.clock = &world.clock;
  options.random = &world.random;
  const auto copy = CentralStore::open(restored, options);
  REQUIRE(copy);
  CHECK((*copy)->health().seq == report->seq);
  CHECK((*copy)->verify().ok());
}

TEST_CASE("after a restore of an older backup phones diverge, start over, and refill the server") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto before = entry_number(world, 0);
  phone.push(before);
  REQUIRE(world.store->backup(world.directory / "backup.db", {}));
  const auto after = entry_number(world, 1);
  phone.push(after);
  phone.pull();

  const auto refused = CentralStore::restore(world.path(), world.directory / "backup.db", true);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::locked);
  world.close();
  CHECK(CentralStore::restore(world.path(), world.directory / "backup.db", false).error().code ==
        ErrorCode::already_exists);
  REQUIRE(CentralStore::restore(world.path(), world.directory / "backup.db", true));
  auto kept = world.path();
  kept += ".before-restore";
  CHECK(std::filesystem::exists(kept));
  world.open();

  CHECK(phone.send(phone.request({after})).diverged);
  phone.cursor = phone.high = {};
  phone.scope.reset();
  CHECK(phone.push({before, after})[1].status == OpStatus::head);
  CHECK(phone.pull().size() >= 4);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a restore takes nothing away that an earlier one put aside") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->backup(world.directory / "backup.db", {}));
  const auto lost = phone.push(entry_number(world, 0)).seq;
  world.close();
  for (int time = 0; time < 3; ++time)
    REQUIRE(CentralStore::restore(world.path(), world.directory / "backup.db", true));
  const auto kept = world.path().string() + ".before-restore";
  CHECK(seq_of(world, kept) == lost);
  CHECK(seq_of(world, kept + "-2") < lost);
  CHECK(seq_of(world, kept + "-3") < lost);
}

TEST_CASE("a restored server that went on by itself is found out though its chain is as long again") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  REQUIRE(world.store->backup(world.directory / "backup.db", {}));
  ana.push(entry_number(world, 0));
  ana.pull();
  world.close();
  REQUIRE(CentralStore::restore(world.path(), world.directory / "backup.db", true));
  world.open();
  for (int i = 0; i < 5; ++i)
    ben.push(new_entry(world, world.ben.person_id, noon_ms - (i + 2) * hour_ms, 30));
  CHECK(world.store->health().seq > ana.cursor.seq);
  CHECK(ana.send(ana.request()).diverged);
}

TEST_CASE("a backup of an older server is restored as what this one keeps") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.push(entry_number(world, 0));
  const auto seq = world.store->health().seq;
  const auto backup = world.directory / "backup.db";
  REQUIRE(world.store->backup(backup, {}));
  make_schema_4(backup);
  const auto target = world.directory / "restored.db";
  const auto restored = CentralStore::restore(target, backup, false);
  REQUIRE(restored);
  CHECK(restored->seq == seq);
  CHECK(seq_of(world, target) == seq);
}

TEST_CASE("what is no whole store is not restored") {
  World world;
  REQUIRE(world.store->backup(world.directory / "backup.db", {}));
  const auto target = world.directory / "restored.db";
  CHECK(CentralStore::restore(target, world.directory / "absent.db", false).error().code ==
        ErrorCode::cannot_open);
  tamper(world.directory / "backup.db", "UPDATE ops SET payload = replace(payload, 'Ana', 'Eve')");
  CHECK(CentralStore::restore(target, world.directory / "backup.db", false).error().code ==
        ErrorCode::corrupt);
  CHECK_FALSE(std::filesystem::exists(target));
}

}  // namespace waymark::server::test
