// A SQLite VFS that keeps what a file holds in memory while it is open, with its locks and its shared memory:
// a schedule of the simulation opens, locks, reads and writes thousands of times, and each was a call of the
// system. The file itself lies on the disk as ever, with its name, and what it holds is written back when its
// last handle closes, so that whatever copies, links, renames or removes closed files finds what it expects.
// Unlike the system's VFS it serves one process and one thread, and a flush does nothing.
#pragma once

#include <sqlite3.h>
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "tests/disk/memory_file.h"

namespace waymark::test {

class MemoryVfs {
 public:
  /// Registers itself as SQLite's default. Every file is closed before it goes.
  MemoryVfs();
  ~MemoryVfs();
  MemoryVfs(const MemoryVfs&) = delete;
  MemoryVfs& operator=(const MemoryVfs&) = delete;

  /// What is open in this folder is written back now, for whoever copies its files.
  void write_back(const std::filesystem::path& folder);
  /// An open database holds `bytes` from now on, and nothing in its log, as if it had been opened so. Nobody
  /// may be in a transaction. False if it is not open.
  bool replace(const std::filesystem::path& database, const std::string& bytes);

  struct Node;
  using Identity = std::pair<dev_t, ino_t>;
  /// The file behind an open descriptor, which is taken over.
  std::shared_ptr<Node> node(int descriptor, bool writes, const char* name);
  void close(const std::shared_ptr<Node>& node);
  /// As it is now, open or not; -1 if there is no such file.
  std::int64_t size_of(const char* name);
  sqlite3_vfs* base() const { return base_; }

 private:
  Node* find(const char* name);

  sqlite3_vfs* base_;
  sqlite3_vfs vfs_;
  std::map<Identity, std::weak_ptr<Node>> nodes_;
};

}  // namespace waymark::test
