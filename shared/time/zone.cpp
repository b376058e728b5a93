#include "shared/time/zone.h"

#include <date/tz.h>
#include <fmt/core.h>

#include <stdexcept>

namespace waymark {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

std::chrono::seconds offset_at(const date::time_zone& zone, Instant instant) {
  return zone.get_info(std::chrono::floor<seconds>(instant)).offset;
}

/// The wall clock's reading, written as if it were UTC: whole days since the epoch are local dates.
Instant wall_clock(const date::time_zone& zone, Instant instant) {
  return instant + offset_at(zone, instant);
}

/// The instant a wall clock shows `wall` (written as if it were UTC). Shown twice: the earlier one. Skipped:
/// the instant of the change that skips it.
Instant shown_at(const date::time_zone& zone, std::chrono::sys_seconds wall) {
  const auto info = zone.get_info(date::local_seconds{wall.time_since_epoch()});
  if (info.result == date::local_info::nonexistent) return info.first.end;
  return wall - info.first.offset;
}

}  // namespace

Result<Zone> Zone::find(std::string_view iana_name, std::string_view field) {
  try {
    const auto* zone = date::locate_zone(iana_name);
    // The library reads a zone's file when it is first asked about; a broken one is found here, not later.
    (void)zone->get_info(std::chrono::sys_seconds{});
    return Zone{std::string(iana_name), zone};
  } catch (const std::runtime_error&) {
    return fail(ErrorCode::unknown_zone,
                fmt::format("This machine knows no time zone “{}”: use an IANA name such as "
                            "America/New_York, and install tzdata if it is missing.",
                            iana_name),
                std::string(field));
  }
}

Date Zone::date_of(Instant instant) const {
  return Date{std::chrono::floor<std::chrono::days>(wall_clock(*zone_, instant))};
}

Instant Zone::start_of(Date date) const {
  return shown_at(*zone_, std::chrono::sys_days{date});
}

int Zone::offset_minutes(Instant instant) const {
  return static_cast<int>(std::chrono::floor<minutes>(offset_at(*zone_, instant)).count());
}

int Zone::minute_of_day(Instant instant) const {
  const auto wall = wall_clock(*zone_, instant);
  const auto midnight = std::chrono::floor<std::chrono::days>(wall);
  return static_cast<int>(std::chrono::floor<minutes>(wall - midnight).count());
}

Instant Zone::at(Date date, int minute) const {
  return shown_at(*zone_, std::chrono::sys_days{date} + minutes{minute});
}

}  // namespace waymark
