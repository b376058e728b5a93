#include "tests/crash/directory_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace waymark::test {

namespace {

constexpr int patience_ms = 60'000;

}  // namespace

DirectoryWatch::DirectoryWatch(const std::filesystem::path& directory)
    : descriptor_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  constexpr auto changes = IN_CREATE | IN_MODIFY | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
  if (descriptor_ < 0 || ::inotify_add_watch(descriptor_, directory.c_str(), changes) < 0)
    throw std::runtime_error("the directory cannot be watched");
}

DirectoryWatch::~DirectoryWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool DirectoryWatch::wait_for(int count, pid_t process) {
  const int ended = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
  if (ended < 0) return false;
  bool running = true;
  while (count > 0 && running) {
    std::array<pollfd, 2> waiting{{{descriptor_, POLLIN, 0}, {ended, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), patience_ms) <= 0) break;
    alignas(inotify_event) std::array<char, 8192> events;
    const auto size = ::read(descriptor_, events.data(), events.size());
    for (ssize_t at = 0; at < size && count > 0; --count)
      at += static_cast<ssize_t>(
          sizeof(inotify_event) +
          reinterpret_cast<const inotify_event*>(&events[static_cast<std::size_t>(at)])->len);
    running = waiting[1].revents == 0;
  }
  ::close(ended);
  return count <= 0;
}

}  // namespace waymark::test
