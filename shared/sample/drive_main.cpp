// waymark-drive FILE DATE ZONE: writes the demo's field-day drive as NMEA sentences for `waymark --nmea
// FILE`. It begins at the sample's program site at 08:15 of that local day; the times of arrival go to
// standard output.
#include <fmt/format.h>

#include <cstdio>

#include "shared/sample/nmea_drive.h"
#include "shared/time/zone.h"

namespace {

constexpr int wrong_usage = 2;
constexpr int cannot_write = 3;
constexpr int begins_at_minute = 8 * 60 + 15;

int refuse(int exit_code, const std::string& sentence) {
  fmt::print(stderr, "{}\n", sentence);
  return exit_code;
}

}  // namespace

int main(int count, char** words) {
  using namespace waymark;
  if (count != 4) return refuse(wrong_usage, "Use: waymark-drive FILE YYYY-MM-DD ZONE.");
  const auto day = parse_date(words[2], "DATE");
  if (!day) return refuse(wrong_usage, day.error().message);
  const auto zone = Zone::find(words[3]);
  if (!zone) return refuse(wrong_usage, zone.error().message);

  const auto stops = field_day_stops();
  const auto begin = zone->at(*day, begins_at_minute);
  if (const auto written = write_drive(words[1], stops, begin); !written)
    return refuse(cannot_write, written.error().message);
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const int minute = zone->minute_of_day(begin + arrival(stops, i));
    fmt::print("{:02}:{:02}  {}\n", minute / 60, minute % 60, stops[i].name);
  }
  return 0;
}
