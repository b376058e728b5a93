// The SQLite side of FaultyDisk: a VFS that asks a file's DiskFolder before it passes a call on to the VFS
// that was the default before.
#pragma once

#include <sqlite3.h>

#include "tests/disk/disk_folder.h"

namespace waymark::test {

class SqliteShim {
 public:
  explicit SqliteShim(DiskFolders& folders);
  ~SqliteShim();
  SqliteShim(const SqliteShim&) = delete;
  SqliteShim& operator=(const SqliteShim&) = delete;

  sqlite3_vfs* base() const { return base_; }
  DiskFolders& folders() const { return folders_; }

 private:
  sqlite3_vfs* base_;
  DiskFolders& folders_;
  sqlite3_vfs vfs_;
};

}  // namespace waymark::test
