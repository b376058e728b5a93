// Half-filled forms survive the app.
#include "mobile/device/drafts.h"

#include <catch2/catch.hpp>

#include "tests/device/device_world.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

TEST_CASE("A draft is there after the app was killed, until it is dropped") {
  Phone phone;
  REQUIRE(Drafts(*phone.store).save("new-entry", "half a note"));
  phone.reopen();
  const auto draft = Drafts(*phone.store).find("new-entry");
  REQUIRE(*draft);
  CHECK((*draft)->text == "half a note");
  CHECK((*draft)->saved_at == day_one);
  REQUIRE(Drafts(*phone.store).drop("new-entry"));
  CHECK_FALSE(*Drafts(*phone.store).find("new-entry"));
}

TEST_CASE("Saving a draft again replaces it, and the latest comes first") {
  Phone phone;
  Drafts drafts(*phone.store);
  REQUIRE(drafts.save("a", "one"));
  phone.clock.pass(minute);
  REQUIRE(drafts.save("b", "two"));
  phone.clock.pass(minute);
  REQUIRE(drafts.save("a", "three"));
  const auto all = drafts.all();
  REQUIRE(all->size() == 2);
  CHECK((*all)[0].text == "three");
  CHECK((*all)[1].text == "two");
}

TEST_CASE("A draft is nothing that waits to be sent") {
  Phone phone;
  REQUIRE(Drafts(*phone.store).save("a", "one"));
  CHECK(phone.store->counts()->waiting == 0);
}

TEST_CASE("A draft over 64 KiB is refused and the one before it kept") {
  Phone phone;
  Drafts drafts(*phone.store);
  REQUIRE(drafts.save("a", "short"));
  const auto refused = drafts.save("a", std::string(64 * 1024 + 1, 'x'));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::too_large);
  CHECK((*drafts.find("a"))->text == "short");
}
