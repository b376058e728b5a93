// How much a record may hold. Lengths are in Unicode code points. domain.md gives the note's, a day's 24
// hours and the year 2000; the rest are wide enough for real use and keep an op well under 16 KiB.
#pragma once

#include <chrono>
#include <cstddef>

#include "shared/time/instant.h"

namespace waymark {

inline constexpr std::size_t max_note = 2000;
inline constexpr std::size_t max_late_reason = 500;
inline constexpr std::size_t max_label = 200;  ///< names, titles, codes chosen by the agency, phone numbers
inline constexpr std::size_t max_address = 500;
inline constexpr std::size_t max_next_step = 500;
inline constexpr double max_miles = 2000;
inline constexpr double min_radius_m = 10;
inline constexpr double max_radius_m = 5000;
inline constexpr int max_offset_min = 18 * 60;  ///< of any zone that ever was
inline constexpr int minutes_a_day = 24 * 60;
inline constexpr double hours_a_week = 168;

inline constexpr Millis max_entry_length = std::chrono::hours{24};
/// How far after the server's time an entry may start.
inline constexpr Millis max_ahead = std::chrono::hours{24};
inline constexpr Instant earliest_start = std::chrono::sys_days{Date{std::chrono::year{2000} / 1 / 1}};

}  // namespace waymark
