// The writer whose commits fail (sync.md, invariants 1 and 2; "The server on these libraries": on a failed
// commit answer busy to all and reopen, never retry an fsync).
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "shared/records/record_codec.h"
#include "shared/sync/message_codec.h"
#include "tests/crash/faulty_file_system.h"
#include "tests/crash/server_session.h"

namespace waymark::test {

using namespace server;

namespace {

const std::vector<ServerStep> no_steps;

Op numbered_entry(const std::string& person, int number) {
  Entry entry;
  entry.specialist_id = person;
  entry.activity = Activity::engagement;
  entry.place = Place::library;
  entry.starts_at = monday_noon - std::chrono::minutes{10 * number + 10};
  entry.ends_at = entry.starts_at + std::chrono::minutes{5};
  entry.utc_offset_min = -300;
  entry.recorded_at = entry.starts_at;
  Op op;
  op.op = fmt::format("0190c000-0000-4000-8000-{:012}", number);
  op.rid = fmt::format("0190b000-0000-7000-8000-{:012}", number);
  op.type = RecordType::entry;
  op.body = to_json(entry);
  return op;
}

/// An open store with Ana and her phone.
struct Agency {
  Agency() : session(no_steps) {
    REQUIRE(session.init());
    open();
    REQUIRE(session.add("Ana", Role::specialist));
    REQUIRE(session.make_code("Ana"));
    REQUIRE(session.enroll("Ana"));
    ana = session.person("Ana");
  }
  void open() {
    StoreOptions options;
    options.clock = &session.clock;
    options.random = &session.random;
    options.journal = journal;
    options.alarm = [this](const std::string& text) {
      const std::lock_guard lock(alarm_mutex);
      alarms.push_back(text);
    };
    auto opened = CentralStore::open(session.path(), options);
    REQUIRE(opened);
    session.store = std::move(*opened);
  }
  Result<SyncResponse> send(int number) {
    const auto op = numbered_entry(ana, number);
    SyncRequest request;
    request.device_time = session.clock.now();
    request.ops.push_back({op.op, op, to_json(op)});
    return session.store->sync(session.devices.at("Ana"), request);
  }
  std::int64_t ops() { return session.store->counts().ops; }

  ServerSession session;
  std::filesystem::path journal;  ///< none, or where open() has it
  std::string ana;
  std::mutex alarm_mutex;
  std::vector<std::string> alarms;
};

}  // namespace

TEST_CASE("While the disk is full every write is answered busy, every read goes on, and room mends it") {
  FaultyDisk disk;
  Agency agency;
  const auto before = agency.ops();
  disk.fail_at(agency.session.folder(), 0, DiskFault::full);
  for (int i = 1; i <= 4; ++i) {
    const auto refused = agency.send(i);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::busy);
    CHECK_FALSE(refused.error().message.empty());
  }
  CHECK(agency.alarms.size() == 4);
  CHECK(agency.alarms.front().find("could not be committed") != std::string::npos);
  CHECK(agency.ops() == before);
  CHECK(agency.session.store->team_week({agency.ana}, Date{std::chrono::year{2026} / 3 / 2}).error().code ==
        ErrorCode::forbidden);
  CHECK(agency.session.store->sync(agency.session.devices.at("Ana"), {}));
  disk.heal(agency.session.folder());
  for (int i = 1; i <= 4; ++i) CHECK(agency.send(i)->results.at(0).status == OpStatus::head);
  CHECK(agency.ops() == before + 4);
  CHECK(agency.session.store->verify().ok());
}

TEST_CASE("A commit whose flush failed is acknowledged to nobody, and sent again it is there once") {
  FaultyDisk disk;
  // The write of the log that carries the commit, and its flush: one of these calls is the flush.
  for (int change = 1; change <= 6; ++change) {
    Agency agency;
    const auto before = agency.ops();
    disk.start_counting(agency.session.folder());
    disk.fail_at(agency.session.folder(), change, DiskFault::io_error);
    const auto first = agency.send(1);
    const bool struck = disk.struck(agency.session.folder());
    CHECK(first.has_value() == !struck);
    if (struck) CHECK(first.error().code == ErrorCode::busy);
    const auto second = agency.send(1);
    REQUIRE(second);
    CHECK(second->results.at(0).status == OpStatus::head);
    CHECK(agency.send(2)->results.at(0).seq == second->results.at(0).seq + 1);
    CHECK(agency.ops() == before + 2);
    CHECK(agency.session.store->verify().ok());
  }
}

TEST_CASE(
    "Many at once on a disk that fails now and then: each is acknowledged or busy, and nothing is there "
    "twice") {
  FaultyDisk disk;
  Agency agency;
  const auto before = agency.ops();
  constexpr int threads = 6, each = 40;
  std::mutex mutex;
  std::set<int> acknowledged;
  SeededRandom random(3);
  for (int round = 0; round < 6; ++round) {
    disk.start_counting(agency.session.folder());
    disk.fail_at(agency.session.folder(), random.between(1, 40),
                 round % 2 == 0 ? DiskFault::io_error : DiskFault::full);
    std::vector<std::thread> senders;
    for (int t = 0; t < threads; ++t)
      senders.emplace_back([&, t] {
        for (int i = 0; i < each; ++i) {
          const int number = t * each + i;
          const auto answer = agency.send(number);
          const std::lock_guard lock(mutex);
          if (answer && answer->results.at(0).status == OpStatus::head) acknowledged.insert(number);
        }
      });
    for (auto& sender : senders) sender.join();
    disk.heal(agency.session.folder());
    agency.session.close();
    agency.open();
    CHECK(agency.session.store->verify().ok());
    CHECK(agency.ops() >= before + std::ssize(acknowledged));
  }
  for (int number = 0; number < threads * each; ++number)
    CHECK(agency.send(number)->results.at(0).status == OpStatus::head);
  CHECK(agency.ops() == before + threads * each);
  CHECK_FALSE(agency.alarms.empty());
}

TEST_CASE(
    "With a journal on a sound disk, a store whose disk fails acknowledges nothing, and both go on after "
    "it") {
  ServerDisk server;
  Agency agency;
  auto& session = agency.session;
  const TemporaryDirectory elsewhere(TemporaryDirectory::Kind::memory);
  agency.journal = elsewhere / "journal";
  session.close();
  agency.open();
  const auto before = agency.ops();
  const auto backup = elsewhere / "backup.db";
  REQUIRE(session.store->backup(backup, {}));

  int number = 0;
  for (const auto fault : {DiskFault::full, DiskFault::read_only, DiskFault::io_error}) {
    server.disk.start_counting(session.folder());
    server.disk.fail_at(session.folder(), 0, fault);
    CHECK(agency.send(number).error().code == ErrorCode::busy);
    if (fault != DiskFault::io_error) {
      CHECK(agency.send(number + 1).error().code == ErrorCode::busy);
      CHECK(agency.ops() == before + number);
    }
    server.disk.heal(session.folder());
    for (int i = 0; i < 2; ++i) CHECK(agency.send(number++)->results.at(0).status == OpStatus::head);
  }
  CHECK(agency.ops() == before + number);
  CHECK(session.store->verify().ok());
  session.close();

  // What was refused meanwhile is not in the journal, and what was not refused is.
  const auto restored = elsewhere / "restored.db";
  const auto report = CentralStore::restore(restored, backup, false, agency.journal);
  REQUIRE(report);
  CHECK(report->stopped == "");
  CHECK(report->from_journal == number);
}

TEST_CASE("A store on a read-only disk is refused in a sentence that names it") {
  FaultyDisk disk;
  Agency agency;
  agency.session.close();
  disk.fail_at(agency.session.folder(), 0, DiskFault::read_only);
  const auto refused = agency.session.reopen();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_open);
  CHECK(refused.error().message.find(agency.session.path().string()) != std::string::npos);
  disk.heal(agency.session.folder());
  CHECK(agency.session.reopen());
}

}  // namespace waymark::test
