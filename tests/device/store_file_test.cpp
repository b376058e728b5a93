// The store's file: what opens, what is refused and left as it was.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "mobile/device/drafts.h"
#include "mobile/device/schema.h"
#include "mobile/device/spare_room.h"
#include "tests/device/device_world.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Opener {
  Result<std::unique_ptr<DeviceStore>> open(const std::filesystem::path& file,
                                            const StoreOptions& options = {}) {
    return DeviceStore::open(file, clock, random, seal, options);
  }
  ManualClock clock{day_one};
  SeededRandom random{7};
  PlainSeal seal;
  TemporaryDirectory folder;
};

}  // namespace

TEST_CASE("A new store is empty, not enrolled, and has nothing waiting") {
  Phone phone(1, false);
  CHECK_FALSE(*phone.store->identity());
  CHECK(phone.store->counts()->waiting == 0);
  CHECK(phone.records().all<Employer>()->empty());
  CHECK_FALSE(*phone.store->has_server());
}

TEST_CASE("What was saved is there after the app is started again") {
  Phone phone;
  const auto saved = phone.book().start(running_visit(day_one));
  REQUIRE(saved);
  phone.reopen();
  const auto running = phone.records().running_entry();
  REQUIRE(*running);
  CHECK((*running)->record == saved->entry);
  CHECK((*phone.store->identity())->person_id == ana);
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("The store and its log are their owner's alone, also in an open folder and where they were not") {
  Opener opener;
  std::filesystem::permissions(opener.folder.path(), std::filesystem::perms::all);
  const auto file = opener.folder.path() / "phone.db";
  std::ofstream(file).close();
  std::filesystem::permissions(file, std::filesystem::perms::all);
  const auto store = opener.open(file);
  REQUIRE(store);
  const auto owners = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
  for (const auto* ending : {"", "-wal", "-shm", ".lock"}) {
    INFO(ending);
    CHECK(std::filesystem::status(file.string() + ending).permissions() == owners);
  }
}

TEST_CASE("A second process cannot open a store that is open") {
  Opener opener;
  const auto first = opener.open(opener.folder / "store.db");
  REQUIRE(first);
  const auto second = opener.open(opener.folder / "store.db");
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::locked);
}

TEST_CASE("A file of a newer schema is refused and not changed") {
  Opener opener;
  const auto file = opener.folder / "store.db";
  REQUIRE(opener.open(file));
  {
    SQLite::Database newer(file.string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version = 99");
    newer.exec("PRAGMA journal_mode = DELETE");
  }
  const auto before = contents(file);
  const auto store = opener.open(file);
  REQUIRE_FALSE(store);
  CHECK(store.error().code == ErrorCode::schema_too_new);
  CHECK(contents(file) == before);
}

TEST_CASE("A file that is no database, or another program's, is refused and not changed") {
  Opener opener;
  const auto file = opener.folder / "store.db";
  SECTION("text") {
    std::ofstream(file) << std::string(5000, 'x');
  }
  SECTION("another program's database") {
    SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE songs (title TEXT)");
  }
  const auto before = contents(file);
  const auto store = opener.open(file);
  REQUIRE_FALSE(store);
  CHECK(store.error().code == ErrorCode::corrupt);
  CHECK_FALSE(store.error().message.empty());
  CHECK(contents(file) == before);
}

TEST_CASE("A damaged page is found by the integrity check and never by a crash") {
  Opener opener;
  const auto file = opener.folder / "store.db";
  {
    auto store = opener.open(file);
    REQUIRE(store);
    for (int i = 0; i < 200; ++i)
      REQUIRE((*store)->edit(RecordType::employer, numbered_id(i), R"({"name":"Employer"})"));
    CHECK((*store)->check_integrity());
  }
  {
    std::fstream damage(file, std::ios::binary | std::ios::in | std::ios::out);
    const auto size = std::filesystem::file_size(file);
    for (std::uintmax_t page = 4096 * 4; page + 4096 <= size; page += 4096) {
      damage.seekp(static_cast<std::streamoff>(page));
      damage << std::string(4096, '\x5a');
    }
  }
  auto store = opener.open(file);
  if (store) {
    const auto checked = (*store)->check_integrity();
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::corrupt);
  } else {
    CHECK(store.error().code == ErrorCode::corrupt);
  }
}

TEST_CASE("A folder that is missing is told so") {
  Opener opener;
  const auto missing = opener.open(opener.folder / "no-such-folder/store.db");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::cannot_open);
  CHECK_FALSE(missing.error().message.empty());
}

TEST_CASE("A folder that may not be written to is told so") {
  if (::geteuid() == 0) return;  // root may write anywhere
  Opener opener;
  ::chmod(opener.folder.path().c_str(), 0500);
  const auto store = opener.open(opener.folder / "store.db");
  ::chmod(opener.folder.path().c_str(), 0700);
  REQUIRE_FALSE(store);
  CHECK(store.error().code == ErrorCode::cannot_open);
}

TEST_CASE("When the storage is full an edit fails whole, and the store goes on when there is room") {
  Phone phone(1, true, {100, false});
  const std::string note(1500, 'n');
  std::optional<Error> refused;
  int saved = 0;
  for (; !refused && saved < 1000; ++saved) {
    auto done = phone.book().put(visit(day_one - saved * hour, note));
    if (!done) refused = done.error();
  }
  REQUIRE(refused);
  CHECK(refused->code == ErrorCode::disk_full);
  CHECK(phone.store->counts()->waiting == saved - 1);
  CHECK(phone.records().entries_between(day_one - 1000 * hour, day_one + hour)->size() ==
        static_cast<std::size_t>(saved - 1));
  phone.options.max_pages = 0;
  phone.reopen();
  CHECK(phone.book().put(visit(day_one - saved * hour, note)));
  CHECK(phone.store->counts()->waiting == saved);
  CHECK(phone.store->check_integrity());
}

TEST_CASE("When the system lets the file grow no further an edit fails whole") {
  // In a process of its own, since the limit holds for all its files.
  Phone phone;
  REQUIRE(phone.book().put(visit(day_one)));
  phone.store.reset();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{256 * 1024, 256 * 1024};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    int code = 1;
    try {
      phone.reopen();
      for (int i = 1; i < 1000 && code == 1; ++i) {
        const auto done = phone.book().put(visit(day_one - i * hour, std::string(1500, 'n')));
        if (!done)
          code = done.error().code == ErrorCode::cannot_open || done.error().code == ErrorCode::disk_full ? 0
                                                                                                          : 2;
      }
      const auto counts = phone.store->counts();
      const auto entries = phone.records().entries_between(day_one - 2000 * hour, day_one + hour);
      if (!counts || !entries || counts->waiting != static_cast<std::int64_t>(entries->size())) code = 3;
    } catch (...) {
      code = 4;
    }
    ::_exit(code);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  phone.reopen();
  CHECK(phone.store->check_integrity());
  CHECK(phone.store->counts()->waiting >= 1);
}

TEST_CASE("Room is set aside once, whole and private, and given up once") {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "waymark.spare";
  FileSpareRoom room(file);
  CHECK_FALSE(room.give_up());
  room.keep();
  struct stat first {};
  REQUIRE(::stat(file.c_str(), &first) == 0);
  CHECK(first.st_size == static_cast<off_t>(FileSpareRoom::bytes));
  CHECK(first.st_blocks * 512 >= first.st_size);  // no hole
  CHECK((first.st_mode & 0777) == 0600);
  room.keep();
  struct stat again {};
  REQUIRE(::stat(file.c_str(), &again) == 0);
  CHECK(again.st_ino == first.st_ino);

  std::filesystem::resize_file(file, 100);  // cut off while it was made
  room.keep();
  CHECK(std::filesystem::file_size(file) == FileSpareRoom::bytes);
  CHECK(room.give_up());
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK_FALSE(room.give_up());
  FileSpareRoom nowhere(folder.path() / "missing" / "waymark.spare");
  nowhere.keep();
  CHECK_FALSE(nowhere.give_up());
}

TEST_CASE("Migrations run in order, once, and all or none") {
  TemporaryDirectory folder;
  const auto file = (folder / "old.db").string();
  const auto flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  const std::array<const char*, 1> old_steps = {"CREATE TABLE notes (text TEXT) STRICT;"};
  const std::array<const char*, 3> new_steps = {
      old_steps[0], "INSERT INTO notes VALUES ('second');",
      "ALTER TABLE notes ADD COLUMN at INTEGER; INSERT INTO notes VALUES ('third', 3);"};
  {
    Connection connection(file, flags);
    migrate(connection, old_steps);
    connection.execute("INSERT INTO notes VALUES ('kept')");
  }
  SECTION("an older file becomes a newer one and keeps what it holds") {
    Connection connection(file, flags);
    migrate(connection, new_steps);
    migrate(connection, new_steps);
    Query query(connection, "SELECT group_concat(text) FROM notes");
    REQUIRE(query.next());
    CHECK(query.text(0) == "kept,second,third");
  }
  SECTION("a step that fails leaves the file as it was") {
    const std::array<const char*, 3> broken = {old_steps[0], new_steps[1],
                                               "CREATE TABLE notes (again TEXT);"};
    {
      Connection connection(file, flags);
      CHECK_THROWS(migrate(connection, broken));
    }
    Connection connection(file, flags);
    Query rows(connection, "SELECT group_concat(text) FROM notes");
    REQUIRE(rows.next());
    CHECK(rows.text(0) == "kept");
    Query version(connection, "PRAGMA user_version");
    REQUIRE(version.next());
    CHECK(version.integer(0) == 1);
  }
}

TEST_CASE("Only ids, times and states are outside the sealed texts") {
  // A seal that is no text at all: what a person wrote must not be found in the file.
  class InvertingSeal final : public BodySeal {
   public:
    std::string seal(std::string_view plain) const override {
      std::string sealed(plain);
      for (auto& byte : sealed) byte = static_cast<char>(~byte);
      return sealed;
    }
    Result<std::string> open(std::string_view sealed) const override { return seal(sealed); }
  };
  ManualClock clock{day_one};
  SeededRandom random(1);
  InvertingSeal seal;
  TemporaryDirectory folder;
  const auto file = folder / "store.db";
  {
    auto store = DeviceStore::open(file, clock, random, seal);
    REQUIRE(store);
    REQUIRE(EntryBook(**store).put(visit(day_one, "met at the Zanzibar")));
    Employer employer;
    employer.name = "Ouagadougou Bakery";
    REQUIRE((*store)->put(employer));
    REQUIRE(Drafts(**store).save("new-entry", "Reykjavik"));
  }
  const auto all = contents(file) + contents(file.string() + "-wal");
  for (const char* word : {"Zanzibar", "Ouagadougou", "Reykjavik", "employer_site"})
    CHECK(all.find(word) == std::string::npos);
  CHECK(all.find(ana) != std::string::npos);  // an id is a column
}
