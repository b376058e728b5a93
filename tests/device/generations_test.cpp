// Pulls from 0: a changed scope, a restored server (sync.md, "The wire"; invariants 9 and 10).
#include <catch2/catch.hpp>

#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

std::string employer(const std::string& name) {
  return R"({"name":")" + name + R"("})";
}

Participant participant_of(const std::string& specialist) {
  Participant participant;
  participant.code = "P.";
  participant.program = "act";
  participant.specialist_id = specialist;
  participant.entered_on = Date{std::chrono::year{2026} / 1 / 5};
  return participant;
}

Job job_of(const std::string& participant) {
  Job job;
  job.participant_id = participant;
  job.employer_id = numbered_id(9);
  job.title = "Baker";
  job.starts_on = Date{std::chrono::year{2026} / 2 / 2};
  return job;
}

bool known(const Phone& phone, const std::string& rid) {
  return phone.records().find<Employer>(rid)->has_value();
}

}  // namespace

TEST_CASE("After a rescope all is read again, and what is out of sight is removed at the end") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 1; i <= 5; ++i) server.put(RecordType::employer, numbered_id(i), employer("E"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.hidden = {numbered_id(2), numbered_id(4)};
  ++server.scope;
  REQUIRE(receive(phone, ask(phone, server)).rescoped);
  // Page by page: nothing is removed before the last one.
  auto applied = receive(phone, ask(phone, server, 200, 2));
  REQUIRE(applied.more);
  CHECK(known(phone, numbered_id(2)));
  while (applied.more) applied = receive(phone, ask(phone, server, 200, 2));
  CHECK(known(phone, numbered_id(1)));
  CHECK_FALSE(known(phone, numbered_id(2)));
  CHECK(known(phone, numbered_id(3)));
  CHECK_FALSE(known(phone, numbered_id(4)));
  CHECK(known(phone, numbered_id(5)));
  CHECK(server.state.ops.size() == 5);
}

TEST_CASE("After a rescope a record with an edit of this phone's stays") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto unsent = numbered_id(1), acked = numbered_id(2), refused = numbered_id(3);
  REQUIRE(phone.store->edit(RecordType::employer, acked, employer("acked")));
  REQUIRE(phone.store->edit(RecordType::employer, refused, employer("refuse me")));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  server.hidden = {acked};
  ++server.scope;
  REQUIRE(receive(phone, ask(phone, server)).rescoped);
  REQUIRE(phone.store->edit(RecordType::employer, unsent, employer("unsent")));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  CHECK(known(phone, unsent));
  CHECK(known(phone, acked));
  CHECK(known(phone, refused));
}

TEST_CASE("A record out of sight that stayed for an edit goes when a backup holds the edit") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto rid = numbered_id(1);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("mine")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.hidden = {rid};
  ++server.scope;
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(known(phone, rid));
  server.safe_seq = server.state.seq;
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK_FALSE(known(phone, rid));
}

TEST_CASE("An edit that took its record out of sight is shown as long as it is kept, not the row before it") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto rid = numbered_id(1);
  server.put(RecordType::employer, rid, employer("before"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("mine")));
  server.hidden = {rid};
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(phone.records().find<Employer>(rid)->value().record.name == "mine");
  ++server.scope;
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(phone.records().find<Employer>(rid)->value().record.name == "mine");
}

TEST_CASE("A refused edit of a record that is out of sight leaves nothing behind when it is discarded") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto rid = numbered_id(1);
  server.put(RecordType::employer, rid, employer("theirs"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  REQUIRE(phone.store->edit(RecordType::employer, rid, employer("refuse me")));
  server.hidden = {rid};
  ++server.scope;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  REQUIRE(phone.store->discard_refused(rid));
  CHECK_FALSE(known(phone, rid));
}

TEST_CASE("Marks are kept over a rescope but for the cursor") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), employer("E"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  ++server.scope;
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto& again = server.requests.back();
  CHECK(again.cursor == Mark{});
  CHECK(again.high.seq == 1);
  CHECK(again.scope == server.scope);
}

TEST_CASE("A restored server is found out by its chain and refilled: by ops that are kept, and by rows") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), employer("in the backup"));
  const auto backup = server.state;
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto own = phone.book().put(visit(day_one, "mine"))->entry.id;
  server.put(RecordType::employer, numbered_id(2), employer("another's, after the backup"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto others = server.op(server.record(numbered_id(2)).head)->op;
  const auto before = server.op(server.record(own).head)->op;

  server.state = backup;
  const auto outcome = sync(phone, server);
  CHECK(outcome.state == SessionState::done);
  CHECK(server.op(server.record(own).head)->op == before);
  CHECK(server.op(server.record(numbered_id(2)).head)->op == others);  // same op, parents, anc and body
  CHECK(known(phone, numbered_id(1)));
  CHECK(known(phone, numbered_id(2)));
  CHECK(phone.entry(own).sync.state == SyncState::sent);
}

TEST_CASE("A row of another type than this phone's edit under its id is offered again as what it is") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  const auto rid = numbered_id(1);
  server.put(RecordType::employer, rid, employer("theirs"));
  const auto theirs = server.op(server.record(rid).head)->op;
  REQUIRE(phone.store->edit(RecordType::entry, rid, to_json(visit(day_one, "refuse me"))));
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  server.state = backup;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  REQUIRE(server.op(theirs.op) != nullptr);
  CHECK(server.op(theirs.op)->op == theirs);
  REQUIRE(phone.store->discard_refused(rid));
  CHECK(known(phone, rid));
}

TEST_CASE("A restored server that went on meanwhile is found out by high or cursor all the same") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  const auto own = phone.book().put(visit(day_one, "mine"))->entry.id;
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  for (int i = 1; i <= 3; ++i) server.put(RecordType::employer, numbered_id(i), employer("E"));
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.state.records.contains(own));
  CHECK(known(phone, numbered_id(3)));
}

TEST_CASE("After a restore nothing is offered that this person may not write") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  Policy policy;
  policy.time_zone = "America/New_York";
  server.put(RecordType::policy, numbered_id(50), to_json(policy));
  auto bens = visit(day_one);
  bens.specialist_id = ben;
  server.put(RecordType::entry, numbered_id(51), to_json(bens));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  server.put(RecordType::employer, numbered_id(1), employer("E"));
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.state.ops.size() == 1);
  CHECK(phone.records().all<Policy>()->empty());
}

TEST_CASE("A refused edit is not sent again after a restore, but stays for the person") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  server.put(RecordType::employer, numbered_id(1), employer("E"));
  const auto id = phone.book().put(visit(day_one, "refuse me"))->entry.id;
  REQUIRE(sync(phone, server).state == SessionState::needs_you);
  server.state = backup;
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK(server.op(phone.entry(id).op) == nullptr);
  CHECK(phone.store->needs_you()->size() == 1);
}

TEST_CASE("What is shown does not flicker while a restored server is read again") {
  Phone phone;
  FakeServer server(phone.clock);
  auto entry = phone.book().put(visit(day_one, "first"))->entry;
  REQUIRE(sync(phone, server).state == SessionState::done);
  const auto backup = server.state;
  entry.note = "second";
  REQUIRE(phone.book().put(entry));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  REQUIRE(receive(phone, ask(phone, server)).diverged);
  CHECK(phone.entry(entry.id).record.note == "second");
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(phone.entry(entry.id).record.note == "second");
}

TEST_CASE(
    "A restored server is read to its end before it is sent anything, and participants go before jobs") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  const auto participant = participant_of(ana);
  server.put(RecordType::participant, numbered_id(1), to_json(participant));
  REQUIRE(sync(phone, server).state == SessionState::done);
  auto job = job_of(numbered_id(1));
  REQUIRE(phone.store->edit(RecordType::job, numbered_id(2), to_json(job)));
  REQUIRE(sync(phone, server).state == SessionState::done);

  server.state = backup;
  // As the real one does: a job of somebody it does not know is nobody's to write.
  server.refuses = [&](const Op& op) -> std::optional<Error> {
    if (op.type != RecordType::job || server.state.records.contains(numbered_id(1))) return std::nullopt;
    return Error{ErrorCode::forbidden, "", "participant_id"};
  };
  server.requests.clear();
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.state.records.contains(numbered_id(2)));
  REQUIRE(server.requests.size() >= 3);
  CHECK(server.requests[0].ops.empty());  // is told of the restore
  CHECK(server.requests[1].ops.empty());  // reads
  CHECK(server.requests[2].ops.size() == 2);
}

TEST_CASE("A job refused by a restored server goes in when it hears again whose the participant is") {
  Phone phone;
  FakeServer server(phone.clock);
  auto participant = participant_of(numbered_id(8));
  bool is_given = false;
  server.refuses = [&](const Op& op) -> std::optional<Error> {
    if (op.type != RecordType::job || is_given) return std::nullopt;
    return Error{ErrorCode::forbidden, "", "participant_id"};
  };
  const auto give = [&] {
    is_given = true;
    participant.specialist_id = ana;
    server.put(RecordType::participant, numbered_id(1), to_json(participant));
  };
  const auto backup = server.state;
  give();
  auto job = job_of(numbered_id(1));
  REQUIRE(phone.store->edit(RecordType::job, numbered_id(2), to_json(job)));
  job.title = "Head baker";
  REQUIRE(phone.store->edit(RecordType::job, numbered_id(2), to_json(job)));
  REQUIRE(sync(phone, server).state == SessionState::done);

  // Restored to before the giving, and this phone comes before the one that holds it.
  server.state = backup;
  is_given = false;
  CHECK(sync(phone, server).state == SessionState::needs_you);
  CHECK_FALSE(server.state.records.contains(numbered_id(2)));
  // What comes of others' participants changes nothing.
  server.put(RecordType::participant, numbered_id(7), to_json(participant));
  CHECK(sync(phone, server).state == SessionState::needs_you);

  give();
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(server.head_body(numbered_id(2)) == to_json(job));
  CHECK(phone.store->needs_you()->empty());
}

TEST_CASE(
    "After a restore a newer edit of this person's that was only read here is offered, not overwritten") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::entry, numbered_id(1), to_json(visit(day_one, "first")));
  server.put(RecordType::employer, numbered_id(2), employer("first"));
  const auto backup = server.state;
  server.put(RecordType::entry, numbered_id(1), to_json(visit(day_one, "second, on the tablet")));
  server.put(RecordType::employer, numbered_id(2), employer("second"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  REQUIRE(sync(phone, server).state == SessionState::done);
  CHECK(server.head_body(numbered_id(1)).find("second, on the tablet") != std::string::npos);
  CHECK(phone.entry(numbered_id(1)).record.note == "second, on the tablet");
  // What everybody may edit is its maker's to bring back: else every phone would.
  CHECK(server.head_body(numbered_id(2)) == employer("first"));
}

TEST_CASE("What a restored server has under an id by now does not lend its type to the row offered again") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  server.put(RecordType::entry, numbered_id(1), to_json(visit(day_one, "on the tablet")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  server.put(RecordType::employer, numbered_id(1), employer("a stranger's"));
  std::optional<RecordType> offered;
  server.refuses = [&](const Op& op) -> std::optional<Error> {
    if (op.rid == numbered_id(1)) offered = op.type;
    return Error{ErrorCode::type_changed, "", "type"};
  };
  (void)sync(phone, server);
  CHECK(offered == RecordType::entry);
}

TEST_CASE("What was brought back from its row and is not this person's to write is given up without a word") {
  Phone phone;
  FakeServer server(phone.clock);
  const auto backup = server.state;
  server.put(RecordType::employer, numbered_id(1), employer("E"));
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = backup;
  server.refuses = [](const Op&) { return Error{ErrorCode::forbidden, "", "specialist_id"}; };
  CHECK(sync(phone, server).state == SessionState::done);
  CHECK(phone.store->needs_you()->empty());
  CHECK_FALSE(known(phone, numbered_id(1)));
}

TEST_CASE("An answer from before the restore is dropped, though its marks are zero like the new ones") {
  Phone phone;
  FakeServer server(phone.clock);
  server.put(RecordType::employer, numbered_id(1), employer("gone"));
  const auto late = ask(phone, server);  // the very first pull, from 0
  REQUIRE(sync(phone, server).state == SessionState::done);
  server.state = {};
  REQUIRE(receive(phone, ask(phone, server)).diverged);
  CHECK(receive(phone, late).dropped);
}
