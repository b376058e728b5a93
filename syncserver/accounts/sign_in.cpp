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

/// What every pair of this login ends in. No address has a line break in it, so that no two pairs read alike.
std::string ending_of(const std::string& name) {
  return '\n' + name;
}

std::string pair_of(const std::string& name, const std::string& from) {
  return from + ending_of(name);
}

std::string in_words(Millis wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  if (seconds <= 90) return fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s");
  return fmt::format("{} minutes", (seconds + 59) / 60);
}

tl::unexpected<SignIn::Refusal> refused(Error error, Millis wait = {}) {
  return tl::unexpected(SignIn::Refusal{std::move(error), wait});
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
  static tl::unexpected<Refusal> none() {
    return refused({ErrorCode::busy, "Many people are signing in at once: try again in a moment.", {}},
                   std::chrono::seconds{5});
  }

 private:
  std::counting_semaphore<>& turns_;
  const bool got_;
};

std::optional<SignIn::Refusal> SignIn::must_wait(GrowingDelay& delay, std::string_view key) const {
  const auto wait = delay.take(key, clock_.now());
  if (!wait) return std::nullopt;
  return Refusal{{ErrorCode::slow_down,
                  fmt::format("Too many wrong tries: wait {} and try again.", in_words(*wait)),
                  {}},
                 *wait};
}

std::optional<SignIn::Refusal> SignIn::must_wait(const std::string& name, const std::string& from) {
  const auto pair = pair_of(name, from);
  if (auto wait = must_wait(by_login_and_address_, pair)) return wait;
  if (signed_in_from_.has(pair)) return std::nullopt;
  auto wait = must_wait(by_login_, name);
  if (wait) by_login_and_address_.give_back(pair);
  return wait;
}

void SignIn::welcome(const std::string& name, const std::string& from) {
  const auto pair = pair_of(name, from);
  signed_in_from_.add(pair);
  by_login_and_address_.forget(pair);
  by_login_.forget(name);
}

SignIn::Answer<SignIn::Begun> SignIn::begin(std::string_view login, std::string_view password,
                                            std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto name = as_counted(login);
  const auto from = throttle_key(address);
  if (auto wait = must_wait(by_address_, from)) return tl::unexpected(std::move(*wait));
  if (auto wait = must_wait(name, from)) return tl::unexpected(std::move(*wait));
  const auto account = store_.account_by_login(login);
  // Hashed whether there is an account or not: the time it takes tells nobody which logins exist.
  const bool right =
      hasher_.matches(account ? account->password_hash : std::string(), password) && !account->disabled;
  const Actor actor{account ? account->person_id : std::string(), std::string(address)};
  if (!right) {
    store_.note_refused_sign_in(actor.person_id, {{}, actor.address});
    return refused(
        {ErrorCode::unauthorized, "The name or the password is wrong: check both and try again.", {}});
  }
  welcome(name, from);
  by_address_.give_back(from);
  auto token = store_.begin_session(actor.person_id, actor);
  if (!token) return refused(token.error());
  return Begun{std::move(*token), actor.person_id};
}

SignIn::Answer<void> SignIn::change_password(const SessionInfo& who, std::string_view token,
                                             std::string_view old_password, std::string_view new_password,
                                             std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto name = as_counted(who.login);
  const auto from = throttle_key(address);
  if (auto wait = must_wait(name, from)) {
    wait->error.field = "old";
    return tl::unexpected(std::move(*wait));
  }
  const auto account = store_.account_by_login(who.login);
  if (!hasher_.matches(account ? account->password_hash : std::string(), old_password))
    return refused({ErrorCode::unauthorized, "This is not your present password: type it again.", "old"});
  welcome(name, from);
  const auto hash = hasher_.hash(new_password);
  if (!hash) return refused(hash.error());
  auto changed = store_.change_password(who.person_id, *hash, token, {who.person_id, std::string(address)});
  if (!changed) return refused(changed.error());
  return {};
}

SignIn::Answer<PersonInfo> SignIn::use_link(std::string_view code, std::string_view password,
                                            std::string_view address) {
  const Turn turn(*this);
  if (!turn) return Turn::none();
  const auto from = throttle_key(address);
  if (auto wait = must_wait(by_address_, from)) return tl::unexpected(std::move(*wait));
  const auto owner = store_.password_link_person(code);
  if (!owner) return refused(owner.error());
  by_address_.give_back(from);
  const auto hash = hasher_.hash(password);
  if (!hash) return refused(hash.error());
  auto used = store_.use_password_link(code, *hash, {owner->person_id, std::string(address)});
  if (!used) return refused(used.error());
  // Those were tries at a password that is no more.
  const auto name = as_counted(owner->login);
  by_login_and_address_.forget_ending_in(ending_of(name));
  welcome(name, from);
  return std::move(*used);
}

}  // namespace waymark::server
