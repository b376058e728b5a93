// Instants, days and weeks in time zones: clock changes, skipped days and skipped midnights included. The
// input is a zone, an instant and a week's first day.
#include <array>
#include <vector>

#include "shared/time/week.h"
#include "shared/time/zone.h"
#include "tests/fuzz/byte_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

// Ordinary ones, half hours, quarter hours, southern summers, midnights that do not exist, and a zone that
// left a whole day out.
constexpr std::array names = {"America/New_York", "Europe/Vienna",      "UTC",
                              "Asia/Kathmandu",   "Asia/Kolkata",       "Australia/Lord_Howe",
                              "Pacific/Apia",     "America/Sao_Paulo",  "Africa/Cairo",
                              "Pacific/Chatham",  "Asia/Tehran",        "America/Asuncion",
                              "Asia/Beirut",      "Pacific/Kiritimati", "Antarctica/Troll"};

const Zone& zone_of(std::size_t number) {
  static const auto zones = [] {
    std::vector<Zone> found;
    for (const auto* name : names)
      if (auto zone = Zone::find(name)) found.push_back(*zone);
    must(!found.empty(), "this machine has zone data");
    return found;
  }();
  return zones[number % zones.size()];
}

void day_holds(const Zone& zone, Instant instant, std::string_view where) {
  const auto date = zone.date_of(instant);
  must(date.ok(), "an instant lies on a day of the calendar", where);
  const auto day = zone.day(date);
  must(day.begin <= instant && instant < day.end, "an instant lies in its day", where);
  must(zone.start_of(add_days(date, 1)) == day.end, "a day ends where the next begins", where);
  const auto length = day.length();
  must(length <= std::chrono::hours{26} && length >= std::chrono::hours{22},
       "a day that holds an instant is about a day long", where);
  const int offset = zone.offset_minutes(instant);
  must(offset >= -18 * 60 && offset <= 18 * 60, "an offset is one that ever was", where);
  const int minute = zone.minute_of_day(instant);
  must(minute >= 0 && minute < 24 * 60, "a wall clock shows a minute of the day", where);
  const auto shown = zone.at(date, minute);
  must(day.begin <= shown && shown <= instant, "a wall clock's time is found again, at its first showing",
       where);
  must(zone.minute_of_day(shown) == minute, "and shows the same minute", where);
}

void week_holds(const Zone& zone, Instant instant, WeekStart starts_on, std::string_view where) {
  const auto first = week_of(zone.date_of(instant), starts_on);
  must(weekday_index(first) == (starts_on == WeekStart::mon ? 0 : 6), "a week begins on its day", where);
  const auto frame = week_frame(first, zone);
  must(frame.span().begin <= instant && instant < frame.span().end, "an instant lies in its week", where);
  const auto index = frame.day_index(instant);
  must(index && frame.date(*index) == zone.date_of(instant), "and in the week's day of its date", where);
  for (std::size_t i = 0; i < 7; ++i)
    must(frame.bounds[i] <= frame.bounds[i + 1], "the days of a week are in order", where);
  must(week_frame(add_days(first, 7), zone).span().begin == frame.span().end,
       "a week ends where the next begins", where);
  must(!frame.day_index(frame.span().end), "the end of a week is not in it", where);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::ByteReader in(data, size);
  const auto& zone = zone_of(in.byte());
  const auto starts_on = in.chance(128) ? WeekStart::mon : WeekStart::sun;
  // Records lie between 1900 and 2999; entries from 2000 on.
  constexpr std::int64_t from = -2'208'902'400'000, range = 34'713'360'000'000;
  auto ms = static_cast<std::uint64_t>(in.integer(6)) % static_cast<std::uint64_t>(range);
  // Near a full hour, where clocks change, as often as anywhere.
  if (in.chance(128)) ms = ms / 3'600'000 * 3'600'000 + static_cast<std::uint64_t>(in.below(3));
  const auto instant = instant_from_ms(from + static_cast<std::int64_t>(ms));
  const auto where = zone.name() + " at " + std::to_string(to_ms(instant));
  day_holds(zone, instant, where);
  week_holds(zone, instant, starts_on, where);
  return 0;
}
