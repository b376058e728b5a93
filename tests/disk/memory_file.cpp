#include "tests/disk/memory_file.h"

#include <algorithm>
#include <cstring>

namespace waymark::test {

int MemoryFile::lock(MemoryLocks& handle, int level) {
  if (handle.level >= level) return SQLITE_OK;
  const bool others_write = writer_ != nullptr && writer_ != &handle;
  if (level == SQLITE_LOCK_SHARED) {
    if (others_write && writer_->level >= SQLITE_LOCK_PENDING) return SQLITE_BUSY;
    ++readers_;
    handle.level = level;
    return SQLITE_OK;
  }
  if (others_write) return SQLITE_BUSY;
  writer_ = &handle;
  const bool waits_for_readers = level == SQLITE_LOCK_EXCLUSIVE && readers_ > 1;
  handle.level = waits_for_readers ? SQLITE_LOCK_PENDING : level;
  return waits_for_readers ? SQLITE_BUSY : SQLITE_OK;
}

void MemoryFile::unlock(MemoryLocks& handle, int level) {
  if (handle.level <= level) return;
  if (writer_ == &handle) writer_ = nullptr;
  if (level == SQLITE_LOCK_NONE) --readers_;
  handle.level = level;
}

void* MemoryFile::shared(std::size_t region, std::size_t size, bool make) {
  if (region >= regions_.size()) {
    if (!make) return nullptr;
    regions_.resize(region + 1, std::vector<char>(size));
  }
  return regions_[region].data();
}

void MemoryFile::begin_log_anew() {
  for (auto& region : regions_) std::fill(region.begin(), region.end(), '\0');
  if (regions_.empty()) return;
  // https://www.sqlite.org/walformat.html#the_wal_index_header: twice the header with its checksum, then how
  // far the log is folded in, and what its readers read.
  std::array<std::uint32_t, 12> header{};
  header[0] = 3'007'000;  // the format's version
  header[2] = ++begun_;   // counts transactions
  const std::uint8_t is_made = 1;
  std::memcpy(&header[3], &is_made, 1);
  for (std::size_t at = 0; at < 10; at += 2) {
    header[10] += header[at] + header[11];
    header[11] += header[at + 1] + header[10];
  }
  constexpr std::uint32_t unused = 0xffffffff;
  const std::array<std::uint32_t, 6> readers = {0, 0, unused, unused, unused, unused};
  auto* to = regions_.front().data();
  for (int copy = 0; copy < 2; ++copy, to += sizeof(header)) std::memcpy(to, header.data(), sizeof(header));
  std::memcpy(to, readers.data(), sizeof(readers));
}

int MemoryFile::lock_places(MemoryLocks& handle, unsigned places, bool exclusive) {
  if (((exclusive ? handle.own_places : handle.shared_places) & places) == places) return SQLITE_OK;
  for (std::size_t at = 0; at < sharing_.size(); ++at)
    if ((places >> at & 1U) != 0 && (exclusive ? sharing_[at] != 0 : sharing_[at] < 0)) return SQLITE_BUSY;
  for (std::size_t at = 0; at < sharing_.size(); ++at)
    if ((places >> at & 1U) != 0) sharing_[at] = exclusive ? -1 : sharing_[at] + 1;
  (exclusive ? handle.own_places : handle.shared_places) |= places;
  return SQLITE_OK;
}

void MemoryFile::unlock_places(MemoryLocks& handle, unsigned places, bool exclusive) {
  auto& held = exclusive ? handle.own_places : handle.shared_places;
  places &= held;
  for (std::size_t at = 0; at < sharing_.size(); ++at)
    if ((places >> at & 1U) != 0) sharing_[at] = exclusive ? 0 : sharing_[at] - 1;
  held &= ~places;
}

}  // namespace waymark::test
