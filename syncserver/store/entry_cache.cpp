#include "syncserver/store/entry_cache.h"

namespace waymark::server {

namespace {

// This week and the last of 200 specialists, at 60 entries a week: some 15 MB.
constexpr std::size_t generation_size = 24'000;

}  // namespace

const Entry* EntryCache::find(std::int64_t seq) {
  if (const auto found = young_.find(seq); found != young_.end()) return &found->second;
  auto aging = old_.extract(seq);
  return aging ? put(seq, std::move(aging.mapped())) : nullptr;
}

const Entry* EntryCache::put(std::int64_t seq, Entry&& entry) {
  if (young_.size() >= generation_size) old_ = std::exchange(young_, {});
  return &young_.insert_or_assign(seq, std::move(entry)).first->second;
}

void EntryCache::forget() {
  young_.clear();
  old_.clear();
}

}  // namespace waymark::server
