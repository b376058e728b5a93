// What sync.md lists against the HTTP library, each tried on a real server over a real socket.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <thread>

#include "tests/syncserver/api/door.h"
#include "tests/syncserver/api/raw_client.h"

using namespace waymark::test;

namespace {

/// One refused request: its status, and that the connection ends without another answer.
int refused(Door& door, const std::string& bytes) {
  RawClient client(door.port());
  client.send(bytes);
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->headers.at("connection") == "close");
  CHECK(answer->headers.at("content-type") == "application/json");
  CHECK(answer->body.starts_with(R"({"error":{"code":")"));
  CHECK(client.ends());
  return answer->status;
}

}  // namespace

TEST_CASE("bodies whose end is in doubt never reach a route") {
  Door door;
  CHECK(refused(door, "POST /length HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n") ==
        411);
  CHECK(
      refused(door,
              "POST /length HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") ==
      411);
  CHECK(refused(door, "POST /length HTTP/1.1\r\nHost: x\r\n\r\n") == 411);
  CHECK(refused(door, "POST /length HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!") ==
        411);
  CHECK(refused(door, post("/length", "hello", "Content-Encoding: gzip\r\n")) == 415);
  CHECK(refused(door, post("/length", "hello", "Content-Encoding: br\r\n")) == 415);
  CHECK(door.reached == 0);
}

TEST_CASE("a body of 256 KiB is taken, a larger one is answered 413 even while it is still being sent") {
  Door door;
  RawClient client(door.port());
  client.send(post("/length", std::string(256 * 1024, 'x')));
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->body == "262144");
  CHECK(refused(door, post("/length", std::string(256 * 1024 + 1, 'x'))) == 413);
  CHECK(refused(door, post("/length", std::string(900'000, 'x'))) == 413);
  CHECK(refused(door, "POST /length HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\n") == 413);
  CHECK(door.reached == 1);
}

TEST_CASE("a GET's body is not run as the next request") {
  Door door;
  RawClient client(door.port());
  const auto hidden = get("/broken");
  client.send(get("/hello", "Content-Length: " + std::to_string(hidden.size()) + "\r\n") + hidden);
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->headers.at("connection") == "close");
  CHECK(client.ends());
  CHECK(door.reached == 1);
}

TEST_CASE("headers have an end, in number and in length") {
  Door door;
  std::string many = "GET /hello HTTP/1.1\r\n";
  for (int i = 0; i < 100'000; ++i) many += "A: b\r\n";
  CHECK(refused(door, many + "\r\n") == 400);
  CHECK(refused(door, get("/hello", "A: " + std::string(30'000, 'b') + "\r\n")) == 400);
  CHECK(door.reached == 0);
}

TEST_CASE("long paths are answered 414, or not found, and crash nothing") {
  Door door;
  RawClient client(door.port());
  client.send(get("/" + std::string(2'000, 'a')));
  CHECK(client.read()->status == 404);
  client.send(get("/things/" + std::string(2'000, 'b')));
  CHECK(client.read()->body == std::string(2'000, 'b'));
  for (const std::size_t length : {2'048u, 9'000u, 17'000u, 200'000u})
    CHECK(refused(door, get("/" + std::string(length, 'a'))) == 414);
  client.send(
      get("/hello", "Range: bytes=" + std::string(4'000, '1') + "-,2-\r\nAccept-Encoding: br, gzip\r\n"));
  CHECK(client.read()->body == "hello");
}

TEST_CASE("requests that two programs could read differently are refused") {
  Door door;
  CHECK(refused(door, "GET /hello HTTP/1.1\r\nHost : x\r\n\r\n") == 400);
  CHECK(refused(door, "GET /hello HTTP/1.1\r\nA: b\nTransfer-Encoding: chunked\r\n\r\n") == 400);
  CHECK(refused(door, "nonsense\r\n\r\n") == 400);
  CHECK(refused(door, "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") == 400);
  CHECK(refused(door, std::string("GET /hel\0lo HTTP/1.1\r\n\r\n", 24)) == 400);
  CHECK(refused(door, "GET /hello HTTP/2.0\r\n\r\n") == 400);
  CHECK(refused(door, "GET http://elsewhere/hello HTTP/1.1\r\n\r\n") == 400);
  CHECK(refused(door, "POST /length HTTP/1.1\r\nContent-Length: %35\r\n\r\nhello") == 411);
  CHECK(refused(door, "GET /hello HTTP/1.1\r\nTransfer-Encoding:\r\n\r\n") == 411);
  CHECK(door.reached == 0);
}

TEST_CASE("what the library would act on by itself changes nothing in an answer") {
  Door door;
  RawClient client(door.port());
  client.send(get("/hello", "Range: bytes=1-2\r\nAccept-Encoding: gzip\r\n"));
  const auto whole = client.read();
  REQUIRE(whole);
  CHECK(whole->status == 200);
  CHECK(whole->body == "hello");
  CHECK(whole->headers.count("accept-ranges") == 0);
  CHECK(whole->headers.count("keep-alive") == 0);
  client.send(post("/length", "hello", "Content-Type: multipart/form-data; boundary=x\r\n"));
  CHECK(client.read()->body == "5");
  client.send(
      post("/length", std::string(100'000, 'x'), "Content-Type: application/x-www-form-urlencoded\r\n"));
  CHECK(client.read()->body == "100000");
  client.send(get("/hello%0a"));
  CHECK(client.read()->status == 404);
  CHECK(refused(door, "GET /hello HTTP/1.1\r\nA : b\r\nAccept-Encoding: gzip\r\n\r\n") == 400);
}

TEST_CASE("whatever stands in a request, it is answered, and the next client is served") {
  Door door;
  CHECK(rc::check([&](const std::string& noise) {
    RawClient client(door.port());
    client.send("GET /" + noise + " HTTP/1.1\r\nA: " + noise + "\r\n\r\n");
    const auto answer = client.read();
    RC_ASSERT(answer && std::set<int>({400, 404, 411, 414}).contains(answer->status));
  }));
  RawClient client(door.port());
  client.send(get("/hello"));
  CHECK(client.read()->body == "hello");
}

TEST_CASE("what goes wrong inside is told to the operator, not to the client") {
  Door door;
  RawClient client(door.port());
  client.send(get("/broken"));
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 500);
  CHECK(answer->body.find(R"("code":"internal")") != std::string::npos);
  CHECK(answer->body.find("secret") == std::string::npos);
  for (const auto& [name, value] : answer->headers) CHECK(value.find("secret") == std::string::npos);
  client.send(get("/hello"));
  CHECK(client.read()->body == "hello");
  const std::lock_guard lock(door.alarms_mutex);
  CHECK(door.alarms == std::vector<std::string>{"/broken failed: the secret of table people"});
}

TEST_CASE("a client that says nothing, or stops in the middle, is let go") {
  waymark::server::HttpServerOptions options;
  options.times = hurried();
  Door door(options);
  RawClient silent(door.port());
  CHECK(silent.ends());
  RawClient half_a_head(door.port());
  half_a_head.send("GET /hello HTT");
  CHECK(half_a_head.ends());
  CHECK(door.reached == 0);
}

TEST_CASE("a body that stops in the middle is refused and its client let go") {
  waymark::server::HttpServerOptions options;
  options.times = unhurried();
  options.times.stall = hurried().stall;
  Door door(options);
  RawClient client(door.port());
  client.send("POST /length HTTP/1.1\r\nContent-Length: 10\r\n\r\nhello");
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 400);
  CHECK(client.ends());
  CHECK(door.reached == 0);
}

TEST_CASE("a client that trickles is let go, however often it sends") {
  waymark::server::HttpServerOptions options;
  options.times = hurried();
  options.times.stall = std::chrono::seconds(60);
  Door door(options);
  RawClient client(door.port());
  client.send("GET /hello HTTP/1.1\r\nA: ");
  while (!client.stirs(20) && client.send("x")) {
  }
  CHECK(client.ends());
  CHECK(door.reached == 0);
}

TEST_CASE("a client that never reads its answer does not hold its thread") {
  waymark::server::HttpServerOptions options;
  options.times = hurried();
  options.threads = 1;
  Door door(options);
  RawClient deaf(door.port());
  deaf.send(get("/large"));
  RawClient next(door.port());
  next.send(get("/hello"));
  const auto answer = next.read();
  REQUIRE(answer);
  CHECK(answer->body == "hello");
}
