#include "syncserver/api/request_head.h"

#include <httplib.h>

#include <algorithm>
#include <charconv>

#include "syncserver/api/header_text.h"

namespace waymark::server {

namespace {

/// Whether a comma-separated list names `token` (lower case).
bool lists(std::string_view value, std::string_view token) {
  while (!value.empty()) {
    const auto item = value.substr(0, value.find(','));
    if (lower_case(trimmed(item)) == token) return true;
    value.remove_prefix(std::min(value.size(), item.size() + 1));
  }
  return false;
}

bool is_whole_number(const std::string& text, std::uint64_t& number) {
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return !text.empty() && read.ec == std::errc{} && read.ptr == end;
}

Result<void> decide_framing(const httplib::Request& read, std::size_t max_body, RequestHead& head) {
  if (read.has_header("Transfer-Encoding"))
    return fail(ErrorCode::length_required, "Send the body with a Content-Length, not in chunks.");
  const auto encodings = read.headers.equal_range("Content-Encoding");
  for (auto encoding = encodings.first; encoding != encodings.second; ++encoding)
    if (lower_case(encoding->second) != "identity")
      return fail(ErrorCode::unsupported_media_type, "Send the body as it is, not compressed.");
  const auto lengths = read.get_header_value_count("Content-Length");
  if (lengths > 1 ||
      (lengths == 1 && !is_whole_number(read.get_header_value("Content-Length"), head.content_length)))
    return fail(ErrorCode::length_required, "The request must say its length once, as a number.");

  head.has_body = read.method == "POST" || read.method == "PUT" || read.method == "PATCH";
  if (!head.has_body) {
    // Nobody asked for this body, so nobody reads it; and it must not be taken for the next request.
    if (head.content_length > 0) head.close = true;
    return {};
  }
  if (lengths == 0) return fail(ErrorCode::length_required, "The request must say its Content-Length.");
  if (head.content_length > max_body)
    return fail(ErrorCode::too_large,
                "The body is larger than " + std::to_string(max_body / 1024) + " KiB; send less at once.");
  head.wants_continue =
      head.content_length > 0 && lower_case(read.get_header_value("Expect")) == "100-continue";
  return {};
}

}  // namespace

Error target_too_long() {
  return {ErrorCode::uri_too_long, "The address is longer than 2,048 characters.", {}};
}

Result<RequestHead> check_request(const httplib::Request& read, std::size_t max_body) {
  if (read.target.size() > max_target_bytes) return tl::unexpected(target_too_long());
  if (!read.target.starts_with('/'))
    return fail(ErrorCode::bad_request, "The request's target must be a path that begins with /.");
  if (read.get_header_value_count("Host") > 1)
    return fail(ErrorCode::bad_request, "The request names more than one host.");

  RequestHead head;
  head.close = read.version == "HTTP/1.0";
  if (auto framing = decide_framing(read, max_body, head); !framing) return tl::unexpected(framing.error());
  auto& request = head.request;
  request.method = read.method == "HEAD" ? "GET" : read.method;
  request.path = read.target.substr(0, read.target.find('?'));
  // The library's own reading takes "a=b=c" for a=c, and changes the order.
  request.query = read_form_pairs(
      std::string_view(read.target).substr(std::min(read.target.size(), request.path.size() + 1)));
  for (const auto& [name, value] : read.headers) {
    request.headers.emplace_back(lower_case(name), value);
    if (request.headers.back().first == "connection" && lists(value, "close")) head.close = true;
  }
  return head;
}

}  // namespace waymark::server
