#include "syncserver/accounts/throttle.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace waymark::server {

std::string throttle_key(std::string_view address) {
  const std::string text(address);
  in6_addr v6{};
  if (inet_pton(AF_INET6, text.c_str(), &v6) != 1) return text;
  // ::ffff:a.b.c.d is an IPv4 client of a socket that speaks both.
  if (IN6_IS_ADDR_V4MAPPED(&v6)) return text.substr(text.rfind(':') + 1);
  std::fill(std::begin(v6.s6_addr) + 8, std::end(v6.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> prefix{};
  return inet_ntop(AF_INET6, &v6, prefix.data(), prefix.size()) != nullptr
             ? std::string(prefix.data()) + "/64"
             : text;
}

std::optional<Millis> Throttle::take(std::string_view key, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::string name(key);
  auto found = by_key_.find(name);
  if (found != by_key_.end() && now - found->second->began >= limits_.window) {
    by_age_.erase(found->second);
    by_key_.erase(found);
    found = by_key_.end();
  }
  if (found == by_key_.end()) {
    if (by_key_.size() >= limits_.most_keys) {
      by_key_.erase(by_age_.front().key);
      by_age_.pop_front();
    }
    by_age_.push_back({name, now, 1});
    by_key_.emplace(name, std::prev(by_age_.end()));
    return std::nullopt;
  }
  auto& tries = *found->second;
  // A clock set back must not lock anybody out for longer than a window.
  if (now < tries.began) tries.began = now;
  if (tries.count >= limits_.tries) return std::max(Millis{1'000}, tries.began + limits_.window - now);
  ++tries.count;
  return std::nullopt;
}

void Throttle::give_back(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(std::string(key));
  if (found == by_key_.end()) return;
  if (--found->second->count > 0) return;
  by_age_.erase(found->second);
  by_key_.erase(found);
}

std::size_t Throttle::size() const {
  const std::lock_guard lock(mutex_);
  return by_key_.size();
}

}  // namespace waymark::server
