// Making, opening and refusing the store's file.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "syncserver/store/schema.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

struct Bench {
  Result<void> init(const std::filesystem::path& path, const std::string& agency = "Agency",
                    const std::string& zone = "Europe/Berlin") {
    return CentralStore::init(path, {agency, zone, WeekStart::sun}, clock, random);
  }
  Result<std::unique_ptr<CentralStore>> open(const std::filesystem::path& path) {
    StoreOptions options;
    options.clock = &clock;
    options.random = &random;
    return CentralStore::open(path, options);
  }
  TemporaryDirectory directory;
  ManualClock clock{instant_from_ms(noon_ms)};
  SeededRandom random{7};
};

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t files_in(const std::filesystem::path& directory) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator()));
}

}  // namespace

TEST_CASE("a new store holds its agency and the first policy, written as an op of no device") {
  Bench bench;
  const auto path = bench.directory / "new.db";
  REQUIRE(bench.init(path));
  CHECK(files_in(path.parent_path()) == 1);
  const auto store = bench.open(path);
  REQUIRE(store);
  CHECK((*store)->agency().name == "Agency");
  CHECK((*store)->agency().time_zone == "Europe/Berlin");
  CHECK((*store)->agency().week_starts_on == WeekStart::sun);
  CHECK((*store)->health().seq == 1);
  CHECK((*store)->health().safe_seq == 0);
  CHECK((*store)->health().schema == schema_version);
  CHECK((*store)->counts().ops == 1);
  CHECK((*store)->verify().ok());
}

TEST_CASE("init refuses an existing file, an unknown zone, a nameless agency and a missing directory") {
  Bench bench;
  const auto path = bench.directory / "new.db";
  std::ofstream(path) << "precious";
  CHECK(bench.init(path).error().code == ErrorCode::already_exists);
  CHECK(content(path) == "precious");
  const auto other = bench.directory / "other.db";
  CHECK(bench.init(other, "Agency", "Mars/Olympus").error().code == ErrorCode::unknown_zone);
  CHECK(bench.init(other, "").error().field == "agency");
  CHECK(bench.init(bench.directory / "no/such/dir.db").error().code == ErrorCode::cannot_open);
  CHECK(files_in(path.parent_path()) == 1);
}

TEST_CASE("an agency's name is a label that phones can read") {
  Bench bench;
  const auto path = bench.directory / "new.db";
  for (const std::string& name : {std::string(" \t"), std::string(201, 'a'), std::string("\xff\xfe")}) {
    const auto refused = bench.init(path, name);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().field == "agency");
  }
  CHECK(files_in(path.parent_path()) == 0);
  CHECK(bench.init(path, std::string(200, 'a')));
}

TEST_CASE("an agency's zone that this machine lacks is told without blaming a word") {
  Bench bench;
  const auto path = bench.directory / "store.db";
  REQUIRE(bench.init(path));
  tamper(path, "UPDATE meta SET value = 'Europe/Atlantis' WHERE key = 'zone'");
  const auto opened = bench.open(path);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::unknown_zone);
  CHECK(opened.error().field.empty());
  tamper(path, "DELETE FROM meta");
  CHECK(bench.open(path).error().code == ErrorCode::corrupt);
}

TEST_CASE("a directory that cannot be written is refused") {
  if (::geteuid() == 0) return;  // root may write anywhere
  Bench bench;
  const auto closed = bench.directory / "closed";
  std::filesystem::create_directory(closed);
  ::chmod(closed.c_str(), 0500);
  CHECK(bench.init(closed / "new.db").error().code == ErrorCode::cannot_open);
}

TEST_CASE("a second opener is refused while the first lives") {
  Bench bench;
  const auto path = bench.directory / "store.db";
  REQUIRE(bench.init(path));
  auto store = bench.open(path);
  REQUIRE(store);
  const auto second = bench.open(path);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::locked);
  store->reset();
  CHECK(bench.open(path));
}

TEST_CASE("what is no store, is absent or damaged is refused, and nothing is left behind") {
  Bench bench;
  const auto path = bench.directory / "store.db";
  CHECK(bench.open(path).error().code == ErrorCode::cannot_open);
  CHECK(bench.open(path.parent_path()).error().code == ErrorCode::cannot_open);
  std::ofstream(path) << "this is no database, but it is long enough to be taken for one by its size alone. "
                         "It goes on for more than a hundred characters.";
  CHECK(bench.open(path).error().code == ErrorCode::corrupt);
  std::filesystem::resize_file(path, 20);
  CHECK(bench.open(path).error().code == ErrorCode::corrupt);
  CHECK(files_in(path.parent_path()) == 1);

  const auto damaged = bench.directory / "damaged.db";
  REQUIRE(bench.init(damaged));
  std::filesystem::resize_file(damaged, 4096);
  CHECK(bench.open(damaged).error().code == ErrorCode::corrupt);
}

TEST_CASE("a file that its disk does not give is told as that, and not as something else than a store") {
  const std::filesystem::path unreadable = "/proc/self/mem";  // an I/O error at its beginning
  if (!std::filesystem::exists(unreadable)) return;
  Bench bench;
  const auto refused = bench.open(unreadable);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_open);
  CHECK(refused.error().message.find("disk") != std::string::npos);
}

TEST_CASE("a newer schema is refused untouched") {
  Bench bench;
  const auto path = bench.directory / "store.db";
  REQUIRE(bench.init(path));
  tamper(path, "PRAGMA journal_mode=DELETE; PRAGMA user_version=" + std::to_string(schema_version + 1));
  const auto before = content(path);
  const auto files = files_in(path.parent_path());
  const auto opened = bench.open(path);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::schema_too_new);
  CHECK(content(path) == before);
  CHECK(files_in(path.parent_path()) == files);
}

TEST_CASE("another program's database is refused") {
  Bench bench;
  const auto path = bench.directory / "store.db";
  REQUIRE(bench.init(path));
  tamper(path, "PRAGMA application_id=1");
  CHECK(bench.open(path).error().code == ErrorCode::corrupt);
}

}  // namespace waymark::server::test
