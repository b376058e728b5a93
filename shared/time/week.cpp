#include "shared/time/week.h"

#include <algorithm>

namespace waymark {

Date week_of(Date date, WeekStart starts_on) {
  const int days_from_monday = weekday_index(date);
  const int days_in = starts_on == WeekStart::mon ? days_from_monday : (days_from_monday + 1) % 7;
  return add_days(date, -days_in);
}

std::optional<int> WeekFrame::day_index(Instant instant) const {
  if (instant < bounds.front() || instant >= bounds.back()) return std::nullopt;
  // The last bound at or before the instant: where a zone skipped a whole day, its empty day is passed over.
  const auto after = std::upper_bound(bounds.begin(), bounds.end(), instant);
  return static_cast<int>(after - bounds.begin()) - 1;
}

WeekFrame week_frame(Date first, const Zone& zone) {
  WeekFrame frame{first, {}};
  for (std::size_t i = 0; i < frame.bounds.size(); ++i)
    frame.bounds[i] = zone.start_of(add_days(first, static_cast<int>(i)));
  return frame;
}

}  // namespace waymark
