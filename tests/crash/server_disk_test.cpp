// The server's disk fails at every call that changes it (sync.md, invariants 1, 2, 6, 10 and 15; quality.md,
// Crash): see mishaps.h for what must hold after each mishap.
// Every run tries a part of the places, spread over each script; `server_disk_test [.everywhere]` tries all.
#include "tests/crash/mishap_checks.h"
#include "tests/crash/server_scripts.h"

namespace waymark::test {

TEST_CASE("Wherever the server is killed or its power cut, it goes on from the last acknowledged step") {
  for (const auto& script : server_scripts())
    check(to_script(script), {Mishap::killed, Mishap::torn, Mishap::power_cut}, 105);
}

TEST_CASE("Wherever one call of the server's disk fails, the step fails whole and can be done again") {
  for (const auto& script : server_scripts())
    check(to_script(script), {Mishap::io_error, Mishap::failed_read}, 70);
}

TEST_CASE("Wherever the server's disk becomes full or read-only, it says so and goes on when it is not") {
  for (const auto& script : server_scripts()) check(to_script(script), {Mishap::full, Mishap::read_only}, 70);
}

// A power cut is not among them: a copy is flushed and gets its name past SQLite, where this disk sees
// nothing.
const std::vector<Mishap> mishaps_of_copies = {every_mishap.begin(), every_mishap.end() - 1};

TEST_CASE("Wherever a backup or a restore is cut off, the store is whole and both can be done again") {
  const auto script = backup_script();
  check(to_script(script), mishaps_of_copies, 150);
}

TEST_CASE("Every mishap at every change of every script", "[.everywhere]") {
  for (const auto& script : server_scripts())
    WARN(script.name << ": " << check(to_script(script), every_mishap, every_place).summary());
  const auto script = backup_script();
  WARN(script.name << ": " << check(to_script(script), mishaps_of_copies, every_place).summary());
}

}  // namespace waymark::test
