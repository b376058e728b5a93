#include "shared/tally/schedule.h"

#include <algorithm>

namespace waymark {
namespace {

/// The newest schedule effective on or before `date`, or null.
const Schedule* schedule_in_effect(const std::vector<Schedule>& schedules, Date date) {
  const Schedule* newest = nullptr;
  for (const Schedule& schedule : schedules) {
    if (schedule.effective_from > date) continue;
    // A person has one schedule a date by its natural key; should a store hold two, the id decides, so that
    // phone and server still agree.
    if (newest == nullptr || schedule.effective_from > newest->effective_from ||
        (schedule.effective_from == newest->effective_from && schedule.id < newest->id))
      newest = &schedule;
  }
  return newest;
}

}  // namespace

ScheduledDay scheduled_day(const WorkPattern& pattern, Date date, const Policy& policy) {
  ScheduledDay day;
  for (const Leave& leave : pattern.leave)
    if (leave.date == date) day.leave += std::chrono::minutes{leave.minutes};

  const Schedule* schedule = schedule_in_effect(pattern.schedules, date);
  if (schedule == nullptr) return day;
  day.known = true;
  day.pattern = std::chrono::minutes{schedule->minutes[static_cast<std::size_t>(weekday_index(date))]};
  const bool holiday = std::ranges::find(policy.holidays, date) != policy.holidays.end();
  if (!holiday) day.scheduled = std::max(day.pattern - day.leave, Millis{0});
  return day;
}

}  // namespace waymark
