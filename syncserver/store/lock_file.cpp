#include "syncserver/store/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace waymark::server {

Result<LockFile> LockFile::take(const std::filesystem::path& database) {
  auto path = database;
  path += ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0)
    return fail(ErrorCode::cannot_open,
                fmt::format("Cannot write {} ({}): give this user write access to the directory.",
                            path.string(), std::strerror(errno)));
  int taken = 0;
  do {
    taken = ::flock(descriptor, LOCK_EX | LOCK_NB);
  } while (taken != 0 && errno == EINTR);
  if (taken != 0) {
    ::close(descriptor);
    return fail(ErrorCode::locked,
                fmt::format("Another waymark-server is using {}: stop it first.", database.string()));
  }
  return LockFile(descriptor);
}

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

// The file itself stays: removing it would let a third process lock a new one while a second waits on this.
LockFile::~LockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace waymark::server
