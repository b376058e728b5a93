#include "syncserver/accounts/password.h"

#include <sodium.h>

#include <array>
#include <new>

namespace waymark::server {

namespace {

class Slot {
 public:
  explicit Slot(std::counting_semaphore<>& slots) : slots_(slots) { slots_.acquire(); }
  ~Slot() { slots_.release(); }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

 private:
  std::counting_semaphore<>& slots_;
};

std::string hash_now(std::string_view password) {
  if (sodium_init() < 0) throw std::bad_alloc();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();  // the only way it fails: 64 MiB could not be had
  return text.data();
}

}  // namespace

Result<std::string> PasswordHasher::hash(std::string_view password) {
  if (password.size() < min_password_bytes)
    return fail(ErrorCode::out_of_range, "Choose a password of at least 8 characters.", "password");
  if (password.size() > max_password_bytes)
    return fail(ErrorCode::out_of_range, "Choose a password of at most 1,024 characters.", "password");
  const Slot slot(slots_);
  return hash_now(password);
}

bool PasswordHasher::matches(std::string_view hash, std::string_view password) {
  const Slot slot(slots_);
  if (hash.empty()) {
    hash_now(password.substr(0, max_password_bytes));
    return false;
  }
  if (password.size() > max_password_bytes) return false;
  return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool is_password_hash(std::string_view text) {
  return text.starts_with("$argon2id$") && text.size() < crypto_pwhash_STRBYTES;
}

}  // namespace waymark::server
