#include "shared/tally/exceptions.h"

#include <algorithm>

namespace waymark {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Millis shortest_gap = minutes{5};
constexpr Millis longest_unstopped = hours{4};
constexpr Millis latest_recording = hours{24};
constexpr Millis largest_skew = minutes{2};

std::int64_t whole_seconds(Millis time) {
  return std::chrono::floor<std::chrono::seconds>(time).count();
}

void add(std::vector<TallyException>& found, ExceptionCode code, const LaidEntry& item, Millis time) {
  found.push_back({code, {item.entry->id}, whole_seconds(time)});
}

void add_overlaps(std::vector<TallyException>& found, std::span<const LaidEntry> laid,
                  std::span<const Overlap> overlaps) {
  for (const Overlap& overlap : overlaps) {
    TallyException exception{ExceptionCode::overlap, {}, whole_seconds(overlap.span.length())};
    for (const auto index : overlap.entries) exception.entry_ids.push_back(laid[index].entry->id);
    found.push_back(std::move(exception));
  }
}

/// The part of an entry that lies in a day; entries of no length lie in the day of their start.
bool touches(Span covered, Span day) {
  if (covered.empty()) return covered.begin >= day.begin && covered.begin < day.end;
  return !intersect(covered, day).empty();
}

/// Walks one day's entries by start. An entry of no length covers nothing, so it does not end a gap in the
/// middle of the day; it does bound the day where it is the first or the last.
class GapWalk {
 public:
  GapWalk(std::vector<TallyException>& found, Span day) : found_(found), day_(day) {}

  void pass(const LaidEntry& item) {
    if (!touches(item.covered, day_)) return;
    const Span span = item.covered.empty() ? item.covered : intersect(item.covered, day_);
    if (before_ == nullptr) {
      before_ = &item;
      reach_ = span.end;
      return;
    }
    if (span.empty()) {
      pending_ = &item;
      return;
    }
    close_gap(item, span.begin);
    pending_ = nullptr;
    if (span.end > reach_) {
      reach_ = span.end;
      before_ = &item;
    }
  }

  void finish() {
    if (pending_ != nullptr) close_gap(*pending_, pending_->covered.begin);
  }

 private:
  void close_gap(const LaidEntry& after, Instant begin) {
    if (begin - reach_ < shortest_gap) return;
    found_.push_back(
        {ExceptionCode::gap, {before_->entry->id, after.entry->id}, whole_seconds(begin - reach_)});
  }

  std::vector<TallyException>& found_;
  Span day_;
  Instant reach_{};                     // how far the day is covered
  const LaidEntry* before_ = nullptr;   // the entry that reaches there
  const LaidEntry* pending_ = nullptr;  // one of no length, which may turn out to be the day's last
};

void add_gaps(std::vector<TallyException>& found, std::span<const LaidEntry> laid, const WeekFrame& week) {
  for (int day = 0; day < 7; ++day) {
    GapWalk walk(found, week.day(day));
    for (const LaidEntry& item : laid) walk.pass(item);
    walk.finish();
  }
}

bool is_long_running(const LaidEntry& item, const Policy& policy, Instant now) {
  if (item.entry->running()) return now - item.entry->starts_at > longest_unstopped;
  return item.covered.length() > hours{policy.running_cap_hours};
}

/// At the private places no coordinates are kept (domain.md, Privacy), so none are missed there; a travel
/// that touches one may lack a fix at that end.
bool at_private_place(const Entry& entry) {
  const auto is_private = [](const std::optional<Place>& place) { return place && is_private_place(*place); };
  if (entry.activity == Activity::travel) return is_private(entry.from_place) || is_private(entry.to_place);
  return is_private(entry.place);
}

}  // namespace

std::vector<TallyException> find_exceptions(std::span<const LaidEntry> laid,
                                            std::span<const Overlap> overlaps,
                                            std::span<const Millis> community, const WeekFrame& week,
                                            const Policy& policy, Instant now) {
  std::vector<TallyException> found;
  add_overlaps(found, laid, overlaps);
  add_gaps(found, laid, week);
  for (const LaidEntry& item : laid)
    if (item.verdict.reason == Reason::incomplete)
      add(found, ExceptionCode::incomplete, item, item.in_week.length());
  for (const LaidEntry& item : laid)
    if (is_long_running(item, policy, now))
      add(found, ExceptionCode::long_running, item,
          item.entry->running() ? now - item.entry->starts_at : item.covered.length());
  for (const LaidEntry& item : laid) {
    const Millis delay = item.entry->recorded_at - item.entry->starts_at;
    if (delay > latest_recording) add(found, ExceptionCode::late, item, delay);
  }
  for (const LaidEntry& item : laid) {
    const Millis skew = std::chrono::abs(Millis{item.entry->clock_skew_ms});
    if (skew > largest_skew) add(found, ExceptionCode::clock, item, skew);
  }
  for (std::size_t i = 0; i < laid.size(); ++i)
    if (community[i] > Millis{0} && !laid[i].entry->has_fix() && !at_private_place(*laid[i].entry))
      add(found, ExceptionCode::untagged, laid[i], community[i]);
  return found;
}

}  // namespace waymark
