// What devices are given: visibility, paging, marks, scope, divergence.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

std::set<std::string> rids(const std::vector<Row>& rows) {
  std::set<std::string> ids;
  for (const auto& row : rows) ids.insert(row.rid);
  return ids;
}

bool has(const std::vector<Row>& rows, const std::string& rid) {
  return rids(rows).contains(rid);
}

std::string assigned_to(const Op& op, const std::string& specialist) {
  auto participant = *read_stored<Participant>(op.body, op.rid);
  participant.specialist_id = specialist;
  return to_json(participant);
}

}  // namespace

TEST_CASE("a device gets the agency's records and those that name its person, whoever wrote them") {
  World world;
  auto ana = world.enroll(world.ana);
  auto lena = world.enroll(world.lena);
  auto ben = world.enroll(world.ben);
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  const auto employer = employer_op(world, "Bakery");
  const auto participant = participant_op(world, world.ana.person_id);
  const auto job = job_op(world, participant.rid, employer.rid);
  for (const auto& result : ana.push({entry, employer, participant, job}))
    CHECK(result.status == OpStatus::head);
  const auto leave = new_leave(world, world.ana.person_id, "2026-03-03", 60);
  const auto approval = approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved);
  for (const auto& result : lena.push({leave, approval})) CHECK(result.status == OpStatus::head);
  REQUIRE(world.store->set_schedule(world.ana.person_id, date("2026-03-02"), {480, 480, 480, 480, 480, 0, 0},
                                    {}));

  const auto own = ana.pull();
  for (const auto& rid :
       {entry.rid, employer.rid, participant.rid, job.rid, leave.rid, approval.rid, world.ana.person_id})
    CHECK(has(own, rid));
  CHECK(own.size() == 9);  // and the schedule and the policy
  const auto others = ben.pull();
  CHECK(others.size() == 3);  // policy, employer, Ben
  CHECK(has(others, employer.rid));
  CHECK(has(others, world.ben.person_id));
  // A lead's device gets the lead's own; the team is read over the routes.
  CHECK(rids(lena.pull()).size() == 3);
}

TEST_CASE("pages of one row give what one page gives, by seq, and end on the chain") {
  World world;
  auto phone = world.enroll(world.ana);
  std::vector<Op> ops;
  for (int i = 0; i < 12; ++i)
    ops.push_back(new_entry(world, world.ana.person_id, noon_ms - (i + 2) * hour_ms, 30));
  phone.push(ops);
  Phone single = phone;
  const auto at_once = phone.pull();
  const auto one_by_one = single.pull(1);
  CHECK(at_once == one_by_one);
  CHECK(std::is_sorted(at_once.begin(), at_once.end(),
                       [](const Row& a, const Row& b) { return a.seq < b.seq; }));
  CHECK(single.cursor == phone.cursor);
  CHECK(phone.cursor.seq == world.store->health().seq);
  CHECK(phone.cursor.chain == world.store->health().chain);
  CHECK(phone.pull().empty());
}

TEST_CASE("a page is full, its mark is its last row's, and an empty last page is normal") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  phone.push({new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30),
              new_entry(world, world.ana.person_id, noon_ms - 2 * hour_ms, 30)});
  auto answer = phone.send(phone.request({}, 1));
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.next.seq == answer.rows[0].seq);
  CHECK(answer.more);
  phone.cursor = answer.next;
  answer = phone.send(phone.request({}, 1));
  CHECK(answer.next == answer.high);
  CHECK_FALSE(answer.more);
  auto ben = world.enroll(world.ben);
  ben.pull();
  phone.push(new_entry(world, world.ana.person_id, noon_ms - 3 * hour_ms, 30));
  answer = ben.send(ben.request({}, 1));
  CHECK(answer.rows.empty());
  CHECK_FALSE(answer.more);
  CHECK(answer.next.seq == world.store->health().seq);
}

TEST_CASE("an answer may hold what its own request wrote") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  const auto answer = phone.send(phone.request({entry}));
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0].op == entry.op);
  CHECK(answer.rows[0].seq == answer.results[0].seq);
  CHECK(answer.high == Mark{answer.results[0].seq, answer.results[0].chain});
}

TEST_CASE("a request without ops does not write") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  auto wal = world.path();
  wal += "-wal";
  const auto size = [&] { return std::filesystem::file_size(wal); };
  const auto before = size();
  for (int i = 0; i < 20; ++i) phone.pull();
  CHECK(size() == before);
  // What the device said of itself is known all the same, and kept over a close.
  world.clock.pass(Millis{hour_ms});
  phone.pull();
  CHECK(world.store->devices().at(0).last_sync == world.clock.now());
  world.close();
  world.open();
  CHECK(world.store->devices().at(0).last_sync == world.clock.now());
}

TEST_CASE("a mark that does not lie on the chain is answered diverged, and nothing is applied") {
  World world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  const auto good = phone.cursor;
  const auto op = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  const auto seq = world.store->health().seq;
  SECTION("a cursor beyond its end") {
    phone.cursor.seq += 5;
  }
  SECTION("a cursor with another chain") {
    phone.cursor.chain[0] = phone.cursor.chain[0] == 'a' ? 'b' : 'a';
  }
  SECTION("high beyond its end") {
    phone.high.seq += 1;
  }
  SECTION("high with another chain") {
    phone.high.chain = std::string(64, '0');
  }
  SECTION("a place without a chain, or a chain without a place") {
    phone.cursor.chain.clear();
    CHECK(phone.send(phone.request()).diverged);
    phone.cursor = {0, good.chain};
  }
  SECTION("it comes before a scope that is out of date") {
    phone.high.seq += 1;
    phone.scope = 999;
  }
  const auto answer = phone.send(phone.request({op}));
  CHECK(answer.diverged);
  CHECK_FALSE(answer.rescope);
  CHECK(answer.results.empty());
  CHECK(world.store->health().seq == seq);
  CHECK(phone.send(phone.request()).diverged);
  phone.cursor = phone.high = good;
  phone.scope.reset();
  CHECK(phone.push(op).status == OpStatus::head);
}

TEST_CASE(
    "a participant assigned away leaves the old specialist's sight and enters the new one's with jobs") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  auto lena = world.enroll(world.lena);
  const auto employer = employer_op(world, "Bakery");
  const auto participant = participant_op(world, world.ana.person_id);
  const auto job = job_op(world, participant.rid, employer.rid);
  ana.push({employer, participant, job});
  ana.pull();
  ben.pull();
  const auto old_scope = *ana.scope;
  CHECK(lena.push(edit(world, participant, assigned_to(participant, world.ben.person_id))).status ==
        OpStatus::head);

  const auto op = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  const auto answer = ana.send(ana.request({op}));
  REQUIRE(answer.rescope);
  CHECK(*answer.rescope > old_scope);
  CHECK(answer.results.empty());
  ana.scope = answer.rescope;
  ana.cursor = {};
  CHECK(ana.push(op).status == OpStatus::head);
  const auto left = ana.pull();
  CHECK_FALSE(has(left, participant.rid));
  CHECK_FALSE(has(left, job.rid));

  REQUIRE(ben.send(ben.request()).rescope);
  ben.scope.reset();
  ben.cursor = {};
  const auto came = ben.pull();
  CHECK(has(came, participant.rid));
  CHECK(has(came, job.rid));
  // What is not theirs any more is not theirs to write.
  CHECK(ana.push(edit(world, job, job.body)).status == OpStatus::forbidden);
  CHECK(world.store->verify().ok());
}

TEST_CASE("scope stands while only new records come in sight") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  auto lena = world.enroll(world.lena);
  ana.pull();
  ben.pull();
  const auto scope = ben.scope;
  const auto participant = participant_op(world, world.ana.person_id);
  ana.push(participant);
  lena.push(edit(world, participant, assigned_to(participant, world.ben.person_id)));
  CHECK(has(ben.pull(), participant.rid));
  CHECK(ben.scope == scope);
}

TEST_CASE("a job moved to another specialist's participant leaves the first one's sight") {
  World world;
  auto ana = world.enroll(world.ana);
  auto ben = world.enroll(world.ben);
  auto lena = world.enroll(world.lena);
  const auto employer = employer_op(world, "Bakery");
  const auto hers = participant_op(world, world.ana.person_id);
  const auto his = participant_op(world, world.ben.person_id);
  const auto job = job_op(world, hers.rid, employer.rid);
  ana.push({employer, hers, job});
  ben.push(his);
  ana.pull();
  ben.pull();
  auto moved = *read_stored<Job>(job.body, job.rid);
  moved.participant_id = his.rid;
  CHECK(ana.push(edit(world, job, to_json(moved))).status == OpStatus::forbidden);
  CHECK(lena.push(edit(world, job, to_json(moved))).status == OpStatus::head);
  CHECK(ana.send(ana.request()).rescope);
  CHECK(has(ben.pull(), job.rid));
}

TEST_CASE("history is for those whom the record is for") {
  World world;
  auto ana = world.enroll(world.ana);
  const auto entry = new_entry(world, world.ana.person_id, noon_ms - hour_ms, 30);
  ana.push({entry, edit(world, entry, to_json(entry_at(world.ana.person_id, noon_ms - hour_ms, 45)))});
  const auto code = [&](const PersonInfo& person, const std::string& rid) {
    const auto history = world.store->history({person.person_id}, rid);
    return history ? std::optional<ErrorCode>() : std::optional(history.error().code);
  };
  CHECK_FALSE(code(world.ana, entry.rid));
  CHECK_FALSE(code(world.lena, entry.rid));
  CHECK(code(world.ben, entry.rid) == ErrorCode::forbidden);
  CHECK(code(world.sam, entry.rid) == ErrorCode::forbidden);
  CHECK(code(world.admin, entry.rid) == ErrorCode::forbidden);
  CHECK(code(world.ana, world.rid()) == ErrorCode::not_found);
  CHECK(code(world.ana, "nonsense") == ErrorCode::not_found);
  CHECK_FALSE(code(world.admin, world.ana.person_id));
  const auto history = world.store->history({world.ana.person_id}, entry.rid);
  REQUIRE(history->ops.size() == 2);
  CHECK(history->ops[0].status == OpStatus::superseded);
  CHECK(history->ops[1].status == OpStatus::head);
  CHECK(history->ops[1].parents == std::vector<std::string>{entry.op});
  CHECK(history->ops[1].device_name == "phone");
}

}  // namespace waymark::server::test
