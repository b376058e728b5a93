#include "shared/time/instant.h"

#include <fmt/core.h>

namespace waymark {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

/// Four digits, two, two, with hyphens between: nothing else, so that one date has one spelling.
constexpr bool has_date_form(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!is_digit(text[i])) return false;
  return true;
}

}  // namespace

Result<Date> parse_date(std::string_view text, std::string_view field) {
  if (!has_date_form(text))
    return fail(ErrorCode::bad_date, "Write the date as YYYY-MM-DD, for example 2026-03-09.",
                std::string(field));
  const Date date{std::chrono::year{static_cast<int>(number(text.substr(0, 4)))},
                  std::chrono::month{number(text.substr(5, 2))}, std::chrono::day{number(text.substr(8, 2))}};
  if (!date.ok())
    return fail(ErrorCode::bad_date, "The calendar has no such day; check the month and the day.",
                std::string(field));
  return date;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

Instant SystemClock::now() const {
  return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

}  // namespace waymark
