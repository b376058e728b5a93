// Closes connections whose peer may still be sending. Closing such a socket at once resets it, and the reset
// can overtake the answer (a 413 the client never sees); so its other direction is read away for a moment,
// by one thread for all of them, so that no worker waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <thread>

#include "syncserver/api/connection_times.h"

namespace waymark::server {

class LingeringCloser {
 public:
  explicit LingeringCloser(std::chrono::milliseconds patience = std::chrono::seconds(5),
                           std::size_t most = 256);
  ~LingeringCloser();
  LingeringCloser(const LingeringCloser&) = delete;
  LingeringCloser& operator=(const LingeringCloser&) = delete;

  /// Takes over `socket`: ends our direction now, closes it when the peer has closed too or patience ends.
  /// With `most` of them waiting, the oldest is closed at once.
  void close(int socket);

 private:
  struct Waiting {
    int socket;
    Deadline until;
  };
  void run();
  void wake() const;

  const std::chrono::milliseconds patience_;
  const std::size_t most_;
  int wake_fd_;
  std::mutex mutex_;
  std::list<Waiting> arriving_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace waymark::server
