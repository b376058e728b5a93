// Entries as they were parsed, by the op that says them: the writer tallies the same weeks again with every
// group of ops, and nearly all of their entries are as they were.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>

#include "shared/records/records.h"

namespace waymark::server {

/// An op never changes, so what is kept is right as long as its seq is its own. A transaction that is taken
/// back gives its seqs to other ops: whoever takes one back forgets.
class EntryCache {
 public:
  /// The entry that the op at this seq says, or null; valid until the next keep.
  const Entry* find(std::int64_t seq);
  void keep(std::int64_t seq, Entry entry) { put(seq, std::move(entry)); }
  void forget();

 private:
  using Generation = std::unordered_map<std::int64_t, Entry>;
  const Entry* put(std::int64_t seq, Entry&& entry);

  // What was not asked for while a whole generation went by is let go with the older of the two.
  Generation young_;
  Generation old_;
};

}  // namespace waymark::server
