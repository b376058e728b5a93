// Randomness that repeats itself, for samples and simulations: the same numbers from the same seed on every
// machine and compiler, which the standard library's distributions do not promise.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "shared/ids.h"

namespace waymark {

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  /// A stream of its own for one part of a whole, so that parts do not change each other.
  SeededRandom(std::uint64_t seed, std::string_view part, std::int64_t first = 0, std::int64_t second = 0);

  void fill(std::span<std::uint8_t> bytes) override;
  std::uint64_t next();
  int between(int low, int high);  ///< both included
  int below(int bound) { return between(0, bound - 1); }
  double real(double low, double high);
  bool chance(int percent) { return between(1, 100) <= percent; }
  /// One of a list, which must not be empty.
  template <class List>
  decltype(auto) pick(List&& list) {
    return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace waymark
