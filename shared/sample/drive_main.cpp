// waymark-drive FILE FIRST LAST [SECONDS]: writes the demo's field-day drive, stops FIRST to LAST (counted
// from 0), as NMEA sentences for `waymark --nmea FILE`. The car stays SECONDS (6 unless given) at each stop
// and takes one between two, because the replay runs in real time and nobody wants to wait for a morning.
#include <charconv>
#include <cstdio>
#include <string_view>

#include "shared/sample/nmea_drive.h"

namespace {

constexpr int wrong_usage = 2;
constexpr int cannot_write = 3;

bool read_number(std::string_view text, int& number) {
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number >= 0;
}

}  // namespace

int main(int count, char** words) {
  auto stops = waymark::field_day_stops();
  int first = 0;
  int last = 0;
  int stay = 6;
  const bool readable = (count == 4 || count == 5) && read_number(words[2], first) &&
                        read_number(words[3], last) && (count == 4 || read_number(words[4], stay));
  if (!readable || first > last || last >= static_cast<int>(stops.size())) {
    std::fprintf(stderr, "Use: waymark-drive FILE FIRST LAST [SECONDS], stops from 0 to %zu.\n",
                 stops.size() - 1);
    return wrong_usage;
  }
  stops = {stops.begin() + first, stops.begin() + last + 1};
  for (auto& stop : stops) {
    stop.dwell = std::chrono::seconds{stay};
    stop.speed_kmh = 1e6;  // any leg in a second
  }
  const auto written = waymark::write_drive(
      words[1], stops, std::chrono::floor<waymark::Millis>(std::chrono::system_clock::now()));
  if (!written) {
    std::fprintf(stderr, "%s\n", written.error().message.c_str());
    return cannot_write;
  }
  return 0;
}
