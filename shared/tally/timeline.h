// Which entry each instant of a week belongs to (domain.md, "The tally", rules 1 and 2). Private to the
// tally.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shared/community/classify.h"
#include "shared/time/week.h"

namespace waymark {

/// An entry that touches the week, with what the tally needs to know of it.
struct LaidEntry {
  const Entry* entry = nullptr;
  Verdict verdict;
  Span covered;  ///< the whole of it at `now`, also outside the week
  Span in_week;  ///< cut at the week's edges; empty for an entry of no length
};

/// The entries that touch the week, by start, then by id. An entry of no length touches the week its start
/// lies in.
std::vector<LaidEntry> lay_out(std::span<const Entry> entries, const Policy& policy, const WeekFrame& week,
                               Instant now);

/// A stretch of one local day that belongs to one entry.
struct Stretch {
  Span span;
  int day = 0;              ///< 0–6 in the week
  std::uint32_t entry = 0;  ///< index into the laid-out entries
  TimeKind time = TimeKind::on_site;
  bool flagged = false;
};

/// Each instant of the week that any entry covers, once, in order. Where entries overlap, on-site beats
/// community beats not worked; then the unflagged one, the earlier start, the lower id.
std::vector<Stretch> timeline(std::span<const LaidEntry> laid, const WeekFrame& week);

/// A longest stretch of the week that more than one entry covers all along.
struct Overlap {
  Span span;
  std::vector<std::uint32_t> entries;  ///< all that touch it, by start, then by id
};

std::vector<Overlap> overlaps(std::span<const LaidEntry> laid);

}  // namespace waymark
