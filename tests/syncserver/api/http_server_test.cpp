// The door's own manners: keep-alive, overload, draining, sockets.
#include "syncserver/api/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <future>
#include <thread>

#include "tests/syncserver/api/door.h"
#include "tests/syncserver/api/raw_client.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;

TEST_CASE("one connection carries request after request, also sent at once") {
  Door door;
  RawClient client(door.port());
  client.send(get("/hello") + post("/length", "12345") + "\r\n" + get("/things/7") + get("/address"));
  CHECK(client.read()->body == "hello");
  CHECK(client.read()->body == "5");
  const auto third = client.read();
  REQUIRE(third);
  CHECK(third->body == "7");
  CHECK(third->headers.at("connection") == "keep-alive");
  CHECK(client.read()->body == "127.0.0.1");
  client.send(get("/hello", "Connection: close\r\n"));
  CHECK(client.read()->headers.at("connection") == "close");
  CHECK(client.ends());
}

TEST_CASE("HEAD has the length and no body, unknown paths and methods have JSON errors") {
  Door door;
  RawClient client(door.port());
  client.send("HEAD /hello HTTP/1.1\r\n\r\n");
  const auto head = client.read(true);
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->headers.at("content-length") == "5");
  client.send(get("/nothing"));
  const auto missing = client.read();
  REQUIRE(missing);
  CHECK(missing->status == 404);
  CHECK(missing->body.find(R"("code":"not_found")") != std::string::npos);
  for (const auto* method : {"BREW", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"}) {
    client.send(std::string(method) + " /hello HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
    const auto answer = client.read();
    REQUIRE(answer);
    CHECK(answer->status == 405);
    CHECK(answer->headers.at("allow") == "GET, HEAD");
    CHECK(answer->headers.at("x-content-type-options") == "nosniff");
    CHECK(answer->headers.at("cache-control") == "no-store");
  }
}

TEST_CASE("an answer carries its length and the headers that keep it private, and none a value smuggles in") {
  Door door;
  RawClient client(door.port());
  client.send(get("/split"));
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->body == "{}");
  CHECK(answer->headers == std::map<std::string, std::string>{{"cache-control", "no-store"},
                                                              {"connection", "keep-alive"},
                                                              {"content-length", "2"},
                                                              {"content-type", "application/json"},
                                                              {"x-content-type-options", "nosniff"},
                                                              {"x-one", "1"}});
}

TEST_CASE("a client that asks whether to go on with its body is told to") {
  Door door;
  RawClient client(door.port());
  client.send("POST /length HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read()->status == 100);
  client.send("abc");
  CHECK(client.read()->body == "3");
  client.send("POST /length HTTP/1.1\r\nContent-Length: 999999\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.read()->status == 413);
}

TEST_CASE("who asks is the peer, and the proxy's word counts only where there is a proxy") {
  const std::string claimed = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 10.1.1.1, 198.51.100.4\r\n";
  Door alone;
  RawClient direct(alone.port());
  direct.send(get("/address", claimed));
  CHECK(direct.read()->body == "127.0.0.1");

  HttpServerOptions options;
  options.behind_proxy = true;
  Door proxied(options);
  RawClient client(proxied.port());
  client.send(get("/address", claimed));
  CHECK(client.read()->body == "198.51.100.4");
  client.send(get("/address", "X-Forwarded-For: not-an-address\r\n"));
  CHECK(client.read()->body == "127.0.0.1");
  client.send(get("/address"));
  CHECK(client.read()->body == "127.0.0.1");
}

TEST_CASE("beyond the queue the answer is 503, and what was taken is served") {
  HttpServerOptions options;
  options.threads = 1;
  options.queue_length = 1;
  Door door(options);
  RawClient served(door.port());
  served.send(get("/wait"));
  door.entered.wait();
  RawClient queued(door.port());
  queued.send(get("/hello"));
  for (int i = 0; i < 20; ++i) {
    RawClient turned_away(door.port());
    turned_away.send(get("/hello"));
    const auto answer = turned_away.read();
    REQUIRE(answer);
    CHECK(answer->status == 503);
    CHECK(answer->headers.at("retry-after") == "5");
    CHECK(answer->body.find(R"("code":"busy")") != std::string::npos);
    CHECK(turned_away.ends());
  }
  door.leave.open();
  CHECK(served.read()->body == "waited");
  CHECK(queued.read()->body == "hello");
}

TEST_CASE("an idle connection makes room as soon as another one waits") {
  HttpServerOptions options;
  options.threads = 1;
  options.times.idle = std::chrono::hours(1);
  Door door(options);
  RawClient idle(door.port());
  idle.send(get("/hello"));
  CHECK(idle.read()->body == "hello");
  RawClient next(door.port());
  next.send(get("/hello"));
  CHECK(next.read()->body == "hello");
  CHECK(idle.ends());
}

TEST_CASE("stopping lets what is under way finish, drops who is idle, and accepts nobody any more") {
  auto door = std::make_unique<Door>();
  const int port = door->port();
  RawClient idle(port);
  idle.send(get("/hello"));
  idle.read();
  RawClient busy(port);
  busy.send(get("/wait"));
  door->entered.wait();
  auto stopped = std::async(std::launch::async, [&] { door->server.stop(); });
  CHECK(idle.ends());
  CHECK(stopped.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
  door->leave.open();
  const auto answer = busy.read();
  REQUIRE(answer);
  CHECK(answer->body == "waited");
  CHECK(answer->headers.at("connection") == "close");
  stopped.get();
  CHECK_THROWS(RawClient(port));
}

TEST_CASE("a port is nobody else's, not even with SO_REUSEPORT") {
  Door door;
  HttpServerOptions options;
  options.endpoint = TcpEndpoint{"127.0.0.1", door.port()};
  HttpServer second(options, [](HttpRequest&) { return ok_json("second"); });
  const auto started = second.start();
  REQUIRE_FALSE(started);
  CHECK(started.error().code == ErrorCode::cannot_open);
  CHECK(started.error().message.find(std::to_string(door.port())) != std::string::npos);

  const int thief = socket(AF_INET, SOCK_STREAM, 0);
  const int yes = 1;
  setsockopt(thief, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof(yes));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(door.port()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  CHECK(bind(thief, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == -1);
  close(thief);
}

TEST_CASE("the listening socket has the settings that the library would not give it") {
  const Door door;
  int listening = -1;
  for (int fd = 0; fd < 1'024 && listening < 0; ++fd) {
    int accepts = 0;
    socklen_t size = sizeof(accepts);
    if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &accepts, &size) != 0 || accepts == 0) continue;
    sockaddr_in address{};
    size = sizeof(address);
    if (getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
        ntohs(address.sin_port) == door.port())
      listening = fd;
  }
  REQUIRE(listening >= 0);
  const auto option = [&](int level, int name) {
    int value = -1;
    socklen_t size = sizeof(value);
    getsockopt(listening, level, name, &value, &size);
    return value;
  };
  CHECK(option(IPPROTO_TCP, TCP_NODELAY) == 1);
  CHECK(option(SOL_SOCKET, SO_REUSEADDR) == 1);
  CHECK(option(SOL_SOCKET, SO_REUSEPORT) == 0);
  // Of a listening socket Linux reports its backlog in this member; the system may allow less than is asked.
  tcp_info info{};
  socklen_t size = sizeof(info);
  REQUIRE(getsockopt(listening, IPPROTO_TCP, TCP_INFO, &info, &size) == 0);
  unsigned allowed = 0;
  std::ifstream("/proc/sys/net/core/somaxconn") >> allowed;
  CHECK(info.tcpi_sacked == std::min(1'024u, allowed));
}

TEST_CASE("clients beyond the 1,024 file descriptors of a select() are served") {
  constexpr rlim_t enough = 3'000;
  rlimit files{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &files) == 0);
  REQUIRE(files.rlim_max >= enough);
  if (files.rlim_cur < enough) {
    files.rlim_cur = enough;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &files) == 0);
  }
  Door door;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 700; ++i) {
    clients.push_back(std::make_unique<RawClient>(door.port()));
    clients.back()->send(get("/hello", "Connection: close\r\n"));
  }
  for (auto& client : clients) {
    const auto answer = client->read();
    REQUIRE(answer);
    CHECK(answer->body == "hello");
  }
}
