#include "mobile/device/file_lock.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace waymark::device {

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0)
    return fail(ErrorCode::cannot_open,
                fmt::format("{} cannot be made ({}): choose a folder this program may write to.",
                            file.string(), std::strerror(errno)));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return FileLock(descriptor);
  const int wrong = errno;
  ::close(descriptor);
  if (wrong == EWOULDBLOCK)
    return fail(ErrorCode::locked, "Waymark is open already on this device: use the window that is there.");
  return fail(ErrorCode::cannot_open, fmt::format("{} cannot be locked ({}): choose another folder.",
                                                  file.string(), std::strerror(wrong)));
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

}  // namespace waymark::device
