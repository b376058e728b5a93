// A server killed at any instant, its store gone with it: the backup and the journal hold every op that was
// acknowledged.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "syncserver/store/uuid_bytes.h"
#include "tests/syncserver/store/journal_support.h"
#include "tests/syncserver/store/killed_writer.h"

namespace waymark::server::test {

namespace {

namespace fs = std::filesystem;

std::set<std::string> ops_of(const fs::path& store) {
  std::set<std::string> ops;
  SQLite::Database database(store.string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database, "SELECT op FROM ops");
  while (query.executeStep()) {
    const auto column = query.getColumn(0);
    ops.insert(
        uuid_text({static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.size())}));
  }
  return ops;
}

}  // namespace

TEST_CASE("a killed server whose store is gone has lost nothing that it acknowledged") {
  World world(TemporaryDirectory::Kind::memory);
  auto phone = world.enroll(world.ana);
  const auto journal = world.directory / "journal";
  StoreOptions options;
  options.journal = journal;
  options.journal_file_bytes = 60'000;
  const auto backup = world.directory / "backup.db";
  REQUIRE(world.store->backup(backup, {}));
  world.close();
  std::set<std::string> all;
  for (const std::size_t enough : {1U, 3U, 10U, 25U, 60U, 90U, 150U, 200U, 300U, 400U}) {
    all.merge(write_until_killed(world.path(), phone.identity(), enough, 3, options));
    remove_store(world.path());
    const auto report = CentralStore::restore(world.path(), backup, false, journal);
    REQUIRE(report);
    CHECK(report->stopped == "");
    const auto present = ops_of(world.path());
    CHECK(std::includes(present.begin(), present.end(), all.begin(), all.end()));
  }
  CHECK(all.size() >= 1'239);
  world.open();
  CHECK(world.store->verify().ok());
}

}  // namespace waymark::server::test
