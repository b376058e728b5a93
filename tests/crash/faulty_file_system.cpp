#include "tests/crash/faulty_file_system.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace waymark::test {

namespace {

int errno_of(DiskAnswer answer) {
  switch (answer) {
    case DiskAnswer::go_on:
      return 0;
    case DiskAnswer::full:
    case DiskAnswer::full_in_part:
      return ENOSPC;
    case DiskAnswer::read_only:
      return EROFS;
    case DiskAnswer::io_error:
    case DiskAnswer::torn:
    case DiskAnswer::dead:
      break;
  }
  return EIO;
}

void require(DiskAnswer answer) {
  if (answer != DiskAnswer::go_on)
    throw std::system_error(errno_of(answer), std::generic_category(), "the faulty disk");
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put_content(const std::filesystem::path& file, std::string_view content) {
  std::ofstream(file, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

OpenFile before(const std::string& content) {
  return {static_cast<std::int64_t>(content.size()), [content](std::int64_t offset, std::int64_t size) {
            const auto at = std::min<std::size_t>(static_cast<std::size_t>(offset), content.size());
            return content.substr(at, static_cast<std::size_t>(size));
          }};
}

}  // namespace

DiskAnswer FaultyFileSystem::change(DiskFolder& folder, DiskChange kind) {
  const auto answer = folder.change(kind);
  places_.push_back(folder.changes());
  return answer;
}

int FaultyFileSystem::create(const Path& file) {
  auto& folder = folder_of(file);
  const auto lock = folder.lock_files();
  if (const auto answer = change(folder, DiskChange::name); answer != DiskAnswer::go_on) {
    errno = errno_of(answer);
    return -1;
  }
  const int descriptor = FileSystem::create(file);
  if (descriptor >= 0 && folder.unflushed()) folder.unflushed()->make(file);
  return descriptor;
}

void FaultyFileSystem::copy(const Path& from, const Path& to) {
  require(folder_of(from).look());
  const auto content = content_of(from);
  auto& folder = folder_of(to);
  const auto lock = folder.lock_files();
  const auto answer = change(folder, DiskChange::write);
  const bool in_part = answer == DiskAnswer::full_in_part || answer == DiskAnswer::torn;
  if (answer != DiskAnswer::go_on && !in_part) require(answer);
  if (auto* unflushed = folder.unflushed()) {
    const auto size = static_cast<std::int64_t>(content.size());
    if (!std::filesystem::exists(to)) unflushed->make(to);
    const auto old = content_of(to);
    unflushed->cut_short(to, before(old), 0);
    unflushed->write(to, before(""), 0, size);
  }
  put_content(to, std::string_view(content).substr(0, in_part ? content.size() / 2 : content.size()));
  require(answer);
}

void FaultyFileSystem::link(const Path& file, const Path& name) {
  auto& folder = folder_of(name);
  const auto lock = folder.lock_files();
  require(change(folder, DiskChange::name));
  FileSystem::link(file, name);
  if (auto* unflushed = folder.unflushed()) unflushed->link(file, name);
}

void FaultyFileSystem::rename(const Path& from, const Path& to) {
  auto& folder = folder_of(to);
  const auto lock = folder.lock_files();
  require(change(folder, DiskChange::name));
  if (auto* unflushed = folder.unflushed()) unflushed->rename(from, to);
  FileSystem::rename(from, to);
}

void FaultyFileSystem::remove(const Path& file) {
  if (!std::filesystem::exists(file)) return;  // no change
  auto& folder = folder_of(file);
  const auto lock = folder.lock_files();
  require(change(folder, DiskChange::remove));
  if (auto* unflushed = folder.unflushed()) unflushed->remove(file);
  FileSystem::remove(file);
}

void FaultyFileSystem::flush(const Path& file) {
  auto& folder = folder_of(file);
  const auto lock = folder.lock_files();
  require(change(folder, DiskChange::flush));
  if (auto* unflushed = folder.unflushed()) unflushed->flushed(file);
}

void FaultyFileSystem::flush_names_beside(const Path& file) {
  auto& folder = folder_of(file);
  const auto lock = folder.lock_files();
  require(change(folder, DiskChange::flush));
  if (auto* unflushed = folder.unflushed()) unflushed->folder_flushed();
}

}  // namespace waymark::test
