// The module that speaks to a server is loaded with the first request, and is missed in words.
#include "mobile/app/late_transport.h"

#include <catch2/catch.hpp>

namespace waymark::app {
namespace {

device::HttpRequest to_unprotected_address() {
  device::HttpRequest request;
  request.server = "http://waymark.example.org";
  request.path = "/v1/sync";
  return request;
}

TEST_CASE("What the module makes answers the request: an address without TLS is refused by it") {
  LateTransport transport(QStringLiteral(WAYMARK_TRANSPORT));
  device::Abort abort;
  for (int i = 0; i < 2; ++i) {
    const auto answer = transport.send(to_unprotected_address(), abort);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::bad_request);
    CHECK(answer.error().field == "server");
  }
}

TEST_CASE("Without its module nothing is sent, and the person hears what to do") {
  LateTransport transport(QStringLiteral("/nowhere/waymark_transport"));
  device::Abort abort;
  const auto answer = transport.send(to_unprotected_address(), abort);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::internal);
  CHECK(answer.error().message.find("install Waymark again") != std::string::npos);
}

}  // namespace
}  // namespace waymark::app
