// A week: seven local days in the policy's zone (domain.md, tally rule 1). 167 or 169 hours long at clock
// changes.
#pragma once

#include <array>
#include <optional>

#include "shared/time/zone.h"

namespace waymark {

enum class WeekStart { mon, sun };

/// The first day of the week that `date` lies in.
Date week_of(Date date, WeekStart starts_on);

/// A week laid out in a zone: the eight instants that bound its seven days.
struct WeekFrame {
  Date first;
  std::array<Instant, 8> bounds;

  Span span() const { return {bounds[0], bounds[7]}; }
  Span day(int index) const {
    return {bounds[static_cast<std::size_t>(index)], bounds[static_cast<std::size_t>(index) + 1]};
  }
  Date date(int index) const { return add_days(first, index); }
  /// Which of the seven days `instant` lies in, or none outside the week.
  std::optional<int> day_index(Instant instant) const;
};

WeekFrame week_frame(Date first, const Zone& zone);

}  // namespace waymark
