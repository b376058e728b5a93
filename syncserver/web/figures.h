// Times, ages, shares, counts and sizes as pages and commands say them (English; 24-hour clock, day before
// month). One way to say each; codes of the domain are words.h's.
#pragma once

#include <string>
#include <string_view>

#include "shared/tally/share.h"
#include "shared/time/instant.h"
#include "shared/time/zone.h"

namespace waymark::server {

/// "61.1 %" rounded down, "–" where there was no work.
std::string percent_words(const Share& share);
/// "6 h 03 m", "45 m", "0 m".
std::string duration_words(std::int64_t seconds);
/// "152.8": hours with one decimal, rounded down.
std::string decimal_hours(std::int64_t seconds);
/// "12,400".
std::string number_words(std::int64_t number);
/// "1 edit", "12,400 edits"; `many` where the plural is not `one` with an s.
std::string count_words(std::int64_t count, std::string_view one, std::string_view many = {});
/// "0 B", "12 KB", "3.4 GB": decimal, as disks are sold.
std::string size_words(std::int64_t bytes);

std::string weekday_name(Date date);   ///< "Monday"
std::string short_weekday(Date date);  ///< "Mon"
std::string date_words(Date date);     ///< "16 November 2026"
std::string short_date(Date date);     ///< "Mon 16 Nov"
std::string day_and_month(Date date);  ///< "16 Nov"
std::string long_date(Date date);      ///< "Mon 16 Nov 2026"
std::string week_words(Date first);    ///< "16 – 22 November 2026", "30 November – 6 December 2026"

// By the wall clock of the zone.
std::string clock_words(Instant at, const Zone& zone);  ///< "16:10"
/// "Tue 16:10", or with the date when it is over six days from now.
std::string moment_words(Instant at, Instant now, const Zone& zone);
std::string long_moment(Instant at, const Zone& zone);  ///< "Thu 26 Nov 2026, 06:45"

/// "4 min", "26 h", "3 days": rounded down, "0 min" for what lies ahead.
std::string age_words(Instant since, Instant now);
/// "just now", "4 min ago", "3 days ago", "in 20 min".
std::string when_words(Instant at, Instant now);
/// The same within a day; before that, and ahead, the moment: "Tue 16:10", "Tue 10 Nov 16:10".
std::string ago_words(Instant at, Instant now, const Zone& zone);

}  // namespace waymark::server
