// Tallies as they were read from their stored text: a page of a team asks for the same fifty again and again,
// and reading one takes longer than everything else about it.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "shared/tally/week_tally.h"

namespace waymark::server {

/// Any thread may ask. What is kept is found by the hash of its text, so that it is never an older one.
class TallyMemo {
 public:
  /// Null where it is not kept.
  std::shared_ptr<const WeekTally> find(std::int64_t tally_hash);
  std::shared_ptr<const WeekTally> keep(std::int64_t tally_hash, WeekTally tally);

 private:
  using Kept = std::unordered_map<std::int64_t, std::shared_ptr<const WeekTally>>;

  std::mutex mutex_;
  // What was not asked for while a whole generation went by is let go with the older of the two.
  Kept young_, old_;
};

}  // namespace waymark::server
