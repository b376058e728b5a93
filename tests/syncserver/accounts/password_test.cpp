#include "syncserver/accounts/password.h"

#include <catch2/catch.hpp>

using namespace waymark;
using namespace waymark::server;

TEST_CASE("a password matches its own hash and no other") {
  PasswordHasher hasher;
  const auto hash = hasher.hash("correct horse battery");
  REQUIRE(hash);
  CHECK(is_password_hash(*hash));
  CHECK(hash->find("correct") == std::string::npos);
  CHECK(hasher.matches(*hash, "correct horse battery"));
  CHECK_FALSE(hasher.matches(*hash, "correct horse batterx"));
  CHECK_FALSE(hasher.matches(*hash, ""));
  CHECK_FALSE(hasher.matches("", "correct horse battery"));
  CHECK_FALSE(hasher.matches("not a hash", "correct horse battery"));
  CHECK(hasher.hash("correct horse battery") != hash);
}

TEST_CASE("a password too short or too long is refused, with the field named") {
  PasswordHasher hasher;
  for (const auto& password : {std::string(), std::string("seven77"), std::string(1'025, 'x')}) {
    const auto hash = hasher.hash(password);
    REQUIRE_FALSE(hash);
    CHECK(hash.error().code == ErrorCode::out_of_range);
    CHECK(hash.error().field == "password");
  }
}

TEST_CASE("only Argon2id hashes are taken for one") {
  CHECK_FALSE(is_password_hash(""));
  CHECK_FALSE(is_password_hash("hunter2"));
  CHECK_FALSE(is_password_hash("$argon2id$" + std::string(200, 'x')));
}
