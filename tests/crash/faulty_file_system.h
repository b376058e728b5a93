// The store's own calls of the file system (syncserver/store/file_system.h) on a FaultyDisk: counted with
// SQLite's in one row, and failing, torn or lost with a power cut as they do.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "syncserver/store/file_system.h"
#include "tests/disk/disk_folder.h"
#include "tests/disk/faulty_disk.h"

namespace waymark::test {

/// In use by every store of the process for as long as it lives.
class FaultyFileSystem final : public server::FileSystem {
 public:
  explicit FaultyFileSystem(FaultyDisk& disk) : folders_(disk.folders()) { server::use_file_system(this); }
  ~FaultyFileSystem() override { server::use_file_system(nullptr); }
  FaultyFileSystem(const FaultyFileSystem&) = delete;
  FaultyFileSystem& operator=(const FaultyFileSystem&) = delete;

  int create(const Path& file) override;
  void copy(const Path& from, const Path& to) override;
  void link(const Path& file, const Path& name) override;
  void rename(const Path& from, const Path& to) override;
  void remove(const Path& file) override;
  void flush(const Path& file) override;
  void flush_names_beside(const Path& file) override;

  /// The changes that were its calls, as FaultyDisk counts them, since the last call of this.
  std::vector<std::int64_t> take_places() { return std::exchange(places_, {}); }

 private:
  DiskAnswer change(DiskFolder& folder, DiskChange kind);
  DiskFolder& folder_of(const Path& file) { return folders_.at(file.parent_path()); }

  DiskFolders& folders_;
  std::vector<std::int64_t> places_;
};

/// A disk for servers: SQLite's calls and the store's own.
struct ServerDisk {
  FaultyDisk disk;
  FaultyFileSystem files{disk};
};

}  // namespace waymark::test
