#include "syncserver/store/file_system.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace waymark::server {

namespace fs = std::filesystem;

namespace {

void flush_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  const int result = ::fsync(descriptor);
  const int code = errno;
  ::close(descriptor);
  if (result != 0) throw std::system_error(code, std::generic_category(), "cannot flush " + path.string());
}

FileSystem systems_own;
FileSystem* in_use = &systems_own;

}  // namespace

int FileSystem::create(const Path& file) {
  return ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}

void FileSystem::copy(const Path& from, const Path& to) {
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

void FileSystem::link(const Path& file, const Path& name) {
  fs::create_hard_link(file, name);
}

void FileSystem::rename(const Path& from, const Path& to) {
  fs::rename(from, to);
}

void FileSystem::remove(const Path& file) {
  fs::remove(file);
}

void FileSystem::flush(const Path& file) {
  flush_path(file, O_RDONLY);
}

void FileSystem::flush_names_beside(const Path& file) {
  const auto directory = file.parent_path();
  flush_path(directory.empty() ? fs::path(".") : directory, O_RDONLY | O_DIRECTORY);
}

FileSystem& file_system() {
  return *in_use;
}

void use_file_system(FileSystem* other) {
  in_use = other ? other : &systems_own;
}

}  // namespace waymark::server
