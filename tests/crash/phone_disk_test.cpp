// The phone's disk fails at every call that changes it (sync.md, invariants 1, 4, 6 and 10; quality.md,
// Crash): see mishaps.h for what must hold after each mishap.
// Every run tries a part of the places, spread over each script; `phone_disk_test [.everywhere]` tries all.
#include "tests/crash/mishap_checks.h"
#include "tests/crash/phone_scripts.h"

namespace waymark::test {

TEST_CASE("Wherever the phone is killed or its power cut, it goes on from the last acknowledged step") {
  FaultyDisk disk;
  for (const auto& script : phone_scripts())
    check(disk, to_script(script), {Mishap::killed, Mishap::torn, Mishap::power_cut}, 105);
}

TEST_CASE("Wherever one call of the phone's disk fails, the step fails whole and can be done again") {
  FaultyDisk disk;
  for (const auto& script : phone_scripts())
    check(disk, to_script(script), {Mishap::io_error, Mishap::failed_read}, 70);
}

TEST_CASE("Wherever the phone's storage becomes full or read-only, it says so and goes on when it is not") {
  FaultyDisk disk;
  for (const auto& script : phone_scripts())
    check(disk, to_script(script), {Mishap::full, Mishap::read_only}, 70);
}

TEST_CASE("Every mishap at every change of every script", "[.everywhere]") {
  // Long: `-c` with its name runs one alone.
  FaultyDisk disk;
  for (const auto& script : phone_scripts()) DYNAMIC_SECTION(script.name) {
      WARN(script.name << ": " << check(disk, to_script(script), every_mishap, every_place).summary());
    }
}

}  // namespace waymark::test
