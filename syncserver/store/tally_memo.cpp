#include "syncserver/store/tally_memo.h"

#include "shared/tally/tally_codec.h"

namespace waymark::server {

namespace {

// Of some kilobytes each: some weeks of an agency of two hundred.
constexpr std::size_t generation_size = 1'000;

}  // namespace

std::shared_ptr<const WeekTally> TallyMemo::find(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (const auto known = young_.find(text); known != young_.end()) return known->second;
  const auto known = old_.find(text);
  if (known == old_.end()) return nullptr;
  auto tally = known->second;
  young_.insert(old_.extract(known));
  return tally;
}

Result<WeekTally> TallyMemo::read(std::string_view text) {
  if (const auto known = find(text)) return *known;
  auto tally = tally_from_stored_json(text);
  if (!tally) return tally;
  const std::lock_guard lock(mutex_);
  if (young_.size() >= generation_size) {
    old_ = std::move(young_);
    young_.clear();
  }
  young_.emplace(text, std::make_shared<const WeekTally>(*tally));
  return tally;
}

}  // namespace waymark::server
