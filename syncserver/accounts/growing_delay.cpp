#include "syncserver/accounts/growing_delay.h"

#include <algorithm>

namespace waymark::server {

Millis GrowingDelay::wait_after(int failures) const {
  if (failures <= limits_.free_tries) return Millis{0};
  auto wait = limits_.first_wait;
  for (int more = failures - limits_.free_tries - 1; more > 0 && wait < limits_.longest_wait; --more)
    wait *= 2;
  return std::min(wait, limits_.longest_wait);
}

std::optional<Millis> GrowingDelay::take(std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  auto found = by_key_.find(std::string(key));
  if (found == by_key_.end()) {
    if (by_key_.size() >= limits_.most_keys) {
      by_key_.erase(by_age_.front().key);
      by_age_.pop_front();
    }
    by_age_.push_back({std::string(key), 0, now});
    found = by_key_.emplace(std::string(key), std::prev(by_age_.end())).first;
  }
  auto& failures = *found->second;
  // A clock set back must not lock anybody out for longer than a wait.
  failures.last = std::min(failures.last, now);
  if (now - failures.last >= limits_.forgotten_after) failures.count = 0;
  if (const auto until = failures.last + wait_after(failures.count); now < until)
    return std::max(Millis{1'000}, until - now);
  ++failures.count;
  failures.last = now;
  by_age_.splice(by_age_.end(), by_age_, found->second);
  return std::nullopt;
}

void GrowingDelay::forget(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(std::string(key));
  if (found == by_key_.end()) return;
  by_age_.erase(found->second);
  by_key_.erase(found);
}

void GrowingDelay::forget_ending_in(std::string_view ending) {
  const std::lock_guard lock(mutex_);
  std::erase_if(by_age_, [&](const Failures& failures) {
    if (!failures.key.ends_with(ending)) return false;
    by_key_.erase(failures.key);
    return true;
  });
}

void GrowingDelay::give_back(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(std::string(key));
  if (found != by_key_.end() && found->second->count > 0) --found->second->count;
}

}  // namespace waymark::server
