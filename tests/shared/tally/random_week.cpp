#include "tests/shared/tally/random_week.h"

#include <algorithm>

#include "tests/shared/draw.h"
#include "tests/shared/tally/week_builder.h"

namespace waymark::testing {
namespace {

using std::chrono::minutes;

bool one_in(int n) {
  return any(n) == 0;
}

template <class E>
E any_code(E last) {
  return static_cast<E>(any(static_cast<int>(last) + 1));
}

std::optional<Place> any_place() {
  if (one_in(12)) return std::nullopt;
  return any_code(Place::own_home);
}

std::optional<LocationTag> any_tag(Instant when) {
  if (one_in(2)) return std::nullopt;
  return one_in(2) ? fix(when) : no_fix(any_code(TagAbsence::private_place));
}

Policy any_policy(const KnownWeek& week) {
  Policy policy;
  policy.time_zone = week.zone;
  policy.minimum_percent = one_in(3) ? any(101) : 50;
  policy.recommended_percent = one_in(3) ? any(101) : 65;
  policy.commute_is_work = one_in(2);
  policy.return_travel_counts = !one_in(2);
  policy.staff_training_counts = one_in(2);
  policy.remote_contact_counts = !one_in(2);
  policy.satellite_service_counts = one_in(2);
  policy.no_show_cap_minutes = one_in(3) ? any(120) : 30;
  policy.running_cap_hours = one_in(3) ? 1 + any(24) : 12;
  if (one_in(3)) policy.holidays.push_back(add_days(week.first, any(7)));
  return policy;
}

WorkPattern any_pattern(const KnownWeek& week) {
  WorkPattern pattern;
  for (int i = any(3); i > 0; --i) {
    Schedule schedule;
    schedule.id = "schedule" + std::to_string(i);
    schedule.effective_from = add_days(week.first, any(20) - 14);
    const bool clash = std::ranges::any_of(pattern.schedules, [&](const Schedule& other) {
      return other.effective_from == schedule.effective_from;
    });
    if (clash) continue;
    for (auto& day : schedule.minutes) day = one_in(3) ? 0 : any(600);
    pattern.schedules.push_back(schedule);
  }
  for (int i = any(4); i > 0; --i) pattern.leave.push_back(leave(add_days(week.first, any(9) - 1), any(500)));
  return pattern;
}

void fill_in(Entry& entry) {
  entry.activity = one_in(4) ? Activity::travel : any_code(Activity::break_);
  if (entry.activity == Activity::travel) {
    entry.from_place = any_place();
    entry.to_place = any_place();
  } else {
    entry.place = any_place();
  }
  if (!one_in(4)) entry.contact = one_in(2) ? Contact::in_person : any_code(Contact::none);
  entry.participant_present = one_in(2);
  if (one_in(2)) entry.participant_id = "participant";
  if (one_in(3)) entry.employer_id = "employer" + std::to_string(any(3));
  entry.hiring_authority = one_in(3);
  entry.no_show = one_in(4);
  entry.start_tag = any_tag(entry.starts_at);
  if (entry.ends_at) entry.end_tag = any_tag(*entry.ends_at);
  entry.clock_skew_ms = one_in(5) ? any(400'000) - 200'000 : 0;
  entry.recorded_at = entry.starts_at + minutes{one_in(5) ? any(3000) : 0};
}

int any_length() {
  if (one_in(10)) return 0;
  return one_in(4) ? 1 + any(1440) : 1 + any(180);
}

RandomWeek any_frame() {
  RandomWeek random;
  random.week = known_weeks()[static_cast<std::size_t>(any(static_cast<int>(known_weeks().size())))];
  random.policy = any_policy(random.week);
  random.pattern = any_pattern(random.week);
  // A day before the week to a day after it, so that the week is ahead, in progress, or over.
  random.now = random.week.bounds()[0] + minutes{any(9 * 1440) - 1440};
  return random;
}

/// Ids begin with a drawn number, so that "the lower id" is not "the earlier one" in disguise; the place in
/// the list keeps them apart.
std::string any_id(const std::vector<Entry>& taken) {
  return std::to_string(1000 + any(9000)) + "-" + std::to_string(taken.size());
}

}  // namespace

int any(int below) {
  return draw(0, below);
}

std::array<Instant, 8> KnownWeek::bounds() const {
  std::array<Instant, 8> instants;
  for (std::size_t i = 0; i < instants.size(); ++i)
    instants[i] = std::chrono::sys_days{first} + std::chrono::days{i} - std::chrono::hours{offset_hours[i]};
  return instants;
}

const std::vector<KnownWeek>& known_weeks() {
  static const std::vector<KnownWeek> weeks = {
      {"ordinary", "America/New_York", day_of(2025, 5, 5), {-4, -4, -4, -4, -4, -4, -4, -4}},
      {"spring", "America/New_York", day_of(2025, 3, 3), {-5, -5, -5, -5, -5, -5, -5, -4}},
      {"autumn", "America/New_York", day_of(2025, 10, 27), {-4, -4, -4, -4, -4, -4, -4, -5}},
      {"spring, from Sunday", "America/New_York", day_of(2025, 3, 9), {-5, -4, -4, -4, -4, -4, -4, -4}},
      {"autumn, from Sunday", "America/New_York", day_of(2025, 11, 2), {-4, -5, -5, -5, -5, -5, -5, -5}},
      {"leap day", "America/New_York", day_of(2024, 2, 26), {-5, -5, -5, -5, -5, -5, -5, -5}},
      {"turn of the year", "America/New_York", day_of(2024, 12, 30), {-5, -5, -5, -5, -5, -5, -5, -5}},
      // Midnight of 9 March is skipped: the day begins at 01:00, five hours after midnight UTC all the same.
      {"no midnight", "America/Havana", day_of(2025, 3, 3), {-5, -5, -5, -5, -5, -5, -5, -4}},
      {"two midnights", "America/Havana", day_of(2025, 10, 27), {-4, -4, -4, -4, -4, -4, -4, -5}},
  };
  return weeks;
}

WeekTally RandomWeek::tally() const {
  return tally_of(entries);
}

WeekTally RandomWeek::tally_of(const std::vector<Entry>& others) const {
  return tally_week(week.first, others, pattern, policy, Zone::find(week.zone).value(), {}, now);
}

RandomWeek any_week() {
  RandomWeek random = any_frame();
  const Instant begin = random.week.bounds()[0];
  // Half of the time all entries crowd into two days, so that overlaps of several are common.
  const int spread = one_in(2) ? 9 * 1440 : 2 * 1440;
  const int shift = spread == 9 * 1440 ? -1440 : any(8 * 1440) - 1440;
  for (int i = any(16); i > 0; --i) {
    Entry entry;
    entry.id = any_id(random.entries);
    entry.starts_at = begin + minutes{shift + any(spread)};
    if (!one_in(8)) entry.ends_at = entry.starts_at + minutes{any_length()};
    fill_in(entry);
    random.entries.push_back(std::move(entry));
  }
  return random;
}

RandomWeek any_week_without_overlap() {
  RandomWeek random = any_frame();
  Instant next = random.week.bounds()[0] - minutes{any(1440)};
  for (int i = any(40); i > 0; --i) {
    Entry entry;
    entry.id = any_id(random.entries);
    entry.starts_at = next + minutes{one_in(2) ? 0 : any(600)};
    entry.ends_at = entry.starts_at + minutes{any_length()};
    next = *entry.ends_at;
    fill_in(entry);
    random.entries.push_back(std::move(entry));
  }
  return random;
}

std::ostream& operator<<(std::ostream& out, const RandomWeek& week) {
  const auto minute = [&](Instant instant) {
    return std::chrono::floor<minutes>(instant - week.week.bounds()[0]).count();
  };
  const auto place = [](const std::optional<Place>& kind) { return kind ? to_wire(*kind) : "nowhere"; };
  out << week.week.what << ", now at minute " << minute(week.now) << "\n";
  for (const Entry& entry : week.entries) {
    out << entry.id << ": " << minute(entry.starts_at) << " to ";
    if (entry.ends_at)
      out << minute(*entry.ends_at);
    else
      out << "now";
    out << " " << to_wire(entry.activity) << " at " << place(entry.place) << ", " << place(entry.from_place)
        << " to " << place(entry.to_place) << (entry.no_show ? ", no-show" : "") << "\n";
  }
  return out;
}

}  // namespace waymark::testing
