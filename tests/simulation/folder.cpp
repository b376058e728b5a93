#include "tests/simulation/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace waymark::simulation {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_with(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

bool ends_with(const std::string& name, std::string_view end) {
  return name.size() >= end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

std::string read_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail_with(path);
  struct stat about {};
  std::string bytes;
  if (::fstat(file, &about) == 0) bytes.resize(static_cast<std::size_t>(about.st_size));
  const auto got = ::read(file, bytes.data(), bytes.size());
  ::close(file);
  if (got != static_cast<ssize_t>(bytes.size())) fail_with(path);
  return bytes;
}

void write_file(const fs::path& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) fail_with(path);
  const auto put = ::write(file, bytes.data(), bytes.size());
  ::close(file);
  if (put != static_cast<ssize_t>(bytes.size())) fail_with(path);
}

FileSet read_files(const fs::path& folder) {
  FileSet files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (!entry.is_regular_file() || ends_with(name, ".lock") || ends_with(name, "-shm")) continue;
    files.emplace_back(name, read_file(entry.path()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

void write_files(const fs::path& folder, const FileSet& files) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) fs::remove_all(entry.path());
  fs::create_directories(folder);
  for (const auto& [name, bytes] : files) write_file(folder / name, bytes);
}

}  // namespace waymark::simulation
