#include "shared/time/week.h"

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

Zone zone(std::string_view name) {
  return Zone::find(name).value();
}

}  // namespace

TEST_CASE("a week starts on Monday or on Sunday, as the policy says", "[time]") {
  CHECK(week_of(day_of(2026, 3, 9), WeekStart::mon) == day_of(2026, 3, 9));
  CHECK(week_of(day_of(2026, 3, 15), WeekStart::mon) == day_of(2026, 3, 9));
  CHECK(week_of(day_of(2026, 3, 15), WeekStart::sun) == day_of(2026, 3, 15));
  CHECK(week_of(day_of(2026, 3, 14), WeekStart::sun) == day_of(2026, 3, 8));
  CHECK(week_of(day_of(2026, 1, 1), WeekStart::mon) == day_of(2025, 12, 29));
  CHECK(week_of(day_of(2024, 3, 1), WeekStart::sun) == day_of(2024, 2, 25));
}

TEST_CASE("every date lies in the week that is found for it", "[time]") {
  rc::prop("at most six days in, and the same for the whole week", [] {
    const auto date = add_days(day_of(2000, 1, 1), draw(0, 36'000));
    const auto starts_on = *rc::gen::element(WeekStart::mon, WeekStart::sun);
    const auto first = week_of(date, starts_on);
    const int into = days_between(first, date);
    RC_ASSERT(into >= 0);
    RC_ASSERT(into <= 6);
    RC_ASSERT(weekday_index(first) == (starts_on == WeekStart::mon ? 0 : 6));
    RC_ASSERT(week_of(add_days(first, 6), starts_on) == first);
  });
}

TEST_CASE("a week has 168 hours, but 167 and 169 where the clocks change", "[time]") {
  const auto new_york = zone("America/New_York");
  CHECK(week_frame(day_of(2026, 5, 4), new_york).span().length() == 168h);
  CHECK(week_frame(day_of(2025, 3, 3), new_york).span().length() == 167h);
  CHECK(week_frame(day_of(2025, 3, 9), new_york).span().length() == 167h);
  CHECK(week_frame(day_of(2025, 10, 27), new_york).span().length() == 169h);
  CHECK(week_frame(day_of(2025, 11, 2), new_york).span().length() == 169h);
}

TEST_CASE("a week's days follow one another without a seam", "[time]") {
  const auto* name = GENERATE("America/New_York", "America/Havana", "America/Sao_Paulo", "UTC");
  const auto here = zone(name);
  rc::prop(name, [&] {
    const auto first = add_days(day_of(2010, 1, 1), draw(0, 9'000));
    const auto week = week_frame(first, here);
    RC_ASSERT(week.span() == (Span{here.start_of(first), here.start_of(add_days(first, 7))}));
    for (int i = 0; i < 7; ++i) {
      RC_ASSERT(week.day(i) == here.day(week.date(i)));
      RC_ASSERT(week.day_index(week.day(i).begin) == i);
      RC_ASSERT(week.day_index(week.day(i).end - 1ms) == i);
    }
    RC_ASSERT_FALSE(week.day_index(week.span().begin - 1ms).has_value());
    RC_ASSERT_FALSE(week.day_index(week.span().end).has_value());
  });
}

TEST_CASE("a day that a zone left out holds no instant of its week", "[time]") {
  const auto week = week_frame(day_of(2011, 12, 26), zone("Pacific/Apia"));
  CHECK(week.span().length() == 144h);
  CHECK(week.day_index(week.day(3).end - 1ms) == 3);
  CHECK(week.day_index(week.day(4).begin) == 5);
}
