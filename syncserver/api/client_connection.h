// One accepted connection, plain or TLS. Every wait has an end: a client that stalls, trickles or never reads
// costs a bounded time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace waymark::server {

using SteadyClock = std::chrono::steady_clock;
using Deadline = SteadyClock::time_point;

/// How long a connection may take over each part of a request.
struct ConnectionTimes {
  std::chrono::milliseconds first_byte{5'000};  ///< of a new connection
  std::chrono::milliseconds idle{1'000};        ///< between two requests
  std::chrono::milliseconds head{10'000};       ///< the whole head
  std::chrono::milliseconds stall{5'000};       ///< between two reads, or two writes
  std::chrono::milliseconds body{60'000};       ///< the whole body: 256 KiB at 4 KiB a second
  std::chrono::milliseconds answer{60'000};     ///< the whole answer
};

class ClientConnection {
 public:
  /// `socket` stays the caller's to close; `tls` null for plain TCP and Unix sockets.
  ClientConnection(int socket, ssl_ctx_st* tls);
  ~ClientConnection();
  ClientConnection(const ClientConnection&) = delete;
  ClientConnection& operator=(const ClientConnection&) = delete;

  /// The TLS handshake; at once true without TLS.
  bool open(Deadline deadline);

  /// Waits until there is something to read; false at the deadline, when the peer has closed, or when
  /// `give_up` (asked every 50 ms) says so.
  bool await_request(Deadline deadline, const std::function<bool()>& give_up);

  enum class ReadEnd { complete, too_long, stopped };
  /// Reads up to and with the blank line that ends a head. `too_long`: there was none within `max_bytes`;
  /// `stopped`: the peer closed or was too slow. `head` holds what came in any case.
  ReadEnd read_head(std::string& head, std::size_t max_bytes, Deadline deadline);

  /// Reads exactly `length` bytes; false if the peer closed or was too slow.
  bool read_body(std::string& body, std::size_t length, std::chrono::milliseconds stall, Deadline deadline);

  bool write(std::string_view bytes, std::chrono::milliseconds stall, Deadline deadline);

  /// Says goodbye on TLS, so that the peer can tell an end from a cut.
  void finish();

  /// True if the peer sent something nobody has read: closing at once would reset the connection and might
  /// take the answer with it.
  bool has_unread() const;

 private:
  /// Some bytes into `buffer_`; false on end, error or deadline.
  bool fill(Deadline deadline);
  bool wait(short events, Deadline deadline) const;

  int socket_;
  ssl_ctx_st* tls_context_;
  ssl_st* tls_ = nullptr;
  std::string buffer_;  ///< read, not yet consumed
};

/// The peer's address as text; empty on a Unix socket.
std::string peer_address(int socket);

}  // namespace waymark::server
