// The admin's desk: the audit trail, backups and storage, and what of the desk's work a journal brings back.
#include <catch2/catch.hpp>

#include "syncserver/store/admin_desk.h"
#include "tests/syncserver/store/journal_support.h"

namespace waymark::server::test {

namespace {

std::vector<std::string> actions_of(const AuditPage& page) {
  std::vector<std::string> actions;
  for (const auto& entry : page.entries) actions.push_back(entry.row.action);
  return actions;
}

}  // namespace

TEST_CASE("the audit trail is searched by words, action, person and day") {
  World world;
  const Actor ada{world.admin.person_id, "192.0.2.7"};
  auto phone = world.enroll(world.ana, "Pixel");
  world.clock.pass(Millis{day_ms});
  REQUIRE(world.store->revoke_device(phone.identity().device_id, ada));
  REQUIRE(world.store->set_schedule(world.ben.person_id, date("2026-03-09"), {1, 2, 3, 4, 5, 0, 0}, ada));
  REQUIRE(world.store->desk().set_holiday(date("2026-12-25"), true, ada));
  auto& desk = world.store->desk();

  auto page = desk.audit({.text = "PIXEL"});
  REQUIRE(page.entries.size() == 2);
  CHECK(page.entries[0].row.action == "device_revoked");
  CHECK(page.entries[0].actor_name == "Ada");
  CHECK(page.entries[0].subject_name == "Pixel of Ana");
  CHECK(page.entries[0].row.address == "192.0.2.7");
  CHECK_FALSE(page.next_before);
  CHECK(actions_of(desk.audit({.text = "192.0.2"})) ==
        std::vector<std::string>{"policy_written", "schedule_written", "device_revoked"});
  page = desk.audit({.action = "schedule_written"});
  REQUIRE(page.entries.size() == 1);
  CHECK(page.entries[0].subject_name == "Ben, from 2026-03-09");
  CHECK(desk.audit({.text = "12-25"}).entries.at(0).subject_name == "policy from 2000-01-01");
  CHECK(actions_of(desk.audit({.person_id = world.ben.person_id})) ==
        std::vector<std::string>{"schedule_written", "person_written"});
  CHECK(actions_of(desk.audit({.from = date("2026-03-03")})).size() == 3);
  CHECK(desk.audit({.to = date("2026-03-01")}).entries.empty());
  const auto all = desk.audit({.limit = 100}).entries.size();
  CHECK(actions_of(desk.audit({.to = date("2026-03-02"), .limit = 100})).size() == all - 3);
  CHECK(desk.audit_actions() == std::vector<std::string>{"code_made", "device_enrolled", "device_revoked",
                                                         "person_written", "policy_written",
                                                         "schedule_written"});
}

TEST_CASE("the audit trail is read page by page, each row once") {
  World world;
  auto& desk = world.store->desk();
  const auto whole = desk.audit({.limit = 100});
  CHECK_FALSE(whole.next_before);
  std::vector<std::int64_t> ids;
  std::optional<std::int64_t> before = 0;
  int pages = 0;
  for (; before; ++pages) {
    const auto page = desk.audit({.before = *before, .limit = 2});
    CHECK(page.entries.size() <= 2);
    for (const auto& entry : page.entries) ids.push_back(entry.row.id);
    before = page.next_before;
  }
  std::vector<std::int64_t> expected;
  for (const auto& entry : whole.entries) expected.push_back(entry.row.id);
  CHECK(ids == expected);
  CHECK(pages == 4);  // the policy and six people
}

TEST_CASE("backups are told with their size, and what lies beyond the newest") {
  World world;
  CHECK(world.store->desk().backups(10).newest.empty());
  const auto made = world.store->backup(world.directory / "monday.db", {world.admin.person_id, {}});
  REQUIRE(made);
  world.enroll(world.ana).push(new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30));
  const auto state = world.store->desk().backups(10);
  REQUIRE(state.newest.size() == 1);
  CHECK(state.newest[0].at == world.clock.now());
  CHECK(state.newest[0].actor_name == "Ada");
  CHECK(state.newest[0].seq == made->seq);
  CHECK(state.newest[0].bytes == made->bytes);
  CHECK(state.newest[0].file == "monday.db");
  CHECK(state.safe_seq == made->seq);
  CHECK(state.seq == made->seq + 1);
}

TEST_CASE("storage is told by size and by count") {
  World world;
  world.enroll(world.ana).push(new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30));
  const auto report = world.store->desk().storage();
  CHECK(report.file == world.path().string());
  CHECK(report.file_bytes + report.log_bytes > 0);
  CHECK(report.disk_bytes >= report.free_bytes);
  CHECK(report.disk_bytes > 0);
  CHECK(report.counts.people == 6);
  CHECK(report.counts.devices == 1);
  CHECK(report.first_op_at == world.clock.now());
  const std::vector<std::pair<RecordType, std::int64_t>> expected{
      {RecordType::entry, 1}, {RecordType::policy, 1}, {RecordType::person, 6}};
  CHECK(report.records == expected);
}

TEST_CASE("what was done at the desk comes back from backup and journal") {
  Served world;
  world.back_up();
  const Actor ada{world.admin.person_id, {}};
  auto& desk = world.store->desk();
  const auto code = world.store->create_code(world.ana.person_id, 60, ada);
  REQUIRE(code);
  world.clock.pass(Millis{minute_ms});
  REQUIRE(desk.cancel_code(desk.codes().at(0).code_id, ada));
  REQUIRE(world.store->move_person(world.ben.person_id, "south", date("2026-04-06"), ada));
  REQUIRE(desk.change_person(world.ben.person_id, {"Benedict", Role::lead}, ada));
  REQUIRE(desk.write_policy({date("2026-04-06"), R"({"minimum_percent":55})"}, ada));
  REQUIRE(desk.set_holiday(date("2026-12-25"), true, ada));
  KnownPlace place;
  place.name = "Library";
  place.kind = Place::library;
  REQUIRE(desk.save_place(place, ada));
  const auto before = world.die();
  const auto restored = world.restore();
  REQUIRE(restored);
  CHECK(restored->left_out == 0);
  check_same(before, state_of(world.path()));
  CHECK(is_whole(world));
  world.serve();
  CHECK(world.store->enroll({code->code, std::string(43, 'a'), "phone", "android", "1.0.0"}).error().code ==
        ErrorCode::bad_code);
}

}  // namespace waymark::server::test
