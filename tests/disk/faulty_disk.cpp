#include "tests/disk/faulty_disk.h"

#include <optional>
#include <stdexcept>

#include "tests/disk/disk_folder.h"
#include "tests/disk/memory_vfs.h"
#include "tests/disk/sqlite_shim.h"

namespace waymark::test {

struct FaultyDisk::State {
  explicit State(OpenFiles files) {
    if (files == OpenFiles::in_memory) memory.emplace();
    shim.emplace(folders);
  }

  std::optional<MemoryVfs> memory;
  mutable DiskFolders folders;
  std::optional<SqliteShim> shim;  // over the memory
};

namespace {

void require_closed(const DiskFolder& folder) {
  if (folder.open_files() > 0) throw std::logic_error("the folder's files are still open");
}

}  // namespace

FaultyDisk::FaultyDisk(OpenFiles files) : state_(std::make_unique<State>(files)) {}
FaultyDisk::~FaultyDisk() = default;

std::int64_t FaultyDisk::changes(const Folder& folder) const {
  return state_->folders.at(folder).changes();
}

std::int64_t FaultyDisk::looks(const Folder& folder) const {
  return state_->folders.at(folder).looks();
}

void FaultyDisk::start_counting(const Folder& folder) {
  state_->folders.at(folder).start_counting();
}

void FaultyDisk::fail_at(const Folder& folder, std::int64_t change, DiskFault fault) {
  state_->folders.at(folder).plan(change, fault);
}

void FaultyDisk::fail_look_at(const Folder& folder, std::int64_t look) {
  state_->folders.at(folder).plan_look(look);
}

bool FaultyDisk::struck(const Folder& folder) const {
  return state_->folders.at(folder).struck();
}

void FaultyDisk::heal(const Folder& folder) {
  state_->folders.at(folder).heal();
}

void FaultyDisk::revive(const Folder& folder) {
  auto& revived = state_->folders.at(folder);
  require_closed(revived);
  revived.heal();
}

void FaultyDisk::expect_power_cut(const Folder& folder) {
  state_->folders.at(folder).expect_power_cut();
}

void FaultyDisk::revive_after_power_cut(const Folder& folder, std::mt19937_64& random) {
  auto& revived = state_->folders.at(folder);
  require_closed(revived);
  const auto lock = revived.lock_files();
  if (!revived.unflushed()) throw std::logic_error("no power cut was expected in this folder");
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().native().ends_with("-shm")) std::filesystem::remove(file.path());
  revived.unflushed()->cut(random);
  revived.heal();
}

void FaultyDisk::write_back(const Folder& folder) {
  if (state_->memory) state_->memory->write_back(folder);
}

void FaultyDisk::replace(const Folder& database, const std::string& bytes) {
  if (!state_->memory || !state_->memory->replace(database, bytes))
    throw std::logic_error("a database that is not open in memory cannot be replaced");
}

DiskFolders& FaultyDisk::folders() {
  return state_->folders;
}

void FaultyDisk::forget(const Folder& folder) {
  state_->folders.forget(folder);
}

}  // namespace waymark::test
