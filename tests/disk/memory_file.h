// What one open file of MemoryVfs holds, and who has which locks on it: those on the file (SQLite's five
// levels) and those on the memory its readers and writers share (eight places, for a log).
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace waymark::test {

/// Bytes that are not cleared before they are written.
template <class T>
struct Uncleared : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = Uncleared<U>;
  };
  template <class U>
  void construct(U* at) {
    ::new (static_cast<void*>(at)) U;
  }
  template <class U, class... Values>
  void construct(U* at, Values&&... values) {
    ::new (static_cast<void*>(at)) U(std::forward<Values>(values)...);
  }
};
using Bytes = std::vector<char, Uncleared<char>>;

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
