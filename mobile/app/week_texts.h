// A week's tally in words and lengths: the bullet bar and the sentences beside it. Nothing is computed here
// that tally_week did not say; this only chooses words.
#pragma once

#include <QString>

#include "mobile/app/view_values.h"
#include "shared/tally/week_tally.h"
#include "shared/time/zone.h"

namespace waymark::app {

/// Whether a week is over, in progress, or still to come: what is said of it differs.
enum class WeekTense { past, present, future };
WeekTense tenseOf(Date first, Date today);

/// `begun`: the week has entries, though none of their time is logged yet.
WeekBar weekBar(const WeekTally& tally, const Policy& policy, WeekTense tense = WeekTense::present,
                bool begun = false);
/// One day's bar beside the six others, which share its scale: parts of the longest of them (0…1).
struct DayBarValues {
  qreal community = 0, on_site = 0, not_logged = 0;
  QString hours;  ///< what was logged; "–" where nothing was, and nothing was due
  QString aloud;  ///< "Thursday 19 November: 3 h 00 m in the community, …"
};
/// The length that fills a bar: the longest day of the week, logged or scheduled.
std::int64_t longestDay(const WeekTally& tally);
/// Of a day that is not over nothing is missing yet. `looks_right`: its person said so.
DayBarValues dayBar(const DayTally& day, std::int64_t longest_s, Date today, bool looks_right = false);
/// "61.1 %", or "–" when nothing was worked.
QString shareText(const Share& share);
/// "6 h 03 m more in the community reaches 50 %; the schedule left holds it.", …
QString neededSentence(int percent, const WeekTally& tally, std::int64_t needed_s, WeekTense tense);
/// Several entries of one day without a tag, as one sentence: "Thu 19 Nov: 3 entries have no location tag".
QString untaggedText(Date date, int entries);
/// An exception as a sentence: "Tue 17 Nov, 10:42: no place given".
QString exceptionText(const TallyException& exception, const std::optional<Entry>& first_entry,
                      const Zone& zone);

}  // namespace waymark::app
