#include "shared/time/instant.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include "tests/shared/draw.h"

using namespace waymark;
using waymark::testing::draw;
using namespace std::chrono_literals;

namespace {

constexpr Date day_of(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

}  // namespace

TEST_CASE("a date is read and written as YYYY-MM-DD", "[time]") {
  CHECK(parse_date("2026-03-09", "date") == day_of(2026, 3, 9));
  CHECK(parse_date("2024-02-29", "date") == day_of(2024, 2, 29));
  CHECK(format_date(day_of(2026, 3, 9)) == "2026-03-09");
  CHECK(format_date(day_of(987, 11, 30)) == "0987-11-30");
}

TEST_CASE("what is no date is refused with the field named", "[time]") {
  const auto* text =
      GENERATE("", "2026-3-9", "2026-03-9", "2026/03/09", "20260309", "2026-03-09T00:00", " 2026-03-09",
               "2026-03-09 ", "+026-03-09", "-026-03-09", "2026-03-0x", "2026-02-29", "1900-02-29",
               "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "２０２６-03-09");
  CAPTURE(text);
  const auto date = parse_date(text, "effective_from");
  REQUIRE_FALSE(date.has_value());
  CHECK(date.error().code == ErrorCode::bad_date);
  CHECK(date.error().field == "effective_from");
  CHECK_FALSE(date.error().message.empty());
}

TEST_CASE("every date survives being written and read", "[time]") {
  rc::prop("round trip", [] {
    const auto days = draw(-700'000, 2'900'000);  // years 53 to 9909
    const Date date{std::chrono::sys_days{std::chrono::days{days}}};
    RC_ASSERT(parse_date(format_date(date), "date") == date);
  });
}

TEST_CASE("days are counted across months, leap days and years", "[time]") {
  CHECK(add_days(day_of(2024, 2, 28), 1) == day_of(2024, 2, 29));
  CHECK(add_days(day_of(2025, 12, 31), 1) == day_of(2026, 1, 1));
  CHECK(days_between(day_of(2024, 2, 1), day_of(2024, 3, 1)) == 29);
  CHECK(days_between(day_of(2026, 1, 1), day_of(2025, 12, 31)) == -1);
  CHECK(weekday_index(day_of(2026, 3, 9)) == 0);   // a Monday
  CHECK(weekday_index(day_of(2026, 3, 15)) == 6);  // the Sunday after it
}

TEST_CASE("a span is half-open and never of negative length", "[time]") {
  const Span span{instant_from_ms(100), instant_from_ms(200)};
  CHECK(span.length() == 100ms);
  CHECK(Span{instant_from_ms(200), instant_from_ms(100)}.length() == 0ms);
  CHECK(intersect(span, {instant_from_ms(150), instant_from_ms(300)}) ==
        Span{instant_from_ms(150), instant_from_ms(200)});
  CHECK(intersect(span, {instant_from_ms(200), instant_from_ms(300)}).empty());
}

TEST_CASE("the system clock tells a time of our days", "[time]") {
  const SystemClock clock;
  CHECK(clock.now() > Instant{std::chrono::sys_days{day_of(2025, 1, 1)}});
}
