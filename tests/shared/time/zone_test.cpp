#include "shared/time/zone.h"

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

constexpr Instant utc(Date date, int hour, int minute = 0) {
  return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

Zone zone(std::string_view name) {
  return Zone::find(name).value();
}

}  // namespace

TEST_CASE("a zone this machine does not know is refused with the field named", "[time]") {
  const auto* name = GENERATE("", "Mars/Olympus_Mons", "America/new_york", "America", "../../etc/passwd");
  CAPTURE(name);
  const auto found = Zone::find(name, "policy.time_zone");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == ErrorCode::unknown_zone);
  CHECK(found.error().field == "policy.time_zone");
  CHECK(found.error().message.find("America/New_York") != std::string::npos);
}

TEST_CASE("a zone keeps the name it was asked for by", "[time]") {
  CHECK(zone("America/New_York").name() == "America/New_York");
  CHECK(zone("US/Eastern").name() == "US/Eastern");
}

TEST_CASE("an ordinary day runs from midnight to midnight", "[time]") {
  const auto new_york = zone("America/New_York");
  CHECK(new_york.day(day_of(2026, 5, 5)) == Span{utc(day_of(2026, 5, 5), 4), utc(day_of(2026, 5, 6), 4)});
  CHECK(new_york.date_of(utc(day_of(2026, 5, 6), 4) - 1ms) == day_of(2026, 5, 5));
  CHECK(new_york.date_of(utc(day_of(2026, 5, 6), 4)) == day_of(2026, 5, 6));
  CHECK(new_york.minute_of_day(utc(day_of(2026, 5, 6), 4) - 1ms) == 1439);
  CHECK(new_york.minute_of_day(utc(day_of(2026, 5, 6), 4)) == 0);
  CHECK(new_york.offset_minutes(utc(day_of(2026, 5, 6), 4)) == -240);
}

TEST_CASE("in New York the clocks change at two in the morning", "[time]") {
  const auto new_york = zone("America/New_York");
  CHECK(new_york.day(day_of(2025, 3, 9)).length() == 23h);
  CHECK(new_york.day(day_of(2025, 11, 2)).length() == 25h);
  // 02:30 is skipped in March, and 01:30 is shown twice in November.
  CHECK(new_york.at(day_of(2025, 3, 9), 150) == utc(day_of(2025, 3, 9), 7));
  CHECK(new_york.at(day_of(2025, 3, 9), 180) == utc(day_of(2025, 3, 9), 7));
  CHECK(new_york.at(day_of(2025, 11, 2), 90) == utc(day_of(2025, 11, 2), 5, 30));
  CHECK(new_york.minute_of_day(utc(day_of(2025, 11, 2), 6, 30)) == 90);
  CHECK(new_york.offset_minutes(utc(day_of(2025, 11, 2), 5, 59)) == -240);
  CHECK(new_york.offset_minutes(utc(day_of(2025, 11, 2), 6)) == -300);
}

TEST_CASE("where a clock change skips midnight, the day begins at the change", "[time]") {
  // Local 00:00 became 01:00.
  CHECK(zone("America/Havana").start_of(day_of(2025, 3, 9)) == utc(day_of(2025, 3, 9), 5));
  CHECK(zone("Asia/Beirut").start_of(day_of(2022, 3, 27)) == utc(day_of(2022, 3, 26), 22));
  CHECK(zone("America/Sao_Paulo").start_of(day_of(2018, 11, 4)) == utc(day_of(2018, 11, 4), 3));
  CHECK(zone("America/Sao_Paulo").day(day_of(2018, 11, 4)).length() == 23h);
  CHECK(zone("America/Sao_Paulo").minute_of_day(utc(day_of(2018, 11, 4), 3)) == 60);
}

TEST_CASE("where a clock shows midnight twice, the day begins the first time", "[time]") {
  // In Havana 01:00 became 00:00 again, on the same day.
  const auto havana = zone("America/Havana");
  CHECK(havana.day(day_of(2025, 11, 2)) == Span{utc(day_of(2025, 11, 2), 4), utc(day_of(2025, 11, 3), 5)});
}

TEST_CASE("where midnight turned back to eleven, the day before is the long one", "[time]") {
  const auto sao_paulo = zone("America/Sao_Paulo");
  CHECK(sao_paulo.day(day_of(2018, 2, 17)).length() == 25h);
  CHECK(sao_paulo.start_of(day_of(2018, 2, 18)) == utc(day_of(2018, 2, 18), 3));
  CHECK(sao_paulo.date_of(utc(day_of(2018, 2, 18), 2, 30)) == day_of(2018, 2, 17));
  const auto beirut = zone("Asia/Beirut");
  CHECK(beirut.day(day_of(2022, 10, 29)).length() == 25h);
}

TEST_CASE("a day that a zone left out has no length", "[time]") {
  // Samoa crossed the date line: 29 December 2011 was followed by the 31st.
  const auto apia = zone("Pacific/Apia");
  CHECK(apia.day(day_of(2011, 12, 30)).length() == 0h);
  CHECK(apia.day(day_of(2011, 12, 30)).begin == apia.start_of(day_of(2011, 12, 31)));
  CHECK(apia.date_of(apia.start_of(day_of(2011, 12, 30))) == day_of(2011, 12, 31));
}

TEST_CASE("a day holds the instants that show its date, and no others", "[time]") {
  const auto* name = GENERATE("America/New_York", "America/Los_Angeles", "America/Phoenix", "America/Havana",
                              "Asia/Beirut", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu",
                              "Pacific/Honolulu", "America/Anchorage", "UTC");
  const auto here = zone(name);
  rc::prop(name, [&] {
    const auto date = add_days(day_of(2012, 1, 1), draw(0, 9'000));
    const auto day = here.day(date);
    RC_ASSERT(here.date_of(day.begin) == date);
    RC_ASSERT(here.date_of(day.begin - 1ms) == add_days(date, -1));
    RC_ASSERT(here.date_of(day.end - 1ms) == date);
    const Instant inside = day.begin + Millis{draw<std::int64_t>(0, day.length().count())};
    RC_ASSERT(here.date_of(inside) == date);
  });
}

TEST_CASE("a wall clock's time leads back to what the wall clock shows", "[time]") {
  const auto* name = GENERATE("America/New_York", "America/Havana", "America/Sao_Paulo",
                              "Australia/Lord_Howe", "Asia/Kathmandu");
  const auto here = zone(name);
  rc::prop(name, [&] {
    const auto date = add_days(day_of(2012, 1, 1), draw(0, 9'000));
    const auto minute = draw(0, 1440);
    const Instant instant = here.at(date, minute);
    RC_ASSERT(here.date_of(instant) == date);
    if (here.minute_of_day(instant) != minute) {
      // A skipped time: the clock jumped over it at this very instant.
      RC_ASSERT(here.minute_of_day(instant) > minute);
      RC_ASSERT(here.offset_minutes(instant) > here.offset_minutes(instant - 1ms));
    } else {
      // The earlier of two: one change earlier, no clock showed it on that date.
      for (const auto back : {30min, 60min})
        RC_ASSERT(here.minute_of_day(instant - back) != minute || here.date_of(instant - back) != date);
    }
  });
}
