// Millbrook Falls, an invented town: where the sample agency's places and employers are.
#pragma once

#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/sample/seeded_random.h"

namespace waymark::sample {

struct Position {
  double lat = 0;
  double lon = 0;
};

// The places of the demo's field day, the same for every seed.
inline constexpr Position program_site_at{43.10090, -75.23270};
inline constexpr Position first_employer_at{43.11420, -75.25510};
inline constexpr Position second_employer_at{43.09280, -75.20840};

double distance_m(Position a, Position b);  ///< as the crow flies
/// Miles of a drive, to one decimal: roads are a third longer than the crow's way.
double road_miles(Position a, Position b);
/// Minutes of that drive with parking, never under 5.
int drive_minutes(Position a, Position b);

/// A position in the built-up part of town.
Position somewhere(SeededRandom& random);

std::vector<KnownPlace> town_places(std::uint64_t seed);
std::vector<Employer> town_employers(std::uint64_t seed, Date today);

}  // namespace waymark::sample
