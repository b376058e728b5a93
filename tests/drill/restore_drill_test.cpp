// The real phones' code against the real server, whose disk dies: what the backup, made while phones write,
// and the journal do not bring back, the phones do (sync.md, invariants 9 and 10). The same from outside,
// with the built programs and phones that know only the protocol: tests/outside/drill.py.
#include <atomic>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <thread>

#include "mobile/device/enrolment.h"
#include "mobile/device/http_transport.h"
#include "shared/records/natural_key.h"
#include "syncserver/api/sync_server.h"
#include "tests/device/sync_steps.h"
#include "tests/manual_clock.h"
#include "tests/temporary_directory.h"

using namespace waymark;
namespace dev = waymark::device;
namespace srv = waymark::server;
using dev::testing::day_one;
using dev::testing::hour;
using dev::testing::Phone;

namespace {

namespace fs = std::filesystem;

/// Over by day_one, and nobody logs anything in it.
constexpr Date quiet_week{std::chrono::year{2026} / 2 / 16};

/// A server in this process, whose files can be taken from it.
class Agency {
 public:
  Agency() {
    REQUIRE(
        srv::CentralStore::init(db, {"North County IPS", "America/New_York", WeekStart::mon}, clock, random));
    serve();
    for (const auto& [name, role] : {std::pair{"Ana", Role::specialist}, {"Lea", Role::lead}}) {
      const auto added = store->add_person({name, role, "North", "", ""}, {});
      REQUIRE(added);
      people[name] = added->person_id;
    }
  }

  void serve() {
    srv::StoreOptions options;
    options.clock = &clock;
    options.random = &random;
    options.journal = journal;
    auto opened = srv::CentralStore::open(db, options);
    REQUIRE(opened);
    store = *std::move(opened);
    srv::SyncServerOptions listening;
    listening.listen = {"127.0.0.1", 0};
    server = std::make_unique<srv::SyncServer>(*store, clock, listening);
    REQUIRE(server->start());
  }
  /// The server is gone, and its store with it.
  void die() {
    server.reset();
    store.reset();
    for (const auto* ending : {"", "-wal", "-shm"}) fs::remove(db.string() + ending);
  }
  /// The server's port is another after each start.
  std::string url() const { return server->url(); }

  void enrol(Phone& phone, const std::string& name, const std::string& label) {
    const auto code = store->create_code(people.at(name), 60, {});
    REQUIRE(code);
    enrol_with(phone, code->code, label);
  }
  void enrol_with(Phone& phone, const std::string& code, const std::string& label) {
    dev::Abort abort;
    const auto identity = dev::enrol(*phone.store, phone.keys, transport, phone.random,
                                     {url(), code, label, "linux", "1.0.0"}, abort);
    if (!identity) UNSCOPED_INFO(identity.error().message);
    REQUIRE(identity);
  }

  waymark::test::TemporaryDirectory directory;
  fs::path db = directory / "agency.db";
  fs::path journal = directory / "journal";
  fs::path backup = directory / "backup.db";
  waymark::test::ManualClock clock{day_one};
  SystemRandom random;
  std::map<std::string, std::string> people;
  dev::HttpTransport transport;
  std::unique_ptr<srv::CentralStore> store;
  std::unique_ptr<srv::SyncServer> server;
};

/// Sends to wherever the agency's server listens by now, as a name in the net would lead there.
class MovingTransport final : public dev::Transport {
 public:
  explicit MovingTransport(Agency& agency) : agency_(agency) {}
  Result<dev::HttpResponse> send(const dev::HttpRequest& request, dev::Abort& abort) override {
    auto there = request;
    there.server = agency_.url();
    return agency_.transport.send(there, abort);
  }

 private:
  Agency& agency_;
};

dev::SyncOutcome sync(Agency& agency, Phone& phone) {
  MovingTransport transport(agency);
  return dev::testing::sync(phone, transport);
}

/// Saves a visit and returns its record.
std::string visit(Phone& phone, int hours_ago, const std::string& note) {
  auto entry = dev::testing::visit(day_one - hours_ago * hour, note);
  entry.specialist_id = (*phone.store->identity())->person_id;
  const auto saved = phone.book().put(entry);
  REQUIRE(saved);
  return saved->entry.id;
}

/// Every op of these records that the server knows, by record.
std::map<std::string, std::set<std::string>> ops_on(Agency& agency, const std::string& viewer,
                                                    const std::vector<std::string>& rids) {
  std::map<std::string, std::set<std::string>> ops;
  for (const auto& rid : rids)
    if (const auto history = agency.store->history({viewer}, rid))
      for (const auto& op : history->ops) ops[rid].insert(op.op);
  return ops;
}

std::set<std::string> names_of(Agency& agency) {
  std::set<std::string> names;
  for (const auto& person : agency.store->people()) names.insert(person.name);
  return names;
}

/// A phone and a tablet of Ana's, each with visits from before and after the backup, and a third phone that
/// enrolled after it.
struct Day {
  explicit Day(Agency& agency) {
    agency.enrol(phone, "Ana", "Ana's phone");
    agency.enrol(tablet, "Ana", "Ana's tablet");
    for (int i = 0; i < 8; ++i) records.push_back(visit(i % 2 ? phone : tablet, 2 * i + 2, "before"));
    sync_both(agency);
    back_up_under_load(agency);
    sync_both(agency);  // and forget what is safe
    work_on_the_server(agency);
    for (int i = 0; i < 6; ++i) records.push_back(visit(i % 2 ? phone : tablet, 2 * i + 30, "after"));
    REQUIRE(phone.book().remove(records[1]));
    sync_both(agency);
    // Both change one record: a conflict.
    edit(phone, records[0], "phone");
    edit(tablet, records[0], "tablet");
    sync_both(agency);
    agency.enrol(late, "Ana", "Ana's new phone");
    records.push_back(visit(late, 60, "of the new phone"));
    REQUIRE(sync(agency, late).state != dev::SessionState::waiting);
    // Not sent before the disk dies.
    records.push_back(visit(late, 64, "waiting"));
    records.push_back(visit(phone, 66, "waiting"));
  }

  /// Phone and tablet write and send without end meanwhile, before it and after it.
  void back_up_under_load(Agency& agency) {
    std::atomic<bool> stop{false};
    std::array<std::atomic<int>, 2> sent{0, 0};
    std::array<std::vector<std::string>, 2> made;
    const auto work = [&](std::size_t which) {  // no checks: Catch is for one thread
      auto& one = which == 0 ? phone : tablet;
      MovingTransport transport(agency);
      for (int i = 0; !stop; ++i) {
        auto entry = dev::testing::visit(day_one - (200 + 2 * i) * hour, "under load");
        entry.specialist_id = agency.people.at("Ana");
        if (const auto saved = one.book().put(entry)) made[which].push_back(saved->entry.id);
        (void)dev::testing::sync(one, transport);
        ++sent[which];
      }
    };
    const auto both_move_on = [&] {
      const std::array<int, 2> before{sent[0], sent[1]};
      while (sent[0] <= before[0] || sent[1] <= before[1]) std::this_thread::yield();
    };
    std::array<std::thread, 2> threads{std::thread(work, 0), std::thread(work, 1)};
    both_move_on();
    std::set<std::string> stages;
    bool safe_too_early = false;
    const auto made_backup =
        agency.store->backup(agency.backup, {}, [&](std::string_view stage, std::int64_t, std::int64_t) {
          stages.emplace(stage);
          if (agency.store->health().safe_seq != 0) safe_too_early = true;
        });
    both_move_on();
    stop = true;
    for (auto& thread : threads) thread.join();
    REQUIRE(made_backup);
    CHECK(stages.contains("tallies"));  // verified to its end
    CHECK_FALSE(safe_too_early);
    CHECK(agency.store->health().safe_seq == made_backup->seq);
    CHECK(agency.store->health().seq > made_backup->seq);
    for (const auto& rids : made) records.insert(records.end(), rids.begin(), rids.end());
  }

  /// What a lead does in a browser, and an admin on the command line: ops and accounts that no phone holds.
  void work_on_the_server(Agency& agency) {
    const srv::Actor lea{agency.people.at("Lea"), "127.0.0.1"};
    Approval approval;
    approval.specialist_id = agency.people.at("Ana");
    approval.week_start = quiet_week;
    approval.state = ApprovalState::approved;
    approval.id = approval_id(approval.specialist_id, quiet_week);
    Op approved;
    approved.op = make_op_id(agency.random);
    approved.rid = approval.id;
    approved.type = RecordType::approval;
    approved.body = to_json(approval);
    const std::vector<srv::AuthoredOp> from_no_device = {{approved, lea.person_id, std::nullopt}};
    REQUIRE(agency.store->import_ops(from_no_device));
    const Date from = add_days(quiet_week, 28);  // a schedule may not reach into an approved week
    REQUIRE(agency.store->set_schedule(approval.specialist_id, from, {450, 450, 450, 450, 450, 0, 0}, lea));
    const auto eve = agency.store->add_person({"Eve", Role::specialist, "North", "eve", ""}, {});
    REQUIRE(eve);
    agency.people["Eve"] = eve->person_id;
    const auto code = agency.store->create_code(eve->person_id, 7 * 24 * 60, {});
    REQUIRE(code);
    code_of_eve = code->code;
    server_made = {approval.id, schedule_id(approval.specialist_id, from)};
  }

  void sync_both(Agency& agency) {
    for (auto* one : {&phone, &tablet, &phone, &tablet})
      REQUIRE(sync(agency, *one).state != dev::SessionState::waiting);
  }
  static void edit(Phone& phone, const std::string& rid, const std::string& note) {
    auto entry = phone.entry(rid).record;
    entry.note = note;
    REQUIRE(phone.book().put(entry));
  }

  Phone phone{1, false};
  Phone tablet{2, false};
  Phone late{3, false};
  std::vector<std::string> records;
  std::vector<std::string> server_made;  ///< records with ops of no device
  std::string code_of_eve;
};

/// The phone that enrolled since the backup: refused, nothing forgotten, and enrolled once more.
void enrol_the_late_phone_again(Agency& agency, Day& day) {
  const auto waiting = day.late.store->counts()->waiting;
  CHECK(waiting == 1);
  const auto refused = sync(agency, day.late);
  CHECK(refused.state == dev::SessionState::needs_you);
  REQUIRE(refused.error);
  CHECK(refused.error->code == ErrorCode::unauthorized);
  CHECK(day.late.store->counts()->waiting == waiting);
  visit(day.late, 70, "captured all the same");
  CHECK(day.late.store->counts()->waiting == waiting + 1);
  agency.enrol(day.late, "Ana", "Ana's new phone");
  CHECK(day.late.store->counts()->waiting >= waiting + 1);
}

void check_nothing_waits(Agency& agency, Day& day) {
  for (auto* phone : {&day.phone, &day.tablet, &day.late}) {
    CHECK(sync(agency, *phone).state != dev::SessionState::waiting);
    CHECK(phone->store->counts()->waiting == 0);
  }
}

}  // namespace

TEST_CASE("with the journal no op of anybody is lost, and phones do not notice") {
  Agency agency;
  Day day(agency);
  const auto end = agency.store->health();
  const auto before = ops_on(agency, agency.people.at("Ana"), day.records);
  CHECK(before.size() == day.records.size() - 2);
  const auto made_there = ops_on(agency, agency.people.at("Lea"), day.server_made);
  CHECK(made_there.size() == 2);
  const auto people = names_of(agency);
  agency.die();
  const auto report = srv::CentralStore::restore(agency.db, agency.backup, false, agency.journal);
  REQUIRE(report);
  CHECK(report->stopped == "");
  CHECK(report->must_enrol == 1);
  agency.serve();
  CHECK(agency.store->health().chain == end.chain);
  CHECK(ops_on(agency, agency.people.at("Ana"), day.records) == before);
  CHECK(ops_on(agency, agency.people.at("Lea"), day.server_made) == made_there);
  CHECK(names_of(agency) == people);
  Phone eves{4, false};
  agency.enrol_with(eves, day.code_of_eve, "Eve's phone");
  CHECK(sync(agency, eves).state == dev::SessionState::done);

  const auto outcome = sync(agency, day.phone);
  CHECK(outcome.sent == 1);  // what waited
  // That, and what the new phone had sent before the disk died: not everything anew.
  CHECK(outcome.received == 2);
  enrol_the_late_phone_again(agency, day);
  check_nothing_waits(agency, day);
  CHECK(ops_on(agency, agency.people.at("Ana"), day.records).size() == day.records.size());
  CHECK(agency.store->verify().ok());
}

TEST_CASE("without the journal the phones refill the server, and no op of theirs is lost") {
  Agency agency;
  Day day(agency);
  const auto before = ops_on(agency, agency.people.at("Ana"), day.records);
  const auto end = agency.store->health().seq;
  agency.die();
  const auto report = srv::CentralStore::restore(agency.db, agency.backup, false);
  REQUIRE(report);
  CHECK(report->seq < end);
  agency.serve();
  CHECK(ops_on(agency, agency.people.at("Ana"), day.records) != before);
  // No phone can send these again: docs/deploy.md says to do them anew.
  CHECK(ops_on(agency, agency.people.at("Lea"), day.server_made).empty());
  CHECK_FALSE(names_of(agency).contains("Eve"));
  for (int round = 0; round < 2; ++round)
    for (auto* phone : {&day.phone, &day.tablet}) sync(agency, *phone);
  enrol_the_late_phone_again(agency, day);
  check_nothing_waits(agency, day);
  const auto after = ops_on(agency, agency.people.at("Ana"), day.records);
  std::size_t counted = 0;
  for (const auto& [rid, ops] : before)
    for (const auto& op : ops) {
      ++counted;
      INFO(rid << " " << op);
      CHECK(after.count(rid) == 1);
      CHECK(after.at(rid).contains(op));
    }
  CHECK(counted >= 18);
  CHECK(after.size() == day.records.size());
  CHECK(agency.store->verify().ok());
}
