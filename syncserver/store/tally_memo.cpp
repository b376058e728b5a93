#include "syncserver/store/tally_memo.h"

namespace waymark::server {

namespace {

// Of some kilobytes each: some weeks of an agency of two hundred.
constexpr std::size_t generation_size = 1'000;

}  // namespace

std::shared_ptr<const WeekTally> TallyMemo::find(std::int64_t tally_hash) {
  const std::lock_guard lock(mutex_);
  if (const auto known = young_.find(tally_hash); known != young_.end()) return known->second;
  const auto known = old_.find(tally_hash);
  if (known == old_.end()) return nullptr;
  auto tally = known->second;
  young_.insert(old_.extract(known));
  return tally;
}

std::shared_ptr<const WeekTally> TallyMemo::keep(std::int64_t tally_hash, WeekTally tally) {
  auto kept = std::make_shared<const WeekTally>(std::move(tally));
  const std::lock_guard lock(mutex_);
  if (young_.size() >= generation_size) {
    old_ = std::move(young_);
    young_.clear();
  }
  young_.insert_or_assign(tally_hash, kept);
  return kept;
}

}  // namespace waymark::server
