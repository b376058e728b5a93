// Refused, conflicting and held edits: what is listed, and how a person settles it (sync.md; ui.md, Sync).
#include <catch2/catch.hpp>

#include "shared/records/natural_key.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

const Date monday{std::chrono::year{2026} / 3 / 2};
const auto rid = numbered_id(1);

/// Another device of Ana's, which saw what the server has now.
std::string tablet_edits(FakeServer& server, const std::string& id, Entry entry, const std::string& note) {
  static int made = 500;
  Op op;
  op.op = numbered_id(++made);
  op.rid = id;
  op.type = RecordType::entry;
  entry.note = note;
  op.body = to_json(entry);
  if (const auto known = server.state.records.find(id);
      known != server.state.records.end() && !known->second.head.empty())
    op.parents = {known->second.head};
  op.anc = op.parents;
  server.push(op, "tablet");
  return op.op;
}

std::string shown_note(const Phone& phone, const std::string& id) {
  return phone.entry(id).record.note;
}

/// An entry both sides know, changed on the tablet and on the phone without knowledge of each other.
std::string conflicting_entry(Phone& phone, FakeServer& server) {
  auto entry = phone.book().put(visit(day_one, "as made"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::done);
  tablet_edits(server, entry.id, entry, "from the tablet");
  entry.note = "from the phone";
  REQUIRE(phone.book().put(entry));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  return entry.id;
}

}  // namespace

TEST_CASE("A refused edit stays shown and is listed with its code and field") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto entry = phone.book().put(visit(day_one, "refuse me"))->entry;
  const auto outcome = sync(phone, server);
  CHECK(outcome.state == SessionState::needs_you);
  CHECK_FALSE(outcome.error);
  const auto needs = *phone.store->needs_you();
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].rid == entry.id);
  CHECK(needs[0].reason == NeedReason::refused);
  CHECK(needs[0].error->code == ErrorCode::too_long);
  CHECK(needs[0].error->field == "note");
  CHECK(needs[0].error->message.empty());
  CHECK_FALSE(needs[0].theirs);
  CHECK(phone.entry(entry.id).sync.state == SyncState::needs_you);
  CHECK(phone.entry(entry.id).sync.code == ErrorCode::too_long);
  CHECK(phone.entry(entry.id).sync.field == "note");
  CHECK(phone.store->counts()->waiting == 0);
  CHECK(phone.store->counts()->needs_you == 1);
}

TEST_CASE("A refused edit is not sent again, and no row takes its place") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "fine"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::done);
  entry.note = "refuse me";
  REQUIRE(phone.book().put(entry));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  tablet_edits(server, entry.id, entry, "from the tablet");
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  CHECK(server.requests.back().ops.empty());
  CHECK(server.requests.back().needs_you == 1);
  CHECK(shown_note(phone, entry.id) == "refuse me");
  const auto needs = *phone.store->needs_you();
  REQUIRE(needs.size() == 1);
  CHECK(read_stored<Entry>(needs[0].theirs->body, "")->note == "from the tablet");
}

TEST_CASE("A correction contains the refused edit, which leaves the list when the correction is accepted") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "refuse me"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  entry.note = "corrected";
  REQUIRE(phone.book().put(entry));
  REQUIRE(phone.store->needs_you()->size() == 1);
  CHECK(phone.store->needs_you()->front().answered);
  CHECK(phone.entry(entry.id).sync.state == SyncState::on_this_phone);
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(phone.store->needs_you()->empty());
  CHECK(phone.entry(entry.id).sync.state == SyncState::sent);
  CHECK(server.head_body(entry.id).find("corrected") != std::string::npos);
}

TEST_CASE("However many refused edits lie under it, an accepted one settles them all") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = visit(day_one);
  for (int i = 0; i < 30; ++i) {
    entry.note = "refuse me " + std::to_string(i);
    entry = phone.book().put(entry)->entry;
  }
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  CHECK(phone.store->counts()->needs_you == 1);
  entry.note = "corrected";
  REQUIRE(phone.book().put(entry));
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(phone.store->counts()->needs_you == 0);
}

TEST_CASE("Discarding a refused edit shows what the server has") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "fine"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::done);
  entry.note = "refuse me";
  REQUIRE(phone.book().put(entry));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  SECTION("as it was") {
    REQUIRE(phone.store->discard_refused(entry.id));
    CHECK(shown_note(phone, entry.id) == "fine");
  }
  SECTION("as it has become meanwhile") {
    tablet_edits(server, entry.id, entry, "from the tablet");
    REQUIRE(sync(phone, server).state == SessionState::needs_you);
    REQUIRE(phone.store->settle(entry.id, Choice::keep_theirs));
    CHECK(shown_note(phone, entry.id) == "from the tablet");
  }
  CHECK(phone.store->needs_you()->empty());
  CHECK(phone.store->counts()->waiting == 0);
  entry.note = "later";
  REQUIRE(phone.book().put(entry));
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.record(entry.id).conflicts.empty());
}

TEST_CASE("Discarding the refused first edit of a record makes it disappear") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = phone.book().put(visit(day_one, "refuse me"))->entry.id;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  REQUIRE(phone.store->discard_refused(id));
  CHECK_FALSE(*phone.records().find<Entry>(id));
  CHECK(phone.store->needs_you()->empty());
  const auto again = phone.store->discard_refused(id);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::not_found);
}

TEST_CASE("Discarding under a later edit keeps the later edit") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "refuse me"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  entry.note = "corrected";
  REQUIRE(phone.book().put(entry));
  REQUIRE(phone.store->discard_refused(entry.id));
  CHECK(shown_note(phone, entry.id) == "corrected");
  CHECK(sync(phone, server).state == SessionState::done);
}

TEST_CASE("Sending a refused edit once more is a new op with the same body") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = phone.book().put(visit(day_one, "refuse me"))->entry.id;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  server.refuses = [](const Op&) { return std::nullopt; };
  REQUIRE(phone.store->settle(id, Choice::keep_mine));
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.head_body(id).find("refuse me") != std::string::npos);
}

TEST_CASE("A conflict shows the server's state and lists this phone's edit beside it") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = conflicting_entry(phone, server);
  CHECK(shown_note(phone, id) == "from the tablet");
  const auto needs = *phone.store->needs_you();
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].reason == NeedReason::conflict);
  CHECK(needs[0].mine.own);
  CHECK(read_stored<Entry>(needs[0].mine.body, "")->note == "from the phone");
  CHECK(read_stored<Entry>(needs[0].theirs->body, "")->note == "from the tablet");
  CHECK(phone.entry(id).sync.conflict);
  CHECK(phone.entry(id).sync.state == SyncState::needs_you);
}

TEST_CASE("A conflict is settled by keeping one side or by an edit, and the server's list is cleared") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = conflicting_entry(phone, server);
  std::string expected;
  SECTION("mine") {
    REQUIRE(phone.store->settle(id, Choice::keep_mine));
    expected = "from the phone";
  }
  SECTION("theirs") {
    REQUIRE(phone.store->settle(id, Choice::keep_theirs));
    expected = "from the tablet";
  }
  SECTION("edited") {
    expected = "from both";
    REQUIRE(phone.store->resolve(id, to_json(visit(day_one, expected))));
  }
  CHECK(phone.store->needs_you()->front().answered);
  CHECK(phone.store->counts()->needs_you == 0);
  CHECK(phone.entry(id).sync.state == SyncState::on_this_phone);
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.requests.back().needs_you == 0);  // what was decided needs nobody while it is sent
  CHECK(phone.store->needs_you()->empty());
  CHECK(shown_note(phone, id) == expected);
  CHECK(server.record(id).conflicts.empty());
  CHECK(server.head_body(id).find(expected) != std::string::npos);
}

TEST_CASE("An ordinary edit does not name conflicts and so does not clear them") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = conflicting_entry(phone, server);
  auto entry = phone.entry(id).record;
  entry.miles = 3;
  REQUIRE(phone.book().put(entry));
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(server.record(id).conflicts.size() == 1);
  CHECK(phone.store->counts()->needs_you == 1);
}

TEST_CASE("An edit that was put aside stays listed while a backup holds it and the phone would forget it") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto id = conflicting_entry(phone, server);
  server.safe_seq = server.state.seq;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  REQUIRE(phone.store->needs_you()->size() == 1);
  CHECK(phone.store->needs_you()->front().mine.own);
}

// The row of a record that was written again comes later than the op's own place on the chain.
TEST_CASE("An edit put aside is not forgotten by a page that ends before its record's row") {
  Phone phone;
  const auto op = phone.store->edit(RecordType::employer, rid, R"({"name":"Bakery"})");
  REQUIRE(op);
  auto& side = phone.store->sync_side();
  SyncResponse page;
  page.server_time = phone.clock.now();
  page.results = {{*op, OpStatus::conflict, 2, "chain 2", {}}};
  page.next = {3, "chain 3"};
  page.high = {5, "chain 5"};
  page.more = true;
  page.safe_seq = 5;
  REQUIRE(side.apply(*side.next_batch(200, max_sync_bytes), page));
  REQUIRE(phone.store->needs_you()->size() == 1);
  page.results.clear();
  Row row;
  row.seq = 4;
  row.rid = rid;
  row.type = RecordType::employer;
  row.op = numbered_id(700);
  row.body = R"({"name":"Ben's name"})";
  row.conflicts = {{*op, "Ana's phone", phone.clock.now(), false, R"({"name":"Bakery"})"}};
  page.rows = {row};
  page.next = page.high;
  page.more = false;
  REQUIRE(side.apply(*side.next_batch(200, max_sync_bytes), page));
  REQUIRE(phone.store->needs_you()->size() == 1);
  CHECK(phone.store->needs_you()->front().mine.own);
}

TEST_CASE(
    "Two people's conflict over an employer concerns the phone whose edit was put aside, and no other") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, rid, R"({"name":"Bakery"})");
  REQUIRE(sync(phone, server).state == SessionState::done);
  Op op;
  op.op = numbered_id(700);
  op.rid = rid;
  op.type = RecordType::employer;
  op.body = R"({"name":"Ben's name"})";
  REQUIRE(server.push(op, "Ben's phone") == OpStatus::conflict);
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(phone.store->needs_you()->empty());
}

TEST_CASE(
    "An edit in an approved week is held beside what was approved, and takes its place when the week is "
    "returned") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "as approved"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.approve(ana, monday);
  REQUIRE(sync(phone, server).state == SessionState::done);
  entry.note = "too late";
  REQUIRE(phone.book().put(entry));
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(shown_note(phone, entry.id) == "as approved");
  CHECK(phone.entry(entry.id).sync.state == SyncState::held);
  const auto needs = *phone.store->needs_you();
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].reason == NeedReason::held);
  CHECK(read_stored<Entry>(needs[0].mine.body, "")->note == "too late");
  CHECK(phone.store->counts()->needs_you == 1);
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  CHECK(server.requests.back().needs_you == 0);  // it waits for the lead, who knows of it
  SECTION("the lead returns the week") {
    server.approve(ana, monday, ApprovalState::returned);
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(shown_note(phone, entry.id) == "too late");
  }
  SECTION("the specialist takes the edit back, and then the week is returned") {
    REQUIRE(phone.store->settle(entry.id, Choice::keep_theirs));
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(phone.store->needs_you()->empty());
    server.approve(ana, monday, ApprovalState::returned);
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(shown_note(phone, entry.id) == "as approved");
    CHECK(server.record(entry.id).conflicts.empty());
  }
}

TEST_CASE("A new entry in an approved week is not shown as time, but listed") {
  Phone phone;
  FakeServer server(phone.clock);
  server.approve(ana, monday);
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto id = phone.book().put(visit(day_one, "forgotten"))->entry.id;
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(phone.records().entries_between(day_one, day_one + hour)->empty());
  const auto needs = *phone.store->needs_you();
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].reason == NeedReason::held);
  CHECK_FALSE(needs[0].theirs);
  SECTION("returned, it is time") {
    server.approve(ana, monday, ApprovalState::returned);
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(phone.records().entries_between(day_one, day_one + hour)->size() == 1);
  }
  SECTION("taken back, it is none") {
    REQUIRE(phone.store->settle(id, Choice::keep_theirs));
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(phone.store->needs_you()->empty());
    server.approve(ana, monday, ApprovalState::returned);
    CHECK(sync(phone, server).state == SessionState::done);
    CHECK(phone.records().entries_between(day_one, day_one + hour)->empty());
  }
}

TEST_CASE("One refused edit holds up no other") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto bad = phone.book().put(visit(day_one, "refuse me"))->entry.id;
  const auto good = phone.book().put(visit(day_one + 2 * hour, "fine"))->entry.id;
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(phone.entry(good).sync.state == SyncState::sent);
  CHECK(phone.entry(bad).sync.state == SyncState::needs_you);
}
