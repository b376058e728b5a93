// The admin's desk: people, codes, devices, and edits put aside.
#include <catch2/catch.hpp>

#include "syncserver/store/admin_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

Actor ada(const World& world) {
  return {world.admin.person_id, "10.0.0.7"};
}

AuditRow last_row(World& world) {
  return world.store->audit(1).at(0);
}

}  // namespace

TEST_CASE("a person gets another name and role, and the trail says which") {
  World world;
  const auto changed =
      world.store->desk().change_person(world.ana.person_id, {"Ana Ruiz", Role::lead}, ada(world));
  REQUIRE(changed);
  CHECK(changed->name == "Ana Ruiz");
  CHECK(changed->role == Role::lead);
  CHECK(changed->team == "north");
  CHECK(last_row(world).action == "person_written");
  CHECK(last_row(world).actor_id == world.admin.person_id);
  CHECK(last_row(world).address == "10.0.0.7");
  CHECK(last_row(world).subject == world.ana.person_id);
  CHECK(last_row(world).detail == "name, role specialist to lead");
  const auto rows = world.store->audit(100).size();
  REQUIRE(world.store->desk().change_person(world.ana.person_id, {"Ana Ruiz", std::nullopt}, ada(world)));
  CHECK(world.store->audit(100).size() == rows);  // nothing changed, nothing to tell
  const auto nameless =
      world.store->desk().change_person(world.ana.person_id, {"", std::nullopt}, ada(world));
  REQUIRE_FALSE(nameless);
  CHECK(nameless.error().field == "name");
  CHECK(world.store->desk().change_person(world.rid(), {}, {}).error().code == ErrorCode::not_found);
}

TEST_CASE("a planned move stays planned when the person is renamed meanwhile") {
  World world;
  REQUIRE(world.store->move_person(world.ana.person_id, "south", date("2026-03-16"), ada(world)));
  CHECK(last_row(world).detail == "team south from 2026-03-16");
  REQUIRE(world.store->desk().change_person(world.ana.person_id, {"Ana Ruiz", std::nullopt}, ada(world)));
  auto detail = world.store->desk().person(world.ana.person_id);
  REQUIRE(detail);
  CHECK(detail->info.team == "north");
  REQUIRE(detail->teams.size() == 2);
  CHECK(detail->teams[1].from == date("2026-03-16"));
  CHECK(detail->teams[1].team == "south");
  world.clock.set(instant_from_ms(noon_ms + 14 * day_ms));
  CHECK(world.store->desk().person(world.ana.person_id)->info.team == "south");
  CHECK(world.store->desk().person(world.rid()).error().code == ErrorCode::not_found);
}

TEST_CASE("codes are listed without what enrols, and a cancelled one is of no use") {
  World world;
  const auto code = world.store->create_code(world.ana.person_id, 60, ada(world));
  world.clock.pass(Millis{minute_ms});
  const auto other = world.store->create_code(world.ben.person_id, 60, ada(world));
  auto codes = world.store->desk().codes();
  REQUIRE(codes.size() == 2);
  CHECK(codes[0].person_name == "Ben");  // newest first
  CHECK(codes[1].person_id == world.ana.person_id);
  CHECK(codes[1].device_id.empty());
  CHECK(codes[1].expires_at == code->expires_at);
  CHECK(codes[1].code_id.size() == 12);
  CHECK(codes[1].code_id != codes[0].code_id);

  REQUIRE(world.store->desk().cancel_code(codes[1].code_id, ada(world)));
  CHECK(last_row(world).action == "code_cancelled");
  CHECK(last_row(world).subject == world.ana.person_id);
  const std::string token(43, 'a');
  CHECK(world.store->enroll({code->code, token, "phone", "android", "1.0.0"}).error().code ==
        ErrorCode::bad_code);
  const auto rows = world.store->audit(100).size();
  REQUIRE(world.store->desk().cancel_code(codes[1].code_id, ada(world)));
  CHECK(world.store->audit(100).size() == rows);

  REQUIRE(world.store->enroll({other->link_code, token, "Ben's phone", "android", "1.0.0"}));
  codes = world.store->desk().codes();
  CHECK(codes[0].device_name == "Ben's phone");
  CHECK(world.store->desk().cancel_code(codes[0].code_id, ada(world)).error().code ==
        ErrorCode::already_exists);
  CHECK(world.store->desk().cancel_code("000000000000", ada(world)).error().code == ErrorCode::not_found);
  CHECK(world.store->desk().cancel_code("", ada(world)).error().code == ErrorCode::not_found);
  CHECK(world.store->desk().cancel_code("%", ada(world)).error().code == ErrorCode::not_found);
  world.clock.pass(Millis{8 * day_ms});
  CHECK(world.store->desk().codes().empty());
}

TEST_CASE("a device is amber after a day without a sync and red after three") {
  DeviceInfo device;
  device.enrolled_at = instant_from_ms(noon_ms);
  const auto after = [&](std::int64_t ms) { return condition_of(device, instant_from_ms(noon_ms + ms)); };
  const auto only = [](DeviceConcern concern) { return std::vector<DeviceConcern>{concern}; };

  CHECK(after(day_ms - 1).alertness == Alertness::fine);
  CHECK(after(day_ms).alertness == Alertness::amber);
  CHECK(after(day_ms).concerns == only(DeviceConcern::never_synced));
  CHECK(after(3 * day_ms - 1).alertness == Alertness::amber);
  CHECK(after(3 * day_ms).alertness == Alertness::red);

  device.last_contact = device.last_sync = instant_from_ms(noon_ms + 10 * day_ms);
  CHECK(after(10 * day_ms).alertness == Alertness::fine);
  CHECK(after(11 * day_ms).concerns == only(DeviceConcern::not_synced));
  // Contact without rows is no sync.
  device.last_contact = instant_from_ms(noon_ms + 13 * day_ms);
  CHECK(after(13 * day_ms).alertness == Alertness::red);
}

TEST_CASE("the oldest unsent edit is told by the server's clock, and a wrong clock is told itself") {
  DeviceInfo device;
  device.last_sync = instant_from_ms(noon_ms);
  device.waiting = 2;
  device.skew_ms = 2 * day_ms;  // two days fast
  device.oldest_waiting_at = instant_from_ms(noon_ms + 2 * day_ms - 30 * hour_ms);
  auto condition = condition_of(device, instant_from_ms(noon_ms));
  CHECK(condition.device.oldest_waiting_at == instant_from_ms(noon_ms - 30 * hour_ms));
  CHECK(condition.alertness == Alertness::amber);
  CHECK(condition.concerns == std::vector<DeviceConcern>{DeviceConcern::unsent, DeviceConcern::clock});

  device.waiting = 0;
  device.skew_ms = -120'000;
  CHECK(condition_of(device, instant_from_ms(noon_ms)).concerns.empty());
  device.skew_ms = -120'001;
  CHECK(condition_of(device, instant_from_ms(noon_ms)).alertness == Alertness::amber);
  device.skew_ms = 0;
  device.needs_you = 1;
  CHECK(condition_of(device, instant_from_ms(noon_ms)).concerns ==
        std::vector<DeviceConcern>{DeviceConcern::needs_you});

  device.revoked_at = instant_from_ms(noon_ms);
  condition = condition_of(device, instant_from_ms(noon_ms + 30 * day_ms));
  CHECK_FALSE(condition.in_service);
  CHECK(condition.alertness == Alertness::fine);
  CHECK(condition.concerns.empty());
}

TEST_CASE("devices come with the worst first and those out of service last") {
  World world;
  auto anas = world.enroll(world.ana, "Ana's phone");
  auto bens = world.enroll(world.ben, "Ben's phone");
  auto lost = world.enroll(world.cid, "Cid's old phone");
  world.clock.pass(Millis{4 * day_ms});
  bens.pull();
  REQUIRE(world.store->revoke_device(lost.identity().device_id, ada(world)));
  const auto devices = world.store->desk().devices();
  REQUIRE(devices.size() == 3);
  CHECK(devices[0].device.name == "Ana's phone");
  CHECK(devices[0].alertness == Alertness::red);
  CHECK(devices[1].device.name == "Ben's phone");
  CHECK(devices[1].alertness == Alertness::fine);
  CHECK(devices[2].device.name == "Cid's old phone");
  CHECK_FALSE(devices[2].in_service);
  CHECK(world.store->desk().device(anas.identity().device_id)->device.person_name == "Ana");
  CHECK(world.store->desk().device(world.rid()).error().code == ErrorCode::not_found);
}

TEST_CASE("edits put aside are counted by person, type and code, and say nothing of what is in them") {
  World world;
  auto phone = world.enroll(world.ana, "phone");
  auto tablet = world.enroll(world.ana, "tablet");
  auto lenas = world.enroll(world.lena, "lead's phone");

  // A conflict: two devices edit the same entry without knowing of each other.
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - 3 * hour_ms, 60);
  REQUIRE(phone.push(entry).status == OpStatus::head);
  auto changed = entry_at(world.ana.person_id, noon_ms - 3 * hour_ms, 45);
  changed.note = "met Quentin at the diner";
  REQUIRE(phone.push(edit(world, entry, to_json(changed))).status == OpStatus::head);
  REQUIRE(tablet.push(edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - 3 * hour_ms, 30))))
              .status == OpStatus::conflict);
  // Held: an entry in an approved week.
  world.clock.pass(Millis{hour_ms});
  REQUIRE(lenas.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved)).status ==
          OpStatus::head);
  REQUIRE(phone.push(new_entry(world, world.ana.person_id, noon_ms - 5 * day_ms, 30)).status ==
          OpStatus::held);
  // Refused: two of one kind, of which one is mended, and one that is not hers to write.
  world.clock.pass(Millis{hour_ms});
  auto backwards = entry_at(world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  backwards.ends_at = backwards.starts_at - Millis{1};
  const auto wrong = first(world, RecordType::entry, world.rid(), to_json(backwards));
  REQUIRE(phone.push(wrong).status == OpStatus::invalid);
  world.clock.pass(Millis{minute_ms});
  REQUIRE(phone.push(first(world, RecordType::entry, world.rid(), to_json(backwards))).status ==
          OpStatus::invalid);
  world.clock.pass(Millis{minute_ms});
  REQUIRE(phone.push(new_entry(world, world.ben.person_id, noon_ms - hour_ms, 30)).status ==
          OpStatus::forbidden);
  world.clock.pass(Millis{minute_ms});
  REQUIRE(phone.push(edit(world, wrong, to_json(entry_at(world.ana.person_id, noon_ms - 2 * hour_ms, 30))))
              .status == OpStatus::head);

  auto list = world.store->desk().aside({});
  CHECK(list.total == 4);
  REQUIRE(list.ops.size() == 4);
  CHECK(list.ops[0].kind == AsideKind::conflict);
  CHECK(list.ops[0].person_name == "Ana");
  CHECK(list.ops[0].device_name == "tablet");
  CHECK(list.ops[0].type == RecordType::entry);
  CHECK(list.ops[0].received_at == instant_from_ms(noon_ms));
  CHECK(list.ops[1].kind == AsideKind::held);
  CHECK(list.ops[2].kind == AsideKind::refused);
  CHECK(list.ops[2].code == "end_before_start");
  CHECK(list.ops[2].field == "ends_at");
  CHECK(list.ops[3].code == "forbidden");
  REQUIRE(list.groups.size() == 4);
  CHECK(list.groups[2].count == 1);

  list = world.store->desk().aside({.with_mended = true});
  CHECK(list.total == 5);
  CHECK(list.groups[2].count == 2);
  CHECK(list.ops[2].mended);
  list =
      world.store->desk().aside({.kind = AsideKind::refused, .person_id = world.ana.person_id, .limit = 1});
  CHECK(list.total == 2);
  CHECK(list.ops.size() == 1);
  CHECK(world.store->desk().aside({.person_id = world.ben.person_id}).total == 0);
}

}  // namespace waymark::server::test
