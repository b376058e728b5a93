#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "shared/sample/seeded_random.h"

using namespace waymark;

TEST_CASE("Equal seeds give equal numbers, on every machine the same") {
  // The first numbers SplitMix64 gives for the seed 1234567, as its author's C program prints them.
  SeededRandom random(1234567);
  CHECK(random.next() == 6457827717110365317ULL);
  CHECK(random.next() == 3203168211198807973ULL);
}

TEST_CASE("Every part and every number of a part has a stream of its own") {
  std::set<std::uint64_t> firsts;
  for (const std::uint64_t seed : {1, 2})
    for (const auto* part : {"week", "weel", "home"})
      for (const int first : {0, 1, 2})
        for (const int second : {0, 1, 2}) firsts.insert(SeededRandom(seed, part, first, second).next());
  CHECK(firsts.size() == 2 * 3 * 3 * 3);
  CHECK(SeededRandom(1, "week", 3, 4).next() == SeededRandom(1, "week", 3, 4).next());
}

TEST_CASE("Numbers stay between their bounds and reach both") {
  SeededRandom random(5);
  std::set<int> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.between(-2, 2));
  CHECK(seen == std::set<int>{-2, -1, 0, 1, 2});
  CHECK(random.between(7, 7) == 7);
  for (int i = 0; i < 1000; ++i) {
    const double value = random.real(-1.5, 2.5);
    REQUIRE((value >= -1.5 && value < 2.5));
  }
  CHECK(random.chance(100));
  CHECK_FALSE(random.chance(0));
}

TEST_CASE("Bytes of every count are filled") {
  std::array<std::uint8_t, 19> bytes{};
  SeededRandom(9).fill(bytes);
  CHECK(std::set<std::uint8_t>(bytes.begin(), bytes.end()).size() > 10);
  std::array<std::uint8_t, 19> again{};
  SeededRandom(9).fill(again);
  CHECK(bytes == again);
}
