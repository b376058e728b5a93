// One accepted connection, plain or TLS, as the library's server reads and writes it. Every wait has an end:
// a client that stalls, trickles or never reads costs a bounded time.
//
// A request's head is taken from the client as a whole, so that it can be looked at (head_screen.h) before
// the library sees it: read_head(), then show(), then the library's read() gets what was shown and after it
// the body.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "syncserver/api/connection_times.h"

namespace waymark::server {

class ClientConnection final : public httplib::Stream {
 public:
  /// `socket` stays the caller's to close; `tls` null for plain TCP and Unix sockets.
  ClientConnection(int socket, ssl_ctx_st* tls, const ConnectionTimes& times);
  ~ClientConnection() override;
  ClientConnection(const ClientConnection&) = delete;
  ClientConnection& operator=(const ClientConnection&) = delete;

  /// The TLS handshake; at once true without TLS.
  bool open();

  /// Waits until there is something to read; false at the deadline, when the peer has closed, or when
  /// `give_up` (asked every 50 ms) says so.
  bool await_request(Deadline deadline, const std::function<bool()>& give_up);

  enum class ReadEnd { complete, too_long, stopped };
  /// Reads up to and with the blank line that ends a head. `too_long`: there was none within `max_bytes`;
  /// `stopped`: the peer closed or was too slow. `head` holds what came in any case.
  ReadEnd read_head(std::string& head, std::size_t max_bytes);

  /// What read() gives before it goes on with what the client sends.
  void show(std::string head);

  /// Sends what write() still holds; false if the peer closed or was too slow, then or before.
  bool flush();

  /// Says goodbye on TLS, so that the peer can tell an end from a cut.
  void finish();

  /// False once the peer has ended its direction and all it sent was read. Until then closing could reset the
  /// connection, and the reset take the answer with it, also where nothing of a refused body has come yet.
  bool peer_may_send() const;

  // httplib::Stream
  bool is_readable() const override;
  bool is_writable() const override { return !broken_; }
  ssize_t read(char* out, std::size_t size) override;
  /// Holds small writes back until flush() or the next wait for the client, so that an answer's head and body
  /// leave together.
  ssize_t write(const char* bytes, std::size_t size) override;
  using httplib::Stream::write;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  /// None: the library refuses to serve descriptors its own select() can't take, and nothing selects here.
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  /// Some bytes into `received_`; false on end, error or deadline.
  bool fill(Deadline deadline);
  bool send_all(std::string_view bytes);
  bool wait(short events, Deadline deadline) const;

  const int socket_;
  ssl_ctx_st* const tls_context_;
  const ConnectionTimes times_;
  ssl_st* tls_ = nullptr;
  std::string received_;  ///< from the client, not yet consumed
  std::string shown_;
  std::size_t shown_read_ = 0;
  Deadline body_until_;
  std::string held_;                      ///< written, not yet sent
  std::optional<Deadline> answer_until_;  ///< set by the answer's first byte
  bool broken_ = false;                   ///< nothing more can be sent
};

}  // namespace waymark::server
