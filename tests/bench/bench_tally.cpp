// tally: what a week of 60 entries costs to tally, on phone and server alike. `bench_tally --once` tallies it
// once, for callgrind to count the instructions.
#include <array>

#include "shared/sample/seeded_random.h"
#include "shared/tally/week_tally.h"
#include "shared/time/zone.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

namespace waymark::bench {
namespace {

constexpr int days = 5;
constexpr int entries_a_day = 12;
constexpr int first_minute = 8 * 60 + 30;
constexpr int entry_minutes = 40;

/// Twelve entries on each of five days, of every kind, each day with an overlap, a gap and a missing place.
std::vector<Entry> sixty_entries(const Zone& zone, Date monday) {
  constexpr std::array activities{Activity::travel,       Activity::employer_visit, Activity::job_coaching,
                                  Activity::engagement,   Activity::documentation,  Activity::job_search,
                                  Activity::team_meeting, Activity::other_work};
  constexpr std::array places{Place::employer_site, Place::library, Place::program_site, Place::cafe,
                              Place::satellite_office};
  SeededRandom random(1);
  std::vector<Entry> entries;
  for (int day = 0; day < days; ++day)
    for (int i = 0; i < entries_a_day; ++i) {
      const auto n = static_cast<std::size_t>(day * entries_a_day + i);
      Entry entry;
      entry.activity = activities[n % activities.size()];
      if (entry.activity == Activity::travel) {
        entry.from_place = places[n % places.size()];
        entry.to_place = places[(n + 1) % places.size()];
      } else if (i != 5) {
        entry.place = places[n % places.size()];
        entry.contact = i % 3 == 0 ? Contact::phone : Contact::in_person;
      }
      const int begins = first_minute + i * entry_minutes - (i == 3 ? 10 : 0);
      entry.starts_at = zone.at(add_days(monday, day), begins);
      entry.ends_at = zone.at(add_days(monday, day), begins + entry_minutes - (i == 7 ? 15 : 0));
      entry.recorded_at = entry.starts_at;
      entry.id = make_record_id(random, entry.starts_at);
      entries.push_back(std::move(entry));
    }
  return entries;
}

std::vector<Row> bench(const Asked& asked) {
  const Zone zone = must(Zone::find("America/New_York"));
  const Date monday = Date{std::chrono::year{2026} / 11 / 16};
  const auto entries = sixty_entries(zone, monday);
  Schedule schedule;
  schedule.effective_from = monday;
  schedule.minutes = {450, 450, 450, 450, 450, 0, 0};
  const WorkPattern pattern{{schedule}, {}};
  const Instant now = zone.at(add_days(monday, 7), 0);
  const auto tally = [&] { return tally_week(monday, entries, pattern, {}, zone, {}, now); };
  if (tally().logged_s == 0) throw std::runtime_error("The week of the benchmark holds no time.");
  if (asked.has("--once")) return {};

  std::vector<double> times;
  for (int i = 0; i < asked.count(5'000, 20); ++i) times.push_back(time_of(tally) * 1e6);
  return {{"tally",
           "tally_week of 60 entries, half of the runs are below",
           median(times),
           "µs",
           {},
           {{"99 of 100 runs are below, µs", percentile(times, 0.99)}}}};
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
