// A journal that is torn, damaged, incomplete or another store's: what came before the trouble comes back,
// and the trouble is named (docs/journal.md, "Reading it").
#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "tests/syncserver/store/journal_support.h"

namespace waymark::server::test {

namespace fs = std::filesystem;

namespace {

/// A file of the journal for each group.
struct ServedInManyFiles : Served {
  ServedInManyFiles() {
    file_bytes = 1;
    serve();
  }
};

}  // namespace

TEST_CASE("a flipped bit stops the replay at its line, with everything before it back") {
  Served world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(12));
  world.back_up();
  for (int i = 0; i < 12; ++i) phone.push(world.entry(i));
  const auto end = world.store->health().seq;
  world.die();
  const auto file = journal_files(world.journal).back();
  const auto content = content_of(file);
  std::size_t line_begin = content.find('\n') + 1;
  std::int64_t line = 0;
  while (line_begin < content.size()) {
    const auto line_end = content.find('\n', line_begin);
    auto changed = content;
    changed[line_begin + static_cast<std::size_t>(world.below(static_cast<int>(line_end - line_begin)))] ^= 4;
    set_content(file, changed);
    const auto report = world.restore();
    if (line == 0) {
      REQUIRE_FALSE(report);  // nothing of it can be used, so nothing is done
      CHECK(report.error().code == ErrorCode::corrupt);
      CHECK(report.error().field == "journal");
      CHECK_FALSE(fs::exists(world.path()));
    } else {
      REQUIRE(report);
      CHECK(report->seq == report->from_backup + line);
      CHECK(report->left_out == end - report->seq);
      CHECK(report->stopped.find("damaged") != std::string::npos);
      CHECK(is_whole(world));
      remove_store(world.path());
    }
    line_begin = line_end + 1;
    ++line;
  }
  CHECK(line == 12);
}

TEST_CASE("a line that is whole but was changed with its checksum still does not fit the chain") {
  Served world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(3));
  world.back_up();
  for (int i = 0; i < 3; ++i) phone.push(world.entry(i));
  world.die();
  forge(journal_files(world.journal).back(), [](JournalLine& line, std::int64_t number) {
    if (auto* op = std::get_if<OpLine>(&line); op && number == 3)
      op->payload.replace(op->payload.find("library"), 7, "cafe");
  });
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->from_journal == 1);
  CHECK(report->left_out == 2);
  CHECK(report->stopped.find("otherwise than the journal says") != std::string::npos);
}

TEST_CASE("a released op that came out otherwise takes back the approval that released it") {
  Served world;
  auto ana = world.enroll(world.ana);
  auto lena = world.enroll(world.lena);
  const auto approved = approval_op(world, world.ana.person_id, "2026-03-02", ApprovalState::approved);
  lena.push(approved);
  CHECK(ana.push(world.entry(0)).status == OpStatus::held);
  world.back_up();
  CHECK(ana.push(world.entry(1)).status == OpStatus::held);
  lena.push(remove(world, approved));
  world.die();
  forge(journal_files(world.journal).back(), [](JournalLine& line, std::int64_t) {
    if (auto* again = std::get_if<AgainLine>(&line)) again->chain[0] = again->chain[0] == '0' ? '1' : '0';
  });
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->from_journal == 1);
  CHECK(report->left_out == 3);
  CHECK(report->stopped.find("came out otherwise") != std::string::npos);
  CHECK(is_whole(world));
}

TEST_CASE("a missing file stops the replay where it is missing") {
  ServedInManyFiles world;
  auto phone = world.enroll(world.ana);
  world.back_up();
  for (int i = 0; i < 6; ++i) phone.push(world.entry(i));
  world.die();
  const auto files = journal_files(world.journal);
  fs::remove(files[files.size() - 3]);
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->from_journal == 3);
  CHECK(report->left_out == 3);
  CHECK(report->stopped.find(files[files.size() - 2].filename().string()) != std::string::npos);
  CHECK(is_whole(world));
}

TEST_CASE("a missing file stops the replay, too, when no op was in it") {
  ServedInManyFiles world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(0));
  world.back_up();
  phone.push(world.entry(1));
  REQUIRE(world.store->disable_person(world.cid.person_id, {}));
  phone.push(world.entry(2));
  world.die();
  const auto files = journal_files(world.journal);
  for (const auto& file : files)
    if (content_of(file).find("person_disabled") != std::string::npos) fs::remove(file);
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->from_journal == 1);
  CHECK(report->left_out == 1);
  CHECK(report->stopped.find("is missing") != std::string::npos);
}

TEST_CASE("a backup of a history that was left is brought forward along it, and newer files are named") {
  Served world;
  auto phone = world.enroll(world.ana);
  world.back_up();
  const auto first_backup = world.backup;
  phone.push(world.entry(0));
  world.backup = world.directory / "later.db";
  world.back_up();
  phone.push(world.entry(1));
  world.close();
  const auto left = state_of(world.path());
  REQUIRE(CentralStore::restore(world.path(), first_backup, true));  // without the journal
  world.serve();
  for (int i = 2; i < 6; ++i) phone.push(world.entry(i));
  world.die();
  const auto report = world.restore();  // of the later backup
  REQUIRE(report);
  CHECK(report->from_journal == 1);
  CHECK(report->stopped.find("another history") != std::string::npos);
  CHECK(state_of(world.path()).at("log") == left.at("log"));
}

TEST_CASE("files older than the backup are not needed") {
  ServedInManyFiles world;
  auto phone = world.enroll(world.ana);
  for (int i = 0; i < 6; ++i) phone.push(world.entry(i));
  world.back_up();
  phone.push(world.entry(6));
  const auto before = world.die();
  const auto files = journal_files(world.journal);
  // What docs/deploy.md says may be deleted.
  SQLite::Database database(world.backup.string());
  const auto seq = database.execAndGet("SELECT max(seq) FROM log").getInt64();
  std::size_t needed = 0;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (JournalFileName::parse(files[i].filename().string())->after < seq) needed = i;
  REQUIRE(needed > 2);
  for (std::size_t i = 0; i < needed; ++i) fs::remove(files[i]);
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  check_same(before, state_of(world.path()));
}

TEST_CASE("a journal that cannot go with the backup restores nothing, and says so") {
  Served world;
  auto phone = world.enroll(world.ana);
  world.back_up();
  phone.push(world.entry(0));
  const auto empty = world.directory / "empty";
  fs::create_directory(empty);
  auto kept = state_of(world.path());
  world.close();
  const auto refusal = [&](const fs::path& backup, const fs::path& journal) {
    const auto report = CentralStore::restore(world.path(), backup, true, journal);
    CHECK_FALSE(report);
    CHECK(state_of(world.path()) == kept);
    return report ? ErrorCode::internal : report.error().code;
  };
  CHECK(refusal(world.backup, empty) == ErrorCode::not_found);
  CHECK(refusal(world.backup, world.directory / "absent") == ErrorCode::cannot_open);
  SystemRandom random;
  const auto other = world.directory / "other.db";
  REQUIRE(CentralStore::init(other, {"Another", "UTC", WeekStart::mon}, world.clock, random));
  StoreOptions options;
  options.clock = &world.clock;
  options.random = &random;
  options.journal = world.directory / "other";
  REQUIRE(CentralStore::open(other, options));
  CHECK(refusal(world.backup, options.journal) == ErrorCode::bad_request);
  // A journal whose files before the backup's end are gone.
  world.serve();
  const auto oldest = world.directory / "oldest.db";
  fs::rename(world.backup, oldest);
  world.back_up();
  world.close();
  kept = state_of(world.path());
  for (const auto& file : journal_files(world.journal))
    if (JournalFileName::parse(file.filename().string())->after == 0) fs::remove(file);
  CHECK(refusal(oldest, world.journal) == ErrorCode::corrupt);
}

TEST_CASE("a journal older than the backup adds nothing") {
  Served world;
  auto phone = world.enroll(world.ana);
  world.close();
  world.open();  // without the journal
  phone.push(world.entry(0));
  world.back_up();
  const auto before = world.die();
  const auto report = world.restore();
  REQUIRE(report);
  CHECK(report->stopped == "");
  CHECK(report->from_journal == 0);
}

TEST_CASE("a copy that was tampered with before it was verified makes nothing safe and is no backup") {
  Served world;
  auto phone = world.enroll(world.ana);
  phone.push(world.entry(0));
  bool tampered = false;
  const auto made =
      world.store->backup(world.backup, {}, [&](std::string_view stage, std::int64_t, std::int64_t) {
        if (stage != "file" || tampered) return;
        for (const auto& file : fs::directory_iterator(world.directory.path()))
          if (file.path().filename().string().starts_with("backup.db.unfinished")) {
            tamper(file.path(),
                   "UPDATE ops SET payload = replace(payload, 'library', 'cafe') WHERE status = 0");
            tampered = true;
          }
      });
  CHECK(tampered);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == ErrorCode::corrupt);
  CHECK(world.store->health().safe_seq == 0);
  CHECK_FALSE(fs::exists(world.backup));
  world.back_up();
  CHECK(world.store->health().safe_seq == world.store->health().seq);
}

}  // namespace waymark::server::test
