// Dates, times of day and durations as people read them, in the app's language.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "shared/time/zone.h"

namespace waymark::app {

/// "18 h 20 m", rounded down to the minute.
QString hoursText(std::int64_t seconds);
/// The same, rounded up: for time that is still needed.
QString neededText(std::int64_t seconds);
/// "38 min" under an hour, else "1 h 05 m".
QString durationText(Millis length);
/// "0:37", hours and minutes of a running stopwatch.
QString stopwatchText(Millis length);
/// "10:42" in the zone.
QString clockText(Instant instant, const Zone& zone);
/// "17:00" of minutes since midnight.
QString minuteText(int minute);
/// The text as it begins a line: Spanish writes days and months small, but not there.
QString capitalised(QString text);
/// "Thursday 19 November", as a title.
QString dayText(Date date);
/// "Thu 19 Nov", inside a sentence.
QString shortDayText(Date date);
/// "Mon".
QString weekdayText(Date date);
/// "16–22 November", "30 November – 6 December".
QString weekText(Date first);
/// "Today 10:42", "Yesterday 16:10", "Tue 17 Nov 16:10".
QString momentText(Instant instant, const Zone& zone, Instant now);
/// The same inside a sentence: "since today 08:30".
QString momentWithinText(Instant instant, const Zone& zone, Instant now);

/// Minutes since midnight from "HH:MM", "H:MM", "HHMM" or "HH.MM"; none for anything else.
std::optional<int> parseClock(const QString& text);
/// Minutes from "7:30", "7.5", "4" (hours); none unless 1 minute to 24 hours.
std::optional<int> parseHours(const QString& text);
std::optional<Date> parseIsoDate(const QString& text);
QString isoText(Date date);

}  // namespace waymark::app
