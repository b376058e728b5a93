// A week's tally in words and lengths: the bullet bar and the sentences beside it. Nothing is computed here
// that tally_week did not say; this only chooses words.
#pragma once

#include <QString>

#include "mobile/app/view_values.h"
#include "shared/tally/week_tally.h"
#include "shared/time/zone.h"

namespace waymark::app {

WeekBar weekBar(const WeekTally& tally, const Policy& policy);
/// "61.1 %", or "–" when nothing was worked.
QString shareText(const Share& share);
/// "6 h 03 m more reaches 50 %: the 8 h 00 m left hold it", "50 % is reached", …
QString neededSentence(int percent, std::int64_t needed_s, std::int64_t schedule_left_s);
/// An exception as a sentence: "Tue 17 Nov, 10:42: no place given".
QString exceptionText(const TallyException& exception, const std::optional<Entry>& first_entry,
                      const Zone& zone);

}  // namespace waymark::app
