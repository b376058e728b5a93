// sync.md, "On the server", rules 1 to 3 and 5, 6. Rule 4 is in approved_weeks_test.cpp.
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr std::int64_t morning = noon_ms - 3 * hour_ms;

std::string noted(const Op& op, const std::string& note) {
  auto entry = *read_stored<Entry>(op.body, op.rid);
  entry.note = note;
  return to_json(entry);
}

Row row_of(Phone& phone, const std::string& rid) {
  Phone fresh = phone;
  fresh.cursor = fresh.high = {};
  const auto rows = fresh.pull();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.rid == rid; });
  REQUIRE(found != rows.end());
  return *found;
}

}  // namespace

TEST_CASE("a new record becomes head and gets the next place on the chain") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto before = world.store->health();
  const auto op = new_entry(world, world.ana.person_id, morning, 30);
  const auto result = phone.push(op);
  CHECK(result.status == OpStatus::head);
  CHECK(result.op == op.op);
  CHECK(result.seq == before.seq + 1);
  CHECK(result.chain.size() == 64);
  CHECK(world.store->health().chain == result.chain);
  const auto row = row_of(phone, op.rid);
  CHECK(row.op == op.op);
  CHECK(row.seq == result.seq);
}

TEST_CASE("a known op gets its first status, seq and chain again, however often and from whomever it comes") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto b = edit(world, a, noted(a, "later"));
  const auto first_answer = phone.push({a, b});
  CHECK(first_answer[1].status == OpStatus::head);
  const auto seq = world.store->health().seq;
  // `a` is superseded by now, but its first answer stands.
  CHECK(phone.push({a, b, a}) == std::vector<OpResult>{first_answer[0], first_answer[1], first_answer[0]});
  CHECK(tablet.push(a) == first_answer[0]);
  CHECK(world.store->health().seq == seq);
}

TEST_CASE("an op twice in one request is taken in once") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto results = phone.push({a, a});
  CHECK(results[0] == results[1]);
  CHECK(world.store->verify().ok());
}

TEST_CASE("a known op id with another payload is refused as reused and raises an alarm") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto accepted = phone.push(a);
  const auto alarms = world.alarms.size();

  SECTION("another body") {
    auto other = a;
    other.body = noted(a, "other");
    const auto result = phone.push(other);
    CHECK(result.status == OpStatus::invalid);
    REQUIRE(result.error);
    CHECK(result.error->code == ErrorCode::op_reused);
    CHECK(result.error->field == "op");
  }
  SECTION("another record") {
    auto other = a;
    other.rid = world.rid();
    CHECK(phone.push(other).error->code == ErrorCode::op_reused);
  }
  SECTION("a refused op's id") {
    auto wrong = new_entry(world, world.ana.person_id, morning, -30);
    CHECK(phone.push(wrong).error->code == ErrorCode::end_before_start);
    wrong.body = a.body;
    CHECK(phone.push(wrong).error->code == ErrorCode::op_reused);
  }
  CHECK(world.alarms.size() == alarms + 1);
  CHECK(phone.push(a) == accepted);
}

TEST_CASE(
    "a wrong body is invalid with its field, and the same again when repeated, even once it would be right") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto seq = world.store->health().seq;
  const auto too_late = new_entry(world, world.ana.person_id, noon_ms + 30 * hour_ms, 30);
  const auto refused = phone.push(too_late);
  CHECK(refused.status == OpStatus::invalid);
  CHECK(refused.seq == 0);
  CHECK(refused.chain.empty());
  REQUIRE(refused.error);
  CHECK(refused.error->code == ErrorCode::start_too_late);
  CHECK(refused.error->field == "starts_at");
  world.clock.pass(Millis{2 * day_ms});
  CHECK(phone.push(too_late) == refused);
  CHECK(world.store->health().seq == seq);
  CHECK(world.store->counts().refused == 1);
  // A corrected edit is a new op.
  const auto corrected = edit(world, too_late, too_late.body);
  CHECK(phone.push(corrected).status == OpStatus::head);
}

TEST_CASE("one bad op blocks nobody") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto good = new_entry(world, world.ana.person_id, morning, 30);
  const auto other = new_entry(world, world.ana.person_id, morning + hour_ms, 30);
  auto request = phone.request({good, new_entry(world, world.ana.person_id, morning, -5), other});
  ReceivedOp unreadable{world.op_id(), fail(ErrorCode::wrong_type, "Not an object.", "body"), "{}"};
  ReceivedOp nameless{"", fail(ErrorCode::missing, "An op needs an id.", "op"), "{}"};
  request.ops.insert(request.ops.begin(), {unreadable, nameless});
  const auto results = world.store->sync(phone.identity(), request)->results;
  REQUIRE(results.size() == 5);
  CHECK(results[0].status == OpStatus::invalid);
  CHECK(results[0].error->field == "body");
  CHECK(results[1].status == OpStatus::invalid);
  CHECK(results[1].op.empty());
  CHECK(results[2].status == OpStatus::head);
  CHECK(results[3].status == OpStatus::invalid);
  CHECK(results[4].status == OpStatus::head);
  // What had an id is kept and answered the same; what had none is not.
  CHECK(world.store->counts().refused == 2);
  CHECK(world.store->sync(phone.identity(), request)->results == results);
  CHECK(world.store->counts().refused == 2);
}

TEST_CASE("a record never changes its type") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  phone.push(a);
  auto other = employer_op(world, "Bakery");
  other.rid = a.rid;
  const auto result = phone.push(other);
  CHECK(result.status == OpStatus::invalid);
  CHECK(result.error->code == ErrorCode::type_changed);
  CHECK(result.error->field == "type");
}

TEST_CASE("a record with a natural key must have the id that follows from it") {
  World world;
  auto phone = world.enroll(world.ana);
  auto leave = new_leave(world, world.ana.person_id, "2026-03-03", 60);
  leave.rid = world.rid();
  const auto result = phone.push(leave);
  CHECK(result.status == OpStatus::invalid);
  CHECK(result.error->code == ErrorCode::bad_id);
  CHECK(result.error->field == "rid");
}

TEST_CASE("late news of what the head was written from is superseded") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto b = edit(world, a, noted(a, "b"));
  const auto c = edit(world, b, noted(a, "c"));
  const auto results = phone.push({c, a, b});
  CHECK(results[0].status == OpStatus::head);
  CHECK(results[1].status == OpStatus::superseded);
  CHECK(results[2].status == OpStatus::superseded);
  CHECK(results[2].seq == results[0].seq + 2);
  const auto row = row_of(phone, a.rid);
  CHECK(row.op == c.op);
  CHECK(row.conflicts.empty());
  // A device must see a row at least as new as its last answer.
  CHECK(row.seq == results[2].seq);
}

TEST_CASE("late news of what a listed conflict was written from is superseded") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  phone.push(a);
  phone.push(edit(world, a, noted(a, "phone")));
  const auto middle = edit(world, a, noted(a, "tablet, first"));
  auto late = edit(world, middle, noted(a, "tablet, second"));
  late.anc = {middle.op};  // the older ancestors fell off the list
  CHECK(tablet.push(late).status == OpStatus::conflict);
  CHECK(tablet.push(middle).status == OpStatus::superseded);
}

TEST_CASE("the same content from elsewhere is superseded, unless it names the head") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto on_phone = edit(world, a, noted(a, "same"));
  phone.push({a, on_phone});
  CHECK(tablet.push(edit(world, a, noted(a, "same"))).status == OpStatus::superseded);
  CHECK(row_of(phone, a.rid).op == on_phone.op);

  auto reordered = edit(world, a, noted(a, "same"));
  reordered.body = "{ \"note\":\"same\"," + a.body.substr(1);
  CHECK(tablet.push(reordered).status == OpStatus::superseded);

  const auto again = edit(world, on_phone, on_phone.body);
  CHECK(phone.push(again).status == OpStatus::head);
  // The same body as a delete says something else.
  auto deleted = edit(world, a, noted(a, "same"));
  deleted.deleted = true;
  CHECK(tablet.push(deleted).status == OpStatus::conflict);
}

TEST_CASE("edits that did not know of each other conflict, and an op that names both resolves it") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  phone.push(a);
  const auto mine = edit(world, a, noted(a, "phone"));
  const auto theirs = edit(world, a, noted(a, "tablet"));
  CHECK(phone.push(mine).status == OpStatus::head);
  CHECK(tablet.push(theirs).status == OpStatus::conflict);

  auto row = row_of(phone, a.rid);
  CHECK(row.op == mine.op);
  REQUIRE(row.conflicts.size() == 1);
  CHECK(row.conflicts[0].op == theirs.op);
  CHECK(row.conflicts[0].device_name == "tablet");
  CHECK(row.conflicts[0].body == theirs.body);
  CHECK(row.conflicts[0].received_at == world.clock.now());

  SECTION("an ordinary edit of the head leaves the conflict listed") {
    CHECK(phone.push(edit(world, mine, noted(a, "more"))).status == OpStatus::head);
    CHECK(row_of(phone, a.rid).conflicts.size() == 1);
  }
  SECTION("a further edit of the conflict takes its place in the list") {
    const auto further = edit(world, theirs, noted(a, "tablet again"));
    CHECK(tablet.push(further).status == OpStatus::conflict);
    row = row_of(phone, a.rid);
    REQUIRE(row.conflicts.size() == 1);
    CHECK(row.conflicts[0].op == further.op);
  }
  SECTION("a resolution names tip, head and conflicts") {
    const auto resolved = edit(world, mine, noted(a, "both"), {theirs.op});
    CHECK(phone.push(resolved).status == OpStatus::head);
    row = row_of(phone, a.rid);
    CHECK(row.op == resolved.op);
    CHECK(row.conflicts.empty());
    CHECK(tablet.push(theirs).status == OpStatus::conflict);  // its first answer, still
    const auto history = world.store->history({world.ana.person_id}, a.rid);
    REQUIRE(history);
    REQUIRE(history->ops.size() == 4);
    CHECK(history->ops[2].status == OpStatus::superseded);
    CHECK(history->ops[2].device_name == "tablet");
    CHECK(history->ops[2].person_id == world.ana.person_id);
  }
  CHECK(world.store->verify().ok());
}

TEST_CASE("a delete is an op: it supersedes, conflicts and can be undone like any other") {
  World world;
  auto phone = world.enroll(world.ana);
  auto tablet = world.enroll(world.ana, "tablet");
  const auto a = new_entry(world, world.ana.person_id, morning, 30);
  const auto gone = remove(world, a);
  phone.push({a, gone});
  auto row = row_of(phone, a.rid);
  CHECK(row.deleted);
  CHECK(row.body == a.body);
  CHECK(tablet.push(edit(world, a, noted(a, "still here"))).status == OpStatus::conflict);
  auto back = edit(world, gone, a.body);
  back.deleted = false;
  CHECK(phone.push(back).status == OpStatus::head);
  CHECK_FALSE(row_of(phone, a.rid).deleted);
  CHECK(world.store->verify().ok());
}

TEST_CASE("unknown members of a body are kept and sent on") {
  World world;
  auto phone = world.enroll(world.ana);
  auto op = new_entry(world, world.ana.person_id, morning, 30);
  op.body.insert(1, "\"from_the_future\":{\"x\":[1,2]},");
  CHECK(phone.push(op).status == OpStatus::head);
  CHECK(row_of(phone, op.rid).body == op.body);
}

TEST_CASE("a record's ops end in the same head in whatever order they arrive") {
  CHECK(rc::check("up to 16 ops, shuffled, some twice", [] {
    World world(TemporaryDirectory::Kind::memory);
    auto phone = world.enroll(world.ana);
    const auto length = *rc::gen::inRange<std::size_t>(1, 17);
    std::vector<Op> chain{new_entry(world, world.ana.person_id, morning, 30)};
    while (chain.size() < length)
      chain.push_back(edit(world, chain.back(), noted(chain[0], std::to_string(chain.size()))));
    const auto order =
        *rc::gen::container<std::vector<std::size_t>>(length + 4, rc::gen::inRange<std::size_t>(0, length));
    std::vector<Op> arriving;
    for (const auto i : order) arriving.push_back(chain[i]);
    for (std::size_t i = 0; i < length; ++i) arriving.push_back(chain[(i + order[0]) % length]);
    for (const auto& op : arriving) phone.push(op);
    const auto row = row_of(phone, chain[0].rid);
    RC_ASSERT(row.op == chain.back().op);
    RC_ASSERT(row.conflicts.empty());
    RC_ASSERT(world.store->counts().ops == static_cast<std::int64_t>(7 + length));
    RC_ASSERT(world.store->verify().ok());
  }));
}

TEST_CASE("a server's edit of a record with more conflicts than an op may name can be read again") {
  World world;
  auto phone = world.enroll(world.ana);
  const auto bakery = employer_op(world, "Bakery");
  REQUIRE(phone.push(bakery).status == OpStatus::head);
  for (int i = 0; i < 70; ++i) {
    auto other = employer_op(world, "Bakery " + std::to_string(i));
    other.rid = bakery.rid;
    REQUIRE(phone.push(other).status == OpStatus::conflict);
  }
  const auto body = R"({"name":"The bakery"})";
  REQUIRE(world.store->write_record(RecordType::employer, bakery.rid, body, false, {}));
  CHECK(world.store->counts().conflicts == 70 - 63);
  CHECK(world.store->verify().ok());
  REQUIRE(world.store->write_record(RecordType::employer, bakery.rid, R"({"name":"Bakery"})", false, {}));
  CHECK(world.store->counts().conflicts == 0);
  CHECK(world.store->history({world.ana.person_id}, bakery.rid));
  CHECK(world.store->verify().ok());
}

}  // namespace waymark::server::test
