#include "syncserver/api/sync_server.h"

#include <fmt/format.h>

#include "syncserver/api/admin_routes.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

namespace {

// Commands are few, but a long one (backup) must not keep the next from its answer.
constexpr std::size_t command_threads = 4;

}  // namespace

SyncServer::SyncServer(CentralStore& store, const Clock& clock, SyncServerOptions options)
    : store_(store), clock_(clock), options_(std::move(options)) {}

SyncServer::~SyncServer() {
  stop();
}

Result<void> SyncServer::start() {
  HttpServerOptions options;
  options.endpoint = options_.listen;
  options.tls = options_.tls;
  options.behind_proxy = options_.behind_proxy;
  options.threads = options_.threads;
  options.times = options_.times;
  options.alarm = options_.alarm;
  options.on_lost_listener = options_.on_lost_listener;
  auto router = make_public_router({store_, clock_, enrol_tries_, options_.is_secure()});
  if (options_.more_routes) options_.more_routes(router, *this);
  public_ = std::make_unique<HttpServer>(options, std::move(router));
  if (auto started = public_->start(); !started) return started;
  if (!options_.command_socket) return {};

  HttpServerOptions commands;
  commands.endpoint = UnixEndpoint{*options_.command_socket};
  commands.threads = command_threads;
  commands.alarm = options_.alarm;
  commands_ =
      std::make_unique<HttpServer>(commands, make_command_router(store_, reached_at(), options_.alarm));
  auto started = commands_->start();
  if (!started) stop();
  return started;
}

std::string SyncServer::url() const {
  const auto& host = options_.listen.host;
  const bool is_v6 = host.find(':') != std::string::npos;
  return fmt::format("{}://{}:{}", options_.tls ? "https" : "http", is_v6 ? "[" + host + "]" : host, port());
}

int SyncServer::port() const {
  return public_ ? public_->port() : 0;
}

void SyncServer::stop() {
  if (commands_) commands_->stop();
  if (public_) public_->stop();
}

}  // namespace waymark::server
