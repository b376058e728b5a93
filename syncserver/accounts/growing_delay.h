// Slows down whoever guesses passwords: after a few failures each next one costs a wait that doubles, up to a
// limit, so that a person who mistypes notices nothing and a program gets nowhere. Counted by key (a login,
// an address); memory is bounded.
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

class GrowingDelay {
 public:
  struct Limits {
    int free_tries = 4;                           ///< failures that cost nothing
    Millis first_wait = std::chrono::seconds{2};  ///< after one more; doubled with each that follows
    Millis longest_wait = std::chrono::minutes{15};
    Millis forgotten_after = std::chrono::hours{24};  ///< without another failure
    std::size_t most_keys = 10'000;  ///< beyond it the key that failed longest ago is forgotten
  };
  GrowingDelay() : GrowingDelay(Limits{}) {}
  explicit GrowingDelay(Limits limits) : limits_(limits) {}

  /// Takes one try as failed before its outcome is known, so that tries at the same time are counted too.
  /// None: go on. Otherwise how long to wait, at least a second; such a try is not counted.
  std::optional<Millis> take(std::string_view key, Instant now);
  /// The try was right: the key begins anew.
  void forget(std::string_view key);
  /// The same for every key that ends so: a look at each of them, for what happens rarely.
  void forget_ending_in(std::string_view ending);
  /// The try was not judged at all.
  void give_back(std::string_view key);

 private:
  struct Failures {
    std::string key;
    int count = 0;
    Instant last{};
  };
  Millis wait_after(int failures) const;

  const Limits limits_;
  std::mutex mutex_;
  std::list<Failures> by_age_;  // the key whose last failure is oldest first
  std::unordered_map<std::string, std::list<Failures>::iterator> by_key_;
};

}  // namespace waymark::server
