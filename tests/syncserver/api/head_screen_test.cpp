#include "syncserver/api/head_screen.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace waymark;
using namespace waymark::server;

namespace {

ErrorCode code_of(std::string_view head) {
  const auto shown = screen_head(head);
  REQUIRE_FALSE(shown);
  CHECK(shown.error().message.back() == '.');
  return shown.error().code;
}

}  // namespace

TEST_CASE("a plain head is shown as it came") {
  for (const std::string head :
       {"GET / HTTP/1.1\r\n\r\n", "HEAD /a?b=%20c HTTP/1.0\r\nHost: x\r\nEmpty:\r\n\r\n",
        "POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nX-One:  two \r\n\r\n"})
    CHECK(screen_head(head) == head);
}

TEST_CASE("the library sees no Range, and TRACE for a method it does not know") {
  CHECK(screen_head("GET / HTTP/1.1\r\nrAnGe: bytes=0-1\r\nA: b\r\n\r\n") ==
        "GET / HTTP/1.1\r\nA: b\r\n\r\n");
  CHECK(screen_head("BREW /pot HTTP/1.1\r\nA: b\r\n\r\n") == "TRACE /pot HTTP/1.1\r\nA: b\r\n\r\n");
}

TEST_CASE("what different programs read differently is not shown") {
  for (const auto* head : {"GET / HTTP/1.1\nHost: x\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
                           "GET / HTTP/1.1\r\n folded\r\n\r\n",
                           "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
                           "GET / HTTP/1.1\r\nNo colon\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: b\nTransfer-Encoding: chunked\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: \x01\r\n\r\n",
                           "GET / HTTP/1.1\r\n: x\r\n\r\n",
                           "GET  / HTTP/1.1\r\n\r\n",
                           "GET /  HTTP/1.1\r\n\r\n",
                           " GET / HTTP/1.1\r\n\r\n",
                           "GET / \r\n\r\n",
                           "GET /a b HTTP/1.1\r\n\r\n",
                           "GET /a#b HTTP/1.1\r\n\r\n",
                           "GET \t/ HTTP/1.1\r\n\r\n",
                           "GET /\t HTTP/1.1\r\n\r\n",
                           "GET / \tHTTP/1.1\r\n\r\n",
                           "GET /\r\n\r\n",
                           "G@T / HTTP/1.1\r\n\r\n",
                           "/ HTTP/1.1\r\n\r\n",
                           "GET / HTTP/1.1\r\nA: b\r\n",
                           "",
                           "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n"}) {
    INFO(head);
    CHECK(code_of(head) == ErrorCode::bad_request);
  }
  CHECK(code_of(std::string("GET /a\0b HTTP/1.1\r\n\r\n", 21)) == ErrorCode::bad_request);
}

TEST_CASE("a length that the library would drop or decode is not shown") {
  for (const auto* line :
       {"Content-Length:", "Content-Length: %35", "content-length:  ", "Transfer-Encoding:"})
    CHECK(code_of(std::string("POST / HTTP/1.1\r\n") + line + "\r\n\r\n") == ErrorCode::length_required);
}

TEST_CASE("header lines have an end") {
  std::string lines;
  for (std::size_t i = 0; i < max_header_lines; ++i) lines += "A: b\r\n";
  CHECK(screen_head("GET / HTTP/1.1\r\n" + lines + "\r\n"));
  CHECK(code_of("GET / HTTP/1.1\r\n" + lines + "A: b\r\n\r\n") == ErrorCode::bad_request);
}

TEST_CASE("whatever bytes come, only whole lines are shown") {
  CHECK(rc::check([](const std::string& noise, bool framed) {
    const auto text = framed ? "GET /" + noise + " HTTP/1.1\r\nA: " + noise + "\r\n\r\n" : noise;
    const auto shown = screen_head(text);
    if (!shown) return;
    RC_ASSERT(shown->ends_with("\r\n\r\n") && shown->find("\r\n\r\n") == shown->size() - 4);
    for (std::size_t i = 0; i < shown->size(); ++i)
      RC_ASSERT(((*shown)[i] == '\n') == (i > 0 && (*shown)[i - 1] == '\r'));
  }));
}
