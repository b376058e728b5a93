#include "syncserver/api/http_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <httplib.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <atomic>
#include <future>
#include <thread>

#include "syncserver/api/answer_writer.h"
#include "syncserver/api/error_answer.h"
#include "syncserver/api/lingering_closer.h"
#include "syncserver/api/request_head.h"
#include "syncserver/api/unix_socket_path.h"
#include "syncserver/api/worker_pool.h"

namespace waymark::server {

namespace {

constexpr int listen_backlog = 1'024;
constexpr int requests_per_connection = 1'000;

/// The library's server with the way it treats a connection replaced by ours.
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

bool is_ip_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> parsed{};
  return inet_pton(AF_INET, text.c_str(), parsed.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), parsed.data()) == 1;
}

/// The last address of the last X-Forwarded-For: the one our own proxy wrote. Empty if it is none.
std::string forwarded_address(const HttpRequest& request) {
  std::string last;
  for (const auto& [name, value] : request.headers)
    if (name == "x-forwarded-for") last = value;
  if (const auto comma = last.rfind(','); comma != std::string::npos) last.erase(0, comma + 1);
  last.erase(0, last.find_first_not_of(" \t"));
  return is_ip_address(last) ? last : std::string();
}

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
  bool serve_one(ClientConnection& connection, const std::string& peer, bool last);
  bool refuse(ClientConnection& connection, const Error& error);
  bool send(ClientConnection& connection, const HttpResponse& response, AnswerForm form);
  HttpResponse answer(HttpRequest& request);
  void end(ClientConnection& connection, int socket);

  const HttpServerOptions options_;
  const HttpHandler handler_;
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
  // One packet into an empty buffer never blocks. Over TLS nothing can be said before a handshake, which
  // would cost more than there is: such a client sees the connection end.
  if (tls_ == nullptr) {
    auto response = error_answer({ErrorCode::busy, "The server has too much to do; try again soon.", {}});
    response.headers.emplace_back("Retry-After", "5");
    const auto bytes = write_answer(response, {.close = true});
    [[maybe_unused]] const auto sent =
        ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  closer_->close(socket);
}

void HttpServer::Door::serve(int socket) {
  if (std::this_thread::get_id() == accepting_id_) return turn_away(socket);
  ClientConnection connection(socket, tls_);
  if (connection.open(SteadyClock::now() + options_.times.head)) {
    const auto peer = peer_address(socket);
    const auto& times = options_.times;
    for (int count = 1; count <= requests_per_connection; ++count) {
      const bool first = count == 1;
      const auto opened = SteadyClock::now();
      // A silent connection gives its thread to whoever waits: at once between requests, after the idle time
      // where its first request may still be on its way.
      const auto give_up = [&] {
        return stopping_ || (pool_->has_waiting() && (!first || SteadyClock::now() > opened + times.idle));
      };
      if (!connection.await_request(opened + (first ? times.first_byte : times.idle), give_up)) break;
      if (!serve_one(connection, peer, count == requests_per_connection)) break;
    }
  }
  end(connection, socket);
}

void HttpServer::Door::end(ClientConnection& connection, int socket) {
  connection.finish();
  if (connection.has_unread()) {
    closer_->close(socket);
  } else {
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
  }
}

bool HttpServer::Door::refuse(ClientConnection& connection, const Error& error) {
  send(connection, error_answer(error), {.close = true});
  return false;
}

bool HttpServer::Door::send(ClientConnection& connection, const HttpResponse& response, AnswerForm form) {
  return connection.write(write_answer(response, form), options_.times.stall,
                          SteadyClock::now() + options_.times.answer) &&
         !form.close;
}

bool HttpServer::Door::serve_one(ClientConnection& connection, const std::string& peer, bool last) {
  const auto& times = options_.times;
  std::string text;
  switch (connection.read_head(text, max_head_bytes, SteadyClock::now() + times.head)) {
    case ClientConnection::ReadEnd::complete:
      break;
    case ClientConnection::ReadEnd::stopped:
      return false;
    case ClientConnection::ReadEnd::too_long:
      if (text.find("\r\n") > max_target_bytes)
        return refuse(connection,
                      {ErrorCode::uri_too_long, "The address is longer than 2,048 characters.", {}});
      return refuse(connection, {ErrorCode::bad_request, "The request's headers are too long.", {}});
  }
  auto head = parse_request_head(text, options_.max_body);
  if (!head) return refuse(connection, head.error());

  auto& request = head->request;
  if (head->has_body) {
    if (head->wants_continue && head->content_length > 0)
      connection.write("HTTP/1.1 100 Continue\r\n\r\n", times.stall, SteadyClock::now() + times.stall);
    if (!connection.read_body(request.body, head->content_length, times.stall,
                              SteadyClock::now() + times.body))
      return refuse(connection, {ErrorCode::bad_request, "The request's body did not arrive whole.", {}});
  }
  request.client_address = peer;
  if (options_.behind_proxy)
    if (auto forwarded = forwarded_address(request); !forwarded.empty()) request.client_address = forwarded;

  const auto response = answer(request);
  return send(
      connection, response,
      {.close = head->close || last || stopping_ || pool_->has_waiting(), .head_only = head->head_only});
}

HttpResponse HttpServer::Door::answer(HttpRequest& request) {
  try {
    return handler_(request);
  } catch (const std::exception& problem) {
    // What went wrong is for the log of the machine, not for whoever asked.
    if (options_.alarm) options_.alarm(fmt::format("{} failed: {}", request.path, problem.what()));
  } catch (...) {
    if (options_.alarm) options_.alarm(fmt::format("{} failed", request.path));
  }
  return error_answer({ErrorCode::internal, "The server could not do this; try again later.", {}});
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
