#include "tests/shared/tally/week_oracle.h"

#include <algorithm>
#include <set>

#include "shared/community/classify.h"

namespace waymark::testing {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Millis step = minutes{1};
constexpr std::int64_t step_s = 60;

/// One entry as the walk sees it.
struct Walker {
  const Entry* entry;
  Instant begin, end;
  Verdict verdict;
  std::int64_t community_s = 0;  // won by it

  bool there(Instant t) const { return begin <= t && t < end; }
  bool empty() const { return begin == end; }
  bool capped(Instant t) const { return verdict.cap.has_value() && t - begin >= *verdict.cap; }
  TimeKind kind(Instant t) const { return capped(t) ? TimeKind::on_site : verdict.time; }
  bool flagged(Instant t) const { return !capped(t) && verdict.flagged; }
};

int strength(TimeKind kind) {
  if (kind == TimeKind::on_site) return 3;
  return kind == TimeKind::community ? 2 : 1;
}

/// Rule 2: does `a` get the instant rather than `b`?
bool beats(const Walker& a, const Walker& b, Instant t) {
  if (strength(a.kind(t)) != strength(b.kind(t))) return strength(a.kind(t)) > strength(b.kind(t));
  if (a.flagged(t) != b.flagged(t)) return b.flagged(t);
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.entry->id < b.entry->id;
}

std::vector<Walker> walkers(const RandomWeek& random) {
  std::vector<Walker> all;
  for (const Entry& entry : random.entries) {
    Instant end = entry.starts_at;
    if (entry.ends_at)
      end = *entry.ends_at;
    else
      while (end < random.now && end - entry.starts_at < hours{random.policy.running_cap_hours}) end += step;
    all.push_back({&entry, entry.starts_at, end, classify(entry, random.policy)});
  }
  return all;
}

void count(Split& split, TimeKind kind) {
  if (kind == TimeKind::community) split.community_s += step_s;
  if (kind == TimeKind::on_site) split.on_site_s += step_s;
  if (kind == TimeKind::not_worked) split.not_worked_s += step_s;
}

std::string place_name(const Entry& entry) {
  if (entry.activity == Activity::travel) return "travel";
  return entry.place ? std::string(to_wire(*entry.place)) : "unspecified";
}

bool is_home(std::optional<Place> place) {
  return place == Place::participant_home || place == Place::own_home;
}

using Ids = std::vector<std::string>;

class Walk {
 public:
  explicit Walk(const RandomWeek& random)
      : random_(random), bounds_(random.week.bounds()), walkers_(walkers(random)) {
    for (std::size_t i = 0; i < 7; ++i) tally_.days[i].date = date(i);
  }

  WeekTally run() {
    for (std::size_t day = 0; day < 7; ++day)
      for (Instant t = bounds_[day]; t < bounds_[day + 1]; t += step) pass(t, day);
    close_overlap();
    add_up();
    schedule();
    judge();
    for (std::size_t day = 0; day < 7; ++day) gaps(day);
    single_exceptions();
    tally_.week_start = random_.week.first;
    tally_.time_zone = random_.week.zone;
    tally_.policy_from = random_.policy.effective_from;
    tally_.as_of = random_.now;
    return tally_;
  }

 private:
  Date date(std::size_t day) const {
    return Date{std::chrono::sys_days{random_.week.first} + std::chrono::days{day}};
  }

  void pass(Instant t, std::size_t day) {
    std::vector<Walker*> present;
    for (Walker& walker : walkers_)
      if (walker.there(t)) present.push_back(&walker);
    if (present.size() > 1) {
      overlap_s_ += step_s;
      for (const Walker* walker : present) overlapping_.insert({walker->begin, walker->entry->id});
    } else {
      close_overlap();
    }
    if (present.empty()) return;
    Walker* winner = present.front();
    for (Walker* walker : present)
      if (beats(*walker, *winner, t)) winner = walker;
    const TimeKind kind = winner->kind(t);
    count(tally_.days[day].time, kind);
    count(tally_.by_activity[std::string(to_wire(winner->entry->activity))], kind);
    count(tally_.by_place[place_name(*winner->entry)], kind);
    if (kind != TimeKind::community) return;
    winner->community_s += step_s;
    if (winner->flagged(t)) tally_.flagged_s += step_s;
    if (winner->entry->has_fix()) tally_.tagged_s += step_s;
  }

  void close_overlap() {
    if (overlap_s_ == 0) return;
    Ids ids;
    for (const auto& [begin, id] : overlapping_) ids.push_back(id);
    tally_.exceptions.push_back({ExceptionCode::overlap, ids, overlap_s_});
    tally_.overlap_s += overlap_s_;
    overlap_s_ = 0;
    overlapping_.clear();
  }

  void add_up() {
    for (const DayTally& day : tally_.days) {
      tally_.community_s += day.time.community_s;
      tally_.on_site_s += day.time.on_site_s;
      tally_.not_worked_s += day.time.not_worked_s;
    }
    tally_.logged_s = tally_.community_s + tally_.on_site_s;
  }

  void schedule() {
    for (std::size_t i = 0; i < 7; ++i) {
      std::int64_t leave = 0;
      for (const Leave& row : random_.pattern.leave)
        if (row.date == date(i)) leave += row.minutes;
      const Schedule* holds = nullptr;
      for (const Schedule& schedule : random_.pattern.schedules)
        if (schedule.effective_from <= date(i) &&
            (holds == nullptr || holds->effective_from < schedule.effective_from))
          holds = &schedule;
      const bool from_sunday = std::chrono::weekday{random_.week.first} == std::chrono::Sunday;
      const std::int64_t pattern = holds == nullptr ? 0 : holds->minutes[from_sunday ? (i + 6) % 7 : i];
      const bool holiday = std::ranges::count(random_.policy.holidays, date(i)) > 0;
      const std::int64_t left = holiday || leave > pattern ? 0 : (pattern - leave) * 60;
      DayTally& day = tally_.days[i];
      day.scheduled_s = left;
      day.leave_s = leave * 60;
      if (holds != nullptr) tally_.has_schedule = true;
      pattern_s_ += pattern * 60;
      full_s_ += left;
      const std::int64_t logged = day.time.community_s + day.time.on_site_s;
      if (bounds_[i + 1] <= random_.now)
        tally_.scheduled_s += left;
      else if (bounds_[i] <= random_.now)
        tally_.scheduled_s += left < logged ? left : logged;
    }
  }

  void judge() {
    const Policy& policy = random_.policy;
    tally_.work_s = tally_.scheduled_s > tally_.logged_s ? tally_.scheduled_s : tally_.logged_s;
    tally_.unaccounted_s = tally_.work_s - tally_.logged_s;
    const auto reached = [&](int percent) { return tally_.community_s * 100 >= percent * tally_.work_s; };
    bool too_little = tally_.work_s == 0;
    if (tally_.has_schedule && 2 * full_s_ < pattern_s_) too_little = true;
    if (!tally_.has_schedule && tally_.logged_s < 28'800) too_little = true;
    if (too_little)
      tally_.standing = Standing::too_little;
    else if (reached(policy.recommended_percent))
      tally_.standing = Standing::recommended;
    else
      tally_.standing = reached(policy.minimum_percent) ? Standing::minimum : Standing::below;
    tally_.fidelity_score = 1;
    for (const int anchor : {30, 40, 50, 65})
      if (tally_.work_s > 0 && reached(anchor)) ++tally_.fidelity_score;
    const std::int64_t whole = full_s_ > tally_.logged_s ? full_s_ : tally_.logged_s;
    const auto needed = [&](int percent) {
      std::int64_t more = 0;
      if ((tally_.community_s + more) * 100 >= percent * whole) return more;
      more = percent * whole / 100 - tally_.community_s;
      while ((tally_.community_s + more) * 100 < percent * whole) ++more;
      return more;
    };
    tally_.needed = {needed(policy.minimum_percent), needed(policy.recommended_percent),
                     whole - tally_.logged_s};
  }

  /// Walks one day from its first entry to its last, whatever their length.
  void gaps(std::size_t day) {
    const Instant from = bounds_[day];
    const Instant to = bounds_[day + 1];
    Instant first = to;
    Instant last = from;
    for (const Walker& w : walkers_) {
      const bool here = w.empty() ? from <= w.begin && w.begin < to : w.begin < to && w.end > from;
      if (!here) continue;
      first = std::min(first, std::max(w.begin, from));
      last = std::max(last, std::min(w.end, to));
    }
    Instant uncovered_since = first;
    for (Instant t = first; t <= last && first < to; t += step) {
      const bool covered = std::ranges::any_of(walkers_, [&](const Walker& w) { return w.there(t); });
      if (t < last && !covered) continue;
      if (t - uncovered_since >= minutes{5})
        tally_.exceptions.push_back({ExceptionCode::gap,
                                     {before(uncovered_since, from), after(t)},
                                     (t - uncovered_since) / std::chrono::seconds{1}});
      uncovered_since = t + step;
    }
  }

  /// Who ended there: of several the first by start and id; one of no length only where nobody else did.
  std::string before(Instant t, Instant day_begin) const {
    const Walker* best = nullptr;
    for (const bool empty : {false, true})
      for (const Walker& w : walkers_)
        if (w.empty() == empty && w.end == t && (empty || w.end > day_begin) &&
            (best == nullptr || (best->empty() == empty && order(w, *best))))
          best = &w;
    return best == nullptr ? "" : best->entry->id;
  }

  /// Who began there: of several the first; of those of no length, which can only be a day's last, the last.
  std::string after(Instant t) const {
    const Walker* best = nullptr;
    for (const Walker& w : walkers_)
      if (!w.empty() && w.begin == t && (best == nullptr || order(w, *best))) best = &w;
    if (best != nullptr) return best->entry->id;
    for (const Walker& w : walkers_)
      if (w.empty() && w.begin == t && (best == nullptr || order(*best, w))) best = &w;
    return best == nullptr ? "" : best->entry->id;
  }

  static bool order(const Walker& a, const Walker& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.entry->id < b.entry->id;
  }

  void single_exceptions() {
    std::vector<const Walker*> touching;
    const Instant from = bounds_.front();
    const Instant to = bounds_.back();
    for (const Walker& w : walkers_)
      if (w.empty() ? from <= w.begin && w.begin < to : w.begin < to && w.end > from) touching.push_back(&w);
    std::ranges::sort(touching, [](const Walker* a, const Walker* b) { return order(*a, *b); });

    const auto add = [&](ExceptionCode code, const Walker* w, Millis time) {
      tally_.exceptions.push_back({code, {w->entry->id}, time.count() / 1000});
    };
    for (const Walker* w : touching)
      if (w->verdict.reason == Reason::incomplete)
        add(ExceptionCode::incomplete, w, std::min(w->end, to) - std::max(w->begin, from));
    for (const Walker* w : touching) {
      if (!w->entry->ends_at && random_.now > w->begin + hours{4})
        add(ExceptionCode::long_running, w, random_.now - w->begin);
      if (w->entry->ends_at && w->end > w->begin + hours{random_.policy.running_cap_hours})
        add(ExceptionCode::long_running, w, w->end - w->begin);
    }
    for (const Walker* w : touching)
      if (w->entry->recorded_at > w->begin + hours{24})
        add(ExceptionCode::late, w, w->entry->recorded_at - w->begin);
    for (const Walker* w : touching)
      if (w->entry->clock_skew_ms > 120'000 || w->entry->clock_skew_ms < -120'000)
        add(ExceptionCode::clock, w, Millis{std::abs(w->entry->clock_skew_ms)});
    for (const Walker* w : touching) {
      const bool travels = w->entry->activity == Activity::travel;
      const bool home =
          travels ? is_home(w->entry->from_place) || is_home(w->entry->to_place) : is_home(w->entry->place);
      if (w->community_s > 0 && !w->entry->has_fix() && !home)
        add(ExceptionCode::untagged, w, std::chrono::seconds{w->community_s});
    }
  }

  const RandomWeek& random_;
  const std::array<Instant, 8> bounds_;
  std::vector<Walker> walkers_;
  WeekTally tally_;
  std::int64_t pattern_s_ = 0;
  std::int64_t full_s_ = 0;
  std::int64_t overlap_s_ = 0;
  std::set<std::pair<Instant, std::string>> overlapping_;
};

}  // namespace

WeekTally walk_week(const RandomWeek& random) {
  return Walk(random).run();
}

}  // namespace waymark::testing
