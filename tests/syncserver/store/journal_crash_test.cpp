// A server killed at any instant, its store gone with it: the backup and the journal hold every op that was
// acknowledged.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "syncserver/store/uuid_bytes.h"
#include "tests/syncserver/store/journal_support.h"

namespace waymark::server::test {

namespace {

namespace fs = std::filesystem;

constexpr int writers = 4;

/// In a process of its own: every op is told to the parent after its answer, until killed.
[[noreturn]] void write_until_killed(const fs::path& path, const fs::path& journal,
                                     const DeviceIdentity& device, int pipe) {
  ManualClock clock{instant_from_ms(noon_ms)};
  SystemRandom random;
  StoreOptions options;
  options.clock = &clock;
  options.random = &random;
  options.journal = journal;
  options.journal_file_bytes = 60'000;
  auto store = CentralStore::open(path, options);
  if (!store) ::_exit(1);
  std::vector<std::thread> threads;
  for (int t = 0; t < writers; ++t)
    threads.emplace_back([&] {
      SystemRandom ids;
      while (true) {
        SyncRequest request;
        for (int i = 0; i < 3; ++i) {
          Op op;
          op.op = make_op_id(ids);
          op.rid = make_record_id(ids, clock.now());
          op.body = to_json(entry_at(device.person_id, noon_ms - hour_ms, 30));
          request.ops.push_back({op.op, op, to_json(op)});
        }
        const auto answer = (*store)->sync(device, request);
        if (!answer) ::_exit(2);
        std::string line;
        for (const auto& result : answer->results) line += result.op + "\n";
        if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(3);
      }
    });
  for (auto& thread : threads) thread.join();
  ::_exit(4);
}

/// Op ids acknowledged until at least `enough`, when the child is killed; then what is left in the pipe.
std::set<std::string> acknowledged_before_kill(int pipe, pid_t child, std::size_t enough) {
  std::string text;
  char buffer[4096];
  bool killed = false;
  ssize_t size = 0;
  while ((size = ::read(pipe, buffer, sizeof buffer)) > 0) {
    text.append(buffer, static_cast<std::size_t>(size));
    if (!killed && text.size() >= enough * 37) {
      ::kill(child, SIGKILL);
      killed = true;
    }
  }
  std::set<std::string> ids;
  for (std::size_t at = 0; at + 37 <= text.size(); at += 37) ids.insert(text.substr(at, 36));
  return ids;
}

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
  const auto backup = world.directory / "backup.db";
  REQUIRE(world.store->backup(backup, {}));
  world.close();
  std::set<std::string> all;
  for (const std::size_t enough : {1U, 3U, 10U, 25U, 60U, 90U, 150U, 200U, 300U, 400U}) {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipe[0]);
      write_until_killed(world.path(), journal, phone.identity(), pipe[1]);
    }
    ::close(pipe[1]);
    all.merge(acknowledged_before_kill(pipe[0], child, enough));
    ::close(pipe[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));

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
