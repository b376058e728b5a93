#include "syncserver/accounts/throttle.h"

#include <catch2/catch.hpp>

#include "syncserver/accounts/enrol_code.h"
#include "syncserver/accounts/known_keys.h"

using namespace waymark;
using namespace waymark::server;

namespace {
constexpr Instant start = instant_from_ms(1'750'000'000'000);
}

TEST_CASE("five tries a minute pass, the sixth waits for what is left of the minute") {
  Throttle throttle;
  for (int i = 0; i < 5; ++i) CHECK_FALSE(throttle.take("10.0.0.1", start + Millis{i * 1'000}));
  CHECK(throttle.take("10.0.0.1", start + Millis{20'000}) == Millis{40'000});
  CHECK(throttle.take("10.0.0.1", start + Millis{59'999}) == Millis{1'000});
  CHECK_FALSE(throttle.take("10.0.0.2", start + Millis{20'000}));
  CHECK_FALSE(throttle.take("10.0.0.1", start + Millis{60'000}));
}

TEST_CASE("a try that was right does not count") {
  Throttle throttle;
  for (int i = 0; i < 20; ++i) {
    REQUIRE_FALSE(throttle.take("10.0.0.1", start));
    throttle.give_back("10.0.0.1");
  }
  CHECK(throttle.size() == 0);
  throttle.give_back("nobody");
}

TEST_CASE("many addresses cost bounded memory: the oldest are forgotten") {
  Throttle throttle({.tries = 1, .window = Millis{60'000}, .most_keys = 100});
  for (int i = 0; i < 1'000; ++i) throttle.take(std::to_string(i), start + Millis{i});
  CHECK(throttle.size() == 100);
  CHECK(throttle.take("999", start + Millis{1'000}).has_value());
  CHECK_FALSE(throttle.take("1", start + Millis{1'000}).has_value());
}

TEST_CASE("a clock set back locks nobody out for longer than a window") {
  Throttle throttle({.tries = 1, .window = Millis{60'000}, .most_keys = 10});
  throttle.take("a", start);
  const auto earlier = start - std::chrono::hours(24);
  CHECK(throttle.take("a", earlier) == Millis{60'000});
  CHECK_FALSE(throttle.take("a", earlier + Millis{60'000}));
}

TEST_CASE("an IPv6 client counts by its /64, an IPv4 one by its address") {
  CHECK(throttle_key("2001:db8:1:2:3:4:5:6") == throttle_key("2001:db8:1:2:ffff::1"));
  CHECK(throttle_key("2001:db8:1:2::1") != throttle_key("2001:db8:1:3::1"));
  CHECK(throttle_key("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(throttle_key("192.0.2.7") == "192.0.2.7");
  CHECK(throttle_key("").empty());
}

TEST_CASE("codes are read as people type them") {
  CHECK(normalised_code("abcd-efgh") == "ABCDEFGH");
  CHECK(normalised_code(" iLoO 23-45 ") == "11002345");
  CHECK(normalised_code("AB!?") == "AB!?");
  CHECK(readable_code("ABCDEFGH") == "ABCD-EFGH");
  CHECK(normalised_code(readable_code("0123WXYZ")) == "0123WXYZ");
  CHECK(readable_code("short") == "short");
}

TEST_CASE("a device token is 43 characters of base64url and nothing else") {
  const std::string token(43, 'A');
  CHECK(is_device_token(token));
  CHECK(is_device_token(token.substr(1) + "_"));
  CHECK_FALSE(is_device_token(token + "A"));
  CHECK_FALSE(is_device_token(token.substr(1)));
  CHECK_FALSE(is_device_token(token.substr(1) + "="));
  CHECK_FALSE(is_device_token(token.substr(1) + "+"));
  CHECK_FALSE(is_device_token(""));
}

TEST_CASE("of the keys that are known the newest are kept") {
  KnownKeys known(2);
  known.add("a");
  known.add("b");
  known.add("a");  // again: now b is the oldest
  known.add("c");
  CHECK(known.has("a"));
  CHECK(known.has("c"));
  CHECK_FALSE(known.has("b"));
}
