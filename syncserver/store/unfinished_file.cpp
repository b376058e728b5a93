#include "syncserver/store/unfinished_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <vector>

#include "syncserver/store/file_system.h"

namespace waymark::server {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".unfinished-";

/// `<anything>.unfinished-<digits>-<digits>`
bool is_unfinished_name(std::string_view name) {
  const auto at = name.rfind(mark);
  if (at == std::string_view::npos || at == 0) return false;
  const auto numbers = name.substr(at + mark.size());
  const auto hyphen = numbers.find('-');
  constexpr auto digits = "0123456789";
  return hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < numbers.size() &&
         numbers.find_first_not_of(digits) == hyphen &&
         numbers.find_first_not_of(digits, hyphen + 1) == std::string_view::npos;
}

/// What cannot be taken away now is by the next that makes a file there.
void remove_if_possible(const fs::path& path) {
  try {
    file_system().remove(path);
  } catch (const std::system_error&) {
  }
}

void remove_logs(const fs::path& path) {
  for (const auto* suffix : {"-wal", "-shm", "-journal"}) {
    auto file = path;
    file += suffix;
    remove_if_possible(file);
  }
}

void remove_with_logs(const fs::path& path) {
  remove_logs(path);
  remove_if_possible(path);
}

/// The lock is the kernel's to let go when its holder dies: a file that can be locked is nobody's any more.
/// (flock and SQLite's own locks do not see each other.)
void remove_if_left(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return;
  struct stat found {};
  const bool is_file = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode);
  if (is_file && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) remove_with_logs(path);
  ::close(descriptor);
}

void remove_left_in(const fs::path& directory) {
  std::vector<fs::path> found;
  std::error_code code;
  for (fs::directory_iterator file(directory, code), end; !code && file != end; file.increment(code))
    if (is_unfinished_name(file->path().filename().native())) found.push_back(file->path());
  for (const auto& path : found) remove_if_left(path);
}

}  // namespace

UnfinishedFile::UnfinishedFile(const fs::path& target) {
  const auto directory = target.parent_path();
  remove_left_in(directory.empty() ? fs::path(".") : directory);
  for (int number = 0;; ++number) {
    auto name = target;
    name += fmt::format("{}{}-{}", mark, ::getpid(), number);
    if (make(name)) return;
  }
}

/// False when the name is taken, also by somebody who cleaned up between making and locking.
bool UnfinishedFile::make(const fs::path& path) {
  const int descriptor = file_system().create(path);
  if (descriptor < 0) {
    if (errno == EEXIST) return false;
    throw std::system_error(errno, std::generic_category(), "cannot make " + path.string());
  }
  // Where a file system knows no such locks nobody can take it away either.
  const bool is_taken = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  struct stat held {};
  const bool is_gone = ::fstat(descriptor, &held) == 0 && held.st_nlink == 0;
  if (is_taken || is_gone) {
    ::close(descriptor);
    return false;
  }
  // A lost power can keep the log of a file of this name and not the file: SQLite would play it back into
  // this one.
  remove_logs(path);
  path_ = path;
  descriptor_ = descriptor;
  return true;
}

UnfinishedFile::~UnfinishedFile() {
  remove_with_logs(path_);
  ::close(descriptor_);
}

}  // namespace waymark::server
