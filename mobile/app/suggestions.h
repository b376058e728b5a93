// Up to three things to start with one tap: the last one, the usual one at this hour, the pinned one (ui.md,
// Now). Worked out on the phone from its own entries.
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/time/zone.h"

namespace waymark::app {

struct Suggestion {
  const char* kind = "last";  ///< last | usual | pinned
  Entry like;                 ///< codes and ids to start with; no times, tags or notes
};

/// How many of the latest entries are looked at.
inline constexpr int suggestion_history = 200;

/// What makes two entries the same thing to do: activity, place, who and where.
bool sameThing(const Entry& a, const Entry& b);
/// An entry reduced to what another like it would start with.
Entry likeOf(const Entry& entry);

/// `history`: ended or running entries, latest start first. What runs is not suggested, breaks and travel are
/// not either (their tiles are one tap too).
std::vector<Suggestion> suggest(std::span<const Entry> history, const std::optional<Entry>& running,
                                const std::optional<Entry>& pinned, Instant now, const Zone& zone);

}  // namespace waymark::app
