// What one open file of MemoryVfs holds, and who has which locks on it: those on the file (SQLite's five
// levels) and those on the memory its readers and writers share (eight places, for a log).
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::test {

/// A file's content. Growing it clears nothing: what is added is to be written next.
class Bytes {
 public:
  char* data() { return at_.get(); }
  const char* data() const { return at_.get(); }
  std::size_t size() const { return size_; }

  void resize(std::size_t size) {
    if (size > room_) {
      const auto room = 2 * size;
      auto larger = std::make_unique_for_overwrite<char[]>(room);
      std::copy_n(at_.get(), size_, larger.get());
      at_ = std::move(larger);
      room_ = room;
    }
    size_ = size;
  }
  void assign(std::string_view bytes) {
    resize(bytes.size());
    std::copy(bytes.begin(), bytes.end(), at_.get());
  }

 private:
  std::unique_ptr<char[]> at_;
  std::size_t size_ = 0, room_ = 0;
};

/// Of one handle: what it has locked. Its address names it.
struct MemoryLocks {
  int level = SQLITE_LOCK_NONE;
  unsigned shared_places = 0, own_places = 0;  ///< bits
};

class MemoryFile {
 public:
  Bytes bytes;
  bool changed = false;  ///< since it was read, or last written out

  int lock(MemoryLocks& handle, int level);
  void unlock(MemoryLocks& handle, int level);
  bool is_reserved() const { return writer_ != nullptr; }

  /// The memory shared by its handles, made if `make`; null if it is not there.
  void* shared(std::size_t region, std::size_t size, bool make);
  /// What they share becomes the index of an empty log, and another than any they have seen, so that each
  /// reads the file anew.
  void begin_log_anew();
  /// Nobody uses it any more.
  void drop_shared() { regions_.clear(); }
  int lock_places(MemoryLocks& handle, unsigned places, bool exclusive);
  void unlock_places(MemoryLocks& handle, unsigned places, bool exclusive);

 private:
  int readers_ = 0;  // handles at SHARED or above
  const MemoryLocks* writer_ = nullptr;
  std::uint32_t begun_ = 0;
  std::vector<std::vector<char>> regions_;
  std::array<int, SQLITE_SHM_NLOCK> sharing_{};  // of each place: how many share it, or -1
};

}  // namespace waymark::test
