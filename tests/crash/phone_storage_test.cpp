// A phone whose storage cannot be written, from its start or from one moment on (sync.md, invariants 1 and
// 14): it says so in a sentence, shows what it has, and changes nothing.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/crash/phone_session.h"

namespace waymark::test {

using namespace device::testing;

namespace {

const std::vector<PhoneStep> no_steps;

std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".lock") continue;
    std::ifstream in(file.path(), std::ios::binary);
    files[file.path().filename()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

}  // namespace

TEST_CASE("A store on a read-only disk is refused in a sentence, and not changed") {
  FaultyDisk disk;
  PhoneSession phone(no_steps);
  phone.enrolled();
  REQUIRE(phone.book().put(visit(day_one, "kept")));
  phone.close();
  const auto before = contents(phone.folder());
  disk.fail_at(phone.folder(), 0, DiskFault::read_only);
  const auto refused = phone.reopen();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_open);
  CHECK(refused.error().message ==
        "The file with your records cannot be written: choose a folder this program may write to.");
  CHECK(contents(phone.folder()) == before);
  disk.heal(phone.folder());
  REQUIRE(phone.reopen());
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("While its disk is read-only an open store shows everything and saves nothing") {
  FaultyDisk disk;
  PhoneSession phone(no_steps);
  phone.enrolled();
  REQUIRE(phone.book().start(running_visit(day_one)));
  const auto before = phone.state();
  disk.fail_at(phone.folder(), 0, DiskFault::read_only);
  for (int i = 0; i < 3; ++i) {
    const auto refused = phone.book().switch_to(running_visit(day_one + hour));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::cannot_open);
  }
  CHECK(phone.sync().error().code == ErrorCode::cannot_open);
  CHECK(phone.state() == before);
  CHECK(device::Records(*phone.store).running_entries()->size() == 1);
  disk.heal(phone.folder());
  CHECK(phone.book().switch_to(running_visit(day_one + hour)));
  CHECK(phone.sync());
}

TEST_CASE("On a full disk a phone says so at every edit, and each edit after it goes in") {
  FaultyDisk disk;
  PhoneSession phone(no_steps);
  phone.enrolled();
  disk.fail_at(phone.folder(), 0, DiskFault::full);
  for (int i = 0; i < 5; ++i) {
    const auto refused = phone.book().put(visit(day_one + i * hour));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::disk_full);
    CHECK(refused.error().message == "The storage of this device is full: free some space and try again.");
  }
  CHECK(phone.store->counts()->waiting == 0);
  disk.heal(phone.folder());
  CHECK(phone.book().put(visit(day_one)));
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("A folder that may not be written is refused before anything is made in it") {
  if (::geteuid() == 0) return;  // root may write anywhere
  PhoneSession phone(no_steps);
  ::chmod(phone.folder().c_str(), 0500);
  const auto refused = phone.reopen();
  ::chmod(phone.folder().c_str(), 0700);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_open);
  CHECK(std::filesystem::is_empty(phone.folder()));
}

}  // namespace waymark::test
