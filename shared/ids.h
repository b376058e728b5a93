// Identifiers: UUIDs of records and operations, and the randomness they are made from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "shared/time/instant.h"

namespace waymark {

/// Where randomness comes from, handed in so that a simulation can repeat itself.
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's randomness (libsodium).
class SystemRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

/// True for 36 characters, lower case, hyphens in place (any version): the only form the wire accepts.
bool is_uuid(std::string_view text);

/// A random op id (version 4).
std::string make_op_id(RandomSource& random);
/// A record id that sorts by its time of making (version 7).
std::string make_record_id(RandomSource& random, Instant now);
/// The name-based id (version 5) of a record with a natural key, in the project's namespace (sync.md,
/// Operations).
std::string make_named_id(std::string_view name);

}  // namespace waymark
