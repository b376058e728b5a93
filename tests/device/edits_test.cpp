// Edits: what is written, what is frozen, what is refused before anything is written.
#include <catch2/catch.hpp>

#include "mobile/device/sync_side.h"
#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

std::vector<Op> waiting_ops(Phone& phone) {
  std::vector<Op> ops;
  const auto batch = phone.store->sync_side().next_batch(200, max_sync_bytes);
  for (const auto& frozen : batch->ops) ops.push_back(*parse_op(frozen));
  return ops;
}

std::string employer(const std::string& name) {
  return R"({"name":")" + name + R"("})";
}

}  // namespace

TEST_CASE("An edit's parent is what was shown, and its ancestors are the first sixteen") {
  Phone phone;
  const auto rid = numbered_id(1);
  std::vector<std::string> made;
  for (int i = 0; i < 20; ++i)
    made.push_back(*phone.store->edit(RecordType::employer, rid, employer("Name " + std::to_string(i))));
  const auto ops = waiting_ops(phone);
  REQUIRE(ops.size() == 20);
  CHECK(ops[0].parents.empty());
  CHECK(ops[0].anc.empty());
  CHECK(ops[1].parents == std::vector{made[0]});
  CHECK(ops[1].anc == std::vector{made[0]});
  CHECK(ops[19].op == made[19]);
  CHECK(ops[19].parents == std::vector{made[18]});
  REQUIRE(ops[19].anc.size() == 16);
  CHECK(ops[19].anc.front() == made[18]);
  CHECK(ops[19].anc.back() == made[3]);
}

TEST_CASE("Record and outbox row are written together or not at all") {
  Phone phone;
  const auto rid = numbered_id(1);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("Bakery")));
  const std::string too_long = employer(std::string(40'000, 'x'));
  CHECK_FALSE(phone.store->edit(RecordType::employer, rid, too_long));
  CHECK_FALSE(phone.store->edit(RecordType::employer, numbered_id(2), too_long));
  CHECK(phone.store->counts()->waiting == 1);
  CHECK((*phone.records().find<Employer>(rid))->record.name == "Bakery");
  CHECK_FALSE(*phone.records().find<Employer>(numbered_id(2)));
}

TEST_CASE("A bad body is refused with its field before anything is written") {
  Phone phone;
  auto entry = visit(day_one);
  entry.ends_at = day_one - minute;
  const auto saved = phone.book().put(entry);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::end_before_start);
  CHECK(saved.error().field == "ends_at");
  CHECK(phone.store->counts()->waiting == 0);
  CHECK(phone.records().latest_entries(day_one + hour, 9)->empty());
  CHECK_FALSE(*phone.book().can_undo());
}

TEST_CASE("A record never changes its type") {
  Phone phone;
  const auto rid = numbered_id(1);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("Bakery")));
  const auto changed = phone.store->edit(RecordType::entry, rid, to_json(visit(day_one)));
  REQUIRE_FALSE(changed);
  CHECK(changed.error().code == ErrorCode::type_changed);
}

TEST_CASE("Saving what is shown already makes no op") {
  Phone phone;
  const auto rid = numbered_id(1);
  const auto first = phone.store->edit(RecordType::employer, rid, employer("Bakery"));
  const auto again = phone.store->edit(RecordType::employer, rid, employer("Bakery"));
  CHECK(*first == *again);
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("A delete is an op with the last body, and can be taken back by another") {
  Phone phone;
  const auto rid = numbered_id(1);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("Bakery")));
  REQUIRE(phone.store->set_deleted(rid, true));
  CHECK(phone.records().all<Employer>()->empty());
  CHECK((*phone.records().find<Employer>(rid))->deleted);
  REQUIRE(phone.store->set_deleted(rid, false));
  CHECK(phone.records().all<Employer>()->size() == 1);
  const auto ops = waiting_ops(phone);
  REQUIRE(ops.size() == 3);
  CHECK(ops[1].deleted);
  CHECK(ops[1].body == ops[0].body);
  CHECK_FALSE(ops[2].deleted);
}

TEST_CASE("Members this version does not know survive an edit") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto rid = numbered_id(1);
  server.put(RecordType::employer, rid, R"({"name":"Bakery","parking":{"spaces":4}})");
  REQUIRE(sync(phone, server).state == SessionState::done);
  auto known = (*phone.records().find<Employer>(rid))->record;
  known.name = "Bakery & Café";
  REQUIRE(phone.store->put(known));
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(server.head_body(rid).find(R"("parking":{"spaces":4})") != std::string::npos);
  CHECK(server.head_body(rid).find("Café") != std::string::npos);
}

TEST_CASE("What was sent is frozen: it is sent again byte for byte, and a later edit is another op") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto saved = phone.book().start(running_visit(day_one));
  REQUIRE(saved);
  const auto first = phone.store->sync_side().next_batch(200, max_sync_bytes)->ops;
  const auto lost = ask(phone, server);  // the answer never comes
  REQUIRE(phone.book().stop(saved->entry.id, day_one + hour));
  const auto second = phone.store->sync_side().next_batch(200, max_sync_bytes)->ops;
  REQUIRE(second.size() == 2);
  CHECK(second[0] == first[0]);
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(server.state.ops.size() == 2);
  CHECK(read_stored<Entry>(server.head_body(saved->entry.id), "")->ends_at == day_one + hour);
}

TEST_CASE("Records with a natural key get their id from it") {
  Phone phone;
  Leave leave;
  leave.specialist_id = ana;
  leave.date = Date{std::chrono::year{2026} / 3 / 5};
  leave.minutes = 120;
  leave.kind = LeaveKind::sick;
  const auto saved = phone.store->put(leave);
  REQUIRE(saved);
  CHECK(saved->id == leave_id(ana, leave.date, LeaveKind::sick));
}

TEST_CASE("Programs are checked against the policy of the entry's week") {
  Phone phone;
  FakeServer server(phone.clock);
  Policy policy;
  policy.time_zone = "America/New_York";
  policy.programs = {"pros"};
  server.put(RecordType::policy, numbered_id(50), to_json(policy));
  policy.effective_from = Date{std::chrono::year{2026} / 3 / 9};
  policy.programs = {"act"};
  server.put(RecordType::policy, numbered_id(51), to_json(policy));
  REQUIRE(sync(phone, server).state == SessionState::done);
  auto entry = visit(day_one);
  entry.program = "act";
  const auto refused = phone.book().put(entry);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().field == "program");
  phone.clock.pass(7 * 24 * hour);
  entry.starts_at += 7 * 24 * hour;
  *entry.ends_at += 7 * 24 * hour;
  CHECK(phone.book().put(entry));
}

TEST_CASE("Whoever listens hears of each commit and of nothing that failed") {
  Phone phone;
  std::vector<StoreChange> heard;
  phone.store->set_listener([&](const StoreChange& change) { heard.push_back(change); });
  REQUIRE(phone.book().put(visit(day_one)));
  CHECK_FALSE(phone.store->edit(RecordType::employer, numbered_id(1), "{}"));
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].types == std::set{RecordType::entry});
  CHECK(heard[0].outbox);
  CHECK(heard[0].local);
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), employer("Bakery"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(heard.size() >= 2);
  CHECK(heard[1].types.contains(RecordType::employer));
  CHECK_FALSE(heard[1].local);
  phone.store->set_listener({});
  const auto before = heard.size();
  REQUIRE(phone.book().put(visit(day_one + 2 * hour)));
  CHECK(heard.size() == before);
}
