#include "syncserver/api/request_head.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace waymark;
using namespace waymark::server;

namespace {

constexpr std::size_t max_body = 1'000;

Result<RequestHead> parse(std::string_view head) {
  return parse_request_head(head, max_body);
}

ErrorCode code_of(std::string_view head) {
  const auto parsed = parse(head);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().message.back() == '.');
  return parsed.error().code;
}

}  // namespace

TEST_CASE("a plain request is read") {
  const auto head = parse(
      "POST /v1/sync?start=2026-06-01&a=b%20c+d&e HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nX-One:  two "
      "\r\n\r\n");
  REQUIRE(head);
  CHECK(head->request.method == "POST");
  CHECK(head->request.path == "/v1/sync");
  CHECK(head->request.query_value("start") == "2026-06-01");
  CHECK(head->request.query_value("a") == "b c d");
  CHECK(head->request.query_value("e") == "");
  CHECK_FALSE(head->request.query_value("none"));
  CHECK(head->request.header("x-one") == "two");
  CHECK(head->content_length == 12);
  CHECK(head->has_body);
  CHECK_FALSE(head->close);
}

TEST_CASE("HEAD is a GET without its body, HTTP/1.0 and Connection: close end the connection") {
  const auto head = parse("HEAD / HTTP/1.1\r\n\r\n");
  REQUIRE(head);
  CHECK(head->request.method == "GET");
  CHECK(head->head_only);
  CHECK(parse("GET / HTTP/1.0\r\n\r\n")->close);
  CHECK(parse("GET / HTTP/1.1\r\nConnection: Keep-Alive, Close\r\n\r\n")->close);
}

TEST_CASE("a body whose end is in doubt is refused") {
  CHECK(code_of("POST / HTTP/1.1\r\n\r\n") == ErrorCode::length_required);
  CHECK(code_of("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n") ==
        ErrorCode::length_required);
  CHECK(code_of("POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n") ==
        ErrorCode::length_required);
  CHECK(code_of("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") == ErrorCode::length_required);
  for (const auto* value : {"", "-1", "+5", "5,5", "5 5", "0x5", "99999999999999999999", "1e3"})
    CHECK(code_of(std::string("POST / HTTP/1.1\r\nContent-Length: ") + value + "\r\n\r\n") ==
          ErrorCode::length_required);
  CHECK(code_of("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n") ==
        ErrorCode::unsupported_media_type);
  CHECK(code_of("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n") == ErrorCode::too_large);
  CHECK(parse("POST / HTTP/1.1\r\nContent-Length: 1000\r\nContent-Encoding: identity\r\n\r\n"));
}

TEST_CASE("nothing is read after a body that nobody asked for") {
  const auto head = parse("GET / HTTP/1.1\r\nContent-Length: 30\r\n\r\n");
  REQUIRE(head);
  CHECK_FALSE(head->has_body);
  CHECK(head->close);
  CHECK_FALSE(parse("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n")->close);
}

TEST_CASE("what different programs read differently is refused") {
  for (const auto* head : {"GET / HTTP/1.1\nHost: x\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
                           "GET / HTTP/1.1\r\n folded\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                           "GET / HTTP/1.1\r\nNo colon\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: \x01\r\n\r\n",
                           "GET / HTTP/1.1\r\n: x\r\n\r\n",
                           "GET  / HTTP/1.1\r\n\r\n",
                           "GET /a b HTTP/1.1\r\n\r\n",
                           "GET / HTTP/2.0\r\n\r\n",
                           "GET /\r\n\r\n",
                           "GET http://elsewhere/ HTTP/1.1\r\n\r\n",
                           "G@T / HTTP/1.1\r\n\r\n",
                           "/ HTTP/1.1\r\n\r\n",
                           "GET /?a=%4 HTTP/1.1\r\n\r\n",
                           "GET /?a=%zz HTTP/1.1\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: b\r\n",
                           "",
                           "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n"}) {
    INFO(head);
    CHECK(code_of(head) == ErrorCode::bad_request);
  }
}

TEST_CASE("long paths, many headers and long heads have an end") {
  CHECK(parse("GET /" + std::string(max_target_bytes - 1, 'a') + " HTTP/1.1\r\n\r\n"));
  CHECK(code_of("GET /" + std::string(max_target_bytes, 'a') + " HTTP/1.1\r\n\r\n") ==
        ErrorCode::uri_too_long);
  std::string lines;
  for (std::size_t i = 0; i < max_header_lines; ++i) lines += "A: b\r\n";
  CHECK(parse("GET / HTTP/1.1\r\n" + lines + "\r\n"));
  CHECK(code_of("GET / HTTP/1.1\r\n" + lines + "A: b\r\n\r\n") == ErrorCode::bad_request);
  CHECK(code_of("GET / HTTP/1.1\r\nA: " + std::string(max_head_bytes, 'b') + "\r\n\r\n") ==
        ErrorCode::bad_request);
}

TEST_CASE("whatever bytes come, a head is read or refused, and only whole ones are read") {
  rc::check([](const std::string& noise, bool framed) {
    const auto text = framed ? "GET /" + noise + " HTTP/1.1\r\nA: " + noise + "\r\n\r\n" : noise;
    const auto head = parse_request_head(text, max_body);
    if (head) RC_ASSERT(std::string_view(text).ends_with("\r\n\r\n") && head->request.path.front() == '/');
  });
}
