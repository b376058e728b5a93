#include "syncserver/api/unix_socket_path.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace waymark::server {

Result<UnixSocketPath> UnixSocketPath::open(const std::filesystem::path& path) {
  const auto name = path.filename().string();
  if (name.empty() || name.size() > 80)
    return fail(
        ErrorCode::cannot_open,
        fmt::format("The name {} can't be given to a socket; use a database name of 1 to 75 bytes.", name));
  const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const int directory = ::open(parent.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0)
    return fail(ErrorCode::cannot_open,
                fmt::format("The directory {} can't be opened; check that it is there.", parent.string()));
  return UnixSocketPath(path, directory, fmt::format("/proc/self/fd/{}/{}", directory, name));
}

UnixSocketPath::~UnixSocketPath() {
  if (directory_ >= 0) ::close(directory_);
}

UnixSocketPath::UnixSocketPath(UnixSocketPath&& other) noexcept
    : path_(std::move(other.path_)),
      directory_(std::exchange(other.directory_, -1)),
      short_name_(std::move(other.short_name_)) {}

UnixSocketPath& UnixSocketPath::operator=(UnixSocketPath&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(directory_, other.directory_);
  std::swap(short_name_, other.short_name_);
  return *this;
}

void UnixSocketPath::remove_file() const {
  const auto name = path_.filename();
  struct stat found {};
  if (fstatat(directory_, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISSOCK(found.st_mode))
    unlinkat(directory_, name.c_str(), 0);
}

std::filesystem::path command_socket_of(const std::filesystem::path& database) {
  return std::filesystem::path(database).concat(".sock");
}

}  // namespace waymark::server
