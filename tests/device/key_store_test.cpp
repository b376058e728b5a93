// The key file of `--key-file`.
#include "mobile/device/key_store.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/device/device_world.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

TEST_CASE("A key file keeps secrets by name, and only its owner may read it") {
  TemporaryDirectory folder;
  const auto file = folder / "keys";
  {
    FileKeyStore keys(file);
    CHECK_FALSE(*keys.load("a"));
    REQUIRE(keys.save("a", "one"));
    REQUIRE(keys.save("b", "two"));
    REQUIRE(keys.save("a", "three"));
  }
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  FileKeyStore keys(file);
  CHECK(**keys.load("a") == "three");
  CHECK(**keys.load("b") == "two");
  REQUIRE(keys.erase("a"));
  REQUIRE(keys.erase("a"));
  CHECK_FALSE(*keys.load("a"));
  CHECK(**keys.load("b") == "two");
}

TEST_CASE("A key file that was open to others is closed to them when it is written") {
  TemporaryDirectory folder;
  const auto file = folder / "keys";
  std::ofstream(file) << "a one\n";
  ::chmod(file.c_str(), 0644);
  FileKeyStore keys(file);
  REQUIRE(keys.save("b", "two"));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(**keys.load("a") == "one");
}

TEST_CASE("A key file in a folder that is missing is told so") {
  TemporaryDirectory folder;
  FileKeyStore keys(folder / "no-such-folder/keys");
  const auto saved = keys.save("a", "one");
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::cannot_open);
}
