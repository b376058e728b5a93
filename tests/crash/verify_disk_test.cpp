// verify where the disk does not give what it holds: that is told as what it is, with what to do about it,
// and damage that is there is not hidden by it (sync.md, "Exit": 1 a fault found, 3 cannot open).
#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/crash/command.h"

namespace waymark::test {

using namespace server;

namespace {

const std::vector<ServerStep> no_steps;

struct Agency {
  Agency() : session(no_steps) {
    REQUIRE(session.init());
    REQUIRE(session.reopen());
    for (const auto* name : {"Ana", "Ben", "Cid"}) {
      REQUIRE(session.add(name, Role::specialist));
      REQUIRE(session.make_code(name));
      REQUIRE(session.enroll(name));
    }
    session.close();
  }
  /// Turns the bits of an index's page, which opening the store does not read.
  void damage() const {
    const auto at = 4096 * (page_of("entries_by_time") - 1);
    std::fstream file(session.path(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(at);
    std::string page(4096, '\0');
    file.read(page.data(), 4096);
    for (auto& byte : page) byte = static_cast<char>(~byte);
    file.seekp(at);
    file.write(page.data(), 4096);
  }

  int page_of(const char* index) const {
    const SQLite::Database database(session.path().string());
    SQLite::Statement root(database, "SELECT rootpage FROM sqlite_schema WHERE name = ?");
    root.bind(1, index);
    REQUIRE(root.executeStep());
    return root.getColumn(0).getInt();
  }

  ServerSession session;
};

/// Runs verify with the disk failing at each of its reads, one after the other; tells `judge` what each
/// found. Returns how often it was told that the disk failed.
int verify_with_each_read_failing(FaultyDisk& disk, Agency& agency,
                                  const std::function<void(const VerifyReport&)>& judge) {
  auto& session = agency.session;
  int failed = 0;
  for (int look = 1;; ++look) {
    INFO("read " << look);
    REQUIRE(session.reopen());
    disk.start_counting(session.folder());
    disk.fail_look_at(session.folder(), look);
    try {
      judge(session.store->verify());
    } catch (const std::exception& failure) {
      const auto told = session.store->explain(failure);
      CHECK(told.code == ErrorCode::cannot_open);
      CHECK(told.message.find(session.path().string()) != std::string::npos);
      CHECK(told.message.find("damaged") == std::string::npos);
      ++failed;
    }
    const bool struck = disk.struck(session.folder());
    session.close();
    disk.heal(session.folder());
    if (!struck) return failed;
  }
}

}  // namespace

TEST_CASE("Whichever read of verify fails, it finds no damage in a store that is whole") {
  FaultyDisk disk;
  Agency agency;
  const int failed =
      verify_with_each_read_failing(disk, agency, [](const VerifyReport& report) { CHECK(report.ok()); });
  CHECK(failed > 20);
}

TEST_CASE("Whichever read of verify fails, it does not find a damaged store whole") {
  FaultyDisk disk;
  Agency agency;
  agency.damage();
  int found = 0;
  const auto judge = [&](const VerifyReport& report) {
    CHECK_FALSE(report.ok());
    ++found;
  };
  CHECK(verify_with_each_read_failing(disk, agency, judge) > 3);
  CHECK(found > 0);
}

TEST_CASE("The command verify exits 3 where the disk fails, and 1 only for a fault of the store") {
  FaultyDisk disk;
  Agency agency;
  CHECK(run_command(agency.session, {"verify"}).exit_code == exit_done);
  int failed = 0;
  for (int look = 1; look <= 120; ++look) {
    INFO("read " << look);
    disk.start_counting(agency.session.folder());
    disk.fail_look_at(agency.session.folder(), look);
    const auto said = run_command(agency.session, {"verify"});
    INFO(said.text);
    CHECK((said.exit_code == exit_done || said.exit_code == exit_cannot_open));
    if (said.exit_code == exit_cannot_open) {
      ++failed;
      CHECK(said.text.find(agency.session.path().string()) != std::string::npos);
    }
    disk.heal(agency.session.folder());
  }
  CHECK(failed > 20);
  agency.damage();
  CHECK(run_command(agency.session, {"verify"}).exit_code == exit_fault_found);
}

}  // namespace waymark::test
