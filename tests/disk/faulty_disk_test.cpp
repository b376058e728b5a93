// The faulty disk itself: a count of changes that repeats, each fault as described, and power cuts that a
// database with full synchronisation survives and one without does not, so that the tests built on it would
// see a store that acknowledges too early (sync.md, invariant 1).
#include "tests/disk/faulty_disk.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "tests/disk/unflushed_files.h"
#include "tests/temporary_directory.h"

namespace waymark::test {

namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, Close>;

Database open(const std::filesystem::path& file, int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
  sqlite3* database = nullptr;
  sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  return Database(database);
}

int run(const Database& database, const std::string& sql) {
  return sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr);
}

/// The first value of the first row, or the error's text.
std::string value(const Database& database, const std::string& sql) {
  std::string result;
  const auto take = [](void* to, int, char** values, char**) {
    *static_cast<std::string*>(to) = values[0] ? values[0] : "null";
    return 0;
  };
  char* error = nullptr;
  if (sqlite3_exec(database.get(), sql.c_str(), take, &result, &error) != SQLITE_OK) result = error;
  sqlite3_free(error);
  return result;
}

/// A log, twenty acknowledged transactions of two rows each, one of them large, with a checkpoint between.
/// Returns how many were acknowledged before the first failure.
int work(const std::filesystem::path& file, const std::string& synchronous,
         const std::string& journal = "WAL") {
  const auto database = open(file);
  if (run(database, "PRAGMA journal_mode=" + journal + "; PRAGMA synchronous=" + synchronous) != SQLITE_OK ||
      run(database, "CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, half INTEGER, text TEXT)") !=
          SQLITE_OK)
    return 0;
  for (int n = 0; n < 20; ++n) {
    const auto number = std::to_string(n);
    if (run(database, "BEGIN; INSERT INTO t VALUES (" + number + "*2, 1, hex(zeroblob(" +
                          (n == 7 ? "9000" : "40") + "))); INSERT INTO t VALUES (" + number +
                          "*2+1, 2, ''); COMMIT") != SQLITE_OK)
      return n;
    if (n == 11 && run(database, "PRAGMA wal_checkpoint(TRUNCATE)") != SQLITE_OK) return n + 1;
  }
  return 20;
}

/// Whole transactions, in order, without a gap; -1: something else.
int committed(const std::filesystem::path& file) {
  const auto database = open(file);
  if (value(database, "PRAGMA integrity_check") != "ok") return -1;
  if (value(database, "SELECT count(*) FROM sqlite_schema WHERE name = 't'") == "0") return 0;
  if (value(database,
            "SELECT count(*) = 2 * count(DISTINCT n / 2) AND count(*) = ifnull(max(n) + 1, 0) FROM t") != "1")
    return -1;
  return std::stoi(value(database, "SELECT count(*) / 2 FROM t"));
}

struct Tried {
  int cuts = 0;
  int lost = 0;    ///< cuts after which something acknowledged was not there
  int broken = 0;  ///< cuts that left half a transaction or a damaged file
};

/// Cuts the power at every change of the work, several times each with other losses.
Tried cut_everywhere(const std::string& synchronous, const std::string& journal = "WAL",
                     OpenFiles files = OpenFiles::on_disk) {
  FaultyDisk disk(files);
  std::mt19937_64 random(7);
  Tried tried;
  bool struck = true;
  for (std::int64_t change = 1; struck; ++change) {
    for (int time = 0; time < 4; ++time) {
      const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
      disk.expect_power_cut(folder.path());
      disk.fail_at(folder.path(), change, time % 2 == 0 ? DiskFault::stop : DiskFault::torn);
      const int acknowledged = work(folder / "t.db", synchronous, journal);
      struck = disk.struck(folder.path());
      disk.stop(folder.path());
      disk.revive_after_power_cut(folder.path(), random);
      const int there = committed(folder / "t.db");
      ++tried.cuts;
      if (there < 0)
        ++tried.broken;
      else if (there < acknowledged)
        ++tried.lost;
      disk.forget(folder.path());
    }
  }
  return tried;
}

}  // namespace

TEST_CASE("Changes are counted alike each time, and other folders apart") {
  FaultyDisk disk;
  std::int64_t counted = 0, looked = 0;
  for (int time = 0; time < 2; ++time) {
    const TemporaryDirectory here(TemporaryDirectory::Kind::memory), there(TemporaryDirectory::Kind::memory);
    CHECK(work(here / "t.db", "FULL") == 20);
    CHECK(disk.changes(there.path()) == 0);
    CHECK(disk.changes(here.path()) > 60);
    if (time == 0) {
      counted = disk.changes(here.path());
      looked = disk.looks(here.path());
    }
    CHECK(disk.changes(here.path()) == counted);
    CHECK(disk.looks(here.path()) == looked);
    disk.start_counting(here.path());
    CHECK(disk.changes(here.path()) == 0);
  }
}

TEST_CASE("With synchronous=FULL a power cut at any change loses nothing acknowledged and leaves no half") {
  const auto tried = cut_everywhere("FULL");
  CHECK(tried.cuts > 300);
  CHECK(tried.lost == 0);
  CHECK(tried.broken == 0);
}

TEST_CASE("With a rollback journal a power cut leaves no half either") {
  const auto tried = cut_everywhere("EXTRA", "DELETE");
  CHECK(tried.cuts > 600);
  CHECK(tried.lost == 0);
  CHECK(tried.broken == 0);
}

TEST_CASE("With synchronous=NORMAL power cuts lose acknowledged transactions, and leave no half") {
  const auto tried = cut_everywhere("NORMAL");
  CHECK(tried.lost > 50);
  CHECK(tried.broken == 0);
}

TEST_CASE("With synchronous=OFF power cuts lose acknowledged transactions and damage files") {
  const auto tried = cut_everywhere("OFF");
  CHECK(tried.lost > 50);
  CHECK(tried.broken > 0);
}

TEST_CASE("A stopped process changes nothing any more, not even as it closes") {
  FaultyDisk disk;
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  auto database = open(folder / "t.db");
  REQUIRE(run(database, "PRAGMA journal_mode=WAL; CREATE TABLE t (n); INSERT INTO t VALUES (1)") ==
          SQLITE_OK);
  disk.stop(folder.path());
  CHECK(run(database, "INSERT INTO t VALUES (2)") == SQLITE_IOERR);
  CHECK_THROWS_AS(disk.revive(folder.path()), std::logic_error);
  const auto log_size = std::filesystem::file_size(folder / "t.db-wal");
  database.reset();
  CHECK(std::filesystem::file_size(folder / "t.db-wal") == log_size);
  CHECK(sqlite3_errcode(open(folder / "t.db").get()) == SQLITE_CANTOPEN);
  disk.revive(folder.path());
  CHECK(value(open(folder / "t.db"), "SELECT count(*) FROM t") == "1");
  CHECK_FALSE(std::filesystem::exists(folder / "t.db-wal"));  // the successor folded it in
}

TEST_CASE("An I/O error strikes once, and what was committed before and after it is there") {
  FaultyDisk disk;
  bool struck = true;
  for (std::int64_t change = 1; struck; ++change) {
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    disk.fail_at(folder.path(), change, DiskFault::io_error);
    const int before = work(folder / "t.db", "FULL");
    struck = disk.struck(folder.path());
    CHECK(committed(folder / "t.db") >= before);
    const auto database = open(folder / "t.db");
    CHECK(run(database, "CREATE TABLE after (n)") == SQLITE_OK);
  }
}

TEST_CASE("A full disk refuses writes until it is healed") {
  FaultyDisk disk;
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  const auto database = open(folder / "t.db");
  REQUIRE(run(database, "PRAGMA journal_mode=WAL; CREATE TABLE t (n)") == SQLITE_OK);
  disk.fail_at(folder.path(), 0, DiskFault::full);
  CHECK(disk.struck(folder.path()));
  CHECK(run(database, "INSERT INTO t VALUES (1)") == SQLITE_FULL);
  CHECK(run(database, "INSERT INTO t VALUES (2)") == SQLITE_FULL);
  CHECK(value(database, "SELECT count(*) FROM t") == "0");
  disk.heal(folder.path());
  CHECK(run(database, "INSERT INTO t VALUES (3)") == SQLITE_OK);
  CHECK(value(database, "SELECT n FROM t") == "3");
}

TEST_CASE("A read-only disk can be read and not written") {
  FaultyDisk disk;
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  auto database = open(folder / "t.db");
  REQUIRE(run(database, "CREATE TABLE t (n); INSERT INTO t VALUES (1)") == SQLITE_OK);
  disk.fail_at(folder.path(), 0, DiskFault::read_only);
  CHECK(run(database, "INSERT INTO t VALUES (2)") != SQLITE_OK);
  database = open(folder / "t.db");
  CHECK(value(database, "SELECT count(*) FROM t") == "1");
  CHECK(run(database, "INSERT INTO t VALUES (2)") == SQLITE_READONLY);
  CHECK(sqlite3_errcode(open(folder / "new.db").get()) == SQLITE_CANTOPEN);
  CHECK_FALSE(std::filesystem::exists(folder / "new.db"));
}

TEST_CASE("A read that fails, or an open, is an error and no damage") {
  FaultyDisk disk;
  bool struck = true;
  int failed = 0;
  for (std::int64_t look = 1; struck; ++look) {
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    disk.fail_look_at(folder.path(), look);
    const int before = work(folder / "t.db", "FULL");
    struck = disk.struck(folder.path());
    if (before < 20) ++failed;
    disk.heal(folder.path());
    CHECK(committed(folder / "t.db") >= before);
  }
  CHECK(failed > 3);
}

// --- files in memory

TEST_CASE("Files in memory are changed and looked at as often as files on the disk") {
  std::int64_t changes = 0, looks = 0;
  for (const auto files : {OpenFiles::on_disk, OpenFiles::in_memory}) {
    FaultyDisk disk(files);
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    CHECK(work(folder / "t.db", "FULL") == 20);
    CHECK(work(folder / "journal.db", "EXTRA", "DELETE") == 20);
    if (files == OpenFiles::on_disk) {
      changes = disk.changes(folder.path());
      looks = disk.looks(folder.path());
    }
    CHECK(disk.changes(folder.path()) == changes);
    CHECK(disk.looks(folder.path()) == looks);
  }
}

TEST_CASE("A power cut takes from files in memory what it takes from files on the disk") {
  const auto flushed = cut_everywhere("FULL", "WAL", OpenFiles::in_memory);
  CHECK(flushed.cuts > 300);
  CHECK(flushed.lost == 0);
  CHECK(flushed.broken == 0);
  const auto unflushed = cut_everywhere("NORMAL", "WAL", OpenFiles::in_memory);
  CHECK(unflushed.lost > 50);
  CHECK(unflushed.broken == 0);
}

TEST_CASE("Files in memory are on the disk once they are closed, or written back") {
  FaultyDisk disk(OpenFiles::in_memory);
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  auto database = open(folder / "t.db");
  REQUIRE(run(database, "PRAGMA journal_mode=WAL; CREATE TABLE t (n); INSERT INTO t VALUES (1)") ==
          SQLITE_OK);
  CHECK(std::filesystem::file_size(folder / "t.db-wal") == 0);
  disk.write_back(folder.path());
  CHECK(std::filesystem::file_size(folder / "t.db-wal") > 0);
  for (const auto* name : {"t.db", "t.db-wal"})
    std::filesystem::copy_file(folder / name, folder / (std::string("copy-of-") + name));
  CHECK(value(open(folder / "copy-of-t.db"), "SELECT n FROM t") == "1");
  database.reset();
  CHECK_FALSE(std::filesystem::exists(folder / "t.db-wal"));
  CHECK(value(open(folder / "t.db"), "SELECT n FROM t") == "1");
}

TEST_CASE("Of files in memory, too, a reader who closes last leaves a dead writer's log alone") {
  FaultyDisk disk(OpenFiles::in_memory);
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  auto database = open(folder / "t.db");
  REQUIRE(run(database, "PRAGMA journal_mode=WAL; CREATE TABLE t (n); INSERT INTO t VALUES (1)") ==
          SQLITE_OK);
  disk.stop(folder.path());
  database.reset();
  disk.revive(folder.path());
  const auto log_size = std::filesystem::file_size(folder / "t.db-wal");
  CHECK(value(open(folder / "t.db", SQLITE_OPEN_READONLY), "SELECT n FROM t") == "1");
  CHECK(std::filesystem::file_size(folder / "t.db-wal") == log_size);
  CHECK(value(open(folder / "t.db"), "SELECT n FROM t") == "1");
}

TEST_CASE("A database replaced in memory is another for everybody who has it open") {
  FaultyDisk disk(OpenFiles::in_memory);
  const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
  const auto bytes_of = [&](const std::string& text) {
    const auto file = folder / (text + ".db");
    {
      const auto database = open(file);
      REQUIRE(run(database, "PRAGMA journal_mode=WAL; CREATE TABLE t (text); INSERT INTO t VALUES ('" + text +
                                "')") == SQLITE_OK);
    }
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  const auto one = bytes_of("one"), other = bytes_of("two");
  std::ofstream(folder / "t.db", std::ios::binary) << one;
  {
    const auto writer = open(folder / "t.db"), reader = open(folder / "t.db", SQLITE_OPEN_READONLY);
    const auto both_read = [&](const std::string& text) {
      CHECK(value(writer, "SELECT group_concat(text) FROM t") == text);
      CHECK(value(reader, "SELECT group_concat(text) FROM t") == text);
    };
    both_read("one");
    disk.replace(folder / "t.db", other);
    both_read("two");
    CHECK(run(writer, "INSERT INTO t VALUES ('more')") == SQLITE_OK);
    both_read("two,more");
    for (const auto* bytes : {&one, &other, &one}) {
      disk.replace(folder / "t.db", *bytes);
      both_read(bytes == &one ? "one" : "two");
    }
    CHECK(run(writer, "INSERT INTO t VALUES ('less')") == SQLITE_OK);
    CHECK_THROWS_AS(disk.replace(folder / "one.db", other), std::logic_error);
  }
  CHECK(value(open(folder / "t.db"), "SELECT group_concat(text) FROM t") == "one,less");
  CHECK(value(open(folder / "t.db"), "PRAGMA integrity_check") == "ok");
}

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("A power cut takes back a rename whole, unless the folder was flushed") {
  int taken_back = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const bool flushed = seed % 2 == 0;
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    std::mt19937_64 random(seed);
    write(folder / "old", "old");
    write(folder / "new", "new");
    UnflushedFiles files;
    files.rename(folder / "new", folder / "old");
    std::filesystem::rename(folder / "new", folder / "old");
    if (flushed) files.folder_flushed();
    files.cut(random);
    if (read(folder / "old") == "new") {
      CHECK_FALSE(std::filesystem::exists(folder / "new"));
      continue;
    }
    CHECK_FALSE(flushed);
    CHECK(read(folder / "old") == "old");
    CHECK(read(folder / "new") == "new");
    ++taken_back;
  }
  CHECK(taken_back > 3);
  CHECK(taken_back < 17);
}

TEST_CASE("A power cut takes back a link alone, unless the folder was flushed") {
  int taken_back = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const bool flushed = seed % 2 == 0;
    const TemporaryDirectory folder(TemporaryDirectory::Kind::memory);
    std::mt19937_64 random(seed);
    write(folder / "file", "text");
    UnflushedFiles files;
    std::filesystem::create_hard_link(folder / "file", folder / "link");
    files.link(folder / "file", folder / "link");
    if (flushed) files.folder_flushed();
    files.cut(random);
    CHECK(read(folder / "file") == "text");
    if (std::filesystem::exists(folder / "link")) {
      CHECK(read(folder / "link") == "text");
    } else {
      CHECK_FALSE(flushed);
      ++taken_back;
    }
  }
  CHECK(taken_back > 1);
  CHECK(taken_back < 17);
}

}  // namespace waymark::test
