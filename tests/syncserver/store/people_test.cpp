// People, teams, logins.
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

TEST_CASE("a person is a record like any other, and has an account beside it") {
  World world;
  const auto eve = world.store->add_person({"Eve", Role::lead, "west", "eve@example.org", "secret-hash"},
                                           {world.admin.person_id, ""});
  REQUIRE(eve);
  CHECK(eve->team == "west");
  CHECK(eve->login == "eve@example.org");
  const auto history = world.store->history({world.admin.person_id}, eve->person_id);
  REQUIRE(history);
  CHECK(history->type == RecordType::person);
  CHECK(history->ops.at(0).device_name.empty());
  CHECK(history->ops.at(0).person_id == world.admin.person_id);

  const auto account = world.store->account_by_login("EVE@example.org");
  REQUIRE(account);
  CHECK(account->person_id == eve->person_id);
  CHECK(account->password_hash == "secret-hash");
  CHECK(account->role == Role::lead);
  CHECK(world.store->account_by_login("nobody").error().code == ErrorCode::not_found);
  REQUIRE(world.store->disable_person(eve->person_id, {}));
  REQUIRE(world.store->disable_person(eve->person_id, {}));
  CHECK(world.store->account_by_login("eve@example.org")->disabled);
  CHECK(world.store->person(eve->person_id)->disabled);
  CHECK(world.store->disable_person(world.rid(), {}).error().code == ErrorCode::not_found);
}

TEST_CASE("who is disabled has neither a session nor a password link left when they are enabled again") {
  World world;
  const auto& ana = world.ana.person_id;
  REQUIRE(world.store->set_login(ana, "ana", "a hash", {}));
  const auto session = world.store->begin_session(ana, {ana, {}});
  const auto link = world.store->create_password_link(ana, {});
  REQUIRE(session);
  REQUIRE(link);
  CHECK(world.store->session(*session));
  REQUIRE(world.store->disable_person(ana, {}));
  REQUIRE(world.store->enable_person(ana, {}));
  CHECK_FALSE(world.store->session(*session));
  CHECK(world.store->password_link_person(link->code).error().code == ErrorCode::bad_code);
}

TEST_CASE("a person needs a name") {
  World world;
  const auto nameless = world.store->add_person({"", Role::specialist, "north", "", ""}, {});
  REQUIRE_FALSE(nameless);
  CHECK(nameless.error().field == "name");
}

TEST_CASE("people are listed by name, with today's team") {
  World world;
  REQUIRE(world.store->move_person(world.ana.person_id, "south", date("2026-03-09"), {}));
  auto people = world.store->people();
  REQUIRE(people.size() == 6);
  CHECK(people[0].name == "Ada");
  CHECK(people[1].name == "Ana");
  CHECK(people[1].team == "north");
  world.clock.set(instant_from_ms(noon_ms + 8 * day_ms));
  CHECK(world.store->person(world.ana.person_id)->team == "south");
}

TEST_CASE("a login belongs to one person") {
  World world;
  REQUIRE(world.store->set_login(world.ana.person_id, "ana", "one", {}));
  REQUIRE(world.store->set_login(world.ana.person_id, "ana", "two", {}));
  CHECK(world.store->account_by_login("ana")->password_hash == "two");
  CHECK(world.store->set_login(world.ben.person_id, "Ana", "x", {}).error().field == "login");
  REQUIRE(world.store->set_login(world.ana.person_id, "", "", {}));
  REQUIRE(world.store->set_login(world.ben.person_id, "Ana", "x", {}));
}

TEST_CASE("an imported agency goes through the rules, as its authors") {
  World world;
  std::vector<AuthoredOp> ops;
  Person person;
  person.name = "Imported";
  person.team = "north";
  const auto rid = world.rid();
  ops.push_back({first(world, RecordType::person, rid, to_json(person)), "", {}});
  const auto earlier = instant_from_ms(noon_ms - 30 * day_ms);
  ops.push_back({new_entry(world, rid, noon_ms - 30 * day_ms, 60), rid, earlier});
  ops.push_back(
      {approval_op(world, rid, "2026-01-26", ApprovalState::approved), world.lena.person_id, earlier});
  const auto done = world.store->import_ops(ops);
  REQUIRE(done);
  CHECK(done->ops == 3);
  const auto history = world.store->history({rid}, ops[1].op.rid);
  REQUIRE(history);
  CHECK(history->ops.at(0).received_at == earlier);
  CHECK(history->ops.at(0).person_id == rid);
  CHECK(world.store->person_week({rid}, rid, date("2026-01-26"))->owner.state == "approved");
  const std::vector<AuthoredOp> forbidden{
      {new_entry(world, rid, noon_ms - hour_ms, 5), world.ana.person_id, {}}};
  const auto refused = world.store->import_ops(forbidden);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::forbidden);
  CHECK(world.store->verify().ok());
}

TEST_CASE("somebody whom a restored store does not know is added under the id they had") {
  World world;
  NewPerson eve{"Eve", Role::specialist, "north", "", ""};
  eve.person_id = world.rid();
  const auto added = world.store->add_person(eve, {});
  REQUIRE(added);
  CHECK(added->person_id == eve.person_id);
  auto phone = world.enroll(*added);
  CHECK(phone.push(new_entry(world, eve.person_id, noon_ms - hour_ms, 30)).status == OpStatus::head);
  const auto twice = world.store->add_person(eve, {});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().code == ErrorCode::already_exists);
  CHECK(twice.error().field == "person_id");
  eve.person_id = "Eve";
  CHECK(world.store->add_person(eve, {}).error().code == ErrorCode::bad_id);
}

}  // namespace waymark::server::test
