#include "syncserver/accounts/known_keys.h"

namespace waymark::server {

void KnownKeys::add(std::string_view key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = by_key_.find(std::string(key)); found != by_key_.end())
    return by_age_.splice(by_age_.end(), by_age_, found->second);
  if (by_age_.size() >= most_) {
    by_key_.erase(by_age_.front());
    by_age_.pop_front();
  }
  by_age_.emplace_back(key);
  by_key_.emplace(by_age_.back(), std::prev(by_age_.end()));
}

bool KnownKeys::has(std::string_view key) const {
  const std::lock_guard lock(mutex_);
  return by_key_.contains(std::string(key));
}

}  // namespace waymark::server
