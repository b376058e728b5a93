// What is worth reminding a person of, and when (ui.md, Settings): a pure function of the clock, what runs
// and the week's tally. It knows activities, times and counts; never a participant, an employer or a note,
// since a notification is read by whoever sees the screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mobile/device/records.h"
#include "shared/time/zone.h"

namespace waymark::device {

/// In the order in which they matter.
enum class ReminderKind {
  not_stopped,        ///< the day should be over, and what began in it still runs
  long_running,       ///< an entry has run for four hours
  day_empty,          ///< the working day should be over, and nothing is logged
  day_has_gaps,       ///< the day should be over, and it has gaps, overlaps or entries without a place
  week_not_submitted  ///< the week's last working day is over
};

struct Reminder {
  ReminderKind kind{};
  /// One for each occasion: who is told of it once need not be told of it again.
  std::string key;
  Activity activity{};  ///< of what runs
  Millis running{};     ///< how long it has run
  int count = 0;        ///< day_has_gaps: what there is to mend

  friend bool operator==(const Reminder&, const Reminder&) = default;
};

struct ReminderFacts {
  Instant now;
  Zone zone;
  int end_of_day = 17 * 60;      ///< minutes since local midnight
  std::optional<Entry> running;  ///< what runs, whenever it began
  WeekReading week;              ///< the week `now` lies in
};

/// The same bound as the tally's `long_running` (domain.md, tally rule 6).
inline constexpr auto long_run = std::chrono::hours{4};

/// What is due at `facts.now`, most important first.
std::vector<Reminder> due_reminders(const ReminderFacts& facts);

/// The last day of the week with scheduled time after leave; without a schedule its last day from Monday to
/// Friday.
std::optional<Date> last_working_day(const WeekTally& week);

}  // namespace waymark::device
