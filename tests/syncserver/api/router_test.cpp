#include "syncserver/api/router.h"

#include <catch2/catch.hpp>

#include "syncserver/api/error_answer.h"

using namespace waymark::server;

namespace {

HttpResponse ask(const Router& router, std::string method, std::string path) {
  HttpRequest request;
  request.method = std::move(method);
  request.path = std::move(path);
  return router(request);
}

Router sample_router() {
  Router router;
  router.add("GET", "/v1/people/{id}/week",
             [](HttpRequest& r) { return ok_json("week of " + r.params.at("id")); });
  router.add("GET", "/v1/health", [](HttpRequest&) { return ok_json("health"); });
  router.add("POST", "/v1/health", [](HttpRequest&) { return ok_json("posted"); });
  return router;
}

}  // namespace

TEST_CASE("a route answers its own path and method, with its parameters") {
  const auto router = sample_router();
  CHECK(ask(router, "GET", "/v1/people/abc/week").body == "week of abc");
  CHECK(ask(router, "GET", "/v1/health").body == "health");
  CHECK(ask(router, "POST", "/v1/health").body == "posted");
}

TEST_CASE("another path is not found, also one that is nearly a route's") {
  const auto router = sample_router();
  for (const auto* path : {"/", "/v1", "/v1/health/", "/v1//health", "/v1/people//week",
                           "/v1/people/a/b/week", "/v1/Health", "/v1/people/abc/week/more", "/v1/%68ealth"}) {
    INFO(path);
    CHECK(ask(router, "GET", path).status == 404);
  }
}

TEST_CASE("another method is told which ones there are") {
  const auto answer = ask(sample_router(), "DELETE", "/v1/health");
  CHECK(answer.status == 405);
  REQUIRE(answer.headers.size() == 1);
  CHECK(answer.headers[0] == std::pair<std::string, std::string>("Allow", "GET, HEAD, POST"));
  CHECK(answer.body.find("\"method_not_allowed\"") != std::string::npos);
}

TEST_CASE("what the machine fails at is never the client's fault, and the other way round") {
  using waymark::ErrorCode;
  for (const auto code : {ErrorCode::internal, ErrorCode::busy, ErrorCode::cannot_open, ErrorCode::corrupt,
                          ErrorCode::locked, ErrorCode::schema_too_new, ErrorCode::timed_out,
                          ErrorCode::disk_full, ErrorCode::aborted, ErrorCode::unreachable})
    CHECK(http_status(code) >= 500);
  for (int code = 0; code <= static_cast<int>(ErrorCode::op_reused); ++code) {
    const auto value = static_cast<ErrorCode>(code);
    if (value == ErrorCode::internal || value == ErrorCode::busy) continue;
    CHECK(http_status(value) >= 400);
    CHECK(http_status(value) < 500);
  }
  const auto answer =
      error_answer({ErrorCode::bad_code, "Ask for a new code.", "code"}, waymark::WipeOrder::now);
  CHECK(answer.status == 401);
  CHECK(answer.body ==
        R"({"error":{"code":"bad_code","message":"Ask for a new code.","field":"code"},"wipe":"now"})");
}
