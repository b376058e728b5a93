// Tallies as they were read from their stored text: a page of a team asks for the same fifty again and again,
// and reading one takes longer than everything else about it.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/tally/week_tally.h"

namespace waymark::server {

/// Any thread may ask. What is kept is found by the text itself, so that it is never an older one.
class TallyMemo {
 public:
  /// As tally_from_stored_json.
  Result<WeekTally> read(std::string_view text);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Kept = std::unordered_map<std::string, std::shared_ptr<const WeekTally>, Hash, std::equal_to<>>;

  std::shared_ptr<const WeekTally> find(std::string_view text);

  std::mutex mutex_;
  // What was not asked for while a whole generation went by is let go with the older of the two.
  Kept young_, old_;
};

}  // namespace waymark::server
