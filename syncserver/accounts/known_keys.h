// Keys something right was done with before, such as a login from an address: the newest few thousand of
// them, for as long as the server runs.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace waymark::server {

class KnownKeys {
 public:
  explicit KnownKeys(std::size_t most = 10'000) : most_(most) {}

  /// Beyond the most that are kept, the one that was added longest ago is forgotten.
  void add(std::string_view key);
  bool has(std::string_view key) const;

 private:
  const std::size_t most_;
  mutable std::mutex mutex_;
  std::list<std::string> by_age_;  // oldest first
  std::unordered_map<std::string, std::list<std::string>::iterator> by_key_;
};

}  // namespace waymark::server
