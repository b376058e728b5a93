// What happens on the disk of one folder: its counts, the planned fault and the state that fault left.
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tests/disk/faulty_disk.h"
#include "tests/disk/unflushed_files.h"

namespace waymark::test {

enum class DiskChange { write, flush, cut, remove, name };

/// What a call is to do.
enum class DiskAnswer {
  go_on,
  io_error,
  full,
  full_in_part,  ///< half of a write that grows its file, then full
  torn,          ///< half of the write, then nothing any more
  dead,          ///< nothing
  read_only,
};

class DiskFolder {
 public:
  /// Before each change; counts it.
  DiskAnswer change(DiskChange kind);
  /// Before each open or read; counts it.
  DiskAnswer look();
  bool dead() const { return mode_.load(std::memory_order_acquire) == Mode::stopped; }
  bool full() const { return mode_.load(std::memory_order_acquire) == Mode::full; }
  bool read_only() const { return mode_.load(std::memory_order_acquire) == Mode::read_only; }

  std::int64_t changes() const { return changes_.load(); }
  std::int64_t looks() const { return looks_.load(); }
  void start_counting();
  void plan(std::int64_t change, DiskFault fault);
  void plan_look(std::int64_t look);
  bool struck() const { return struck_.load(); }
  void heal();

  /// Null unless a power cut is expected. To be used with the lock of lock_files().
  UnflushedFiles* unflushed() { return unflushed_.load(std::memory_order_acquire); }
  std::unique_lock<std::mutex> lock_files() { return std::unique_lock(files_mutex_); }
  void expect_power_cut();

  void opened() { ++open_files_; }
  void closed() { --open_files_; }
  int open_files() const { return open_files_.load(); }

 private:
  enum class Mode { fine, full, stopped, read_only };
  static constexpr auto never = std::numeric_limits<std::int64_t>::max();

  DiskAnswer strike(DiskChange kind);
  void enter(DiskFault fault);

  std::atomic<Mode> mode_{Mode::fine};
  std::atomic<std::int64_t> changes_{0}, looks_{0};
  std::atomic<std::int64_t> strike_at_{never}, strike_look_at_{never};
  std::atomic<bool> struck_{false};
  std::atomic<DiskFault> fault_{DiskFault::io_error};
  std::atomic<int> open_files_{0};

  std::mutex files_mutex_;
  std::unique_ptr<UnflushedFiles> kept_;
  std::atomic<UnflushedFiles*> unflushed_{nullptr};
};

/// All folders by their path. Folders stay where they are until forgotten.
class DiskFolders {
 public:
  /// The folder with this path; known from now on. Links in the path are followed.
  DiskFolder& at(const std::filesystem::path& folder);
  DiskFolder& of_file(const char* file) { return at(std::filesystem::path(file).parent_path()); }
  void forget(const std::filesystem::path& folder);

 private:
  std::mutex mutex_;
  std::map<std::filesystem::path, std::shared_ptr<DiskFolder>> by_name_;  // as asked for, and as it really is
};

}  // namespace waymark::test
