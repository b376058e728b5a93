// Instants, spans and calendar dates. All arithmetic on time in the project is in whole milliseconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark {

using Millis = std::chrono::milliseconds;
/// A point in time, UTC; on the wire: milliseconds since the Unix epoch.
using Instant = std::chrono::sys_time<Millis>;
/// A calendar date without a zone; on the wire: YYYY-MM-DD.
using Date = std::chrono::year_month_day;

constexpr Instant instant_from_ms(std::int64_t ms) {
  return Instant{Millis{ms}};
}
constexpr std::int64_t to_ms(Instant instant) {
  return instant.time_since_epoch().count();
}

/// Half-open: `begin` belongs to it, `end` does not.
struct Span {
  Instant begin;
  Instant end;

  constexpr bool empty() const { return end <= begin; }
  constexpr Millis length() const { return empty() ? Millis{0} : end - begin; }
  friend bool operator==(const Span&, const Span&) = default;
};

constexpr Span intersect(Span a, Span b) {
  return {a.begin > b.begin ? a.begin : b.begin, a.end < b.end ? a.end : b.end};
}

/// Fails with bad_date and `field` unless `text` is a real date in the form YYYY-MM-DD.
Result<Date> parse_date(std::string_view text, std::string_view field);
std::string format_date(Date date);

constexpr Date add_days(Date date, int days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}
/// Days from `from` to `to`; negative when `to` is earlier.
constexpr int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}
/// 0 = Monday … 6 = Sunday.
constexpr int weekday_index(Date date) {
  return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding()) - 1;
}

/// The present, handed in wherever it is needed.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

}  // namespace waymark
