#include "shared/sample/sample_weeks.h"

#include <algorithm>

#include "shared/records/natural_key.h"
#include "shared/sample/sample_names.h"
#include "shared/tally/schedule.h"
#include "shared/time/week.h"

namespace waymark::sample {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

enum class Quality { good, ordinary, bad };

// The eight ways of working that make a team page worth looking at.
enum class Manner { steady, middling, improving, falling, part_time, mixed, struggling, part_role };
constexpr int manners = 8;

Manner manner_of(int number) {
  return static_cast<Manner>(number % manners);
}

Quality quality(Manner manner, int weeks_ago, SeededRandom& random) {
  switch (manner) {
    case Manner::steady:
      return random.chance(85) ? Quality::good : Quality::ordinary;
    case Manner::improving:
      return weeks_ago > 16 ? Quality::bad : weeks_ago > 7 ? Quality::ordinary : Quality::good;
    case Manner::falling:
      return weeks_ago > 16 ? Quality::good : weeks_ago > 5 ? Quality::ordinary : Quality::bad;
    case Manner::mixed:
      return random.chance(50) ? Quality::good : random.chance(80) ? Quality::ordinary : Quality::bad;
    case Manner::struggling:
      return random.chance(70) ? Quality::bad : Quality::ordinary;
    case Manner::middling:
    case Manner::part_time:
    case Manner::part_role:
      break;
  }
  return random.chance(80) ? Quality::ordinary : Quality::good;
}

int community_percent(Quality quality, SeededRandom& random) {
  switch (quality) {
    case Quality::good:
      return random.between(71, 80);
    case Quality::ordinary:
      return random.between(56, 62);
    case Quality::bad:
      break;
  }
  return random.between(30, 43);
}

void take_leave(SampleAgency& agency, const std::string& specialist, Date date, int leave_minutes,
                LeaveKind kind) {
  const auto& holidays = agency.policy.holidays;
  if (leave_minutes <= 0 || std::find(holidays.begin(), holidays.end(), date) != holidays.end()) return;
  Leave leave;
  leave.specialist_id = specialist;
  leave.date = date;
  leave.minutes = leave_minutes;
  leave.kind = kind;
  leave.id = natural_id(leave).value();
  agency.leave.push_back(std::move(leave));
}

/// A week away now and then, a day ill, an afternoon off.
void plan_leave(SampleAgency& agency, const WorkPattern& pattern, const std::string& specialist,
                Manner manner, int weeks_ago, Date first, SeededRandom& random) {
  const auto usual = [&](int day) {
    const auto scheduled = scheduled_day(pattern, add_days(first, day), agency.policy);
    return static_cast<int>(std::chrono::duration_cast<minutes>(scheduled.pattern).count());
  };
  const bool nearly_all = manner == Manner::part_role && weeks_ago == 1;
  if (nearly_all || (weeks_ago > 1 && random.chance(4))) {
    const int away = nearly_all ? 4 : 5;
    for (int day = 0; day < away; ++day)
      take_leave(agency, specialist, add_days(first, day), usual(day), LeaveKind::vacation);
    return;
  }
  const int day = random.between(0, 4);
  if (random.chance(9))
    take_leave(agency, specialist, add_days(first, day), usual(day), LeaveKind::sick);
  else if (random.chance(6))
    take_leave(agency, specialist, add_days(first, day), std::min(usual(day), 120), LeaveKind::holiday);
}

/// The end of one entry reaches into the next.
void overlap_two(std::vector<Entry>& entries, SeededRandom& random) {
  if (entries.size() < 2) return;
  const auto index = static_cast<std::size_t>(random.between(0, static_cast<int>(entries.size()) - 2));
  auto& entry = entries[index];
  const auto& next = entries[index + 1];
  const Millis reach = minutes{random.between(5, 12)};
  if (next.starts_at - *entry.ends_at > minutes{1} || *next.ends_at - next.starts_at < 2 * reach) return;
  entry.ends_at = next.starts_at + reach;
}

void forget_place(std::vector<Entry>& entries, SeededRandom& random) {
  auto& entry = random.pick(entries);
  if (entry.activity == Activity::travel || entry.activity == Activity::break_) return;
  entry.place.reset();
  entry.place_id.clear();
  entry.contact.reset();
}

void enter_late(std::vector<Entry>& entries, SeededRandom& random, Instant now) {
  auto& entry = random.pick(entries);
  const auto recorded = entry.starts_at + hours{random.between(26, 50)};
  if (recorded > now) return;
  entry.recorded_at = recorded;
  entry.late_reason = random.pick(late_reasons());
  // What is written down a day later has no fix.
  entry.start_tag = LocationTag{TagAbsence::off, {}, 0, 0, {}, TagSource::gps, {}};
  entry.end_tag = entry.start_tag;
}

void add_flaws(std::vector<Entry>& day, SeededRandom& random, Instant now) {
  if (day.empty()) return;
  if (random.chance(7)) overlap_two(day, random);
  if (random.chance(4)) forget_place(day, random);
  if (random.chance(6)) enter_late(day, random, now);
}

/// Nobody pressed Stop on Thursday evening.
void forget_stop(std::vector<Entry>& day) {
  if (!day.empty()) day.back().ends_at = day.back().starts_at + hours{13};
}

std::vector<Entry> write_week(const SampleAgency& agency, const FieldWorker& worker,
                              const WorkPattern& pattern, Manner manner, int weeks_ago, Date first,
                              SeededRandom& random, Instant now) {
  constexpr std::int64_t wrong_clock_ms = 184'000;
  const Date today = worker.zone->date_of(now);
  const auto week_quality = quality(manner, weeks_ago, random);
  std::vector<Entry> week;
  for (int index = 0; index < 7; ++index) {
    const Date date = add_days(first, index);
    if (date >= today) break;
    const auto scheduled = scheduled_day(pattern, date, agency.policy).scheduled;
    DayPlan plan;
    plan.date = date;
    plan.work_minutes = static_cast<int>(std::chrono::duration_cast<minutes>(scheduled).count());
    if (plan.work_minutes > 0) plan.work_minutes += random.between(-5, 10);
    plan.community_percent = community_percent(week_quality, random);
    plan.team_meeting = index == 0;
    auto day = sample_day(worker, plan, random);
    add_flaws(day, random, now);
    if (manner == Manner::improving && weeks_ago == 3 && index == 3) forget_stop(day);
    if (manner == Manner::mixed && weeks_ago == 2)
      for (auto& entry : day) entry.clock_skew_ms = wrong_clock_ms;
    week.insert(week.end(), std::make_move_iterator(day.begin()), std::make_move_iterator(day.end()));
  }
  return week;
}

/// Older weeks are approved; last week is in every state a lead meets on a Monday.
void settle_week(SampleAgency& agency, const std::string& specialist, int number, int weeks_ago, Date first,
                 SeededRandom& random) {
  const bool last_week = weeks_ago == 1;
  if (weeks_ago == 0 || (last_week && number % 4 == 3)) return;
  WeekRecord week;
  week.specialist_id = specialist;
  week.week_start = first;
  week.state = WeekRecordState::submitted;
  week.id = natural_id(week).value();
  agency.weeks.push_back(std::move(week));

  if (last_week && number % 4 == 2) return;  // waits for the lead
  Approval approval;
  approval.specialist_id = specialist;
  approval.week_start = first;
  approval.state = ApprovalState::approved;
  if (last_week && number % 4 == 1) {
    approval.state = ApprovalState::returned;
    approval.note = random.pick(return_notes());
  }
  approval.id = natural_id(approval).value();
  agency.approvals.push_back(std::move(approval));
}

}  // namespace

std::vector<Schedule> sample_schedules(int number, const std::string& id, Date this_week) {
  const auto schedule = [&](Date from, std::array<int, 7> day_minutes) {
    Schedule made;
    made.specialist_id = id;
    made.effective_from = from;
    made.minutes = day_minutes;
    made.id = natural_id(made).value();
    return made;
  };
  constexpr Date beginning{std::chrono::year{2020} / 1 / 1};
  constexpr std::array<int, 7> full = {450, 450, 450, 450, 450, 0, 0};
  switch (manner_of(number)) {
    case Manner::part_time:  // four shorter days, since twelve weeks ago
      return {schedule(beginning, full),
              schedule(add_days(this_week, -12 * 7), {330, 330, 330, 330, 0, 0, 0})};
    case Manner::part_role:  // half of the day belongs to another role
      return {schedule(beginning, {240, 240, 240, 240, 240, 0, 0})};
    default:
      return {schedule(beginning, full)};
  }
}

void add_weeks(SampleAgency& agency, const FieldWorker& worker, int number, const SampleOptions& options) {
  const auto manner = manner_of(number);
  const Date this_week = week_of(worker.zone->date_of(options.now), agency.policy.week_starts_on);
  for (int weeks_ago = options.weeks; weeks_ago >= 0; --weeks_ago) {
    const Date first = add_days(this_week, -7 * weeks_ago);
    SeededRandom random(options.seed, "week", number,
                        days_between(Date{std::chrono::year{2000} / 1 / 1}, first));
    WorkPattern pattern;
    for (const auto& schedule : agency.schedules)
      if (schedule.specialist_id == worker.id) pattern.schedules.push_back(schedule);
    const auto leave_before = agency.leave.size();
    plan_leave(agency, pattern, worker.id, manner, weeks_ago, first, random);
    pattern.leave.assign(agency.leave.begin() + static_cast<std::ptrdiff_t>(leave_before),
                         agency.leave.end());

    // For some weeks half a year ago, one phone was not allowed to locate.
    auto as_then = worker;
    as_then.location_denied = manner == Manner::struggling && weeks_ago >= 18;
    auto week = write_week(agency, as_then, pattern, manner, weeks_ago, first, random, options.now);
    agency.entries.insert(agency.entries.end(), std::make_move_iterator(week.begin()),
                          std::make_move_iterator(week.end()));
    settle_week(agency, worker.id, number, weeks_ago, first, random);
  }
}

}  // namespace waymark::sample
