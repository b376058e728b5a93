#include "mobile/device/files.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace waymark::device {
namespace {

tl::unexpected<Error> cannot_write(const std::filesystem::path& file, int error_number) {
  if (error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG)
    return fail(ErrorCode::disk_full,
                fmt::format("There is no room to write {}: free some storage and try again.", file.string()));
  return fail(ErrorCode::cannot_open,
              fmt::format("{} cannot be written ({}): choose a folder this program may write to.",
                          file.string(), std::strerror(error_number)));
}

/// 0, or the errno of what went wrong.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// Makes a rename in `directory` durable; where a directory cannot be opened there is nothing more to be
/// done.
void sync_directory(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.empty() ? "." : directory.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<void> write_private_file(const std::filesystem::path& file, std::string_view text, Existing existing) {
  const std::string neighbour = file.string() + ".part";
  ::unlink(neighbour.c_str());
  const int descriptor =
      ::open(neighbour.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return cannot_write(file, errno);
  int wrong = write_all(descriptor, text);
  if (::close(descriptor) != 0 && wrong == 0) wrong = errno;
  if (wrong == 0) {
    // link() refuses an existing name in one step; rename() replaces it in one step.
    if (existing == Existing::replace) {
      if (::rename(neighbour.c_str(), file.c_str()) != 0) wrong = errno;
    } else {
      if (::link(neighbour.c_str(), file.c_str()) != 0) wrong = errno;
      ::unlink(neighbour.c_str());
    }
  }
  if (wrong == 0) {
    sync_directory(file.parent_path());
    return {};
  }
  ::unlink(neighbour.c_str());
  if (wrong == EEXIST)
    return fail(ErrorCode::already_exists,
                fmt::format("{} is there already: choose another name.", file.string()));
  return cannot_write(file, wrong);
}

}  // namespace waymark::device
