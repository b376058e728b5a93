// sync.md, "Who may write": the table, role by role and type by type, and that the store asks it.
#include <catch2/catch.hpp>

#include "syncserver/store/rights.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr Date today{std::chrono::year{2026} / 3 / 2};

Member member(std::int64_t n, Role role, const std::string& team) {
  return {n, "", "", role, false, {{date("2000-01-01"), team}}};
}

}  // namespace

TEST_CASE("who may write what") {
  const auto specialist = member(1, Role::specialist, "north");
  const auto colleague = member(2, Role::specialist, "north");
  const auto lead = member(3, Role::lead, "north");
  const auto other_lead = member(4, Role::lead, "south");
  const auto admin = member(5, Role::admin, "");
  using T = RecordType;
  struct Line {
    T type;
    bool own, colleague, lead, other_lead, admin;
  };
  const Line table[] = {
      {T::entry, true, false, false, false, false},    {T::week, true, false, false, false, false},
      {T::leave, true, false, true, false, false},     {T::participant, true, false, true, false, false},
      {T::job, true, false, true, false, false},       {T::schedule, false, false, true, false, true},
      {T::approval, false, false, true, false, false}, {T::employer, true, true, true, true, true},
      {T::policy, false, false, false, false, true},   {T::person, false, false, false, false, true},
      {T::place, false, false, false, false, true},
  };
  for (const auto& line : table) {
    INFO(to_wire(line.type));
    const Subject subject{line.type, &specialist, today};
    CHECK(may_write(specialist, subject, today) == line.own);
    CHECK(may_write(colleague, subject, today) == line.colleague);
    CHECK(may_write(lead, subject, today) == line.lead);
    CHECK(may_write(other_lead, subject, today) == line.other_lead);
    CHECK(may_write(admin, subject, today) == line.admin);
  }
  // A lead's own time is theirs, but not the schedule and the approval of it.
  CHECK(may_write(lead, {T::entry, &lead, {}}, today));
  CHECK_FALSE(may_write(lead, {T::schedule, &lead, {}}, today));
  CHECK_FALSE(may_write(lead, {T::approval, &lead, today}, today));
  // Nobody's records are nobody's to write.
  CHECK_FALSE(may_write(specialist, {T::entry, nullptr, {}}, today));
  CHECK_FALSE(may_write(lead, {T::participant, nullptr, {}}, today));
}

TEST_CASE("a week belongs to the team of its first day") {
  auto specialist = member(1, Role::specialist, "north");
  specialist.teams.emplace(date("2026-02-25"), "south");
  const auto north = member(3, Role::lead, "north");
  const auto south = member(4, Role::lead, "south");
  const auto before = date("2026-02-23");
  const auto after = date("2026-03-02");
  CHECK(may_write(north, {RecordType::approval, &specialist, before}, today));
  CHECK_FALSE(may_write(south, {RecordType::approval, &specialist, before}, today));
  CHECK(may_write(south, {RecordType::approval, &specialist, after}, today));
  CHECK(may_see_week(north, specialist, before, today));
  CHECK_FALSE(may_see_week(north, specialist, after, today));
  CHECK(may_see_week(specialist, specialist, before, today));
  // Leave and caseload follow today's team.
  CHECK(may_write(south, {RecordType::leave, &specialist, {}}, today));
  CHECK_FALSE(may_write(north, {RecordType::leave, &specialist, {}}, today));
}

TEST_CASE("two people without a team are not in one") {
  const auto lead = member(3, Role::lead, "");
  const auto specialist = member(1, Role::specialist, "");
  CHECK_FALSE(may_write(lead, {RecordType::leave, &specialist, {}}, today));
  CHECK_FALSE(may_see_week(lead, specialist, today, today));
}

TEST_CASE("an op outside its writer's rights is forbidden, with the member that says so") {
  World world;
  auto ana = world.enroll(world.ana);
  auto lena = world.enroll(world.lena);
  auto admin = world.enroll(world.admin);
  struct Line {
    Phone& phone;
    Op op;
    std::string field;
  };
  const auto ben = world.ben.person_id;
  Person person;
  person.name = "Eve";
  person.team = "north";
  Line lines[] = {
      {ana, new_entry(world, ben, noon_ms - hour_ms, 30), "specialist_id"},
      {lena, new_entry(world, ben, noon_ms - hour_ms, 30), "specialist_id"},
      {admin, new_entry(world, ben, noon_ms - hour_ms, 30), "specialist_id"},
      {ana, new_entry(world, world.rid(), noon_ms - hour_ms, 30), "specialist_id"},
      {ana, new_leave(world, ben, "2026-03-02", 60), "specialist_id"},
      {lena, new_leave(world, world.cid.person_id, "2026-03-02", 60), "specialist_id"},
      {lena, week_op(world, ben, "2026-03-02", WeekRecordState::submitted), "specialist_id"},
      {ana, approval_op(world, ben, "2026-03-02", ApprovalState::approved), "specialist_id"},
      {ana, participant_op(world, ben), "specialist_id"},
      {ana, job_op(world, world.rid(), world.rid()), "participant_id"},
      {ana, first(world, RecordType::person, world.rid(), to_json(person)), "type"},
      {lena, first(world, RecordType::person, world.rid(), to_json(person)), "type"},
  };
  for (auto& line : lines) {
    const auto result = line.phone.push(line.op);
    INFO(to_wire(line.op.type) << " by " << line.phone.person());
    CHECK(result.status == OpStatus::forbidden);
    REQUIRE(result.error);
    CHECK(result.error->code == ErrorCode::forbidden);
    CHECK(result.error->field == line.field);
    CHECK(line.phone.push(line.op) == result);
  }
  CHECK(lena.push(new_leave(world, ben, "2026-03-02", 60)).status == OpStatus::head);
  CHECK(lena.push(participant_op(world, ben)).status == OpStatus::head);
  CHECK(admin.push(first(world, RecordType::person, world.rid(), to_json(person))).status == OpStatus::head);
  CHECK(world.store->people().size() == 7);
}

TEST_CASE("an edit needs the right to the old head as well as to the new body") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  const auto mine = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  ana.push(mine);
  const auto taken = edit(world, mine, to_json(entry_at(world.ben.person_id, noon_ms - hour_ms, 30)));
  CHECK(ben.push(taken).status == OpStatus::forbidden);
  auto given = taken;
  given.op = world.op_id();
  CHECK(ana.push(given).status == OpStatus::forbidden);
}

TEST_CASE("what is refused to somebody who brings it back is not refused to its writer") {
  World world;
  auto phone = world.enroll(world.ana);
  auto other = world.enroll(world.ben);
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30);
  CHECK(other.push(entry).status == OpStatus::forbidden);
  CHECK(other.push(entry).status == OpStatus::forbidden);
  CHECK(phone.push(entry).status == OpStatus::head);
  // From now on it is known, to whomever.
  CHECK(other.push(entry).status == OpStatus::head);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a record that has only held ops is its writer's") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  auto lena = world.enroll(world.lena);
  REQUIRE(lena.push(approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved)).status ==
          OpStatus::head);
  const auto held = new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 30);
  REQUIRE(ana.push(held).status == OpStatus::held);
  auto taken = new_entry(world, world.ben.person_id, noon_ms - hour_ms, 30);
  taken.rid = held.rid;
  CHECK(ben.push(taken).status == OpStatus::forbidden);
  for (const auto& row : ben.pull()) CHECK(row.rid != held.rid);
}

TEST_CASE("a schedule for somebody nobody knows is invalid") {
  World world;
  auto admin = world.enroll(world.admin);
  const auto unknown = world.rid();
  const auto result = world.store->set_schedule(unknown, date("2026-03-02"), {0, 0, 0, 0, 0, 0, 0}, {});
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::not_found);
}

}  // namespace waymark::server::test
