// An older server's store where its disk cannot be written: today's server cannot bring it up to date, says
// so, and leaves it as it is. (How an upgrade is cut off is in server_scripts.cpp.)
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "syncserver/store/schema.h"
#include "tests/crash/command.h"
#include "tests/crash/faulty_file_system.h"
#include "tests/crash/server_session.h"
#include "tests/syncserver/store/older_store.h"

namespace waymark::test {

using namespace server;

namespace {

const std::vector<ServerStep> no_steps;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("verify and backup of an older store on a disk that cannot be written say so and change nothing") {
  ServerDisk server;
  ServerSession session(no_steps);
  REQUIRE(session.init());
  REQUIRE(session.reopen());
  REQUIRE(session.add("Ana", Role::specialist));
  session.close();
  server::test::make_schema_4(session.path());
  const auto before = bytes_of(session.path());
  const TemporaryDirectory elsewhere(TemporaryDirectory::Kind::memory);
  const auto copy = elsewhere / "copy.db";

  for (const auto fault : {DiskFault::read_only, DiskFault::full}) {
    server.disk.fail_at(session.folder(), 0, fault);
    for (const auto& words : {std::vector<std::string>{"verify"}, {"backup", "--to", copy.string()}}) {
      const auto said = run_command(session, words);
      INFO(words.front() << ": " << said.text);
      CHECK(said.exit_code == exit_cannot_open);
      CHECK(said.text.find(session.path().string()) != std::string::npos);
      CHECK(said.text.find(fault == DiskFault::full ? "is full: make room" : "can be read and written") !=
            std::string::npos);
      CHECK_FALSE(std::filesystem::exists(copy));
      CHECK(bytes_of(session.path()) == before);
    }
    server.disk.heal(session.folder());
    CHECK(server::test::whole_schema(session.path()) == 4);
  }
  CHECK(run_command(session, {"verify"}).exit_code == exit_done);
  CHECK(server::test::whole_schema(session.path()) == server::schema_version);
  CHECK(run_command(session, {"backup", "--to", copy.string()}).exit_code == exit_done);
}

}  // namespace waymark::test
