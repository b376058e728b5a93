// Codes, tokens, devices, revocation and wipe orders.
#include <catch2/catch.hpp>
#include <limits>

#include "syncserver/store/team_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

const std::string token_a(43, 'a');
const std::string token_b(43, 'b');

EnrollRequest with(const std::string& code, const std::string& token) {
  return {code, token, "Ana's phone", "android", "1.0.0"};
}

void check_bad_code(const Result<EnrollResponse>& answer) {
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::bad_code);
  CHECK(answer.error().field == "code");
}

}  // namespace

TEST_CASE("a code lets one device in, and the same code and token again get the same answer") {
  World world;
  const auto code = world.store->create_code(world.ana.person_id, 60, {});
  REQUIRE(code);
  CHECK(code->code.size() == 8);
  CHECK(code->link_code.size() == 26);
  CHECK(code->expires_at == world.clock.now() + std::chrono::minutes{60});
  const auto answer = world.store->enroll(with(code->code, token_a));
  REQUIRE(answer);
  CHECK(answer->person_id == world.ana.person_id);
  CHECK(answer->person_name == "Ana");
  CHECK(answer->role == Role::specialist);
  CHECK(answer->agency_name == "Waymark County");
  CHECK(answer->time_zone == "America/New_York");
  world.clock.pass(Millis{2 * hour_ms});  // a lost reply is harmless, however late
  const auto again = world.store->enroll(with(code->code, token_a));
  REQUIRE(again);
  CHECK(again->device_id == answer->device_id);
  CHECK(world.store->counts().devices == 1);
  check_bad_code(world.store->enroll(with(code->code, token_b)));
  check_bad_code(world.store->enroll(with(code->link_code, token_b)));
}

TEST_CASE("a code may be typed in any case, with spaces, hyphens and lookalikes") {
  World world;
  const auto code = world.store->create_code(world.ana.person_id, 60, {});
  auto typed = code->code;
  for (auto& c : typed) {
    if (c == '0') c = 'o';
    if (c == '1') c = 'l';
    c = static_cast<char>(std::tolower(c));
  }
  typed.insert(4, "-");
  typed += ' ';
  CHECK(world.store->enroll(with(typed, token_a)));
}

TEST_CASE("wrong, expired and disabled people's codes are bad codes") {
  World world;
  check_bad_code(world.store->enroll(with("ZZZZZZZZ", token_a)));
  check_bad_code(world.store->enroll(with("", token_a)));
  auto code = world.store->create_code(world.ana.person_id, 1, {});
  world.clock.pass(Millis{minute_ms});
  check_bad_code(world.store->enroll(with(code->code, token_a)));
  code = world.store->create_code(world.ana.person_id, 60, {});
  REQUIRE(world.store->disable_person(world.ana.person_id, {}));
  check_bad_code(world.store->enroll(with(code->code, token_a)));
}

TEST_CASE("a code is made only for people, within a week, and a token is 43 base64url characters") {
  World world;
  CHECK(world.store->create_code(world.rid(), 60, {}).error().code == ErrorCode::not_found);
  CHECK(world.store->create_code(world.ana.person_id, 0, {}).error().field == "minutes");
  CHECK(world.store->create_code(world.ana.person_id, 10081, {}).error().code == ErrorCode::out_of_range);
  const auto code = world.store->create_code(world.ana.person_id, 60, {});
  for (const auto& token : {std::string(42, 'a'), std::string(42, 'a') + "=", std::string()}) {
    const auto answer = world.store->enroll(with(code->code, token));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::bad_request);
    CHECK(answer.error().field == "token");
  }
  REQUIRE(world.store->enroll(with(code->code, token_a)));
  const auto other = world.store->create_code(world.ben.person_id, 60, {});
  CHECK(world.store->enroll(with(other->code, token_a)).error().field == "token");
}

TEST_CASE("a token says who is calling, until the device is revoked or the person disabled") {
  World world;
  const auto code = world.store->create_code(world.ana.person_id, 60, {});
  const auto enrolled = world.store->enroll(with(code->link_code, token_a));
  REQUIRE(enrolled);
  CHECK(world.store->device_by_token(token_b).refusal->code == ErrorCode::unauthorized);
  auto admission = world.store->device_by_token(token_a);
  CHECK_FALSE(admission.refusal);
  CHECK(admission.device.device_id == enrolled->device_id);
  CHECK(admission.device.person_id == world.ana.person_id);
  CHECK(admission.device.role == Role::specialist);

  REQUIRE(world.store->disable_person(world.ana.person_id, {}));
  CHECK(world.store->device_by_token(token_a).refusal->code == ErrorCode::person_disabled);
  REQUIRE(world.store->enable_person(world.ana.person_id, {}));
  REQUIRE(world.store->order_wipe(enrolled->device_id, WipeOrder::now, {}));
  REQUIRE(world.store->revoke_device(enrolled->device_id, {}));
  REQUIRE(world.store->revoke_device(enrolled->device_id, {}));
  admission = world.store->device_by_token(token_a);
  CHECK(admission.refusal->code == ErrorCode::device_revoked);
  CHECK(admission.wipe == WipeOrder::now);
  CHECK(admission.device.device_id == enrolled->device_id);
  CHECK(world.store->revoke_device(world.rid(), {}).error().code == ErrorCode::not_found);
  world.store->note_wiped(enrolled->device_id);
  CHECK(world.store->devices().at(0).wiped_at == world.clock.now());
  CHECK(world.store->device_by_token(token_a).wipe == WipeOrder::none);
}

TEST_CASE("a wipe order travels with the next answer, and the device that obeyed is let in no more") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->order_wipe(phone.identity().device_id, WipeOrder::drained, {}));
  CHECK(phone.send(phone.request()).wipe == WipeOrder::drained);
  for (const auto& ops : {std::vector<Op>{}, {new_entry(world, world.ana.person_id, noon_ms, 30)}}) {
    auto lost = phone.request(ops);
    lost.cursor = {77, "another chain"};
    const auto answer = phone.send(lost);
    CHECK(answer.diverged);
    CHECK(answer.wipe == WipeOrder::drained);
  }
  auto last = phone.request({new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30)});
  last.wiped = true;
  const auto answer = world.store->sync(phone.identity(), last);
  REQUIRE(answer);
  CHECK(answer->results.at(0).status == OpStatus::head);
  CHECK(answer->rows.empty());
  const auto device = world.store->devices().at(0);
  CHECK(device.wiped_at == world.clock.now());
  CHECK(device.revoked_at == world.clock.now());
}

TEST_CASE("a device that says it is erased is believed, whatever marks it still sends") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->order_wipe(phone.identity().device_id, WipeOrder::now, {}));
  auto last = phone.request();
  last.cursor = {77, "another chain"};
  last.wiped = true;
  REQUIRE(world.store->sync(phone.identity(), last));
  CHECK(world.store->devices().at(0).wiped_at == world.clock.now());
}

TEST_CASE("devices tell how they are") {
  World world;
  auto phone = world.enroll(world.ana);
  auto request = phone.request();
  request.waiting = 7;
  request.needs_you = 2;
  request.oldest_waiting_at = instant_from_ms(noon_ms - hour_ms);
  request.device_time = world.clock.now() + std::chrono::minutes{3};
  request.app = "1.2.3";
  phone.send(request);
  const auto device = world.store->devices().at(0);
  CHECK(device.waiting == 7);
  CHECK(device.needs_you == 2);
  CHECK(device.oldest_waiting_at == instant_from_ms(noon_ms - hour_ms));
  CHECK(device.skew_ms == 3 * minute_ms);
  CHECK(device.app == "1.2.3");
  CHECK(device.person_name == "Ana");
}

TEST_CASE("what a device sends with its count waits no longer once it is answered") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto first = new_entry(world, world.ana.person_id, noon_ms - 4 * hour_ms, 30);
  const auto second = new_entry(world, world.ana.person_id, noon_ms - 3 * hour_ms, 30);
  const auto waiting_of = [&](SyncRequest request, std::int64_t waiting) {
    request.waiting = waiting;
    request.oldest_waiting_at = instant_from_ms(noon_ms - hour_ms);
    phone.send(request);
    return world.store->devices().at(0);
  };
  auto device = waiting_of(phone.request({first}), 2);
  CHECK(device.waiting == 1);
  CHECK(device.oldest_waiting_at == instant_from_ms(noon_ms - hour_ms));
  device = waiting_of(phone.request({second}), 1);
  CHECK(device.waiting == 0);
  CHECK_FALSE(device.oldest_waiting_at);
  CHECK(device.needs_you == 0);
  // A refused one does not wait to be sent, and is still nowhere but on the phone.
  auto wrong = new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  wrong.body = "{}";
  device = waiting_of(phone.request({wrong}), 1);
  CHECK(device.waiting == 0);
  CHECK(device.needs_you == 1);
  // Where nothing is taken, all of it still waits.
  auto elsewhere = phone.request({second});
  elsewhere.cursor = {77, "another chain"};
  device = waiting_of(elsewhere, 1);
  CHECK(device.waiting == 1);
  CHECK(device.oldest_waiting_at);
}

TEST_CASE("whatever a device says it holds can be counted with what others hold") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  for (auto* device : {&phone, &tablet}) {
    auto wrong = new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30);
    wrong.body = "{}";
    auto request = device->request({wrong});
    request.waiting = request.needs_you = std::numeric_limits<std::int64_t>::max();
    device->send(request);
  }
  for (const auto& device : world.store->devices()) {
    CHECK(device.waiting > 0);
    CHECK(device.needs_you > 0);
  }
  const auto page = world.store->team().week({world.lena.person_id}, date("2026-03-02"));
  REQUIRE(page);
  CHECK(page->rows.at(0).phone.waiting > 0);
  CHECK(page->rows.at(0).phone.needs_you > 0);
}

TEST_CASE("what an admin does leaves a row in the audit trail") {
  World world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->revoke_device(phone.identity().device_id, {world.admin.person_id, "127.0.0.1"}));
  const auto audit = world.store->audit(10);
  REQUIRE(audit.size() == 10);  // the policy, six people, a code, a device and its end
  CHECK(audit[0].action == "device_revoked");
  CHECK(audit[0].actor_id == world.admin.person_id);
  CHECK(audit[0].subject == phone.identity().device_id);
  CHECK(audit[1].action == "device_enrolled");
  CHECK(audit[2].action == "code_made");
}

}  // namespace waymark::server::test
