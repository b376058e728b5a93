// Schedules in ctest, what many of them exercise, and that a seed is a schedule (scripts/simulate runs any
// number).
#include "tests/simulation/simulation.h"

#include <catch2/catch.hpp>
#include <string>

using namespace waymark::simulation;

namespace {

constexpr std::uint64_t first_seed = 1;
constexpr std::uint64_t seeds = 2'000;
constexpr std::uint64_t many_seeds = 20'000;

std::string told(const Failure& failure) {
  std::string text;
  for (const auto& step : failure.steps) text += step + "\n";
  return text + "seed " + std::to_string(failure.seed) + ": " + failure.broken +
         "\nscripts/simulate --seeds 1 --trace --from " + std::to_string(failure.seed) + " replays it.";
}

}  // namespace

TEST_CASE("Over random schedules of real phones and a real server every promise of the protocol holds") {
  Simulation simulation;
  for (std::uint64_t seed = first_seed; seed < first_seed + seeds; ++seed)
    if (const auto failure = simulation.run(seed)) FAIL(told(*failure));
  // A fault that never happens is a hole in the test. Of two thousand a handful is too rare to count on.
  std::size_t tried = 0;
  for (const auto count : simulation.counts()) tried += count > 0 ? 1 : 0;
  INFO(tried << " of " << happenings);
  CHECK(tried >= happenings - 3);
}

// Minutes long, so it runs only when asked for by its tag.
TEST_CASE("Over many schedules everything comes about that the simulation is there for", "[.many]") {
  Simulation simulation;
  for (std::uint64_t seed = first_seed; seed < first_seed + many_seeds; ++seed)
    if (const auto failure = simulation.run(seed)) FAIL(told(*failure));
  for (std::size_t i = 0; i < happenings; ++i) {
    const auto happening = static_cast<Happening>(i);
    INFO(words(happening));
    CHECK(simulation.counts()[i] > 0);
  }
}

TEST_CASE("A seed is one schedule, whatever ran before it") {
  std::vector<std::string> alone;
  {
    Simulation simulation;
    alone = simulation.trace(77);
  }
  Simulation simulation;
  for (std::uint64_t seed = 70; seed < 77; ++seed) (void)simulation.run(seed);
  const auto after_others = simulation.trace(77);
  CHECK(alone == after_others);
  CHECK(simulation.trace(77) == alone);
  CHECK(simulation.trace(78) != alone);
}
