// A disk that fails on demand: a SQLite VFS over the system's own, made the default, so that the code under
// test opens its files as it always does and nothing in it knows. Used by the simulation (a killed process, a
// power cut at any call) and by the crash tests (every write, flush, cut and tear of a scripted session).
//
// Files are told apart by the folder they lie in (that folder itself, not one above it), so that a server's
// disk can fail while a phone's does not. Only what goes through SQLite is seen, and what a test passes to
// folders(); lock files, links and files written in other ways are the system's. SQLite's unnamed temporary
// files are spared: they lie elsewhere.
//
// Flushes are noted and go no further: what a machine that lost its power would still have is decided here,
// and a test need not wait for a platter. Without a plan a call costs one atomic addition more than usual.
//
// One FaultyDisk lives at a time; connections opened while it lived are closed before it goes. Calls come
// from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <string>

namespace waymark::test {

class DiskFolders;

enum class DiskFault {
  io_error,  ///< this one call fails with an I/O error and does nothing, the next ones work
  full,      ///< writes fail with "disk full" from here until heal(); half of one that grows a file is there
  torn,      ///< half of this write reaches the file, then as stop
  stop,      ///< the process dies here: this call and all that follow fail and change nothing, until revive()
  read_only,  ///< opening to write, writing, cutting and removing fail from here until heal()
};

/// Where open files are.
enum class OpenFiles {
  on_disk,    ///< with the system's VFS, for processes and threads that share them
  in_memory,  ///< of one process and one thread, until they are closed (memory_vfs.h): quick
};

class FaultyDisk {
 public:
  /// Registers itself as SQLite's default VFS.
  explicit FaultyDisk(OpenFiles files = OpenFiles::on_disk);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  using Folder = std::filesystem::path;

  /// Calls that change the disk (write, flush, cut, remove, name) in a folder since it was first seen or
  /// start_counting(): the numbers that fail_at() uses. Calls of a stopped process are not counted.
  std::int64_t changes(const Folder& folder) const;
  /// Calls that look at the disk (open, read), counted in the same way, for fail_look_at().
  std::int64_t looks(const Folder& folder) const;
  /// Both counts begin anew.
  void start_counting(const Folder& folder);

  /// Fails at the `change`-th change (from 1) counted in `folder`; 0: at once, which for io_error and torn
  /// means the next change. One plan a folder at a time. A fault for writes that meets another kind of change
  /// waits for the next write (full, torn: the process stops at once).
  void fail_at(const Folder& folder, std::int64_t change, DiskFault fault);
  /// The `look`-th look (from 1) fails with an I/O error, or an open because the file cannot be opened.
  void fail_look_at(const Folder& folder, std::int64_t look);
  /// The fault planned last has struck.
  bool struck(const Folder& folder) const;
  /// Takes plan and fault away.
  void heal(const Folder& folder);

  /// A killed process: what it still does to its files changes nothing (the object in this process can be
  /// destroyed as usual). Files keep every write up to now, flushed or not.
  void stop(const Folder& folder) { fail_at(folder, 0, DiskFault::stop); }
  /// Its successor may use the files. Connections from before must be closed by now (std::logic_error).
  void revive(const Folder& folder);

  /// From here on, keeps what the folder's files held when each was last flushed: what a power cut may bring
  /// back. Costs a read before each write. What lies there already counts as flushed.
  void expect_power_cut(const Folder& folder);
  /// As revive(), after a power cut: every write since a file's last flush is kept, lost or kept in part (by
  /// sectors of 512 bytes, each at any state it had since) as `random` says; so are files made and removed
  /// since the folder itself was last flushed. Shared-memory files are gone. std::logic_error if no power cut
  /// was expected.
  void revive_after_power_cut(const Folder& folder, std::mt19937_64& random);

  /// Files of the folder that are open in memory are written back, for whoever copies them.
  void write_back(const Folder& folder);
  /// A database that is open in memory holds `bytes` from now on, and nothing in its log, as if it had been
  /// opened so: whoever has it open goes on. Nobody may be in a transaction, and no power cut be expected.
  /// std::logic_error if it is not open.
  void replace(const Folder& database, const std::string& bytes);

  /// For calls beside SQLite's that are to fail with them (tests/crash/faulty_file_system.h).
  DiskFolders& folders();

  /// Drops what is known of a folder that is not used any more, so that a long run does not grow.
  void forget(const Folder& folder);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace waymark::test
