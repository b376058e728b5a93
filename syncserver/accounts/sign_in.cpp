#include "syncserver/accounts/sign_in.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/accounts/throttle.h"

namespace waymark::server {

namespace {

/// Logins differ by neither case nor the spaces around them, and so must what is counted by them.
std::string as_counted(std::string_view login) {
  std::string key;
  for (const char c : login) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  key.resize(std::min<std::size_t>(key.size(), 200));
  return key;
}

std::string in_words(Millis wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  if (seconds <= 90) return fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s");
  return fmt::format("{} minutes", (seconds + 59) / 60);
}

}  // namespace

/// A place among the few who hash or wait to.
class SignIn::Turn {
 public:
  explicit Turn(SignIn& of) : turns_(of.turns_), got_(of.turns_.try_acquire()) {}
  ~Turn() {
    if (got_) turns_.release();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  explicit operator bool() const { return got_; }
  static tl::unexpected<Error> none() {
    return fail(ErrorCode::busy, "Many people are signing in at once: try again in a moment.");
  }

 private:
  std::counting_semaphore<>& turns_;
  const bool got_;
};

std::optional<Error> SignIn::must_wait(GrowingDelay& delay, std::string_view key) const {
  const auto wait = delay.take(key, clock_.now());
  if (!wait) return std::nullopt;
  return Error{
      ErrorCode::slow_down, fmt::format("Too many wrong tries: wait {} and try again.", in_words(*wait)), {}};
}

Result<SignIn::Begun> SignIn::begin(std::string_view login, std::string_view password,
                                    std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto name = as_counted(login);
  const auto from = throttle_key(address);
  if (auto wait = must_wait(by_address_, from)) return tl::unexpected(std::move(*wait));
  if (auto wait = must_wait(by_login_, name)) {
    by_address_.give_back(from);
    return tl::unexpected(std::move(*wait));
  }
  const auto account = store_.account_by_login(login);
  // Hashed whether there is an account or not: the time it takes tells nobody which logins exist.
  const bool right =
      hasher_.matches(account ? account->password_hash : std::string(), password) && !account->disabled;
  const Actor actor{account ? account->person_id : std::string(), std::string(address)};
  if (!right) {
    store_.note_refused_sign_in(actor.person_id, {{}, actor.address});
    return fail(ErrorCode::unauthorized, "The name or the password is wrong: check both and try again.");
  }
  by_login_.forget(name);
  by_address_.give_back(from);
  auto token = store_.begin_session(actor.person_id, actor);
  if (!token) return tl::unexpected(token.error());
  return Begun{std::move(*token), actor.person_id};
}

Result<void> SignIn::change_password(const SessionInfo& who, std::string_view token,
                                     std::string_view old_password, std::string_view new_password,
                                     std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto name = as_counted(who.login);
  if (auto wait = must_wait(by_login_, name)) {
    wait->field = "old";
    return tl::unexpected(std::move(*wait));
  }
  const auto account = store_.account_by_login(who.login);
  if (!hasher_.matches(account ? account->password_hash : std::string(), old_password))
    return fail(ErrorCode::unauthorized, "This is not your present password: type it again.", "old");
  by_login_.forget(name);
  const auto hash = hasher_.hash(new_password);
  if (!hash) return tl::unexpected(hash.error());
  return store_.change_password(who.person_id, *hash, token, {who.person_id, std::string(address)});
}

Result<PersonInfo> SignIn::use_link(std::string_view code, std::string_view password,
                                    std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto from = throttle_key(address);
  if (auto wait = must_wait(by_address_, from)) return tl::unexpected(std::move(*wait));
  const auto owner = store_.password_link_person(code);
  if (!owner) return owner;
  by_address_.give_back(from);
  const auto hash = hasher_.hash(password);
  if (!hash) return tl::unexpected(hash.error());
  return store_.use_password_link(code, *hash, {owner->person_id, std::string(address)});
}

}  // namespace waymark::server
