#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "shared/sample/nmea_drive.h"
#include "shared/sample/sample_agency.h"

using namespace waymark;
using std::chrono::seconds;

namespace {

constexpr Instant start = instant_from_ms(1'772'496'000'000);  // 2026-03-03 00:00 UTC

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + mark.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

/// The sentences without their line ends.
std::vector<std::string> sentences(const std::string& drive) {
  auto lines = split(drive, "\r\n");
  REQUIRE(lines.back().empty());
  lines.pop_back();
  return lines;
}

double degrees(const std::string& number, const std::string& side, std::size_t whole) {
  const double value = std::stod(number.substr(0, whole)) + std::stod(number.substr(whole)) / 60;
  return side == "S" || side == "W" ? -value : value;
}

const std::vector<DriveStop> short_drive = {{"here", 43.1, -75.2, seconds{2}, 0},
                                            {"there", 43.101, -75.2, seconds{3}, 40}};

}  // namespace

TEST_CASE("Every sentence carries the checksum of its characters") {
  for (const auto& line : sentences(nmea_drive(sped_up(field_day_stops(), 60), start))) {
    REQUIRE(line.front() == '$');
    const auto star = line.find('*');
    REQUIRE(star == line.size() - 3);
    unsigned sum = 0;
    for (std::size_t i = 1; i < star; ++i) sum ^= static_cast<unsigned char>(line[i]);
    CHECK(std::stoul(line.substr(star + 1), nullptr, 16) == sum);
    CHECK(line.find_first_of("abcdefghijklmnopqrstuvwxyz#") == std::string::npos);
  }
}

TEST_CASE("A known position makes a known sentence") {
  const auto lines = sentences(nmea_drive(short_drive, instant_from_ms(1'772'550'245'000)));
  CHECK(lines.at(0).substr(0, 60) == "$GPGGA,150405.00,4306.00000,N,07512.00000,W,1,09,0.9,137.0,M");
  CHECK(lines.at(1).substr(0, 62) == "$GPRMC,150405.00,A,4306.00000,N,07512.00000,W,0.0,0.0,030326,,");
}

TEST_CASE("Two sentences a second tell the same place, second after second, also past midnight") {
  const auto drive = sped_up(field_day_stops(), 20);
  const auto lines = sentences(nmea_drive(drive, start - seconds{30}));
  REQUIRE(lines.size() % 2 == 0);
  for (std::size_t i = 0; i < lines.size(); i += 2) {
    const auto gga = split(lines[i], ",");
    const auto rmc = split(lines[i + 1], ",");
    REQUIRE(gga[0] == "$GPGGA");
    REQUIRE(rmc[0] == "$GPRMC");
    CHECK(gga[1] == rmc[1]);
    for (std::size_t field = 0; field < 4; ++field) CHECK(gga[2 + field] == rmc[3 + field]);
    const auto second_of_day = std::stoi(gga[1].substr(0, 2)) * 3600 + std::stoi(gga[1].substr(2, 2)) * 60 +
                               std::stoi(gga[1].substr(4, 2));
    CHECK(second_of_day == (86'400 - 30 + static_cast<int>(i / 2)) % 86'400);
    CHECK(rmc[9] == (i / 2 < 30 ? "020326" : "030326"));
  }
}

TEST_CASE("The car is at each stop from its arrival until its stay is over") {
  const auto drive = field_day_stops();
  const auto lines = sentences(nmea_drive(drive, start));
  for (std::size_t stop = 0; stop < drive.size(); ++stop) {
    CAPTURE(drive[stop].name);
    const auto arrives = arrival(drive, stop).count();
    for (const auto second : {arrives, arrives + drive[stop].dwell.count()}) {
      const auto rmc = split(lines.at(static_cast<std::size_t>(second) * 2 + 1), ",");
      CHECK(degrees(rmc[3], rmc[4], 2) == Approx(drive[stop].lat).margin(1e-6));
      CHECK(degrees(rmc[5], rmc[6], 3) == Approx(drive[stop].lon).margin(1e-6));
      CHECK(rmc[7] == "0.0");
    }
  }
  const auto end = arrival(drive, drive.size() - 1) + drive.back().dwell;
  CHECK(lines.size() == static_cast<std::size_t>(end.count() + 1) * 2);
}

TEST_CASE("The car keeps to the speed and the direction it was given") {
  const auto lines = sentences(nmea_drive(short_drive, start));
  // 111 m at 40 km/h take eleven seconds; the car goes due north.
  CHECK(arrival(short_drive, 1) == seconds{2 + 11});
  const auto rmc = split(lines.at(2 * 5 + 1), ",");
  CHECK(std::stod(rmc[7]) * 1.852 == Approx(36.4).margin(0.2));
  CHECK(rmc[8] == "0.0");
  const std::vector<DriveStop> south_west = {{"a", -10, 20, seconds{0}, 0},
                                             {"b", -10.01, 19.99, seconds{0}, 100}};
  const auto leg = split(sentences(nmea_drive(south_west, start)).at(5), ",");
  CHECK(leg[4] == "S");
  CHECK(leg[6] == "E");
  CHECK(std::stod(leg[8]) == Approx(224.6).margin(0.5));
}

TEST_CASE("A drive sped up visits the same places in less time") {
  const auto slow = field_day_stops();
  const auto fast = sped_up(slow, 60);
  REQUIRE(fast.size() == slow.size());
  for (std::size_t i = 0; i < slow.size(); ++i) CHECK(fast[i].lat == slow[i].lat);
  const auto last = slow.size() - 1;
  CHECK(std::abs(arrival(slow, last).count() - 60 * arrival(fast, last).count()) < 60 * 8);
}

TEST_CASE("The demo's stops are places the sample agency knows, whatever its seed") {
  for (const std::uint64_t seed : {1, 7}) {
    SampleOptions options;
    options.seed = seed;
    options.specialists = 0;
    options.weeks = 0;
    const auto agency = sample_agency(options).value();
    const auto stops = field_day_stops();
    CHECK(agency.places.at(0).kind == Place::program_site);
    CHECK(agency.places.at(0).lat == stops.at(0).lat);
    CHECK(agency.employers.at(0).lat == stops.at(1).lat);
    CHECK(agency.employers.at(1).lon == stops.at(2).lon);
    CHECK(agency.places.at(0).lon == stops.at(3).lon);
  }
}

TEST_CASE("The drive is written to a file, or the file is named in the error") {
  const auto path = std::filesystem::temp_directory_path() / "waymark_nmea_drive_test.nmea";
  REQUIRE(write_drive(path, short_drive, start));
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  CHECK(text == nmea_drive(short_drive, start));
  std::filesystem::remove(path);
  const auto nowhere = write_drive("/no/such/directory/drive.nmea", short_drive, start);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == ErrorCode::cannot_open);
}
