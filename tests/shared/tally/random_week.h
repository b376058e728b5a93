// Random weeks for the properties of the tally: any policy, any schedule, entries that overlap, cross every
// edge, run on, or have no length. All times are whole minutes.
#pragma once

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "shared/tally/week_tally.h"

namespace waymark::testing {

/// A week whose bounds are known without asking a zone: the UTC offsets in force at its eight midnights.
struct KnownWeek {
  const char* what;
  const char* zone;
  Date first;
  std::array<int, 8> offset_hours;

  std::array<Instant, 8> bounds() const;
};

const std::vector<KnownWeek>& known_weeks();

struct RandomWeek {
  KnownWeek week;
  std::vector<Entry> entries;
  WorkPattern pattern;
  Policy policy;
  Instant now;

  WeekTally tally() const;
  WeekTally tally_of(const std::vector<Entry>& others) const;
};

/// A number from 0 to below `below`; for use inside a property.
int any(int below);

/// Draws a week; for use inside a property.
RandomWeek any_week();
/// The same with entries one after the other, so that none overlap.
RandomWeek any_week_without_overlap();

std::ostream& operator<<(std::ostream& out, const RandomWeek& week);

}  // namespace waymark::testing
