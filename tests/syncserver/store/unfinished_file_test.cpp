// Databases in the making: what a killed process left of one goes with the next, what somebody works on
// stays.
#include "syncserver/store/unfinished_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

std::set<std::string> names_in(const TemporaryDirectory& directory) {
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(directory.path()))
    names.insert(file.path().filename());
  return names;
}

void make(const TemporaryDirectory& directory, const std::string& name) {
  std::ofstream(directory / name) << "something";
}

}  // namespace

TEST_CASE("what a killed process left unfinished goes when the next file is made in the directory") {
  const TemporaryDirectory directory;
  for (const auto* name :
       {"old.db.unfinished-1-0", "old.db.unfinished-1-0-journal", "old.db.unfinished-1-0-wal",
        "old.db.unfinished-1-0-shm", "other.db.unfinished-4711-12"})
    make(directory, name);
  const UnfinishedFile file(directory / "new.db");
  CHECK(names_in(directory) == std::set<std::string>{file.path().filename()});
  CHECK(std::filesystem::file_size(file.path()) == 0);
}

TEST_CASE(
    "a log that a lost power kept without its file is not played back into the next file of that name") {
  const TemporaryDirectory directory;
  const std::string name = UnfinishedFile(directory / "new.db").path().filename();
  for (const auto* suffix : {"-journal", "-wal", "-shm"}) make(directory, name + suffix);
  const UnfinishedFile file(directory / "new.db");
  CHECK(file.path().filename() == name);
  CHECK(names_in(directory) == std::set<std::string>{name});
}

TEST_CASE("what somebody works on stays, and what only has a similar name") {
  const TemporaryDirectory directory;
  const UnfinishedFile held(directory / "store.db");
  std::ofstream(held.path()) << "half of it";
  const std::set<std::string> others = {"list.unfinished-1", "list.unfinished-a-1", "list.unfinished-1-0.txt",
                                        ".unfinished-1-0", "store.db"};
  for (const auto& name : others) make(directory, name);
  std::filesystem::create_directory(directory / "folder.unfinished-1-0");
  {
    const UnfinishedFile second(directory / "store.db");
    CHECK(second.path() != held.path());
  }
  auto expected = others;
  expected.insert({held.path().filename(), "folder.unfinished-1-0"});
  CHECK(names_in(directory) == expected);
}

TEST_CASE("a finished file keeps its name, an abandoned one goes with its logs") {
  const TemporaryDirectory directory;
  {
    const UnfinishedFile file(directory / "linked.db");
    std::filesystem::create_hard_link(file.path(), directory / "linked.db");
  }
  {
    const UnfinishedFile file(directory / "renamed.db");
    std::filesystem::rename(file.path(), directory / "renamed.db");
  }
  {
    const UnfinishedFile file(directory / "abandoned.db");
    std::ofstream(file.path().string() + "-journal") << "half";
  }
  CHECK(names_in(directory) == std::set<std::string>{"linked.db", "renamed.db"});
}

TEST_CASE("where nothing can be made the reason is thrown") {
  const TemporaryDirectory directory;
  CHECK_THROWS_AS(UnfinishedFile(directory / "absent/new.db"), std::system_error);
}

}  // namespace waymark::server::test
