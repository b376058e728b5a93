// The transport against a small server on this machine. Timeouts are set so long that no test waits for one,
// or so short that nothing else can end it.
#include "mobile/device/http_transport.h"

#include <httplib.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <future>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <thread>

using namespace waymark;
using namespace waymark::device;

namespace {

/// Listens from when somebody asks for its address: by then its handlers are set.
class SmallServer {
 public:
  SmallServer() {
    server.new_task_queue = [] { return new httplib::ThreadPool(2); };
    port_ = server.bind_to_any_port("127.0.0.1");
  }
  ~SmallServer() { stop(); }
  std::string address() {
    if (!thread_.joinable()) {
      thread_ = std::thread([this] { server.listen_after_bind(); });
      while (!server.is_running()) std::this_thread::yield();  // stop() before that would be lost
    }
    return "http://127.0.0.1:" + std::to_string(port_);
  }
  /// What its handlers wrote may be read from then on.
  void stop() {
    if (!thread_.joinable()) return;
    server.stop();
    thread_.join();
  }
  httplib::Server server;

 private:
  int port_ = 0;
  std::thread thread_;
};

Result<HttpResponse> post(const std::string& server, const std::string& path,
                          HttpTransportOptions options = {}) {
  HttpTransport transport(std::move(options));
  Abort abort;
  return transport.send({"POST", server, path, "secret", R"({"a":1})"}, abort);
}

constexpr auto json = "application/json";

}  // namespace

TEST_CASE("A request arrives with its token, type and body, and its answer comes back") {
  SmallServer small;
  httplib::Request seen;
  small.server.Post("/v1/sync", [&](const httplib::Request& request, httplib::Response& response) {
    seen = request;
    response.set_content(R"({"ok":true})", json);
  });
  const auto response = post(small.address(), "/v1/sync");
  small.stop();
  REQUIRE(response);
  CHECK(response->status == 200);
  CHECK(response->body == R"({"ok":true})");
  CHECK(seen.get_header_value("Authorization") == "Bearer secret");
  CHECK(seen.get_header_value("Content-Type") == json);
  CHECK(seen.get_header_value("User-Agent") == "waymark");
  CHECK(seen.has_header("Content-Length"));
  CHECK_FALSE(seen.has_header("Transfer-Encoding"));
  CHECK(seen.body == R"({"a":1})");
}

TEST_CASE("A GET sends no body, and without a token no authorization") {
  SmallServer small;
  small.server.Get("/v1/health", [&](const httplib::Request& request, httplib::Response& response) {
    response.set_content(request.has_header("Authorization") ? "{\"token\":true}" : "{}", json);
  });
  HttpTransport transport;
  Abort abort;
  const auto response = transport.send({"GET", small.address(), "/v1/health", "", ""}, abort);
  REQUIRE(response);
  CHECK(response->body == "{}");
}

TEST_CASE("A refusal is an answer, with its body and its Retry-After") {
  SmallServer small;
  small.server.Post("/v1/sync", [](const httplib::Request&, httplib::Response& response) {
    response.status = 429;
    response.set_header("Retry-After", "17");
    response.set_content(R"({"error":{"code":"slow_down","message":"Later."}})", json);
  });
  const auto response = post(small.address(), "/v1/sync");
  REQUIRE(response);
  CHECK(response->status == 429);
  CHECK(response->retry_after == Millis{17'000});
  CHECK(response->body.find("slow_down") != std::string::npos);
}

TEST_CASE("Where nobody listens the server is unreachable") {
  int port = 0;
  {
    SmallServer gone;
    port = std::stoi(gone.address().substr(gone.address().rfind(':') + 1));
  }
  const auto response = post("http://127.0.0.1:" + std::to_string(port), "/v1/sync");
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::unreachable);
}

TEST_CASE("What answers in the server's place is not taken for it") {
  SmallServer small;
  small.server.Post("/portal", [](const httplib::Request&, httplib::Response& response) {
    response.set_content("<html>Please sign in to the Wi-Fi</html>", "text/html");
  });
  bool followed = false;
  small.server.Post("/moved", [&](const httplib::Request&, httplib::Response& response) {
    response.set_redirect("/elsewhere", 307);
  });
  small.server.Post("/elsewhere", [&](const httplib::Request&, httplib::Response& response) {
    followed = true;
    response.set_content("{}", json);
  });
  for (const char* path : {"/portal", "/moved", "/not-there"}) {
    const auto response = post(small.address(), path);
    REQUIRE_FALSE(response);
    CHECK(response.error().code == ErrorCode::unreachable);
  }
  small.stop();
  CHECK_FALSE(followed);
}

TEST_CASE("Silence past the timeout is a timeout") {
  SmallServer small;
  std::promise<void> release;
  auto released = release.get_future().share();
  small.server.Post("/v1/sync", [released](const httplib::Request&, httplib::Response& response) {
    released.wait();
    response.set_content("{}", json);
  });
  HttpTransportOptions options;
  options.silence_timeout = Millis{50};
  const auto response = post(small.address(), "/v1/sync", options);
  release.set_value();
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::timed_out);
}

TEST_CASE("An answer longer than allowed is refused, not read to its end") {
  SmallServer small;
  small.server.Post("/v1/sync", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(std::string(200'000, ' '), json);
  });
  HttpTransportOptions options;
  options.max_answer_bytes = 100'000;
  const auto response = post(small.address(), "/v1/sync", options);
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::too_large);
  options.max_answer_bytes = 200'000;
  CHECK(post(small.address(), "/v1/sync", options));
}

TEST_CASE("Another thread can stop a request that waits for its answer") {
  SmallServer small;
  std::promise<void> arrived, release;
  auto released = release.get_future().share();
  small.server.Post("/v1/sync", [&arrived, released](const httplib::Request&, httplib::Response& response) {
    arrived.set_value();
    released.wait();
    response.set_content("{}", json);
  });
  Abort abort;
  std::thread stopper([&] {
    arrived.get_future().wait();
    abort.request();
  });
  HttpTransportOptions options;
  options.silence_timeout = std::chrono::hours{1};
  HttpTransport transport(options);
  const auto response = transport.send({"POST", small.address(), "/v1/sync", "secret", "{}"}, abort);
  release.set_value();
  stopper.join();
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::aborted);
}

namespace {

/// A socket that listens and whose queue is full: whoever connects waits, and is neither taken nor refused.
class FullQueue {
 public:
  FullQueue() {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address_;
    REQUIRE(::bind(listener_, generic(), length) == 0);
    REQUIRE(::listen(listener_, 0) == 0);
    REQUIRE(::getsockname(listener_, generic(), &length) == 0);
    REQUIRE(::connect(first_, generic(), length) == 0);
    pollfd queue{listener_, POLLIN, 0};
    REQUIRE(::poll(&queue, 1, -1) == 1);
  }
  ~FullQueue() {
    ::close(first_);
    ::close(listener_);
  }
  std::string address() const { return "http://127.0.0.1:" + std::to_string(ntohs(address_.sin_port)); }
  /// As the system tells it of every connection: state 02 is one that was asked for and not answered.
  bool has_somebody_waiting() const {
    std::ostringstream port;
    port << ':' << std::uppercase << std::hex << std::setw(4) << std::setfill('0') << ntohs(address_.sin_port)
         << " 02 ";
    std::ifstream connections("/proc/net/tcp");
    const std::string all(std::istreambuf_iterator<char>(connections), {});
    return all.find(port.str()) != std::string::npos;
  }

 private:
  sockaddr* generic() { return reinterpret_cast<sockaddr*>(&address_); }

  sockaddr_in address_{};
  int listener_ = ::socket(AF_INET, SOCK_STREAM, 0), first_ = ::socket(AF_INET, SOCK_STREAM, 0);
};

}  // namespace

TEST_CASE("Another thread can stop a request that waits for a connection, and need not wait itself") {
  const FullQueue server;
  Abort abort;
  std::thread stopper([&] {
    while (!server.has_somebody_waiting()) std::this_thread::yield();
    abort.request();
  });
  HttpTransportOptions options;
  options.connect_timeout = std::chrono::hours{1};
  HttpTransport transport(options);
  const auto response = transport.send({"POST", server.address(), "/v1/sync", "secret", "{}"}, abort);
  stopper.join();
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::aborted);
}

TEST_CASE("A request asked to stop before it began does not begin") {
  SmallServer small;
  Abort abort;
  abort.request();
  HttpTransport transport;
  const auto response = transport.send({"POST", small.address(), "/v1/sync", "secret", "{}"}, abort);
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::aborted);
}

TEST_CASE("The token goes unprotected to this machine only") {
  for (const char* address : {"http://waymark.example", "http://127.evil.example:80", "ftp://waymark.example",
                              "waymark", "http://localhost.evil.example", ""}) {
    const auto response = post(address, "/v1/sync");
    REQUIRE_FALSE(response);
    CHECK(response.error().code == ErrorCode::bad_request);
    CHECK(response.error().field == "server");
  }
}

TEST_CASE("A connection that breaks in the middle of an answer is unreachable, not a short answer") {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  REQUIRE(listener >= 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::listen(listener, 1) == 0);
  socklen_t length = sizeof address;
  REQUIRE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) == 0);
  std::thread half([listener] {
    const int connection = ::accept(listener, nullptr, nullptr);
    std::string request(4096, ' ');
    std::size_t got = 0;
    // The whole request first: closing over unread bytes would reset the connection.
    while (request.substr(0, got).find(R"({"a":1})") == std::string::npos) {
      const auto bytes = ::read(connection, request.data() + got, request.size() - got);
      if (bytes <= 0) break;
      got += static_cast<std::size_t>(bytes);
    }
    const std::string part =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"half\":";
    if (::write(connection, part.data(), part.size()) < 0) std::abort();
    ::close(connection);
  });
  const auto response = post("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), "/v1/sync");
  half.join();
  ::close(listener);
  REQUIRE_FALSE(response);
  CHECK(response.error().code == ErrorCode::unreachable);
}
