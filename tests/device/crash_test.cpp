// The app killed at any instant: what was acknowledged to the caller is there, and no half record is
// (sync.md, invariants 1 and 4).
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <optional>

#include "mobile/device/database.h"
#include "mobile/device/sync_side.h"
#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

/// The store's files as a power cut would leave them at this instant, opened anew.
void copy_store(const TemporaryDirectory& from, const TemporaryDirectory& to) {
  for (const auto& file : std::filesystem::directory_iterator(from.path()))
    if (file.path().filename() != "store.db.lock" && file.path().filename() != "store.db-shm")
      std::filesystem::copy_file(file.path(), to.path() / file.path().filename(),
                                 std::filesystem::copy_options::overwrite_existing);
}

/// Every record has its op as tip, and every unsent op belongs to a record that contains it.
void check_whole(const DeviceStore& store) {
  REQUIRE(store.check_integrity());
  const auto checked = store.database().read([](Work& work) -> Result<int> {
    Query orphans(
        work.sql,
        "SELECT count(*) FROM ops WHERE state = 'unsent' AND NOT EXISTS"
        " (SELECT 1 FROM records WHERE records.rid = ops.rid"
        "  AND (tip = ops.op OR instr(records.anc, ops.op) > 0 OR ops.no < (SELECT max(no) FROM ops AS later"
        "  WHERE later.rid = ops.rid)))");
    orphans.next();
    Query untold(work.sql,
                 "SELECT count(*) FROM records WHERE shown_own = 1 AND NOT EXISTS"
                 " (SELECT 1 FROM ops WHERE ops.op = records.tip)");
    untold.next();
    return static_cast<int>(orphans.integer(0) + untold.integer(0));
  });
  CHECK(*checked == 0);
}

}  // namespace

TEST_CASE(
    "A copy of the files taken inside a transaction holds what was committed before it, and nothing of it") {
  Phone phone(1, true, {0, true});
  REQUIRE(phone.book().put(visit(day_one, "committed")));
  TemporaryDirectory cut;
  (void)phone.store->database().write([&](Work& work) -> Result<void> {
    Query(work.sql, "UPDATE records SET tip = 'half'").run();
    Query(work.sql, "DELETE FROM ops").run();
    copy_store(phone.folder, cut);
    return {};
  });
  auto survivor = DeviceStore::open(cut / "store.db", phone.clock, phone.random, phone.seal);
  REQUIRE(survivor);
  check_whole(**survivor);
  CHECK((*survivor)->counts()->waiting == 1);
  CHECK(Records(**survivor).entries_between(day_one, day_one + hour)->front().record.note == "committed");
}

TEST_CASE("A log cut off anywhere leaves a whole store: some last commits gone, none of them half there") {
  Phone phone(1, true, {0, true});
  FakeServer server(phone.clock);
  for (int i = 0; i < 4; ++i) REQUIRE(phone.book().put(visit(day_one + i * 2 * hour, "committed")));
  REQUIRE(sync(phone, server).state == SessionState::done);
  for (int i = 4; i < 8; ++i) REQUIRE(phone.book().switch_to(running_visit(day_one + i * 2 * hour)));
  TemporaryDirectory whole;
  copy_store(phone.folder, whole);
  const auto log = whole / "store.db-wal";
  const auto size = std::filesystem::file_size(log);
  REQUIRE(size > 20'000);
  SeededRandom random(5);
  std::int64_t least = 100, most = -1;
  for (int cut = 0; cut < 60; ++cut) {
    TemporaryDirectory folder;
    copy_store(whole, folder);
    const auto kept = cut == 0 ? size : static_cast<std::uintmax_t>(random.below(static_cast<int>(size)));
    std::filesystem::resize_file(folder / "store.db-wal", kept);
    auto survivor = DeviceStore::open(folder / "store.db", phone.clock, phone.random, phone.seal);
    REQUIRE(survivor);
    check_whole(**survivor);
    const auto running = Records(**survivor).running_entries()->size();
    CHECK(running <= 1);  // a switch is one transaction
    const auto waiting = (*survivor)->counts()->waiting;
    least = std::min(least, waiting);
    most = std::max(most, waiting);
  }
  CHECK(most == 7);  // the log uncut: a start, and three switches of two edits each
  CHECK(least < most);
}

TEST_CASE("Killed at a random instant, the app finds every edit whose saving it was told of") {
  SeededRandom random(11);
  for (int round = 0; round < 12; ++round) {
    Phone phone(static_cast<std::uint64_t>(round), true, {0, true});
    phone.store.reset();
    int pipe_ends[2];
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipe_ends[0]);
      phone.reopen();
      for (char i = 0; i < 100; ++i) {
        if (!phone.book().switch_to(running_visit(day_one + i * minute))) ::_exit(2);
        if (::write(pipe_ends[1], &i, 1) != 1) ::_exit(3);
      }
      ::pause();
    }
    ::close(pipe_ends[1]);
    // Killed as soon as it has told of so many, in the middle of whatever it does next.
    const int told_of = 1 + random.below(40);
    char last = -1;
    for (int told = 0; told < told_of; ++told) REQUIRE(::read(pipe_ends[0], &last, 1) == 1);
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    for (char more = 0; ::read(pipe_ends[0], &more, 1) == 1;) last = more;  // told of before it died
    ::close(pipe_ends[0]);
    phone.reopen();
    check_whole(*phone.store);
    const auto entries = *phone.records().entries_between(day_one, day_one + 24 * hour);
    CHECK(static_cast<int>(entries.size()) >= last + 1);
    CHECK(static_cast<int>(entries.size()) <= last + 2);
    CHECK(phone.records().running_entries()->size() == 1);
    CHECK(phone.store->counts()->waiting == 2 * static_cast<std::int64_t>(entries.size()) - 1);
  }
}
