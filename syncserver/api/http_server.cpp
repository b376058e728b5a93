#include "syncserver/api/http_server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <atomic>
#include <future>
#include <thread>

#include "syncserver/api/client_connection.h"
#include "syncserver/api/conversation.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/lingering_closer.h"
#include "syncserver/api/unix_socket_path.h"
#include "syncserver/api/worker_pool.h"

namespace waymark::server {

namespace {

constexpr int listen_backlog = 1'024;
constexpr int requests_per_connection = 1'000;

/// The library's server with its keep-alive loop replaced by ours.
template <class Base>
class Listener final : public Base {
 public:
  template <class... Args>
  explicit Listener(std::function<void(int)> serve, Args&&... args)
      : Base(std::forward<Args>(args)...), serve_(std::move(serve)) {}

 private:
  bool process_and_close_socket(socket_t sock) override {
    serve_(sock);
    return true;
  }
  std::function<void(int)> serve_;
};

}  // namespace

class HttpServer::Door {
 public:
  Door(HttpServerOptions options, HttpHandler handler)
      : options_(std::move(options)), handler_(std::move(handler)) {}
  ~Door() { stop(); }

  Result<void> start();
  int port() const { return port_; }
  void stop();

 private:
  /// The library's task queue: hands connections to the pool, and turns them away when it is full.
  class Queue final : public httplib::TaskQueue {
   public:
    explicit Queue(Door& door) : door_(door) { door_.listening_.set_value(); }
    void enqueue(std::function<void()> serve) override {
      if (door_.pool_->offer(serve)) return;
      // Called on the accepting thread, where `serve` sees that it is to turn the connection away.
      serve();
    }
    void shutdown() override { door_.pool_->close(); }

   private:
    Door& door_;
  };

  Result<void> make_listener();
  Result<void> bind();
  void accept_until_stopped();
  void serve(int socket);
  void turn_away(int socket);
  void end(ClientConnection& connection, int socket);

  const HttpServerOptions options_;
  const HttpHandler handler_;
  const ConversationRules rules_{handler_, options_.alarm, options_.max_body, options_.behind_proxy};
  std::unique_ptr<LingeringCloser> closer_;
  std::unique_ptr<WorkerPool> pool_;
  std::unique_ptr<httplib::Server> library_;
  ssl_ctx_st* tls_ = nullptr;  // the library's, lives as long as library_
  std::optional<UnixSocketPath> unix_path_;
  int port_ = 0;
  int bound_socket_ = -1;
  std::atomic<bool> stopping_{false};
  std::promise<void> listening_;
  std::thread accepting_;
  std::thread::id accepting_id_;
};

Result<void> HttpServer::Door::make_listener() {
  const auto serve = [this](int socket) { this->serve(socket); };
  if (!options_.tls) {
    library_ = std::make_unique<Listener<httplib::Server>>(serve);
    return {};
  }
  auto secure = std::make_unique<Listener<httplib::SSLServer>>(serve, options_.tls->certificate.c_str(),
                                                               options_.tls->key.c_str());
  if (!secure->is_valid())
    return fail(
        ErrorCode::cannot_open,
        fmt::format("The certificate {} and key {} can't be used together; check that both are PEM files "
                    "this user may read.",
                    options_.tls->certificate.string(), options_.tls->key.string()));
  tls_ = secure->ssl_context();
  SSL_CTX_set_min_proto_version(tls_, TLS1_2_VERSION);
  SSL_CTX_set_mode(tls_, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  library_ = std::move(secure);
  return {};
}

Result<void> HttpServer::Door::bind() {
  const bool is_unix = std::holds_alternative<UnixEndpoint>(options_.endpoint);
  library_->set_tcp_nodelay(!is_unix);
  library_->set_socket_options([this, is_unix](socket_t socket) {
    bound_socket_ = socket;
    const int yes = 1;
    if (is_unix) {
      // The mode of the file that bind() will make, so that it is never open to others, not even briefly.
      fchmod(socket, 0600);
    } else {
      // The library's own default would be SO_REUSEPORT, with which two servers share one port.
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    }
  });
  if (is_unix) {
    auto path = UnixSocketPath::open(std::get<UnixEndpoint>(options_.endpoint).path);
    if (!path) return tl::unexpected(path.error());
    unix_path_ = std::move(*path);
    unix_path_->remove_file();
    library_->set_address_family(AF_UNIX);
    if (!library_->bind_to_port(unix_path_->short_name(), 1))
      return fail(ErrorCode::cannot_open,
                  fmt::format("The socket {} can't be made; check that its directory may be written.",
                              unix_path_->full_name()));
  } else {
    const auto& endpoint = std::get<TcpEndpoint>(options_.endpoint);
    port_ = endpoint.port;
    const bool bound = endpoint.port == 0 ? (port_ = library_->bind_to_any_port(endpoint.host)) > 0
                                          : library_->bind_to_port(endpoint.host, endpoint.port);
    if (!bound)
      return fail(ErrorCode::cannot_open,
                  fmt::format("{} port {} can't be listened on; it is taken by another program or not this "
                              "machine's: choose another with --listen HOST:PORT.",
                              endpoint.host, endpoint.port));
  }
  // The library has listened with a backlog of 5; a second call replaces it.
  ::listen(bound_socket_, listen_backlog);
  return {};
}

Result<void> HttpServer::Door::start() {
  if (auto made = make_listener(); !made) return made;
  if (auto bound = bind(); !bound) return bound;
  closer_ = std::make_unique<LingeringCloser>();
  pool_ = std::make_unique<WorkerPool>(options_.threads, options_.queue_length);
  library_->new_task_queue = [this] { return new Queue(*this); };
  auto listening = listening_.get_future();
  accepting_ = std::thread([this] { accept_until_stopped(); });
  listening.wait();
  return {};
}

void HttpServer::Door::accept_until_stopped() {
  accepting_id_ = std::this_thread::get_id();
  library_->listen_after_bind();
  // The library gives up accepting even on errors that would pass, such as no memory for one more socket.
  if (stopping_) return;
  if (options_.alarm) options_.alarm("accepting connections failed; no more are taken");
  if (options_.on_lost_listener) options_.on_lost_listener();
}

void HttpServer::Door::stop() {
  if (stopping_.exchange(true)) return;
  if (accepting_.joinable()) {
    library_->stop();
    accepting_.join();
  }
  pool_.reset();
  closer_.reset();
  if (unix_path_) unix_path_->remove_file();
}

void HttpServer::Door::turn_away(int socket) {
  // One packet into an empty buffer never blocks, and is not waited for. Over TLS nothing can be said before
  // a handshake, which would cost more than there is: such a client sees the connection end.
  if (tls_ == nullptr) {
    auto response = error_answer({ErrorCode::busy, "The server has too much to do; try again soon.", {}});
    response.headers.emplace_back("Retry-After", "5");
    ClientConnection connection(socket, nullptr, {.stall = std::chrono::milliseconds(0)});
    Conversation(connection, rules_, [] { return true; }).refuse(std::move(response));
  }
  closer_->close(socket);
}

void HttpServer::Door::serve(int socket) {
  if (std::this_thread::get_id() == accepting_id_) return turn_away(socket);
  const auto& times = options_.times;
  ClientConnection connection(socket, tls_, times);
  if (connection.open()) {
    int count = 1;
    Conversation conversation(connection, rules_, [&] {
      return count == requests_per_connection || stopping_ || pool_->has_waiting();
    });
    for (;; ++count) {
      const bool first = count == 1;
      const auto opened = SteadyClock::now();
      // A silent connection gives its thread to whoever waits: at once between requests, after the idle time
      // where its first request may still be on its way.
      const auto give_up = [&] {
        return stopping_ || (pool_->has_waiting() && (!first || SteadyClock::now() > opened + times.idle));
      };
      if (!connection.await_request(opened + (first ? times.first_byte : times.idle), give_up)) break;
      if (!conversation.exchange()) break;
    }
  }
  end(connection, socket);
}

void HttpServer::Door::end(ClientConnection& connection, int socket) {
  connection.finish();
  if (connection.peer_may_send()) {
    closer_->close(socket);
  } else {
    ::close(socket);
  }
}

HttpServer::HttpServer(HttpServerOptions options, HttpHandler handler)
    : door_(std::make_unique<Door>(std::move(options), std::move(handler))) {}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::start() {
  return door_->start();
}

int HttpServer::port() const {
  return door_->port();
}

void HttpServer::stop() {
  door_->stop();
}

}  // namespace waymark::server
