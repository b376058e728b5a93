// A synthetic drive as NMEA 0183 sentences (GGA and RMC, one pair a second), for Qt's nmea position source to
// replay in real time in the demo and in tests.
#pragma once

#include <chrono>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "shared/time/instant.h"

namespace waymark {

/// Drive here in a straight line at this speed, then stay.
struct DriveStop {
  std::string name;
  double lat = 0;
  double lon = 0;
  std::chrono::seconds dwell{0};
  double speed_kmh = 40;  ///< on the way here; of no meaning for the first stop
};

/// The demo's field day: program site → employer → another employer (job coaching) → back. The places are the
/// sample agency's (whatever its seed): its first program site and its first two employers.
std::vector<DriveStop> field_day_stops();
/// The same drive in a `factor`-th of the time.
std::vector<DriveStop> sped_up(std::vector<DriveStop> stops, double factor);

/// How long after the start of the drive its car arrives at `stops[index]`, in whole seconds.
std::chrono::seconds arrival(std::span<const DriveStop> stops, std::size_t index);

/// The sentences with CR LF line ends, from `starts_at` on.
std::string nmea_drive(std::span<const DriveStop> stops, Instant starts_at);
/// Writes them to a file. cannot_open if that fails.
Result<void> write_drive(const std::filesystem::path& path, std::span<const DriveStop> stops,
                         Instant starts_at);

}  // namespace waymark
