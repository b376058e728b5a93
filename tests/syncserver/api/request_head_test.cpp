#include "syncserver/api/request_head.h"

#include <httplib.h>

#include <catch2/catch.hpp>

using namespace waymark;
using namespace waymark::server;

namespace {

constexpr std::size_t max_body = 1'000;

/// A request as the library has read it.
httplib::Request read(std::string method, std::string target, httplib::Headers headers = {}) {
  httplib::Request request;
  request.method = std::move(method);
  request.target = std::move(target);
  request.version = "HTTP/1.1";
  request.headers = std::move(headers);
  return request;
}

ErrorCode code_of(const httplib::Request& request) {
  const auto head = check_request(request, max_body);
  REQUIRE_FALSE(head);
  CHECK(head.error().message.back() == '.');
  return head.error().code;
}

}  // namespace

TEST_CASE("routes see the path as it was written, decoded parameters and names in lower case") {
  auto request = read("POST", "/v1/sync%20?start=2026-06-01&e", {{"Content-Length", "12"}, {"X-One", "two"}});
  const auto head = check_request(request, max_body);
  REQUIRE(head);
  CHECK(head->request.method == "POST");
  CHECK(head->request.path == "/v1/sync%20");
  CHECK(head->request.query_value("start") == "2026-06-01");
  CHECK(head->request.query_value("e") == "");
  CHECK_FALSE(head->request.query_value("none"));
  CHECK(head->request.header("x-one") == "two");
  CHECK(head->content_length == 12);
  CHECK(head->has_body);
  CHECK_FALSE(head->close);
}

TEST_CASE("a query is read in its order, at the first = of each pair, as forms encode it") {
  const auto query = [](const std::string& text) {
    return check_request(read("GET", "/v1/team/week" + text), max_body)->request.query;
  };
  using Query = std::vector<std::pair<std::string, std::string>>;
  CHECK(query("").empty());
  CHECK(query("?").empty());
  CHECK(query("?b=2&a=1&b=3") == Query{{"b", "2"}, {"a", "1"}, {"b", "3"}});
  CHECK(query("?start=x=2026-06-01") == Query{{"start", "x=2026-06-01"}});
  CHECK(query("?&a&&=b&") == Query{{"a", ""}, {"", "b"}});
  CHECK(query("?a%26b=c%3Dd+e%2b") == Query{{"a&b", "c=d e+"}});
  CHECK(query("?a=%zz%4&b=%41%") == Query{{"a", "%zz%4"}, {"b", "A%"}});
}

TEST_CASE("HEAD is a GET, HTTP/1.0 and Connection: close end the connection") {
  CHECK(check_request(read("HEAD", "/"), max_body)->request.method == "GET");
  auto old = read("GET", "/", {{"Connection", "Keep-Alive"}});
  old.version = "HTTP/1.0";
  CHECK(check_request(old, max_body)->close);
  CHECK(check_request(read("GET", "/", {{"Connection", "Keep-Alive, Close"}}), max_body)->close);
}

TEST_CASE("a body whose end is in doubt is refused") {
  using httplib::Headers;
  CHECK(code_of(read("POST", "/")) == ErrorCode::length_required);
  CHECK(code_of(read("POST", "/", {{"Content-Length", "5"}, {"content-length", "5"}})) ==
        ErrorCode::length_required);
  CHECK(code_of(read("POST", "/", {{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}})) ==
        ErrorCode::length_required);
  CHECK(code_of(read("GET", "/", {{"Transfer-Encoding", "chunked"}})) == ErrorCode::length_required);
  for (const auto* value : {"", "-1", "+5", "5,5", "5 5", "0x5", "99999999999999999999", "1e3"})
    CHECK(code_of(read("POST", "/", {{"Content-Length", value}})) == ErrorCode::length_required);
  for (const auto* value : {"gzip", "br", "identity, gzip"})
    CHECK(code_of(read("POST", "/", {{"Content-Length", "5"}, {"Content-Encoding", value}})) ==
          ErrorCode::unsupported_media_type);
  CHECK(code_of(read(
            "POST", "/",
            {{"Content-Length", "5"}, {"Content-Encoding", "identity"}, {"Content-Encoding", "gzip"}})) ==
        ErrorCode::unsupported_media_type);
  CHECK(code_of(read("POST", "/", {{"Content-Length", "1001"}})) == ErrorCode::too_large);
  CHECK(check_request(read("POST", "/", {{"Content-Length", "1000"}, {"Content-Encoding", "Identity"}}),
                      max_body));
}

TEST_CASE("only who sends a body that is read may wait for 100 Continue") {
  const auto waits = [](const char* method, const char* length) {
    const auto head =
        check_request(read(method, "/", {{"Content-Length", length}, {"Expect", "100-Continue"}}), max_body);
    REQUIRE(head);
    return head->wants_continue;
  };
  CHECK(waits("POST", "5"));
  CHECK_FALSE(waits("POST", "0"));
  CHECK_FALSE(waits("GET", "5"));
}

TEST_CASE("nothing is read after a body that nobody asked for") {
  const auto head = check_request(read("GET", "/", {{"Content-Length", "30"}}), max_body);
  REQUIRE(head);
  CHECK_FALSE(head->has_body);
  CHECK(head->close);
  CHECK_FALSE(check_request(read("GET", "/", {{"Content-Length", "0"}}), max_body)->close);
}

TEST_CASE("a target is a path with an end, for one host") {
  CHECK(code_of(read("GET", "http://elsewhere/")) == ErrorCode::bad_request);
  CHECK(code_of(read("OPTIONS", "*")) == ErrorCode::bad_request);
  CHECK(code_of(read("GET", "/", {{"Host", "a"}, {"Host", "b"}})) == ErrorCode::bad_request);
  CHECK(check_request(read("GET", "/" + std::string(max_target_bytes - 1, 'a')), max_body));
  CHECK(code_of(read("GET", "/" + std::string(max_target_bytes, 'a'))) == ErrorCode::uri_too_long);
}
