// The head of an HTTP request, read strictly: what is unclear about where a request ends is refused here,
// before anything acts on it. A pure function over bytes, so it can be tested and fuzzed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/error.h"
#include "syncserver/api/http_message.h"

namespace waymark::server {

inline constexpr std::size_t max_target_bytes = 2'048;
inline constexpr std::size_t max_head_bytes = 16 * 1'024;
inline constexpr std::size_t max_header_lines = 64;

struct RequestHead {
  HttpRequest request;  ///< all but body, client_address and params
  std::uint64_t content_length = 0;
  bool has_body = false;        ///< the method takes a body, and `content_length` says how long it is
  bool head_only = false;       ///< HEAD: answered as GET, without the body
  bool close = false;           ///< nothing after this request may be read from the connection
  bool wants_continue = false;  ///< the client waits for "100 Continue" before it sends the body
};

/// Reads a head that ends with its blank line. Refusals, all of which end the connection:
/// bad_request (malformed, too many or too long headers), uri_too_long, length_required (Transfer-Encoding;
/// Content-Length missing, twice or no number), unsupported_media_type (Content-Encoding), too_large (over
/// `max_body` bytes). A GET with a body is answered, but nothing after it is read.
Result<RequestHead> parse_request_head(std::string_view head, std::size_t max_body);

}  // namespace waymark::server
