// Signing in to the pages: who may, how often one may try, and what a wrong try costs. Says the same, and
// takes the same time, for an unknown login as for a wrong password.
//
// Passwords are hashed a few at once (password.h); of those who wait for their turn there are few too, so
// that a flood of sign-ins never takes the threads phones sync with: the others are told to come again.
#pragma once

#include <semaphore>

#include "syncserver/accounts/growing_delay.h"
#include "syncserver/accounts/known_keys.h"
#include "syncserver/accounts/password.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

class SignIn {
 public:
  SignIn(CentralStore& store, const Clock& clock, PasswordHasher& hasher)
      : store_(store), clock_(clock), hasher_(hasher) {}

  struct Begun {
    std::string token;  ///< of the new session
    std::string person_id;
  };
  /// Why somebody was not let in, and for slow_down and busy after how long to come again.
  struct Refusal {
    Error error;
    Millis wait{};
  };
  template <class T>
  using Answer = tl::expected<T, Refusal>;
  /// Refusals: unauthorized for a wrong login or password or a disabled person; slow_down with a sentence
  /// that says how long to wait; busy.
  Answer<Begun> begin(std::string_view login, std::string_view password, std::string_view address);

  /// Sets a new password for somebody signed in who gives the old one. unauthorized (field `old`), slow_down
  /// (field `old`), out_of_range (field `password`), busy. Their other sessions end.
  Answer<void> change_password(const SessionInfo& who, std::string_view token, std::string_view old_password,
                               std::string_view new_password, std::string_view address);

  /// Sets the password of whoever a link belongs to. bad_code (field `code`), slow_down, out_of_range (field
  /// `password`), busy. What was counted against the login, from wherever,
  /// is forgotten with it.
  Answer<PersonInfo> use_link(std::string_view code, std::string_view password, std::string_view address);

 private:
  class Turn;
  /// Whoever guesses at one login from one address is slowed down soon; the login itself only long after and
  /// by a minute at most, and not where its owner signed in before: strangers who take every try there is
  /// cannot keep a person out of there.
  std::optional<Refusal> must_wait(const std::string& name, const std::string& from);
  std::optional<Refusal> must_wait(GrowingDelay& delay, std::string_view key) const;
  /// The login's owner was there: their tries begin anew, and the address is known to be theirs.
  void welcome(const std::string& name, const std::string& from);

  CentralStore& store_;
  const Clock& clock_;
  PasswordHasher& hasher_;
  std::counting_semaphore<> turns_{6};
  GrowingDelay by_login_and_address_;
  KnownKeys signed_in_from_;  ///< logins with an address
  GrowingDelay by_login_{{.free_tries = 50, .longest_wait = std::chrono::minutes{1}}};
  // A whole office may sit behind one address.
  GrowingDelay by_address_{{.free_tries = 20, .longest_wait = std::chrono::minutes{5}}};
};

}  // namespace waymark::server
