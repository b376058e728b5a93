// A specialist's scheduled time: effective-dated weekday minutes, less leave and the agency's holidays
// (domain.md, Schedule). Role hours only: S1 and S2 speak of an employment specialist's work hours, so
// part-role staff are measured on their part.
#pragma once

#include <vector>

#include "shared/records/records.h"

namespace waymark {

struct WorkPattern {
  std::vector<Schedule> schedules;  ///< in any order
  std::vector<Leave> leave;         ///< in any order; rows of other dates do no harm
};

struct ScheduledDay {
  bool known = false;   ///< a schedule is in effect
  Millis pattern{0};    ///< the weekday's minutes, before leave and holidays
  Millis leave{0};      ///< the day's leave rows, summed
  Millis scheduled{0};  ///< pattern − leave, never below 0; 0 on a holiday
};

/// By the newest schedule effective on or before `date`; nothing is scheduled before the first one.
ScheduledDay scheduled_day(const WorkPattern& pattern, Date date, const Policy& policy);

}  // namespace waymark
