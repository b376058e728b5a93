// The real server and real phones, killed with SIGKILL under load at seeded instants: after so many things a
// phone was told, after so many changes in a folder. Proves sync.md's invariants 1 (nothing acknowledged is
// lost), 2 (nothing is doubled), 3, 4 (no half record) and 10, and that every program goes on without hands.
// (quality.md, Crash.) Every run kills more than three hundred programs, which the counts at the end of each
// test add up to; `kill_test "[.hundreds]"` many more under load.
#include <signal.h>

#include <catch2/catch.hpp>

#include "shared/sample/seeded_random.h"
#include "tests/crash/directory_watch.h"
#include "tests/crash/kill_world.h"
#include "tests/syncserver/store/older_store.h"

namespace waymark::test {

namespace {

/// Files that an unfinished copy left.
int left_over(const std::filesystem::path& folder) {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().filename().string().find(".unfinished-") != std::string::npos) ++count;
  return count;
}

/// Runs a command and kills it after that many changes in the folder; true if it ended by itself before.
bool finished_before(int changes, const std::filesystem::path& folder,
                     const std::vector<std::string>& words) {
  DirectoryWatch watch(folder);
  Running command(words);
  if (watch.wait_for(changes, command.pid())) command.signal(SIGKILL);
  const auto ended = command.wait();
  INFO(ended.err);
  CHECK((ended.exit_code == 0 || ended.exit_code == 128 + SIGKILL));
  return ended.exit_code == 0;
}

/// One server and three phones; each round kills some of them in the middle of their work, and what is on
/// every disk is looked at before anything starts again. How many were killed.
int kills_under_load(std::uint64_t seed, int rounds) {
  SeededRandom choice(seed);
  ServerProcess server;
  std::vector<std::unique_ptr<PhoneProcess>> phones;
  for (std::uint64_t i = 0; i < 3; ++i)
    phones.push_back(std::make_unique<PhoneProcess>(server, 1000 * seed + 100 * i));
  int kills = 0;
  for (int round = 0; round < rounds; ++round) {
    INFO("seed " << seed << ", round " << round);
    if (!server.is_running()) server.start();
    for (auto& phone : phones)
      if (!phone->is_running()) phone->start();
    choice.pick(phones)->hear(choice.between(1, 30));

    const bool server_dies = choice.chance(60);
    std::vector<PhoneProcess*> dying;
    for (auto& phone : phones)
      if (phone->is_running() && choice.chance(server_dies ? 40 : 70)) dying.push_back(phone.get());
    for (auto* phone : dying) phone->send_kill();
    if (server_dies) {
      server.kill();
      ++kills;
      CHECK(server.fault() == "");
    }
    for (auto* phone : dying) {
      phone->gone();
      ++kills;
      CHECK(phone->fault(server) == "");
    }
  }
  if (!server.is_running()) server.start();
  for (auto& phone : phones)
    if (phone->is_running()) phone->kill();
  for (int twice = 0; twice < 2; ++twice)
    for (auto& phone : phones) phone->settle();
  server.stop();
  CHECK(server.fault() == "");
  std::size_t edits = 0;
  for (const auto& phone : phones) {
    edits += phone->edits();
    CHECK(phone->fault(server) == "");
    CHECK(phone->tips() == server.heads());
  }
  CHECK(edits > 5U * static_cast<unsigned>(rounds));
  CHECK(server.ops().size() >= edits);
  return kills;
}

}  // namespace

TEST_CASE("Server and phones killed under load, alone or at once, lose nothing they acknowledged") {
  // Some short lives: what is looked at after each kill grows with a server's.
  int kills = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) kills += kills_under_load(20'260'300 + seed, 16);
  CHECK(kills > 190);
}

TEST_CASE("The same with hundreds of kills", "[.hundreds]") {
  int kills = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) kills += kills_under_load(seed, 20);
  WARN(kills << " kills");
  CHECK(kills > 1000);
}

TEST_CASE("A server killed at any change of its start finds all of it at the next") {
  ServerProcess server;
  PhoneProcess phone(server, 1);
  int kills = 0;
  for (int changes = 1; changes <= 25; ++changes) {
    INFO("after " << changes << " changes");
    // A server that was killed under load has the most to do when it starts.
    server.start();
    phone.start();
    phone.hear(20);
    server.kill();
    phone.kill();
    DirectoryWatch watch(server.folder());
    server.begin();
    watch.wait_for(changes % 5 + 1, server.pid());
    server.kill();
    kills += 3;
    CHECK(server.fault() == "");
    CHECK(phone.fault(server) == "");
  }
  CHECK(kills == 75);
}

TEST_CASE("A server killed at any change of the upgrade of an older store leaves a whole one of one schema") {
  ServerProcess server;
  PhoneProcess phone(server, 1);
  server.start();
  phone.start();
  phone.hear(20);
  phone.kill();
  server.stop();
  int older = 0;
  for (int changes = 1; changes <= 20; ++changes) {
    INFO("after " << changes << " changes");
    server::test::make_schema_4(server.path());
    DirectoryWatch watch(server.folder());
    server.begin();
    watch.wait_for(changes % 10 + 1, server.pid());  // there are nearly twice as many
    server.kill();
    const int schema = server::test::whole_schema(server.path());
    CHECK(schema >= 4);
    if (schema == 4) ++older;
    CHECK(server.fault() == "");
    CHECK(phone.fault(server) == "");
  }
  CHECK(older > 0);
}

TEST_CASE("init killed at any change leaves no store or a whole one, and nothing in the way of the next") {
  int kills = 0;
  for (int changes = 1; changes <= 40; changes += 3) {
    INFO("after " << changes << " changes");
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    const auto path = folder / "new.db";
    const std::vector<std::string> init = {"init", "--db",   path.string(), "--agency",
                                           "A",    "--zone", "Europe/Paris"};
    if (!finished_before(changes, folder.path(), init)) ++kills;
    if (!std::filesystem::exists(path)) CHECK(run(init).exit_code == 0);
    CHECK(run({"verify", "--db", path.string()}).exit_code == 0);
    CHECK(run({"backup", "--db", path.string(), "--to", (folder / "copy.db").string()}).exit_code == 0);
    CHECK(left_over(folder.path()) == 0);
  }
  // How many of them come in time hangs on the machine.
  CHECK(kills > 0);
}

TEST_CASE("backup and restore killed at any change leave whole stores, and clean up after each other") {
  ServerProcess server;
  PhoneProcess phone(server, 1);
  server.start();
  phone.start();
  phone.hear(60);
  phone.kill();
  server.stop();
  const auto first = server.folder() / "first.db";
  REQUIRE(run(server.words("backup", {"--to", first.string()})).exit_code == 0);
  int kills = 0, number = 0;
  const auto kill_at = [&](int changes) {
    INFO("after " << changes << " changes");
    const auto to = server.folder() / ("backup" + std::to_string(++number) + ".db");
    if (!finished_before(changes, server.folder(), server.words("backup", {"--to", to.string()}))) ++kills;
    CHECK(server.fault() == "");
    if (std::filesystem::exists(to)) CHECK(server.fault_of(to) == "");
    CHECK(left_over(server.folder()) <= 4);  // of one copy: the file and its logs

    const std::vector<std::string> restore = server.words("restore", {"--from", first.string(), "--force"});
    if (!finished_before(changes, server.folder(), restore)) ++kills;
    CHECK(server.fault() == "");
    CHECK(run(restore).exit_code == 0);
    CHECK(server.fault() == "");
    CHECK(left_over(server.folder()) == 0);
    CHECK(phone.fault(server) == "");
  };
  for (int changes = 1; changes <= 12; ++changes) kill_at(changes);
  for (int changes = 15; changes <= 60; changes += 5) kill_at(changes);
  CHECK(kills > 15);
}

TEST_CASE(
    "A server killed while it makes a backup leaves no half one, and phones keep what is not in a whole "
    "one") {
  ServerProcess server;
  PhoneProcess phone(server, 1);
  constexpr int rounds = 25;  // each kills both
  for (int round = 0; round < rounds; ++round) {
    INFO("round " << round);
    server.start();
    phone.start();
    phone.hear(10);
    const auto to = server.folder() / ("backup" + std::to_string(round) + ".db");
    DirectoryWatch watch(server.folder());
    Running command(server.words("backup", {"--to", to.string()}));
    watch.wait_for(3 + round * 4, command.pid());
    server.kill();
    phone.kill();
    const auto ended = command.wait();
    if (ended.exit_code == 0) CHECK(std::filesystem::exists(to));
    if (std::filesystem::exists(to)) CHECK(server.fault_of(to) == "");
    CHECK(server.fault() == "");
    CHECK(phone.fault(server) == "");
  }
  REQUIRE(run(server.words("backup", {"--to", (server.folder() / "last.db").string()})).exit_code == 0);
  CHECK(left_over(server.folder()) == 0);
}

}  // namespace waymark::test
