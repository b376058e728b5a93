// The server's disk fails at every call that changes it (sync.md, invariants 1, 2, 6, 10 and 15; quality.md,
// Crash): see mishaps.h for what must hold after each mishap.
// Every run tries a part of the places, spread over each script; `server_disk_test [.everywhere]` tries all.
// Cases tagged [.byhand] are run by hand: `server_disk_test [.byhand]`.
#include <catch2/catch.hpp>

#include "tests/crash/server_scripts.h"

namespace waymark::test {

namespace {

Trial check(const ServerScript& script, const std::vector<Mishap>& mishaps, std::int64_t most) {
  FaultyDisk disk;
  const auto trial = try_everywhere(disk, to_script(script), mishaps, most);
  INFO(script.name << ": " << trial.summary());
  CHECK(trial.wrong.empty());
  CHECK(trial.mishaps > 10);
  CHECK(trial.noticed > trial.mishaps / 3);
  return trial;
}

}  // namespace

TEST_CASE("Wherever the server is killed or its power cut, it goes on from the last acknowledged step") {
  for (const auto& script : server_scripts())
    check(script, {Mishap::killed, Mishap::torn, Mishap::power_cut}, 105);
}

TEST_CASE("Wherever one call of the server's disk fails, the step fails whole and can be done again",
          "[.byhand]") {
  for (const auto& script : server_scripts()) check(script, {Mishap::io_error, Mishap::failed_read}, 70);
}

TEST_CASE("Wherever the server's disk becomes full or read-only, it says so and goes on when it is not",
          "[.byhand]") {
  for (const auto& script : server_scripts()) check(script, {Mishap::full, Mishap::read_only}, 70);
}

TEST_CASE("Wherever a backup or a restore is cut off, the store is whole and both can be done again",
          "[.byhand]") {
  check(
      backup_script(),
      {Mishap::killed, Mishap::torn, Mishap::io_error, Mishap::failed_read, Mishap::full, Mishap::read_only},
      150);
}

TEST_CASE("Every mishap at every change of every script", "[.everywhere]") {
  constexpr auto all = std::int64_t{1} << 40;
  const std::vector<Mishap> mishaps = {Mishap::io_error,  Mishap::failed_read, Mishap::full,
                                       Mishap::read_only, Mishap::killed,      Mishap::torn,
                                       Mishap::power_cut};
  for (const auto& script : server_scripts())
    WARN(script.name << ": " << check(script, mishaps, all).summary());
  WARN(check(backup_script(), {mishaps.begin(), mishaps.end() - 1}, all).summary());
}

}  // namespace waymark::test
