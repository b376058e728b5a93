#include "tests/bench/field_weeks.h"

#include <array>

#include "shared/records/record_codec.h"
#include "shared/sample/seeded_random.h"
#include "shared/sync/message_codec.h"

namespace waymark::bench {
namespace {

constexpr int entries_a_day = 12;
constexpr int days_a_week = 5;
constexpr int first_minute_utc = 13 * 60;  // morning in New York, winter and summer
constexpr int entry_minutes = 35;

LocationTag tag_at(Instant at, SeededRandom& numbers) {
  LocationTag tag;
  tag.at = at;
  tag.lat = 42.65 + numbers.real(-0.05, 0.05);
  tag.lon = -73.75 + numbers.real(-0.05, 0.05);
  tag.accuracy_m = 12;
  return tag;
}

}  // namespace

Entry field_entry(const std::string& specialist_id, Date monday, int n, RandomSource& random) {
  constexpr std::array activities{Activity::travel,     Activity::employer_visit, Activity::job_coaching,
                                  Activity::engagement, Activity::documentation,  Activity::follow_along};
  constexpr std::array places{Place::employer_site, Place::library, Place::cafe, Place::program_site};
  SeededRandom numbers(7, "field entry", n);
  const auto at = static_cast<std::size_t>(n);
  Entry entry;
  entry.specialist_id = specialist_id;
  entry.activity = activities[at % activities.size()];
  if (entry.activity == Activity::travel) {
    entry.from_place = places[at % places.size()];
    entry.to_place = places[(at + 1) % places.size()];
    entry.miles = 4.5;
  } else {
    entry.place = places[at % places.size()];
    entry.contact = Contact::in_person;
    entry.participant_present = entry.activity != Activity::employer_visit;
    if (n % 4 == 0) entry.note = "Met at the usual place and went through the next steps together.";
  }
  const int week = n / entries_a_week;
  const int day = n % entries_a_week / entries_a_day;
  const int minute = first_minute_utc + n % entries_a_day * entry_minutes;
  const auto midnight = std::chrono::sys_days{add_days(monday, week * 7 + day)};
  entry.starts_at = instant_from_ms(std::chrono::duration_cast<Millis>(midnight.time_since_epoch()).count()) +
                    std::chrono::minutes{minute};
  entry.ends_at = entry.starts_at + std::chrono::minutes{entry_minutes};
  entry.utc_offset_min = -300;
  entry.start_tag = tag_at(entry.starts_at, numbers);
  entry.end_tag = tag_at(*entry.ends_at, numbers);
  entry.recorded_at = entry.starts_at;
  entry.id = make_record_id(random, entry.starts_at);
  return entry;
}

Op op_of(const Entry& entry, RandomSource& random) {
  Op op;
  op.op = make_op_id(random);
  op.rid = entry.id;
  op.body = to_json(entry);
  return op;
}

std::vector<std::string> frozen_ops(const std::string& specialist_id, Date monday, int from, int count,
                                    RandomSource& random) {
  std::vector<std::string> ops;
  for (int n = from; n < from + count; ++n)
    ops.push_back(to_json(op_of(field_entry(specialist_id, monday, n, random), random)));
  return ops;
}

}  // namespace waymark::bench
