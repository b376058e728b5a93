// The real phones' code against the real server, whose disk dies: what the backup and the journal do not
// bring back, the phones do (sync.md, invariants 9 and 10).
#include <catch2/catch.hpp>
#include <map>
#include <set>

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
  void back_up() { REQUIRE(store->backup(backup, {})); }
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
    dev::Abort abort;
    const auto identity = dev::enrol(*phone.store, phone.keys, transport, phone.random,
                                     {url(), code->code, label, "linux", "1.0.0"}, abort);
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

/// A phone and a tablet of Ana's, each with visits from before and after the backup, and a third phone that
/// enrolled after it.
struct Day {
  explicit Day(Agency& agency) {
    agency.enrol(phone, "Ana", "Ana's phone");
    agency.enrol(tablet, "Ana", "Ana's tablet");
    for (int i = 0; i < 8; ++i) records.push_back(visit(i % 2 ? phone : tablet, 2 * i + 2, "before"));
    sync_both(agency);
    agency.back_up();
    sync_both(agency);  // and forget what is safe
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
  agency.die();
  const auto report = srv::CentralStore::restore(agency.db, agency.backup, false, agency.journal);
  REQUIRE(report);
  CHECK(report->stopped == "");
  CHECK(report->must_enrol == 1);
  agency.serve();
  CHECK(agency.store->health().chain == end.chain);
  CHECK(ops_on(agency, agency.people.at("Ana"), day.records) == before);

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
