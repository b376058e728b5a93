#include "shared/sample/seeded_random.h"

namespace waymark {

SeededRandom::SeededRandom(std::uint64_t seed, std::string_view part, std::int64_t first, std::int64_t second)
    : state_(seed) {
  // Each part of the name is stirred in by one step of the generator.
  for (const char c : part) state_ = next() ^ static_cast<unsigned char>(c);
  state_ = next() ^ static_cast<std::uint64_t>(first);
  state_ = next() ^ static_cast<std::uint64_t>(second);
}

// SplitMix64: a counter and a mixing function. Good enough for samples, no secret.
std::uint64_t SeededRandom::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) word = next();
    bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
  }
}

int SeededRandom::between(int low, int high) {
  const auto width = static_cast<std::uint64_t>(static_cast<std::int64_t>(high) - low) + 1;
  return static_cast<int>(low + static_cast<std::int64_t>(next() % width));
}

double SeededRandom::real(double low, double high) {
  constexpr double steps = 1ULL << 53;
  return low + (high - low) * (static_cast<double>(next() >> 11) / steps);
}

}  // namespace waymark
