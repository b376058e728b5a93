#include "tests/simulation/simulation.h"

#include <sodium.h>
#include <sqlite3.h>

#include <stdexcept>

#include "tests/simulation/world.h"
#include "tests/temporary_directory.h"

namespace waymark::simulation {
namespace {

Zone agency_time() {
  auto zone = Zone::find(agency_zone);
  if (!zone) throw std::runtime_error(zone.error().message);
  return *zone;
}

}  // namespace

struct Simulation::Parts {
  explicit Parts(Judging run_judging) : judging(run_judging) {}

  const Judging judging;
  test::FaultyDisk disk{test::OpenFiles::in_memory};
  Zone zone = agency_time();
  Template made = make_template(disk, zone);
  test::TemporaryDirectory folder{test::TemporaryDirectory::Kind::memory};
  Machines machines{disk, folder.path()};
  std::uint64_t run = 0;

  /// A run in a folder of its own; what it broke, if anything.
  std::string play(std::uint64_t seed, bool in_words, Counts& counts, std::vector<std::string>& lines) {
    const auto run_folder = folder.path() / std::to_string(++run);
    std::filesystem::create_directories(run_folder);
    std::string broken;
    {
      World world(made, machines, disk, zone, run_folder, seed, judging, in_words);
      try {
        broken = world.run();
      } catch (const std::exception& failure) {
        broken = std::string("something was thrown: ") + failure.what();
      }
      counts = world.trace().counts();
      lines = world.trace().lines();
    }
    std::filesystem::remove_all(run_folder);
    return broken;
  }
};

Simulation::Simulation(Judging judging) {
  // SQLite's count of its memory costs a lock for each piece of it. (Refused, and no harm, once it is in
  // use.)
  (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  // One thread does all of it.
  (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  // Stores are opened and closed by the thousand: what their schemas and statements are made of comes from
  // the connection's own heap, pages from one that stays.
  constexpr int piece_bytes = 1200, pieces = 400, pages = 4000, page_bytes = 4096;
  static std::vector<char> page_heap;
  (void)sqlite3_config(SQLITE_CONFIG_LOOKASIDE, piece_bytes, pieces);
  int header = 0;
  if (page_heap.empty() && sqlite3_config(SQLITE_CONFIG_PCACHE_HDRSZ, &header) == SQLITE_OK) {
    page_heap.resize(static_cast<std::size_t>(pages) * static_cast<std::size_t>(page_bytes + header));
    (void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, page_heap.data(), page_bytes + header, pages);
  }
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
  parts_ = std::make_unique<Parts>(judging);
}

Simulation::~Simulation() = default;

std::optional<Failure> Simulation::run(std::uint64_t seed) {
  Counts counts{};
  std::vector<std::string> lines;
  auto broken = parts_->play(seed, false, counts, lines);
  for (std::size_t i = 0; i < counts.size(); ++i) counts_[i] += counts[i];
  if (broken.empty()) return std::nullopt;
  // The same once more, in words.
  Failure failure{seed, broken, {}};
  const auto again = parts_->play(seed, true, counts, failure.steps);
  if (again != broken)
    failure.broken = "a schedule does not repeat itself: first \"" + broken + "\", then \"" + again + "\"";
  return failure;
}

std::vector<std::string> Simulation::trace(std::uint64_t seed, std::optional<Failure>* failure) {
  Counts counts{};
  std::vector<std::string> lines;
  auto broken = parts_->play(seed, true, counts, lines);
  if (failure != nullptr && !broken.empty()) *failure = Failure{seed, std::move(broken), lines};
  return lines;
}

}  // namespace waymark::simulation
