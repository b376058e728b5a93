#include "shared/tally/week_tally.h"

#include <algorithm>

#include "shared/tally/employer_contacts.h"
#include "shared/tally/exceptions.h"
#include "shared/tally/timeline.h"

namespace waymark {

template <>
std::span<const std::string_view> wire_names<Standing>() {
  static constexpr auto names =
      std::to_array<std::string_view>({"recommended", "minimum", "below", "too_little"});
  static_assert(names.size() == static_cast<std::size_t>(Standing::too_little) + 1);
  return names;
}

template <>
std::span<const std::string_view> wire_names<ExceptionCode>() {
  static constexpr auto names = std::to_array<std::string_view>(
      {"overlap", "gap", "incomplete", "long_running", "late", "clock", "untagged"});
  static_assert(names.size() == static_cast<std::size_t>(ExceptionCode::untagged) + 1);
  return names;
}

namespace {

constexpr std::int64_t least_logged_s = 28'800;  // 8 h; rule 5: without a schedule, less is too little

std::int64_t whole_seconds(Millis time) {
  return std::chrono::floor<std::chrono::seconds>(time).count();
}

/// Time of each kind in milliseconds; floored only when a total is done (rule 3).
struct Sum {
  std::array<Millis, 3> of_kind{};

  Millis& operator[](TimeKind kind) { return of_kind[static_cast<std::size_t>(kind)]; }
  Millis operator[](TimeKind kind) const { return of_kind[static_cast<std::size_t>(kind)]; }
  Millis worked() const { return (*this)[TimeKind::community] + (*this)[TimeKind::on_site]; }
  bool empty() const {
    return std::ranges::all_of(of_kind, [](Millis time) { return time == Millis{0}; });
  }
  Split split() const {
    return {whole_seconds((*this)[TimeKind::community]), whole_seconds((*this)[TimeKind::on_site]),
            whole_seconds((*this)[TimeKind::not_worked])};
  }
};

constexpr std::size_t activity_count = static_cast<std::size_t>(Activity::break_) + 1;
constexpr std::size_t place_count = static_cast<std::size_t>(Place::own_home) + 1;
// After the place kinds: travel, which is nowhere, and time with no place given.
constexpr std::size_t travel_row = place_count;
constexpr std::size_t unspecified_row = place_count + 1;
constexpr std::size_t place_row_count = place_count + 2;

std::size_t place_row(const Entry& entry) {
  if (entry.activity == Activity::travel) return travel_row;
  return entry.place ? static_cast<std::size_t>(*entry.place) : unspecified_row;
}

std::string_view place_row_name(std::size_t row) {
  if (row == travel_row) return "travel";
  if (row == unspecified_row) return "unspecified";
  return wire_names<Place>()[row];
}

/// Everything that is added up along the week's timeline.
struct WeekSums {
  std::array<Sum, 7> days;
  std::array<Sum, activity_count> activities;
  std::array<Sum, place_row_count> places;
  Millis tagged{0};
  Millis flagged{0};
  std::vector<Millis> community;  // of each laid-out entry

  Sum week() const {
    Sum sum;
    for (const Sum& day : days)
      for (std::size_t kind = 0; kind < sum.of_kind.size(); ++kind) sum.of_kind[kind] += day.of_kind[kind];
    return sum;
  }
};

WeekSums add_up(std::span<const LaidEntry> laid, const WeekFrame& week) {
  WeekSums sums;
  sums.community.resize(laid.size());
  for (const Stretch& stretch : timeline(laid, week)) {
    const Entry& entry = *laid[stretch.entry].entry;
    const Millis length = stretch.span.length();
    sums.days[static_cast<std::size_t>(stretch.day)][stretch.time] += length;
    sums.activities[static_cast<std::size_t>(entry.activity)][stretch.time] += length;
    sums.places[place_row(entry)][stretch.time] += length;
    if (stretch.time != TimeKind::community) continue;
    sums.community[stretch.entry] += length;
    if (stretch.flagged) sums.flagged += length;
    if (entry.has_fix()) sums.tagged += length;
  }
  return sums;
}

/// The week's schedule, in the three sizes the rules ask for.
struct ScheduledWeek {
  bool known = false;  ///< a schedule is in effect on any day
  Millis pattern{0};   ///< the weekdays' minutes, before leave and holidays
  Millis full{0};      ///< after leave and holidays
  Millis due{0};       ///< what `now` has come to (rule 3)
};

/// Rule 3: the whole of a day that is over; today no more than was logged today, so that a morning does not
/// count against the afternoon; nothing of a day ahead.
Millis due_at(Instant now, Span day, Millis scheduled, Millis logged) {
  if (now >= day.end) return scheduled;
  return now >= day.begin ? std::min(scheduled, logged) : Millis{0};
}

ScheduledWeek schedule_week(const WorkPattern& pattern, const Policy& policy, const WeekFrame& week,
                            const WeekSums& sums, Instant now, std::array<DayTally, 7>& days) {
  ScheduledWeek sum;
  for (int i = 0; i < 7; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const ScheduledDay day = scheduled_day(pattern, week.date(i), policy);
    sum.known = sum.known || day.known;
    sum.pattern += day.pattern;
    sum.full += day.scheduled;
    sum.due += due_at(now, week.day(i), day.scheduled, sums.days[index].worked());
    days[index] = {week.date(i), sums.days[index].split(), whole_seconds(day.scheduled),
                   whole_seconds(day.leave)};
  }
  return sum;
}

Standing standing_of(const WeekTally& tally, const ScheduledWeek& schedule, const Policy& policy) {
  const bool too_little =
      schedule.known ? schedule.full * 2 < schedule.pattern : tally.logged_s < least_logged_s;
  if (too_little || tally.work_s == 0) return Standing::too_little;
  if (tally.share().reaches(policy.recommended_percent)) return Standing::recommended;
  return tally.share().reaches(policy.minimum_percent) ? Standing::minimum : Standing::below;
}

int fidelity_score_of(Share share, const Policy& policy) {
  return 1 + static_cast<int>(std::ranges::count_if(policy.fidelity_anchors,
                                                    [&](int anchor) { return share.reaches(anchor); }));
}

/// Community time still missing for `percent` of `whole`, rounded up: a second short is short.
std::int64_t missing_for(int percent, std::int64_t whole_s, std::int64_t community_s) {
  const std::int64_t wanted = (percent * whole_s + 99) / 100;
  return std::max<std::int64_t>(0, wanted - community_s);
}

Needed needed_of(const WeekTally& tally, const ScheduledWeek& schedule, const Policy& policy) {
  const std::int64_t whole_s = std::max(whole_seconds(schedule.full), tally.logged_s);
  return {missing_for(policy.minimum_percent, whole_s, tally.community_s),
          missing_for(policy.recommended_percent, whole_s, tally.community_s), whole_s - tally.logged_s};
}

template <std::size_t n, class Name>
std::map<std::string, Split> named_splits(const std::array<Sum, n>& sums, Name name) {
  std::map<std::string, Split> splits;
  for (std::size_t row = 0; row < n; ++row)
    if (!sums[row].empty()) splits.emplace(name(row), sums[row].split());
  return splits;
}

}  // namespace

WeekTally tally_week(Date week_first, std::span<const Entry> entries, const WorkPattern& pattern,
                     const Policy& policy, const Zone& zone, const FirstContacts& first_contacts,
                     Instant now) {
  const WeekFrame week = week_frame(week_first, zone);
  const std::vector<LaidEntry> laid = lay_out(entries, policy, week, now);
  const std::vector<Overlap> shared_stretches = overlaps(laid);
  const WeekSums sums = add_up(laid, week);

  WeekTally tally;
  tally.week_start = week_first;
  tally.time_zone = zone.name();
  tally.policy_from = policy.effective_from;
  tally.as_of = now;

  const Split time = sums.week().split();
  tally.community_s = time.community_s;
  tally.on_site_s = time.on_site_s;
  tally.not_worked_s = time.not_worked_s;
  tally.flagged_s = whole_seconds(sums.flagged);
  tally.tagged_s = whole_seconds(sums.tagged);
  Millis overlapped{0};
  for (const Overlap& overlap : shared_stretches) overlapped += overlap.span.length();
  tally.overlap_s = whole_seconds(overlapped);

  const ScheduledWeek schedule = schedule_week(pattern, policy, week, sums, now, tally.days);
  tally.has_schedule = schedule.known;
  tally.scheduled_s = whole_seconds(schedule.due);
  tally.logged_s = tally.community_s + tally.on_site_s;
  tally.work_s = std::max(tally.scheduled_s, tally.logged_s);
  tally.unaccounted_s = tally.work_s - tally.logged_s;

  tally.standing = standing_of(tally, schedule, policy);
  tally.fidelity_score = fidelity_score_of(tally.share(), policy);
  tally.needed = needed_of(tally, schedule, policy);
  tally.by_activity =
      named_splits(sums.activities, [](std::size_t row) { return wire_names<Activity>()[row]; });
  tally.by_place = named_splits(sums.places, place_row_name);
  tally.employer_contacts = employer_contacts(entries, first_contacts, week, policy);
  tally.exceptions = find_exceptions(laid, shared_stretches, sums.community, week, policy, now);
  return tally;
}

}  // namespace waymark
