// A backup and the journal kept since give the store back as it was (sync.md; docs/journal.md).
#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "shared/records/natural_key.h"
#include "tests/syncserver/store/journal_support.h"

namespace waymark::server::test {

namespace fs = std::filesystem;

namespace {

/// One of everything that can happen to a store.
void a_busy_day(Served& world) {
  auto& store = *world.store;
  auto ana = world.enroll(world.ana, "Ana's phone");
  auto tablet = world.enroll(world.ana, "Ana's tablet");
  auto lena = world.enroll(world.lena, "Lena's phone");
  const auto visit = new_entry(world, world.ana.person_id, noon_ms - 5 * hour_ms, 60);
  CHECK(ana.push(visit).status == OpStatus::head);
  const auto longer = edit(world, visit, to_json(entry_at(world.ana.person_id, noon_ms - 5 * hour_ms, 90)));
  const auto other = edit(world, visit, to_json(entry_at(world.ana.person_id, noon_ms - 5 * hour_ms, 30)));
  CHECK(ana.push(longer).status == OpStatus::head);
  CHECK(tablet.push(other).status == OpStatus::conflict);
  CHECK(tablet.push(visit).status == OpStatus::head);  // a repeat, which is no news
  CHECK(ana.push(edit(world, longer, longer.body)).status == OpStatus::head);
  CHECK(ana.push(remove(world, other)).status == OpStatus::conflict);
  const auto gone = new_entry(world, world.ana.person_id, noon_ms - 30 * hour_ms, 20);
  ana.push(gone);
  CHECK(ana.push(remove(world, gone)).status == OpStatus::head);
  CHECK(ana.push(new_entry(world, world.ben.person_id, noon_ms, 10)).status == OpStatus::forbidden);
  ana.push(new_leave(world, world.ana.person_id, "2026-03-03", 120));
  const auto client = participant_op(world, world.ana.person_id);
  const auto bakery = employer_op(world, "Bakery");
  ana.push({client, bakery});
  ana.push(job_op(world, client.rid, bakery.rid));
  lena.push(edit(world, client, [&] {
    auto body = client.body;
    body.replace(body.find(world.ana.person_id), 36, world.ben.person_id);
    return body;
  }()));

  ana.push(week_op(world, world.ana.person_id, "2026-03-02", WeekRecordState::submitted));
  const auto approved = approval_op(world, world.ana.person_id, "2026-03-02", ApprovalState::approved);
  CHECK(lena.push(approved).status == OpStatus::head);
  const auto late = new_entry(world, world.ana.person_id, noon_ms + hour_ms, 15);
  CHECK(ana.push(late).status == OpStatus::held);
  CHECK(ana.push(remove(world, late)).status == OpStatus::held);
  Approval returned;
  returned.specialist_id = world.ana.person_id;
  returned.week_start = date("2026-03-02");
  returned.state = ApprovalState::returned;
  CHECK(lena.push(edit(world, approved, to_json(returned))).status == OpStatus::head);
  const auto earlier = approval_op(world, world.ana.person_id, "2026-02-23", ApprovalState::approved);
  lena.push(earlier);
  CHECK(ana.push(new_entry(world, world.ana.person_id, noon_ms - 6 * day_ms, 15)).status == OpStatus::held);

  world.clock.pass(Millis{3 * hour_ms});
  const auto eve = world.add("Eve", Role::specialist, "north");
  REQUIRE(store.set_login(eve.person_id, "eve", "$hash", {}));
  REQUIRE(store.set_login(world.lena.person_id, "lena", "$other", {world.admin.person_id, "192.0.2.7"}));
  REQUIRE(store.set_login(eve.person_id, "eva", "$hash", {}));
  REQUIRE(store.set_login(world.ben.person_id, "eve", "$third", {}));
  REQUIRE(store.change_password(world.lena.person_id, "$chosen", "", {world.lena.person_id, "192.0.2.7"}));
  const auto link = store.create_password_link(eve.person_id, {world.admin.person_id, "192.0.2.7"});
  REQUIRE(link);
  REQUIRE(store.use_password_link(link->code, "$first", {{}, "192.0.2.7"}));
  REQUIRE(store.move_person(world.ben.person_id, "south", date("2026-02-02"), {}));
  REQUIRE(store.disable_person(world.cid.person_id, {}));
  REQUIRE(store.disable_person(eve.person_id, {}));
  REQUIRE(store.enable_person(eve.person_id, {}));
  REQUIRE(store.set_schedule(eve.person_id, date("2026-03-02"), {480, 480, 480, 480, 480, 0, 0}, {}));
  REQUIRE(store.create_code(eve.person_id, 60, {}));
  REQUIRE(store.write_record(
      RecordType::place, "",
      R"({"name":"Office","kind":"program_site","lat":42.6,"lon":-73.7,"radius_m":80})", false, {}));
  REQUIRE(store.revoke_device(tablet.identity().device_id, {}));
  REQUIRE(store.order_wipe(tablet.identity().device_id, WipeOrder::drained, {}));
  store.note_wiped(lena.identity().device_id);
}

}  // namespace

TEST_CASE("a store that died is given back as it was, by its backup and its journal") {
  Served world;
  world.enroll(world.ben, "Ben's phone");
  SECTION("the backup is from before everything") {
    world.back_up();
    a_busy_day(world);
  }
  SECTION("the backup is an older server's") {
    auto phone = world.enroll(world.ben);
    phone.push(new_entry(world, world.ben.person_id, noon_ms - 6 * day_ms, 60));
    world.back_up();
    make_schema_4(world.backup);
    a_busy_day(world);
  }
  SECTION("the backup is from between two days, and the server was started again") {
    a_busy_day(world);
    world.back_up();
    world.clock.pass(Millis{day_ms});
    world.serve();
    auto phone = world.enroll(world.ben);
    for (int i = 0; i < 5; ++i) phone.push(new_entry(world, world.ben.person_id, noon_ms - i * hour_ms, 20));
    world.serve();
    REQUIRE(world.store->create_code(world.ben.person_id, 60, {}));
  }
  SECTION("the journal is in many files") {
    world.file_bytes = 3'000;
    world.serve();
    world.back_up();
    a_busy_day(world);
  }
  SECTION("nothing happened since the backup") {
    world.back_up();
  }
  const auto end = world.store->health();
  const auto before = world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  CHECK(report->left_out == 0);
  CHECK(report->seq == end.seq);
  CHECK(report->from_backup + report->from_journal == report->seq);
  check_same(before, state_of(world.path()));
  CHECK(is_whole(world));
  world.open();
  CHECK(world.store->health().chain == end.chain);
}

TEST_CASE("phones do not notice a restore with the journal, and the journal goes on") {
  Served world;
  auto phone = world.enroll(world.ana);
  phone.pull();
  world.back_up();
  for (int i = 0; i < 5; ++i) phone.push(world.entry(i));
  phone.pull();
  world.die();
  REQUIRE(world.restore());
  world.serve();
  CHECK(world.alarms.empty());
  CHECK_FALSE(world.store->device_by_token("x").device.device_id.size() > 0);
  const auto answer = phone.send(phone.request({world.entry(7)}));
  CHECK_FALSE(answer.diverged);
  CHECK_FALSE(answer.rescope);
  CHECK(answer.results.at(0).status == OpStatus::head);
  const auto before = world.die();
  REQUIRE(world.restore());
  check_same(before, state_of(world.path()));
}

TEST_CASE("a phone enrolled since the backup is known by its name alone, and enrols again") {
  Served world;
  world.back_up();
  auto phone = world.enroll(world.ana, "The new phone");
  const auto op = world.entry(0);
  phone.push(op);
  world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->must_enrol == 1);
  world.serve();
  const auto history = world.store->history({world.ana.person_id}, op.rid);
  REQUIRE(history);
  CHECK(history->ops.at(0).device_name == "The new phone");
  auto again = world.enroll(world.ana, "The new phone");
  CHECK(again.push(op).status == OpStatus::head);
  CHECK(again.push(op).seq == history->ops.at(0).seq);
}

TEST_CASE("a code made since the backup serves once, and one used since serves no more") {
  Served world;
  world.back_up();
  const auto open_code = world.store->create_code(world.ana.person_id, 60, {});
  const auto used_code = world.store->create_code(world.ana.person_id, 60, {});
  REQUIRE(open_code);
  REQUIRE(used_code);
  REQUIRE(world.store->enroll({used_code->code, std::string(43, 'a'), "Phone", "test", "1.0.0"}));
  world.die();
  REQUIRE(world.restore());
  world.open();
  CHECK(world.store->enroll({used_code->code, std::string(43, 'a'), "Phone", "test", "1.0.0"}).error().code ==
        ErrorCode::bad_code);
  CHECK(world.store->enroll({open_code->link_code, std::string(43, 'b'), "Phone", "test", "1.0.0"}));
  CHECK(world.store->enroll({open_code->code, std::string(43, 'c'), "Phone", "test", "1.0.0"}).error().code ==
        ErrorCode::bad_code);
}

TEST_CASE("random days give the same store again, from a backup at any time and a journal in any files") {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    INFO("seed " << seed);
    Served world(seed);
    world.file_bytes = 1'000 + world.below(20'000);
    world.serve();
    std::vector<Phone> phones;
    phones.push_back(world.enroll(world.ana, "phone"));
    phones.push_back(world.enroll(world.ana, "tablet"));
    auto lead = world.enroll(world.lena);
    std::vector<std::string> rids;
    for (int i = 0; i < 5; ++i) rids.push_back(world.rid());
    std::vector<Op> made;
    std::optional<Op> approval;
    const int backup_at = world.below(60);
    for (int step = 0; step < 60; ++step) {
      if (step == backup_at) world.back_up();
      if (world.below(12) == 0) world.serve();
      if (world.below(15) == 0) phones.push_back(world.enroll(world.ana, "phone " + std::to_string(step)));
      if (world.below(10) == 0)
        REQUIRE(world.store->move_person(world.ana.person_id, world.below(2) ? "north" : "east",
                                         date("2026-01-05"), {}));
      world.clock.pass(Millis{world.below(100) * minute_ms});
      if (world.below(5) == 0) {
        Approval body;
        body.specialist_id = world.ana.person_id;
        body.week_start = date("2026-03-02");
        body.state = world.below(2) ? ApprovalState::approved : ApprovalState::returned;
        auto op = approval_op(world, world.ana.person_id, "2026-03-02", body.state);
        if (approval) op = edit(world, *approval, to_json(body));
        if (!is_refused(lead.push(op).status)) approval = op;
        continue;
      }
      std::vector<Op> batch;
      for (int i = world.below(4); i >= 0; --i) {
        const auto& rid = rids[static_cast<std::size_t>(world.below(5))];
        auto op = first(world, RecordType::entry, rid,
                        to_json(entry_at(world.ana.person_id, noon_ms - world.below(9) * hour_ms, 30)));
        for (const auto& known : made)
          if (known.rid == rid && world.below(3) == 0 && op.parents.size() < max_ancestors)
            op.parents.push_back(known.op);
        op.anc = op.parents;
        op.deleted = world.below(6) == 0;
        made.push_back(op);
        batch.push_back(std::move(op));
      }
      phones[static_cast<std::size_t>(world.below(static_cast<int>(phones.size())))].push(batch);
    }
    const auto before = world.die();
    const auto report = world.restore();
    REQUIRE(report);
    CHECK(report->stopped == "");
    check_same(before, state_of(world.path()));
    CHECK(is_whole(world));
  }
}

TEST_CASE("what happened in a time without the journal is in it once the server is started with it again") {
  Served world;
  auto& store = world.store;
  REQUIRE(store->set_login(world.ana.person_id, "ana", "$1", {}));
  REQUIRE(store->set_login(world.ben.person_id, "ben", "$2", {}));
  world.back_up();
  world.close();
  world.open();
  // Two people change names, so that each has for a while what the other has in the end.
  REQUIRE(store->set_login(world.ana.person_id, "else", "$1", {}));
  REQUIRE(store->set_login(world.ben.person_id, "ana", "$2", {}));
  REQUIRE(store->set_login(world.ana.person_id, "ben", "$1", {}));
  auto phone = world.enroll(world.ana, "Ana's new phone");
  phone.push({world.entry(0), world.entry(1)});
  // An import says when its ops were received; the team a person has holds from when it is made.
  Person fay;
  fay.name = "Fay";
  fay.team = "north";
  const auto added = first(world, RecordType::person, world.rid(), to_json(fay));
  fay.team = "south";
  const auto moved = edit(world, added, to_json(fay));
  const auto long_ago = instant_from_ms(noon_ms - 400 * day_ms);
  REQUIRE(store->import_ops(std::vector<AuthoredOp>{{added, "", long_ago}, {moved, "", long_ago}}));
  world.serve();
  const auto before = world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  check_same(before, state_of(world.path()));
}

TEST_CASE("a journal that went on after a restore without it is used as far as the backup knows") {
  Served world;
  auto phone = world.enroll(world.ana);
  world.back_up();
  phone.push(world.entry(0));
  world.close();
  REQUIRE(CentralStore::restore(world.path(), world.backup, true));
  world.serve();
  const auto later = world.entry(1);
  phone.push(later);
  const auto before = world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  check_same(before, state_of(world.path()));
  world.open();
  CHECK(world.store->history({world.ana.person_id}, later.rid));
}

TEST_CASE("an approval of a week whose tally had been wrong comes back, too") {
  Served world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(0));
  world.close();
  tamper(world.path(), "UPDATE tallies SET tally = replace(tally, 'community', 'comunity')");
  world.serve();
  CHECK_FALSE(world.store->verify().ok());
  phone.push(world.entry(1));  // tallied anew, and right again
  world.back_up();             // which still bars the week
  REQUIRE(world.store->verify().ok());
  auto lena = world.enroll(world.lena);
  CHECK(lena.push(approval_op(world, world.ana.person_id, "2026-03-02", ApprovalState::approved)).status ==
        OpStatus::head);
  const auto before = world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  check_same(before, state_of(world.path()));
}

TEST_CASE("a journal without its last bytes gives back a store that once was") {
  Served world;
  world.back_up();
  a_busy_day(world);
  const auto end = world.store->health().seq;
  world.die();
  const auto file = journal_files(world.journal).back();
  const auto content = content_of(file);
  std::int64_t last = end;
  for (std::size_t size = content.size(); size > 400; size -= std::min<std::size_t>(size, 997)) {
    INFO(size << " of " << content.size() << " bytes");
    set_content(file, content.substr(0, size));
    const auto report = world.restore();
    REQUIRE(report);
    CHECK(report->stopped == "");  // a torn end is what a killed server leaves
    CHECK(report->seq <= last);
    last = report->seq;
    CHECK(is_whole(world));
    remove_store(world.path());
  }
  CHECK(last < end);
}

}  // namespace waymark::server::test
