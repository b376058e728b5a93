#include "mobile/device/reminders.h"

#include <algorithm>

namespace waymark::device {
namespace {

bool is_weekend(Date date) {
  const std::chrono::weekday day{std::chrono::sys_days{date}};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

const DayTally* find_day(const WeekTally& week, Date date) {
  const auto found =
      std::find_if(week.days.begin(), week.days.end(), [date](const DayTally& d) { return d.date == date; });
  return found == week.days.end() ? nullptr : &*found;
}

/// Gaps, overlaps and entries without a place that touch an entry which began on `day`.
int count_to_mend(const ReminderFacts& facts, Date day) {
  const auto began_today = [&](const std::string& id) {
    return std::any_of(facts.week.entries.begin(), facts.week.entries.end(),
                       [&](const Stored<Entry>& stored) {
                         return stored.record.id == id && facts.zone.date_of(stored.record.starts_at) == day;
                       });
  };
  return static_cast<int>(std::count_if(
      facts.week.tally.exceptions.begin(), facts.week.tally.exceptions.end(), [&](const TallyException& e) {
        const bool mendable = e.code == ExceptionCode::gap || e.code == ExceptionCode::overlap ||
                              e.code == ExceptionCode::incomplete;
        return mendable && std::any_of(e.entry_ids.begin(), e.entry_ids.end(), began_today);
      }));
}

void add_running(const ReminderFacts& facts, Instant end_of_day, std::vector<Reminder>& due) {
  if (!facts.running) return;
  const Entry& entry = *facts.running;
  const Millis length = facts.now - entry.starts_at;
  // Who begins something in the evening means to work in the evening.
  const bool forgotten = facts.now >= end_of_day && entry.starts_at < end_of_day;
  if (forgotten)
    due.push_back({ReminderKind::not_stopped,
                   "not_stopped|" + entry.id + "|" + format_date(facts.zone.date_of(facts.now)),
                   entry.activity, length, 0});
  if (length >= long_run)
    due.push_back({ReminderKind::long_running, "long_running|" + entry.id, entry.activity, length, 0});
}

void add_day(const ReminderFacts& facts, Date today, std::vector<Reminder>& due) {
  const DayTally* day = find_day(facts.week.tally, today);
  if (day == nullptr) return;
  const Span span = facts.zone.day(today);
  const bool any =
      std::any_of(facts.week.entries.begin(), facts.week.entries.end(), [&](const Stored<Entry>& stored) {
        return stored.record.starts_at < span.end && stored.record.ends_at.value_or(span.end) > span.begin;
      });
  if (!any && day->scheduled_s > 0)
    due.push_back({ReminderKind::day_empty, "day_empty|" + format_date(today), {}, {}, 0});
  if (const int count = count_to_mend(facts, today); count > 0)
    due.push_back({ReminderKind::day_has_gaps, "day_has_gaps|" + format_date(today), {}, {}, count});
}

}  // namespace

std::optional<Date> last_working_day(const WeekTally& week) {
  std::optional<Date> last;
  for (const DayTally& day : week.days)
    if (week.has_schedule ? day.scheduled_s > 0 : !is_weekend(day.date)) last = day.date;
  return last;
}

std::vector<Reminder> due_reminders(const ReminderFacts& facts) {
  const Date today = facts.zone.date_of(facts.now);
  const Instant end_of_day = facts.zone.at(today, facts.end_of_day);
  std::vector<Reminder> due;
  add_running(facts, end_of_day, due);
  if (facts.now >= end_of_day) add_day(facts, today, due);
  const auto last = last_working_day(facts.week.tally);
  const bool open = facts.week.state == "open" || facts.week.state == "returned";
  // A week in which there is nothing at all is leave that nobody wrote down, or a phone that was just
  // enrolled.
  if (last && open && !facts.week.entries.empty() && facts.now >= facts.zone.at(*last, facts.end_of_day))
    due.push_back({ReminderKind::week_not_submitted,
                   "week_not_submitted|" + format_date(facts.week.tally.week_start),
                   {},
                   {},
                   0});
  return due;
}

}  // namespace waymark::device
