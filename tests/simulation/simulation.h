// The deterministic simulation: many devices and people, one server, the real code of both, and everything of
// the world handed in. One seed is one schedule, the same whatever ran before it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/trace.h"

namespace waymark::simulation {

struct Failure {
  std::uint64_t seed = 0;
  std::string broken;              ///< the property, in one sentence
  std::vector<std::string> steps;  ///< the schedule in words, numbered
};

/// By what a run is judged.
enum class Judging {
  by_the_rules,  ///< every answer of the server is compared with the reference model's, too
  by_outcome,    ///< the server may answer what it likes; only what comes of it counts (outcome.h)
};

class Simulation {
 public:
  /// Makes the agency that every schedule starts from. One lives at a time: it registers the disk that fails.
  explicit Simulation(Judging judging = Judging::by_the_rules);
  ~Simulation();
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  /// None: every property held.
  std::optional<Failure> run(std::uint64_t seed);
  /// The same, and the schedule in words even where nothing is broken.
  std::vector<std::string> trace(std::uint64_t seed, std::optional<Failure>* failure = nullptr);

  /// What all runs so far exercised.
  const Counts& counts() const { return counts_; }

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  Counts counts_{};
};

}  // namespace waymark::simulation
