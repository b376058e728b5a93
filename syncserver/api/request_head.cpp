#include "syncserver/api/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace waymark::server {

namespace {

constexpr std::string_view line_end = "\r\n";

bool is_token_char(char c) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         marks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

tl::unexpected<Error> malformed(const char* what) {
  return fail(ErrorCode::bad_request, what);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes %XX and '+' of a query part; false where a '%' is not followed by two hex digits.
bool decode(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] == '%') {
      if (i + 2 >= text.size()) return false;
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high < 0 || low < 0) return false;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return true;
}

Result<void> parse_query(std::string_view text, HttpRequest& request) {
  while (!text.empty()) {
    const auto part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    if (part.empty()) continue;
    const auto equals = part.find('=');
    std::pair<std::string, std::string> pair;
    if (!decode(part.substr(0, equals), pair.first) ||
        (equals != std::string_view::npos && !decode(part.substr(equals + 1), pair.second)))
      return malformed("The address has a % that is not followed by two hexadecimal digits.");
    request.query.push_back(std::move(pair));
  }
  return {};
}

Result<void> parse_request_line(std::string_view line, RequestHead& head) {
  const auto first = line.find(' ');
  const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
  if (second == std::string_view::npos || line.find(' ', second + 1) != std::string_view::npos)
    return malformed("The request line is not METHOD target HTTP/1.1.");
  const auto method = line.substr(0, first);
  const auto target = line.substr(first + 1, second - first - 1);
  const auto version = line.substr(second + 1);
  if (!is_token(method) || method.size() > 32) return malformed("The request's method is not a word.");
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    return malformed("Only HTTP/1.1 and HTTP/1.0 are spoken here.");
  if (target.size() > max_target_bytes)
    return fail(ErrorCode::uri_too_long, "The address is longer than 2,048 characters.");
  if (target.empty() || target.front() != '/' || std::any_of(target.begin(), target.end(), is_control))
    return malformed("The request's target must be a path that begins with /.");

  head.head_only = method == "HEAD";
  head.request.method = head.head_only ? "GET" : std::string(method);
  head.close = version == "HTTP/1.0";
  const auto question = target.find('?');
  head.request.path = std::string(target.substr(0, question));
  if (question == std::string_view::npos) return {};
  return parse_query(target.substr(question + 1), head.request);
}

Result<void> parse_header_line(std::string_view line, HttpRequest& request) {
  const auto colon = line.find(':');
  // A name that a space belongs to, or a line that continues the one before, is read differently by different
  // programs: that is how requests are smuggled past a proxy.
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return malformed("A header is not Name: value.");
  const auto value = trimmed(line.substr(colon + 1));
  if (std::any_of(value.begin(), value.end(), is_control))
    return malformed("A header's value has a control character.");
  request.headers.emplace_back(lower(line.substr(0, colon)), std::string(value));
  return {};
}

/// Whether a comma-separated list names `token` (lower case).
bool lists(std::string_view value, std::string_view token) {
  while (!value.empty()) {
    const auto item = value.substr(0, value.find(','));
    if (lower(trimmed(item)) == token) return true;
    value.remove_prefix(std::min(value.size(), item.size() + 1));
  }
  return false;
}

Result<void> decide_framing(RequestHead& head, std::size_t max_body) {
  const auto& request = head.request;
  int lengths = 0;
  bool valid_length = true;
  int hosts = 0;
  for (const auto& [name, value] : request.headers) {
    if (name == "transfer-encoding")
      return fail(ErrorCode::length_required, "Send the body with a Content-Length, not in chunks.");
    if (name == "content-encoding" && lower(value) != "identity")
      return fail(ErrorCode::unsupported_media_type, "Send the body as it is, not compressed.");
    if (name == "content-length") {
      ++lengths;
      const auto* end = value.data() + value.size();
      const auto read = std::from_chars(value.data(), end, head.content_length);
      valid_length = !value.empty() && read.ec == std::errc{} && read.ptr == end;
    } else if (name == "host") {
      ++hosts;
    } else if (name == "connection") {
      if (lists(value, "close")) head.close = true;
    } else if (name == "expect") {
      head.wants_continue = lower(value) == "100-continue";
    }
  }
  if (hosts > 1) return malformed("The request names more than one host.");
  if (lengths > 1 || !valid_length)
    return fail(ErrorCode::length_required, "The request must say its length once, as a number.");

  constexpr std::array<std::string_view, 3> with_body = {"POST", "PUT", "PATCH"};
  head.has_body = std::find(with_body.begin(), with_body.end(), request.method) != with_body.end();
  if (!head.has_body) {
    // Nobody asked for this body, so nobody reads it; and it must not be taken for the next request.
    if (head.content_length > 0) head.close = true;
    return {};
  }
  if (lengths == 0) return fail(ErrorCode::length_required, "The request must say its Content-Length.");
  if (head.content_length > max_body)
    return fail(ErrorCode::too_large,
                "The body is larger than " + std::to_string(max_body / 1024) + " KiB; send less at once.");
  return {};
}

}  // namespace

Result<RequestHead> parse_request_head(std::string_view text, std::size_t max_body) {
  if (text.size() > max_head_bytes) return malformed("The request's headers are too long.");
  RequestHead head;
  bool first_line = true;
  std::size_t lines = 0;
  while (true) {
    const auto end = text.find(line_end);
    if (end == std::string_view::npos) return malformed("The request's head does not end.");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + line_end.size());
    if (line.find('\n') != std::string_view::npos || line.find('\r') != std::string_view::npos)
      return malformed("Lines of the request's head must end with CR LF.");
    if (line.empty() && !first_line) break;
    if (first_line) {
      if (auto read = parse_request_line(line, head); !read) return tl::unexpected(read.error());
      first_line = false;
      continue;
    }
    if (++lines > max_header_lines) return malformed("The request has too many headers.");
    if (auto read = parse_header_line(line, head.request); !read) return tl::unexpected(read.error());
  }
  if (!text.empty()) return malformed("Something follows the request's head.");
  if (auto framing = decide_framing(head, max_body); !framing) return tl::unexpected(framing.error());
  return head;
}

}  // namespace waymark::server
