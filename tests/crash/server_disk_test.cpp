// The server's disk fails at every call that changes it (sync.md, invariants 1, 2, 6, 10 and 15; quality.md,
// Crash): see mishaps.h for what must hold after each mishap.
// Backups and restores flush and name files beside SQLite: those calls fail, too, and a power cut takes names
// that were not flushed.
// Every run tries a part of the places, spread over each script; `server_disk_test [.everywhere]` tries all.
#include <set>

#include "tests/crash/faulty_file_system.h"
#include "tests/crash/mishap_checks.h"
#include "tests/crash/server_scripts.h"

namespace waymark::test {

TEST_CASE("Wherever the server is killed or its power cut, it goes on from the last acknowledged step") {
  ServerDisk server;
  for (const auto& script : server_scripts())
    check(server.disk, to_script(script), {Mishap::killed, Mishap::torn, Mishap::power_cut}, 105);
}

TEST_CASE("Wherever one call of the server's disk fails, the step fails whole and can be done again") {
  ServerDisk server;
  for (const auto& script : server_scripts())
    check(server.disk, to_script(script), {Mishap::io_error, Mishap::failed_read}, 70);
}

TEST_CASE("Wherever the server's disk becomes full or read-only, it says so and goes on when it is not") {
  ServerDisk server;
  for (const auto& script : server_scripts())
    check(server.disk, to_script(script), {Mishap::full, Mishap::read_only}, 70);
}

TEST_CASE("Wherever a backup or a restore is cut off, the store is whole and both can be done again") {
  ServerDisk server;
  for (const auto& script : copy_scripts()) check(server.disk, to_script(script), every_mishap, 70);
}

TEST_CASE("At or soon after each call that names, flushes or removes a copy a mishap loses nothing") {
  ServerDisk server;
  for (const auto& script : copy_scripts()) {
    auto at_names = to_script(script);
    at_names.power_cuts = 6;
    server.files.take_places();
    const auto these_and_the_next = [&] {
      std::set<std::int64_t> places;
      for (const auto place : server.files.take_places())
        for (int after = 0; after < 5; ++after) places.insert(place + after);
      return std::vector<std::int64_t>(places.begin(), places.end());
    };
    check(at_names, try_at(server.disk, at_names, {Mishap::io_error, Mishap::killed, Mishap::power_cut},
                           these_and_the_next));
  }
}

TEST_CASE("Every mishap at every change of every script", "[.everywhere]") {
  // Long: `-c` with its name runs one alone.
  ServerDisk server;
  for (const auto& scripts : {server_scripts(), copy_scripts()})
    for (const auto& script : scripts) DYNAMIC_SECTION(script.name) {
        WARN(script.name << ": "
                         << check(server.disk, to_script(script), every_mishap, every_place).summary());
      }
}

}  // namespace waymark::test
