#include "syncserver/api/lingering_closer.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <vector>

namespace waymark::server {

namespace {

/// Reads away what has come; true once the peer has closed or the connection is broken.
bool drained_to_end(int socket) {
  std::array<char, 16 * 1024> nowhere;
  for (int reads = 0; reads < 16; ++reads) {
    const auto count = recv(socket, nowhere.data(), nowhere.size(), MSG_DONTWAIT);
    if (count > 0) continue;
    if (count < 0 && errno == EINTR) continue;
    return !(count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
  }
  return false;
}

}  // namespace

LingeringCloser::LingeringCloser(std::chrono::milliseconds patience, std::size_t most)
    : patience_(patience), most_(most), wake_fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (wake_fd_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  thread_ = std::thread([this] { run(); });
}

LingeringCloser::~LingeringCloser() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake();
  thread_.join();
  ::close(wake_fd_);
}

void LingeringCloser::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(wake_fd_, &one, sizeof(one));
}

void LingeringCloser::close(int socket) {
  shutdown(socket, SHUT_WR);
  {
    const std::lock_guard lock(mutex_);
    arriving_.push_back({socket, SteadyClock::now() + patience_});
  }
  wake();
}

void LingeringCloser::run() {
  std::list<Waiting> waiting;
  while (true) {
    bool stopping = false;
    {
      const std::lock_guard lock(mutex_);
      waiting.splice(waiting.end(), arriving_);
      stopping = stopping_;
    }
    const auto now = SteadyClock::now();
    std::size_t left = waiting.size();
    for (auto each = waiting.begin(); each != waiting.end();) {
      if (stopping || left > most_ || now >= each->until || drained_to_end(each->socket)) {
        ::close(each->socket);
        each = waiting.erase(each);
        --left;
      } else {
        ++each;
      }
    }
    if (stopping) return;

    std::vector<pollfd> polled{{wake_fd_, POLLIN, 0}};
    for (const auto& each : waiting) polled.push_back({each.socket, POLLIN, 0});
    int timeout = -1;
    if (!waiting.empty())
      timeout = static_cast<int>(std::max<long long>(
          0, std::chrono::ceil<std::chrono::milliseconds>(waiting.front().until - now).count()));
    poll(polled.data(), polled.size(), timeout);
    std::uint64_t count = 0;
    [[maybe_unused]] const auto read_count = ::read(wake_fd_, &count, sizeof(count));
  }
}

}  // namespace waymark::server
