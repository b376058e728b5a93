// The journal while a store is served: nothing is acknowledged before it is written down there, too.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cerrno>

#include "tests/syncserver/store/journal_support.h"

namespace waymark::server::test {

namespace {

namespace fs = std::filesystem;

struct JournaledWorld : World {
  JournaledWorld() : World(TemporaryDirectory::Kind::memory) { serve(); }

  void serve(std::int64_t file_bytes = 64 << 20) {
    close();
    StoreOptions options;
    options.journal = journal;
    options.journal_disk = &disk;
    options.journal_file_bytes = file_bytes;
    open(options);
  }
  Op entry(int i) { return new_entry(*this, ana.person_id, noon_ms - (i + 2) * hour_ms, 30); }
  Result<SyncResponse> push(Phone& phone, const Op& op) {
    return store->sync(phone.identity(), phone.request({op}, 1));
  }
  bool alarmed(const std::string& what) const {
    return std::any_of(alarms.begin(), alarms.end(),
                       [&](const std::string& alarm) { return alarm.find(what) != std::string::npos; });
  }

  FailingDisk disk;
  fs::path journal = directory / "journal";
};

/// Notes in which order files are made and flushed.
class WatchedDisk final : public JournalDisk {
 public:
  int create(const fs::path& path) override {
    calls.push_back("makes " + path.filename().string());
    return JournalDisk::create(path);
  }
  int sync(int descriptor) override {
    calls.push_back("flushes " +
                    fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor)).filename().string());
    return JournalDisk::sync(descriptor);
  }

  std::vector<std::string> calls;
};

int mode_of(const fs::path& path) {
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return static_cast<int>(found.st_mode & 0777);
}

}  // namespace

TEST_CASE("an op is in the journal, with its place on the chain, when it is answered") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana, "Ana's phone");
  const auto op = world.entry(0);
  const auto syncs = world.disk.syncs.load();
  const auto result = phone.push(op);
  CHECK(world.disk.syncs.load() == syncs + 1);  // one flush for the group
  bool found = false;
  for (const auto& line : journal_lines(world.journal))
    if (const auto* written = std::get_if<OpLine>(&line); written && written->seq == result.seq) {
      found = true;
      CHECK(written->payload == to_json(op));
      CHECK(written->chain == result.chain);
      CHECK(written->status == OpStatus::head);
      CHECK(written->received_at == world.clock.now());
      CHECK(written->person == world.ana.person_id);
      CHECK(written->device == phone.identity().device_id);
    }
  CHECK(found);
}

TEST_CASE("the whole store is in a journal that begins with it, and only its owner can read it") {
  JournaledWorld world;
  CHECK(ops_in(world.journal).size() == static_cast<std::size_t>(world.store->counts().ops));
  CHECK(mode_of(world.journal) == 0700);
  for (const auto& file : journal_files(world.journal)) CHECK(mode_of(file) == 0600);
}

TEST_CASE("a request that changes nothing touches no journal") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto op = world.entry(0);
  phone.push(op);
  const auto syncs = world.disk.syncs.load();
  phone.push(op);
  phone.pull();
  CHECK(world.disk.syncs.load() == syncs);
}

TEST_CASE("refused ops are not in the journal") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto theirs = new_entry(world, world.ben.person_id, noon_ms - 2 * hour_ms, 30);
  CHECK(phone.push(theirs).status == OpStatus::forbidden);
  CHECK(ops_in(world.journal).count(theirs.op) == 0);
}

TEST_CASE(
    "what the journal's disk refuses is not acknowledged, nothing more is accepted, and it comes back") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto first = world.entry(0);
  const auto second = world.entry(1);
  SECTION("a flush fails") {
    world.disk.sync_error = EIO;
  }
  SECTION("the disk is full") {
    world.disk.write_error = ENOSPC;
  }
  const auto before = world.store->health().seq;
  const auto refused = world.push(phone, first);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::busy);
  CHECK(world.alarmed(world.journal.string()));
  // It was committed before the journal failed; what comes after is not even begun.
  CHECK(world.store->health().seq == before + 1);
  const auto alarms = world.alarms.size();
  CHECK(world.push(phone, second).error().code == ErrorCode::busy);
  CHECK(world.push(phone, first).error().code == ErrorCode::busy);
  CHECK(world.store->add_person({"Eve", Role::specialist, "north", "", ""}, {}).error().code ==
        ErrorCode::busy);
  CHECK(world.store->health().seq == before + 1);
  CHECK(world.alarms.size() == alarms);
  CHECK(world.store->sync(phone.identity(), phone.request({}, 1)));  // reading goes on

  world.disk.sync_error = world.disk.write_error = 0;
  const auto again = world.push(phone, first);
  REQUIRE(again);
  CHECK(again->results.at(0).seq == before + 1);
  CHECK(phone.push(second).seq == before + 2);
  CHECK(world.alarmed("is written again"));
  CHECK(ops_in(world.journal).at(second.op) == 1);
  CHECK(ops_in(world.journal).count(first.op) == 1);
}

TEST_CASE("no file that failed to be flushed is written again") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  world.disk.sync_error = EIO;
  CHECK_FALSE(world.push(phone, world.entry(0)));
  const auto files = journal_files(world.journal);
  const auto content = content_of(files.back());
  world.disk.sync_error = 0;
  phone.push(world.entry(1));
  CHECK(content_of(files.back()) == content);
  CHECK(journal_files(world.journal).size() == files.size() + 1);
}

TEST_CASE("a directory that vanished is noticed, and never made anew in its place") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto away = world.directory / "away";
  fs::rename(world.journal, away);
  CHECK(world.push(phone, world.entry(0)).error().code == ErrorCode::busy);
  CHECK(world.push(phone, world.entry(1)).error().code == ErrorCode::busy);
  CHECK_FALSE(fs::exists(world.journal));
  CHECK(world.alarmed("bring the directory back"));
  fs::rename(away, world.journal);
  const auto op = world.entry(2);
  phone.push(op);
  CHECK(ops_in(world.journal).at(op.op) == 1);
}

TEST_CASE("a file that was taken away is noticed") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  fs::remove(journal_files(world.journal).back());
  CHECK(world.push(phone, world.entry(0)).error().code == ErrorCode::busy);
  CHECK(world.push(phone, world.entry(1)));
}

TEST_CASE("a journal that cannot be begun keeps the store from opening, and says where and why") {
  JournaledWorld world;
  world.close();
  StoreOptions options;
  options.clock = &world.clock;
  options.random = &world.random;
  options.journal_disk = &world.disk;
  options.journal = world.journal;
  SECTION("its disk refuses") {
    world.disk.create_error = EACCES;
  }
  SECTION("a file is in the way") {
    options.journal = world.directory / "file";
    set_content(options.journal, "something");
  }
  SECTION("the directories above are missing") {
    options.journal = world.directory / "no/such/directory";
  }
  const auto opened = CentralStore::open(world.path(), options);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::cannot_open);
  CHECK(opened.error().message.find(options.journal.string()) != std::string::npos);
}

TEST_CASE("two servers do not share a journal's directory") {
  JournaledWorld world;
  World other;
  other.close();
  StoreOptions options;
  options.clock = &other.clock;
  options.random = &other.random;
  options.journal = world.journal;
  const auto opened = CentralStore::open(other.path(), options);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::locked);
}

TEST_CASE("what was committed and not written down, by a kill in between, is caught up at the next start") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  world.close();
  world.open();  // without it
  const auto op = world.entry(0);
  phone.push(op);
  REQUIRE(world.store->set_login(world.ana.person_id, "ana", "hash", {}));
  CHECK(ops_in(world.journal).count(op.op) == 0);
  world.serve();
  CHECK(ops_in(world.journal).at(op.op) == 1);
  bool login = false;
  for (const auto& line : journal_lines(world.journal))
    if (const auto* account = std::get_if<AccountLine>(&line); account && account->login == "ana")
      login = true;
  CHECK(login);
  CHECK(world.alarms.empty());
}

// A server killed between writing and flushing leaves lines that a power cut may still take.
TEST_CASE("what an earlier server wrote is flushed before a file goes on from it") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(0));
  world.close();
  const auto newest = journal_files(world.journal).back().filename().string();
  WatchedDisk disk;
  StoreOptions options;
  options.journal = world.journal;
  options.journal_disk = &disk;
  world.open(options);
  REQUIRE(disk.calls.size() > 2);
  CHECK(disk.calls[0] == "flushes " + newest);
  CHECK(disk.calls[1] == "makes " + journal_files(world.journal).back().filename().string());
  world.close();
}

TEST_CASE("a torn last line is written anew in the next file") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto op = world.entry(0);
  phone.push(op);
  world.close();
  const auto file = journal_files(world.journal).back();
  auto content = content_of(file);
  set_content(file, content.substr(0, content.size() - 20));
  CHECK(ops_in(world.journal).count(op.op) == 0);
  world.serve();
  CHECK(ops_in(world.journal).at(op.op) == 1);
  CHECK(world.alarms.empty());
}

TEST_CASE("a damaged line of the newest file is made up for at the next start") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  const auto first = world.entry(0);
  const auto second = world.entry(1);
  phone.push(first);
  phone.push(second);
  world.close();
  const auto file = journal_files(world.journal).back();
  auto content = content_of(file);
  content[content.find(first.op)] ^= 1;
  set_content(file, content);
  world.serve();
  CHECK(ops_in(world.journal).at(first.op) == 1);
  CHECK(ops_in(world.journal).at(second.op) == 2);
  CHECK(world.alarms.empty());
}

TEST_CASE("a new file begins at each start, when one is full, and after each backup") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  CHECK(journal_files(world.journal).size() == 1);
  world.serve(2'000);
  CHECK(journal_files(world.journal).size() == 2);
  for (int i = 0; i < 9; ++i) phone.push(world.entry(i));
  const auto files = journal_files(world.journal).size();
  CHECK(files >= 4);
  world.serve();
  const auto made = world.store->backup(world.directory / "backup.db", {});
  REQUIRE(made);
  const auto op = world.entry(9);
  phone.push(op);
  CHECK(journal_files(world.journal).size() == files + 2);
  const auto name = JournalFileName::parse(journal_files(world.journal).back().filename().string());
  REQUIRE(name);
  CHECK(name->after == made->seq);
  CHECK(content_of(journal_files(world.journal).back()).find(op.op) != std::string::npos);
}

TEST_CASE("the journal of another store is kept, and a part of this one's own begins beside it") {
  World other;
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  world.close();
  const auto before = journal_files(world.journal);
  const auto content = content_of(before.back());
  other.close();
  StoreOptions options;
  options.journal = world.journal;
  other.open(options);
  REQUIRE(other.alarms.size() == 1);
  CHECK(other.alarms.at(0).find(world.journal.string()) != std::string::npos);
  const auto files = journal_files(world.journal);
  CHECK(files.size() == before.size() + 1);
  CHECK(JournalFileName::parse(files.back().filename().string())->generation == 2);
  CHECK(content_of(before.back()) == content);
}

TEST_CASE("a store restored without its journal begins a new part of it") {
  JournaledWorld world;
  auto phone = world.enroll(world.ana);
  REQUIRE(world.store->backup(world.directory / "backup.db", {}));
  SECTION("ops were made since") {
    phone.push(world.entry(0));
  }
  SECTION("only a code was made since") {
    REQUIRE(world.store->create_code(world.ben.person_id, 60, {}));
  }
  world.close();
  REQUIRE(CentralStore::restore(world.path(), world.directory / "backup.db", true));
  world.serve();
  CHECK(world.alarms.size() == 1);
  CHECK(JournalFileName::parse(journal_files(world.journal).back().filename().string())->generation == 2);
}

TEST_CASE("a line is read back as it was written, and no other way") {
  const DeviceLine device{{0, 7},
                          "0190a000-0000-7000-8000-000000000001",
                          "0190a000-0000-7000-8000-000000000002",
                          "Ana's \"phone\"\n,\"op\":{",
                          "linux",
                          "1.0.0",
                          instant_from_ms(5),
                          std::nullopt,
                          instant_from_ms(6),
                          WipeOrder::drained};
  const auto text = journal_text(device, 3);
  const auto line = std::string_view(text).substr(0, text.size() - 1);
  const auto read = read_journal_line(line, 3);
  REQUIRE(read);
  const auto& same = std::get<DeviceLine>(*read);
  CHECK(same.name == device.name);
  CHECK(same.wiped_at == device.wiped_at);
  CHECK_FALSE(same.revoked_at);
  CHECK(same.wipe == WipeOrder::drained);
  CHECK(same.cause.audit == 7);
  CHECK(journal_text(same, 3) == text);
  CHECK_FALSE(read_journal_line(line, 4));
  for (std::size_t i = 0; i < line.size(); ++i) {
    auto changed = std::string(line);
    changed[i] ^= 1;
    CHECK_FALSE(read_journal_line(changed, 3));
    CHECK_FALSE(read_journal_line(line.substr(0, i), 3));
  }
}

}  // namespace waymark::server::test
