// Keeps a second process out of the store: an exclusive flock(2) on `<db>.lock`, held as long as this object
// lives and let go by the kernel when the process dies, however it dies.
#pragma once

#include <filesystem>

#include "shared/error.h"

namespace waymark::server {

class LockFile {
 public:
  /// `locked` when another process holds it, cannot_open when the directory cannot be written.
  static Result<LockFile> take(const std::filesystem::path& database);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace waymark::server
