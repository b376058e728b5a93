// Times, ages and sizes in the words of pages and commands (English; 24-hour clock, day before month).
#pragma once

#include <string>

#include "shared/time/instant.h"
#include "shared/time/zone.h"

namespace waymark::server {

/// "4 min", "26 h", "3 days": rounded down, "0 min" for what lies ahead.
std::string age_text(Instant since, Instant now);
/// "just now", "4 min ago", "in 20 min".
std::string when_text(Instant at, Instant now);
/// "Thu 26 Nov 2026".
std::string day_text(Date date);
/// "Thu 26 Nov 2026, 06:45", by the wall clock of the zone.
std::string time_text(Instant instant, const Zone& zone);
/// "0 B", "12 KB", "3.4 GB": decimal, as disks are sold.
std::string bytes_text(std::int64_t bytes);
/// "1 week", "12,400 weeks": `many` is the word for any number but one.
std::string count_text(std::int64_t count, std::string_view one, std::string_view many);
/// "12,400".
std::string number_text(std::int64_t number);

}  // namespace waymark::server
