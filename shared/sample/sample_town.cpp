#include "shared/sample/sample_town.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "shared/sample/sample_names.h"

namespace waymark::sample {
namespace {

constexpr double metres_a_mile = 1609.344;
constexpr double metres_a_degree = 111'195;                          // of latitude
constexpr Instant ids_made_at = instant_from_ms(1'735'689'600'000);  // 2025-01-01, before everything else

struct Landmark {
  std::string_view name;
  Place kind;
  Position at;
  double radius_m;
};

constexpr auto landmarks = std::to_array<Landmark>({
    {"Bridgeway Program Site", Place::program_site, program_site_at, 80},
    {"Eastside Satellite Office", Place::satellite_office, {43.08560, -75.19630}, 60},
    {"Millbrook Falls Public Library", Place::library, {43.10320, -75.22910}, 80},
    {"North Branch Library", Place::library, {43.12750, -75.23880}, 60},
    {"Vocational Rehabilitation District Office", Place::vr_office, {43.10480, -75.24120}, 80},
    {"Lock Twelve Café", Place::cafe, {43.09870, -75.22540}, 40},
    {"Corner Cup Café", Place::cafe, {43.11610, -75.22050}, 40},
    {"Valley Community College", Place::school, {43.07740, -75.22290}, 250},
    {"Skills Training Center", Place::training_site, {43.09120, -75.24870}, 100},
    {"Riverside Community Center", Place::other_community, {43.10760, -75.21580}, 100},
    {"One-Stop Career Center", Place::other_community, {43.09990, -75.23740}, 60},
});

double rounded(double value) {  // to about a metre
  return std::round(value * 1e5) / 1e5;
}

std::string phone_number(SeededRandom& random) {
  return "555-01" + std::to_string(random.between(10, 99));  // numbers kept free for fiction
}

}  // namespace

double distance_m(Position a, Position b) {
  const double narrowing = std::cos((a.lat + b.lat) / 2 * std::numbers::pi / 180);
  return std::hypot((a.lat - b.lat) * metres_a_degree, (a.lon - b.lon) * metres_a_degree * narrowing);
}

double road_miles(Position a, Position b) {
  return std::round(distance_m(a, b) * 1.33 / metres_a_mile * 10) / 10;
}

int drive_minutes(Position a, Position b) {
  return std::max(5, 3 + static_cast<int>(road_miles(a, b) * 3));
}

Position somewhere(SeededRandom& random) {
  return {rounded(program_site_at.lat + random.real(-0.028, 0.028)),
          rounded(program_site_at.lon + random.real(-0.038, 0.038))};
}

std::vector<KnownPlace> town_places(std::uint64_t seed) {
  std::vector<KnownPlace> places;
  for (const auto& landmark : landmarks) {
    SeededRandom random(seed, "place", static_cast<std::int64_t>(places.size()));
    KnownPlace place;
    place.id = make_record_id(random, ids_made_at);
    place.name = landmark.name;
    place.kind = landmark.kind;
    place.lat = landmark.at.lat;
    place.lon = landmark.at.lon;
    place.radius_m = landmark.radius_m;
    places.push_back(std::move(place));
  }
  return places;
}

std::vector<Employer> town_employers(std::uint64_t seed, Date today) {
  std::vector<Employer> employers;
  for (const auto& business : businesses()) {
    const auto index = employers.size();
    SeededRandom random(seed, "employer", static_cast<std::int64_t>(index));
    Employer employer;
    employer.id = make_record_id(random, ids_made_at);
    employer.name = business.name;
    employer.industry = business.industry;
    employer.address = std::to_string(random.between(2, 480)) + " " + std::string(random.pick(streets())) +
                       ", Millbrook Falls";
    employer.contact_name =
        std::string(random.pick(first_names())) + " " + std::string(random.pick(last_names()));
    employer.contact_title = random.pick(contact_titles());
    employer.phone = phone_number(random);
    const auto at = index == 0 ? first_employer_at : index == 1 ? second_employer_at : somewhere(random);
    employer.lat = at.lat;
    employer.lon = at.lon;
    if (random.chance(40)) {
      employer.next_step = random.pick(next_steps());
      employer.next_step_on = add_days(today, random.between(-3, 14));
    }
    employers.push_back(std::move(employer));
  }
  return employers;
}

}  // namespace waymark::sample
