// How long a connection may take over each part of a request.
#pragma once

#include <chrono>

namespace waymark::server {

using SteadyClock = std::chrono::steady_clock;
using Deadline = SteadyClock::time_point;

struct ConnectionTimes {
  std::chrono::milliseconds first_byte{5'000};  ///< of a new connection
  std::chrono::milliseconds idle{1'000};        ///< between two requests
  std::chrono::milliseconds head{10'000};       ///< the whole head; also the TLS handshake
  std::chrono::milliseconds stall{5'000};       ///< between two reads, or two writes
  std::chrono::milliseconds body{60'000};       ///< the whole body: 256 KiB at 4 KiB a second
  std::chrono::milliseconds answer{60'000};     ///< the whole answer
};

}  // namespace waymark::server
