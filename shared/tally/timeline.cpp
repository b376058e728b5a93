#include "shared/tally/timeline.h"

#include <algorithm>
#include <queue>

#include "shared/tally/week_tally.h"

namespace waymark {
namespace {

/// A part of an entry under one verdict. Only a no-show wait has two: up to the cap and past it.
struct Part {
  Span span;
  std::uint32_t entry;
  TimeKind time;
  bool flagged;

  /// Who wins where parts overlap: the lowest. Entries are laid out by start and id, so their index says the
  /// rest of the order.
  std::uint64_t rank() const {
    constexpr std::uint64_t by_kind[] = {1 /*community*/, 0 /*on_site*/, 2 /*not_worked*/};
    const std::uint64_t kind = by_kind[static_cast<std::size_t>(time)];
    return ((kind * 2 + (flagged ? 1 : 0)) << 32) | entry;
  }
};

void add_part(std::vector<Part>& parts, Part part) {
  if (!part.span.empty()) parts.push_back(part);
}

std::vector<Part> parts_of(std::span<const LaidEntry> laid) {
  std::vector<Part> parts;
  parts.reserve(laid.size() * 2);
  for (std::uint32_t i = 0; i < laid.size(); ++i) {
    const LaidEntry& item = laid[i];
    const Verdict& verdict = item.verdict;
    if (!verdict.cap) {
      add_part(parts, {item.in_week, i, verdict.time, verdict.flagged});
      continue;
    }
    // The cap runs from the entry's own start, wherever the week or the day cuts it.
    const Instant capped_at = item.covered.begin + *verdict.cap;
    add_part(parts,
             {intersect(item.in_week, {item.covered.begin, capped_at}), i, verdict.time, verdict.flagged});
    add_part(parts, {intersect(item.in_week, {capped_at, item.covered.end}), i, TimeKind::on_site, false});
  }
  std::ranges::sort(parts, {}, [](const Part& part) { return part.span.begin; });
  return parts;
}

/// Every instant at which the winner or the day may change.
std::vector<Instant> boundaries(const std::vector<Part>& parts, const WeekFrame& week) {
  std::vector<Instant> instants;
  instants.reserve(parts.size() * 2 + week.bounds.size());
  for (const Part& part : parts) {
    instants.push_back(part.span.begin);
    instants.push_back(part.span.end);
  }
  instants.insert(instants.end(), week.bounds.begin(), week.bounds.end());
  std::ranges::sort(instants);
  instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
  return instants;
}

}  // namespace

Span covered_span(const Entry& entry, const Policy& policy, Instant now) {
  const Instant longest = entry.starts_at + std::chrono::hours{policy.running_cap_hours};
  const Instant end = entry.ends_at ? *entry.ends_at : std::min(now, longest);
  return {entry.starts_at, std::max(entry.starts_at, end)};
}

std::vector<LaidEntry> lay_out(std::span<const Entry> entries, const Policy& policy, const WeekFrame& week,
                               Instant now) {
  std::vector<LaidEntry> laid;
  laid.reserve(entries.size());
  const Span whole = week.span();
  for (const Entry& entry : entries) {
    const Span covered = covered_span(entry, policy, now);
    const Span in_week = intersect(covered, whole);
    const bool touches =
        covered.empty() ? covered.begin >= whole.begin && covered.begin < whole.end : !in_week.empty();
    if (touches) laid.push_back({&entry, classify(entry, policy), covered, in_week});
  }
  std::ranges::sort(laid, [](const LaidEntry& a, const LaidEntry& b) {
    if (a.entry->starts_at != b.entry->starts_at) return a.entry->starts_at < b.entry->starts_at;
    return a.entry->id < b.entry->id;
  });
  return laid;
}

std::vector<Stretch> timeline(std::span<const LaidEntry> laid, const WeekFrame& week) {
  const std::vector<Part> parts = parts_of(laid);
  const std::vector<Instant> instants = boundaries(parts, week);

  const auto loses = [](const Part* a, const Part* b) { return a->rank() > b->rank(); };
  std::vector<const Part*> storage;
  storage.reserve(parts.size());
  // The parts under way, the winner on top. One that has ended is taken out when it comes to the top.
  std::priority_queue<const Part*, std::vector<const Part*>, decltype(loses)> under_way(loses,
                                                                                        std::move(storage));
  std::vector<Stretch> stretches;
  stretches.reserve(instants.size());
  auto next = parts.begin();
  int day = 0;
  for (std::size_t i = 0; i + 1 < instants.size(); ++i) {
    const Span span{instants[i], instants[i + 1]};
    while (next != parts.end() && next->span.begin <= span.begin) under_way.push(&*next++);
    while (!under_way.empty() && under_way.top()->span.end <= span.begin) under_way.pop();
    while (span.begin >= week.bounds[static_cast<std::size_t>(day) + 1]) ++day;
    if (under_way.empty()) continue;
    const Part& winner = *under_way.top();
    stretches.push_back({span, day, winner.entry, winner.time, winner.flagged});
  }
  return stretches;
}

std::vector<Overlap> overlaps(std::span<const LaidEntry> laid) {
  std::vector<Overlap> found;
  Instant reach = Instant::min();    // how far the entries so far cover the week without a break
  std::uint32_t reaching_entry = 0;  // the one that reaches there
  for (std::uint32_t i = 0; i < laid.size(); ++i) {
    const Span span = laid[i].in_week;
    if (span.empty()) continue;
    if (span.begin < reach) {
      const Span shared{span.begin, std::min(span.end, reach)};
      if (found.empty() || found.back().span.end < shared.begin) found.push_back({shared, {}});
      Overlap& overlap = found.back();
      overlap.span.end = std::max(overlap.span.end, shared.end);
      // Whoever overlaps a later entry reaches past that one's start, so both are known here.
      overlap.entries.push_back(reaching_entry);
      overlap.entries.push_back(i);
    }
    if (span.end > reach) {
      reach = span.end;
      reaching_entry = i;
    }
  }
  for (Overlap& overlap : found) {
    std::ranges::sort(overlap.entries);
    const auto repeated = std::unique(overlap.entries.begin(), overlap.entries.end());
    overlap.entries.erase(repeated, overlap.entries.end());
  }
  return found;
}

}  // namespace waymark
