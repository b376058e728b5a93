// What the library has read of a request, checked strictly before anything acts on it, and as routes see it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/error.h"
#include "syncserver/api/http_message.h"

namespace httplib {
struct Request;
}

namespace waymark::server {

inline constexpr std::size_t max_target_bytes = 2'048;

struct RequestHead {
  HttpRequest request;  ///< all but body, client_address and params
  std::uint64_t content_length = 0;
  bool has_body = false;        ///< the method takes a body, and `content_length` says how long it is
  bool close = false;           ///< nothing after this request may be read from the connection
  bool wants_continue = false;  ///< the client waits for "100 Continue" before it sends the body
};

/// Refusals, all of which end the connection: bad_request (a target that is no path, two hosts),
/// uri_too_long, length_required (Transfer-Encoding; Content-Length missing, twice or no number),
/// unsupported_media_type (Content-Encoding), too_large (over `max_body` bytes). A GET with a body is
/// answered, but nothing after it is read.
Result<RequestHead> check_request(const httplib::Request& read, std::size_t max_body);

/// The answer for a target over `max_target_bytes`, whoever notices it.
Error target_too_long();

}  // namespace waymark::server
