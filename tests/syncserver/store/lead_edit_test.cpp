// What a lead saves on the pages, beside what a specialist edited meanwhile.
#include <catch2/catch.hpp>

#include "syncserver/store/team_desk.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

/// Ana's phone and her tablet; the lead has the pages.
struct Desk {
  World world;
  Phone phone = world.enroll(world.ana);
  Phone tablet = world.enroll(world.ana, "tablet");
  TeamDesk& team = world.store->team();
  const std::string ana = world.ana.person_id;
  const Actor lena{world.lena.person_id, "127.0.0.1"};

  Row row_of(const std::string& rid) {
    Phone fresh = phone;
    fresh.cursor = fresh.high = {};
    for (auto& row : fresh.pull())
      if (row.rid == rid) return row;
    FAIL("no such row");
    return {};
  }
};

std::string with_status(const Op& op, const std::string& status) {
  auto record = *read_stored<Participant>(op.body, op.rid);
  record.status = status;
  return to_json(record);
}

}  // namespace

TEST_CASE("a lead's save leaves the edit that a specialist made on another device to the specialist") {
  Desk desk;
  const auto made = participant_op(desk.world, desk.ana);
  REQUIRE(desk.phone.push(made).status == OpStatus::head);
  REQUIRE(desk.phone.push(edit(desk.world, made, with_status(made, "on hold"))).status == OpStatus::head);
  const auto beside = edit(desk.world, made, with_status(made, "placed"));
  REQUIRE(desk.tablet.push(beside).status == OpStatus::conflict);

  auto line = desk.team.participant({desk.lena.person_id}, made.rid);
  REQUIRE(line);
  CHECK(line->participant.status == "on hold");
  line->participant.status = "closed";
  REQUIRE(desk.team.save_participant(line->participant, line->head, desk.lena));
  const auto row = desk.row_of(made.rid);
  REQUIRE(row.conflicts.size() == 1);
  CHECK(row.conflicts[0].op == beside.op);
  CHECK(desk.team.participant({desk.lena.person_id}, made.rid)->participant.status == "closed");
  CHECK(desk.world.store->verify().ok());
}

TEST_CASE("leave that a lead saves or removes settles no conflict either") {
  Desk desk;
  const auto made = new_leave(desk.world, desk.ana, "2026-03-03", 60);
  REQUIRE(desk.phone.push(made).status == OpStatus::head);
  const auto hours = [&](int minutes) {
    auto record = *read_stored<Leave>(made.body, made.rid);
    record.minutes = minutes;
    return record;
  };
  REQUIRE(desk.phone.push(edit(desk.world, made, to_json(hours(120)))).status == OpStatus::head);
  REQUIRE(desk.tablet.push(edit(desk.world, made, to_json(hours(240)))).status == OpStatus::conflict);
  const auto time = desk.team.working_time({desk.lena.person_id}, desk.ana);
  REQUIRE(time);
  REQUIRE(time->leave.size() == 1);
  CHECK(desk.team.save_leave(hours(480), desk.lena) == OpStatus::head);
  CHECK(desk.row_of(made.rid).conflicts.size() == 1);
  CHECK(desk.team.remove_leave(made.rid, desk.lena) == OpStatus::head);
  CHECK(desk.row_of(made.rid).conflicts.size() == 1);
}

}  // namespace waymark::server::test
