#include "shared/sample/nmea_drive.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <numbers>

#include "shared/sample/sample_town.h"

namespace waymark {
namespace {

using sample::Position;
using std::chrono::seconds;

/// The car at one second of the drive.
struct Sample {
  Position at;
  double speed_kmh = 0;
  double course = 0;  ///< degrees from north
};

Position position(const DriveStop& stop) {
  return {stop.lat, stop.lon};
}

/// A leg takes at least a second, so that it is seen; rounded up, so that no car drives faster than asked.
seconds leg(const DriveStop& from, const DriveStop& to) {
  const double metres_a_second = to.speed_kmh / 3.6;
  const double time = sample::distance_m(position(from), position(to)) / metres_a_second;
  return seconds{std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(time)))};
}

double course(Position from, Position to) {
  const double narrowing = std::cos(from.lat * std::numbers::pi / 180);
  const double angle =
      std::atan2((to.lon - from.lon) * narrowing, to.lat - from.lat) * 180 / std::numbers::pi;
  return angle < 0 ? angle + 360 : angle;
}

std::vector<Sample> drive(std::span<const DriveStop> stops) {
  std::vector<Sample> samples;
  double heading = 0;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const auto to = position(stops[i]);
    if (i > 0) {
      const auto from = position(stops[i - 1]);
      const auto time = leg(stops[i - 1], stops[i]).count();
      const double speed = sample::distance_m(from, to) / static_cast<double>(time) * 3.6;
      heading = course(from, to);
      for (std::int64_t second = 1; second < time; ++second) {
        const double part = static_cast<double>(second) / static_cast<double>(time);
        samples.push_back(
            {{from.lat + (to.lat - from.lat) * part, from.lon + (to.lon - from.lon) * part}, speed, heading});
      }
    }
    // The second of the arrival, then the stay.
    for (std::int64_t second = 0; second <= stops[i].dwell.count(); ++second)
      samples.push_back({to, 0, heading});
  }
  return samples;
}

/// `$…*hh` and the line end: the checksum is the exclusive or of everything between `$` and `*`.
std::string sentence(const std::string& content) {
  unsigned sum = 0;
  for (const char c : content) sum ^= static_cast<unsigned char>(c);
  return fmt::format("${}*{:02X}\r\n", content, sum);
}

/// Degrees and decimal minutes, as NMEA has it: 4306.05400,N.
std::string coordinate(double degrees, int digits, char positive, char negative) {
  constexpr std::int64_t parts = 100'000;  // of a minute
  const auto all = static_cast<std::int64_t>(std::llround(std::abs(degrees) * 60 * parts));
  const auto whole = all / (60 * parts);
  const auto minutes = all % (60 * parts);
  return fmt::format("{:0{}}{:02}.{:05},{}", whole, digits, minutes / parts, minutes % parts,
                     degrees < 0 ? negative : positive);
}

}  // namespace

std::vector<DriveStop> field_day_stops() {
  using std::chrono::minutes;
  const auto stop = [](std::string name, Position at, minutes dwell, double speed_kmh) {
    return DriveStop{std::move(name), at.lat, at.lon, dwell, speed_kmh};
  };
  return {stop("program site", sample::program_site_at, minutes{15}, 40),
          stop("employer visit", sample::first_employer_at, minutes{50}, 42),
          stop("job coaching", sample::second_employer_at, minutes{90}, 48),
          stop("documentation", sample::program_site_at, minutes{45}, 36)};
}

std::vector<DriveStop> sped_up(std::vector<DriveStop> stops, double factor) {
  for (auto& stop : stops) {
    stop.dwell = seconds{std::llround(static_cast<double>(stop.dwell.count()) / factor)};
    stop.speed_kmh *= factor;
  }
  return stops;
}

seconds arrival(std::span<const DriveStop> stops, std::size_t index) {
  seconds time{0};
  for (std::size_t i = 0; i < index; ++i) time += stops[i].dwell + leg(stops[i], stops[i + 1]);
  return time;
}

std::string nmea_drive(std::span<const DriveStop> stops, Instant starts_at) {
  std::string text;
  auto now = std::chrono::floor<seconds>(starts_at);
  for (const auto& sample : drive(stops)) {
    const auto date_part = std::chrono::floor<std::chrono::days>(now);
    const Date date{date_part};
    const std::chrono::hh_mm_ss clock{now - date_part};
    const auto time = fmt::format("{:02}{:02}{:02}.00", clock.hours().count(), clock.minutes().count(),
                                  clock.seconds().count());
    const auto where = coordinate(sample.at.lat, 2, 'N', 'S') + "," + coordinate(sample.at.lon, 3, 'E', 'W');
    constexpr double kmh_a_knot = 1.852;
    text += sentence(fmt::format("GPGGA,{},{},1,09,0.9,137.0,M,-34.0,M,,", time, where));
    text +=
        sentence(fmt::format("GPRMC,{},A,{},{:.1f},{:.1f},{:02}{:02}{:02},,,A", time, where,
                             sample.speed_kmh / kmh_a_knot, sample.course, static_cast<unsigned>(date.day()),
                             static_cast<unsigned>(date.month()), static_cast<int>(date.year()) % 100));
    now += seconds{1};
  }
  return text;
}

Result<void> write_drive(const std::filesystem::path& path, std::span<const DriveStop> stops,
                         Instant starts_at) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << nmea_drive(stops, starts_at);
  file.close();
  if (!file) return fail(ErrorCode::cannot_open, "Choose a file that can be written: " + path.string() + ".");
  return {};
}

}  // namespace waymark
