// The server's one door to the network, and the one room that knows cpp-httplib's server. The library
// listens, accepts, reads requests and writes answers; ours is the loop over a connection's requests, because
// version 0.11.4 as Debian ships it leaves these open and compiles its limits in (each has a test in
// tests/syncserver/api):
//
//   43 ms a request without nodelay            nodelay on
//   a second process may share the port        SO_REUSEADDR only
//   a backlog of 5                             a second listen() with 1,024 on the bound socket
//   an unbounded task queue                    a bounded one; when it is full the answer is 503
//   idle keep-alives pin workers               1 s, and less while others wait
//   a slow sender holds a worker for ever      client_connection.h: every part of a request has an end
//   500 for descriptors over 1,024             client_connection.h: nothing selects
//   100,000 headers                            head_screen.h: 64 lines, 16 KiB
//   lines it can't read are skipped            head_screen.h: refused
//   a long Range overflows the regex matcher   head_screen.h: not shown to it
//   chunked bodies pass the payload limit      request_head.h: Transfer-Encoding, or no clear length: 411
//   a small gzip inflates without end          request_head.h: Content-Encoding: 415
//   the body of a GET runs as a request        request_head.h: nothing is read after a body nobody reads
//   long paths overflow the regex matcher      literal routes (router.h), targets over 2,048 bytes: 414
//   exception text goes to the client          conversation.h: an answer that says nothing
//   a client's 413 is lost in a reset          lingering_closer.h
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "shared/error.h"
#include "shared/sync/messages.h"
#include "syncserver/api/connection_times.h"
#include "syncserver/api/http_message.h"

namespace waymark::server {

struct TcpEndpoint {
  std::string host = "127.0.0.1";
  int port = 0;  ///< 0: any free one
};

/// A socket in the file system, mode 0600; a stale one left by a killed server is replaced.
struct UnixEndpoint {
  std::filesystem::path path;
};

struct TlsFiles {
  std::filesystem::path certificate;  ///< PEM, with the chain
  std::filesystem::path key;          ///< PEM
};

struct HttpServerOptions {
  std::variant<TcpEndpoint, UnixEndpoint> endpoint;
  std::optional<TlsFiles> tls;
  bool behind_proxy = false;  ///< the client's address is the last hop of X-Forwarded-For
  std::size_t threads = 32;
  std::size_t queue_length = 1'024;  ///< connections that may wait for a thread
  std::size_t max_body = max_sync_bytes;
  ConnectionTimes times;
  /// Told of a failure inside a route, by its path, never by its data. Called from any thread.
  std::function<void(const std::string&)> alarm;
  /// Told when the system no longer hands over connections. The server is of no use then: end the process and
  /// let whoever supervises it start it anew.
  std::function<void()> on_lost_listener;
};

class HttpServer {
 public:
  HttpServer(HttpServerOptions options, HttpHandler handler);
  ~HttpServer();  ///< stops
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Binds and listens; when it returns, connections are accepted. cannot_open with a sentence that says
  /// what to do: the address is taken or not ours, the certificate or key can't be read.
  Result<void> start();

  /// The TCP port listened on; 0 for a Unix socket.
  int port() const;

  /// Accepts nobody any more, lets the requests under way finish (idle connections are dropped at once), and
  /// returns. May be called twice.
  void stop();

 private:
  class Door;
  std::unique_ptr<Door> door_;
};

}  // namespace waymark::server
