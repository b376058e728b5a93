// A WeekTally as the JSON of `GET /v1/people/{id}/week` (sync.md).
#pragma once

#include <string>
#include <string_view>

#include "shared/tally/week_tally.h"

namespace waymark {

/// What the wire adds to a tally and no tally knows.
struct TallyOwner {
  std::string person_id;
  std::string name;
  std::string state;  ///< open | submitted | approved | returned
  friend bool operator==(const TallyOwner&, const TallyOwner&) = default;
};

/// One JSON object, members in sync.md's order.
std::string to_json(const WeekTally& tally, const TallyOwner& owner);

/// The tally alone, for the store, with every figure and nothing that follows from them (no shares). Equal
/// tallies give equal text, so `verify` compares byte by byte (sync.md, invariant 15).
std::string to_stored_json(const WeekTally& tally);
/// Fails with `corrupt` and the member concerned.
Result<WeekTally> tally_from_stored_json(std::string_view text);

}  // namespace waymark
