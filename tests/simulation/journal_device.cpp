#include "tests/simulation/journal_device.h"

#include <cerrno>
#include <string>
#include <utility>

namespace waymark::simulation {
namespace {

std::filesystem::path path_of(int descriptor) {
  std::error_code none;
  return std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), none);
}

}  // namespace

bool JournalDevice::fails() {
  if (!stopped_ && dies_at_ > 0 && --dies_at_ == 0) {
    stopped_ = true;
    dies_();
  }
  errno = stopped_ ? EIO : ENOSPC;
  return stopped_ || full_;
}

int JournalDevice::create(const std::filesystem::path& path) {
  return fails() ? -1 : JournalDisk::create(path);
}

ssize_t JournalDevice::write(int descriptor, const char* data, std::size_t size) {
  if (fails()) return -1;
  const auto written = JournalDisk::write(descriptor, data, size);
  if (written > 0) files_[path_of(descriptor)].bytes += static_cast<std::uintmax_t>(written);
  return written;
}

/// Its files lie in memory: there is nothing to wait for.
int JournalDevice::sync(int descriptor) {
  if (fails()) return -1;
  if (const auto file = files_.find(path_of(descriptor)); file != files_.end())
    file->second.flushed = file->second.bytes;
  return 0;
}

void JournalDevice::die_at(int call, std::function<void()> dies) {
  dies_at_ = call;
  dies_ = std::move(dies);
}

void JournalDevice::revive() {
  stopped_ = full_ = false;
  dies_at_ = 0;
}

void JournalDevice::cut_power(std::mt19937_64& random) {
  std::error_code gone;
  for (auto& [path, file] : files_) {
    if (file.flushed == file.bytes) continue;
    file.bytes = file.flushed += random() % (file.bytes - file.flushed + 1);
    std::filesystem::resize_file(path, file.bytes, gone);
  }
}

}  // namespace waymark::simulation
