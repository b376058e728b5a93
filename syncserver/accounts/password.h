// Passwords of leads and admins: Argon2id through libsodium. A password itself is kept nowhere.
#pragma once

#include <semaphore>
#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark::server {

inline constexpr std::size_t min_password_bytes = 8;
inline constexpr std::size_t max_password_bytes = 1'024;

/// Hashing takes 64 MiB and some tens of milliseconds by design; so only a few run at once, whoever asks.
class PasswordHasher {
 public:
  explicit PasswordHasher(int at_once = 2) : slots_(at_once) {}

  /// The hash with its salt and costs, as text. out_of_range (field `password`) for one shorter than 8 or
  /// longer than 1,024 bytes.
  Result<std::string> hash(std::string_view password);
  /// Takes the same time for a wrong password as for a right one. An empty hash (no such login) takes that
  /// time too and is never right.
  bool matches(std::string_view hash, std::string_view password);

 private:
  std::counting_semaphore<> slots_;
};

/// True for text that hash() could have made.
bool is_password_hash(std::string_view text);

}  // namespace waymark::server
