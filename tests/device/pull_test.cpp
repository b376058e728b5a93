// What a device does with rows (sync.md): shadows, adoption, marks, and what is kept until a backup holds it.
#include <catch2/catch.hpp>

#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

std::string bakery(const std::string& name) {
  return R"({"name":")" + name + R"("})";
}

std::string name_of(const Phone& phone, const std::string& rid) {
  const auto found = phone.records().find<Employer>(rid);
  return *found ? (*found)->record.name : "";
}

const auto rid = numbered_id(1);

}  // namespace

TEST_CASE("Rows, cursor, high and scope are taken in together, and asked for from there") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, rid, bakery("Bakery"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(name_of(phone, rid) == "Bakery");
  REQUIRE(server.requests.size() == 2);
  CHECK_FALSE(server.requests[0].scope);
  CHECK(server.requests[0].cursor == Mark{});
  CHECK(server.requests[1].scope == server.scope);
  CHECK(server.requests[1].cursor.seq == server.state.seq);
  CHECK(server.requests[1].high.chain == server.state.chain.back());
}

TEST_CASE("A row never overwrites a record with an unsent edit: it waits beside it") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, rid, bakery("Theirs"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.put(RecordType::employer, rid, bakery("Theirs again"));
  const auto exchange = ask(phone, server);
  REQUIRE(phone.store->edit(RecordType::employer, rid, bakery("Mine")));  // while the answer is on its way
  receive(phone, exchange);
  CHECK(name_of(phone, rid) == "Mine");
  phone.reopen();
  CHECK(name_of(phone, rid) == "Mine");
  // Mine was made without knowledge of theirs: a conflict, and what stands on the server is shown.
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(name_of(phone, rid) == "Theirs again");
}

TEST_CASE("Adopting a row takes its op as tip, and its parents and ancestors as what comes before") {
  Phone phone;
  FakeServer server(phone.clock);
  std::vector<std::string> made;
  for (int i = 0; i < 20; ++i) {
    Op op;
    op.op = numbered_id(100 + i);
    op.rid = rid;
    op.type = RecordType::employer;
    op.body = bakery("Name " + std::to_string(i));
    if (i > 0) op.parents = {made.back()};
    for (int back = i - 1; back >= 0 && op.anc.size() < 16; --back)
      op.anc.push_back(made[static_cast<std::size_t>(back)]);
    REQUIRE(server.push(op) == OpStatus::head);
    made.push_back(op.op);
  }
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto mine = *phone.store->edit(RecordType::employer, rid, bakery("Mine"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto& op = server.op(mine)->op;
  CHECK(op.parents == std::vector{made[19]});
  REQUIRE(op.anc.size() == 16);
  CHECK(op.anc[0] == made[19]);
  CHECK(op.anc[1] == made[18]);
  CHECK(op.anc[15] == made[4]);
}

TEST_CASE("A row older than this phone's acknowledged edit is not shown in its place") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, rid, bakery("First"));
  server.put(RecordType::employer, numbered_id(2), bakery("Other"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(phone.store->edit(RecordType::employer, rid, bakery("Mine")));
  server.put(RecordType::employer, numbered_id(2), bakery("Other, changed"));
  // A page of one row: the acknowledgement comes before the row that shows it.
  const auto exchange = ask(phone, server, 200, 1);
  const auto applied = receive(phone, exchange);
  REQUIRE(applied.acknowledged == 1);
  REQUIRE(applied.more);
  CHECK(name_of(phone, rid) == "Mine");
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(name_of(phone, rid) == "Mine");
}

TEST_CASE("An answer to marks that are no longer the store's is dropped whole") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.store->edit(RecordType::employer, rid, bakery("Mine")));
  const auto late = ask(phone, server);
  server.put(RecordType::employer, numbered_id(2), bakery("Other"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto counts = *phone.store->counts();
  const auto applied = receive(phone, late);
  CHECK(applied.dropped);
  CHECK(*phone.store->counts()->last_success_at == *counts.last_success_at);
  CHECK(name_of(phone, numbered_id(2)) == "Other");
}

TEST_CASE("The same answer twice is taken in once") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.store->edit(RecordType::employer, rid, bakery("Mine")));
  const auto exchange = ask(phone, server);
  CHECK_FALSE(receive(phone, exchange).dropped);
  CHECK(receive(phone, exchange).dropped);
}

TEST_CASE("An acknowledged op is kept until a verified backup holds it") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.store->edit(RecordType::employer, rid, bakery("Mine")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto backup = FakeServer::State{};  // of before it
  SECTION("restored before any backup: the phone sends it again") {
    server.state = backup;
    REQUIRE(sync(phone, server).state == SessionState::done);
    CHECK(server.state.ops.size() == 1);
    CHECK(server.head_body(rid) == bakery("Mine"));
  }
  SECTION("a verified backup holds it: it is forgotten, but its row is still there to be offered") {
    server.safe_seq = server.state.seq;
    REQUIRE(sync(phone, server).state == SessionState::done);
    const auto frozen = server.op(server.record(rid).head)->op;
    server.state = backup;
    server.safe_seq = 0;
    REQUIRE(sync(phone, server).state == SessionState::done);
    CHECK(server.op(server.record(rid).head)->op == frozen);
  }
}

TEST_CASE("A slow link is not taken for a wrong clock, a wrong clock is") {
  Phone phone;
  FakeServer server(phone.clock);
  auto exchange = ask(phone, server);
  phone.clock.pass(90 * std::chrono::seconds{1});
  receive(phone, exchange);
  CHECK(*phone.store->clock_skew() == Millis{0});
  exchange = ask(phone, server);
  exchange.batch.made_at += 5 * minute;  // what a clock five minutes ahead would have said
  phone.clock.pass(5 * minute);
  receive(phone, exchange);
  CHECK(*phone.store->clock_skew() == Millis{5 * minute});
  CHECK(phone.store->server_now() == phone.clock.now() - 5 * minute);
  CHECK(phone.book().put(visit(day_one))->entry.clock_skew_ms == 0);  // it came with its own recorded_at
  auto fresh = visit(day_one);
  fresh.recorded_at = {};
  CHECK(phone.book().put(fresh)->entry.clock_skew_ms == Millis{5 * minute}.count());
}

TEST_CASE("A server whose clock is days behind keeps nobody from recording what begins now") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto batch = phone.store->sync_side().next_batch(200, max_sync_bytes);
  REQUIRE(batch);
  SyncResponse answer;
  answer.server_time = phone.clock.now() - 72 * hour;
  REQUIRE(phone.store->sync_side().apply(*batch, answer));
  CHECK(phone.book().put(visit(phone.clock.now())));
}

TEST_CASE("A server whose clock was never set leaves the phone's skew as it was, and capture goes on") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto hear = [&](Instant server_time) {
    const auto batch = phone.store->sync_side().next_batch(200, max_sync_bytes);
    REQUIRE(batch);
    SyncResponse answer;
    answer.server_time = server_time;
    REQUIRE(phone.store->sync_side().apply(*batch, answer));
  };
  hear(phone.clock.now() - 5 * minute);
  REQUIRE(*phone.store->clock_skew() == Millis{5 * minute});
  for (const auto never_set : {instant_from_ms(0), instant_from_ms(8'640'000'000'000'000),
                               instant_from_ms(-8'640'000'000'000'000)}) {
    hear(never_set);
    CHECK(*phone.store->clock_skew() == Millis{5 * minute});
    CHECK(phone.book().put(visit(phone.clock.now())));
  }
}
