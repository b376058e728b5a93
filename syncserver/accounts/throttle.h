// Counts wrong tries by client address, so that an 8-character enrolment code can't be guessed: at most so
// many in a window, then the address has to wait (sync.md: 5 wrong codes an address and minute). Memory is
// bounded.
#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/time/instant.h"

namespace waymark::server {

/// What an address is counted under: an IPv4 address itself, an IPv6 address by its /64, which is what one
/// customer has. Anything else as it is.
std::string throttle_key(std::string_view address);

class Throttle {
 public:
  struct Limits {
    int tries = 5;
    Millis window = Millis{60'000};
    std::size_t most_keys = 10'000;  ///< beyond it the key that began longest ago is forgotten
  };
  Throttle() : Throttle(Limits{}) {}
  explicit Throttle(Limits limits) : limits_(limits) {}

  /// Takes one try before its outcome is known, so that tries at the same time are counted too. None: go on.
  /// Otherwise how long to wait, at least a second.
  std::optional<Millis> take(std::string_view key, Instant now);
  /// The try was right after all.
  void give_back(std::string_view key);
  std::size_t size() const;

 private:
  struct Tries {
    std::string key;
    Instant began{};
    int count = 0;
  };
  const Limits limits_;
  mutable std::mutex mutex_;
  std::list<Tries> by_age_;  // oldest window first
  std::unordered_map<std::string, std::list<Tries>::iterator> by_key_;
};

}  // namespace waymark::server
