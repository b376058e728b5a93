// One process at a time: an advisory lock on a small file beside the store, let go by the system when the
// process ends, however it ends.
#pragma once

#include <filesystem>

#include "shared/error.h"

namespace waymark::device {

class FileLock {
 public:
  /// `locked` if another process (or another FileLock) holds it; `cannot_open` if the file cannot be made.
  static Result<FileLock> take(const std::filesystem::path& file);
  ~FileLock();
  FileLock(FileLock&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace waymark::device
