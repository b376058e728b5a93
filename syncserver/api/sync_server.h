// The whole server over one open store: the public listener and the command line's socket. What `serve` runs,
// and what tests and benchmarks start inside their own process.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "syncserver/accounts/throttle.h"
#include "syncserver/api/http_server.h"
#include "syncserver/api/router.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

class SyncServer;

struct SyncServerOptions {
  TcpEndpoint listen;
  std::optional<TlsFiles> tls;
  bool behind_proxy = false;
  std::size_t threads = 32;
  std::string public_url;  ///< what enrolment links name; "" for the address listened on
  std::optional<std::filesystem::path> command_socket;  ///< none: no command line (tests)
  /// Adds more routes to the public ones: the pages. Called by start(); url() is known when the first is
  /// asked.
  std::function<void(Router&, const SyncServer&)> more_routes;
  ConnectionTimes times;
  std::function<void(const std::string&)> alarm;
  std::function<void()> on_lost_listener;  ///< see HttpServerOptions

  /// Browsers and phones reach us over TLS, ours or a trusted proxy's.
  bool is_secure() const { return tls.has_value() || behind_proxy; }
};

class SyncServer {
 public:
  /// `store` and `clock` outlive the server.
  SyncServer(CentralStore& store, const Clock& clock, SyncServerOptions options);
  ~SyncServer();
  SyncServer(const SyncServer&) = delete;
  SyncServer& operator=(const SyncServer&) = delete;

  /// When it returns, both listeners accept. cannot_open otherwise; then nothing listens.
  Result<void> start();
  /// "http://127.0.0.1:8340"
  std::string url() const;
  /// Where phones and people reach it: the public URL, or as it listens.
  std::string reached_at() const { return options_.public_url.empty() ? url() : options_.public_url; }
  int port() const;
  /// Lets what is under way finish. May be called twice.
  void stop();

 private:
  CentralStore& store_;
  const Clock& clock_;
  const SyncServerOptions options_;
  Throttle enrol_tries_;
  std::unique_ptr<HttpServer> public_;
  std::unique_ptr<HttpServer> commands_;
};

}  // namespace waymark::server
