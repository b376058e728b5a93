#include "syncserver/api/answer_writer.h"

#include <fmt/format.h>

#include <string_view>

namespace waymark::server {

namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Answer";
  }
}

/// A header's value must not start a new line, whoever made it.
bool is_clean(std::string_view value) {
  return value.find_first_of("\r\n") == std::string_view::npos && value.find('\0') == std::string_view::npos;
}

}  // namespace

std::string write_answer(const HttpResponse& response, AnswerForm form) {
  fmt::memory_buffer out;
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
  if (!response.body.empty()) fmt::format_to(to, "Content-Type: {}\r\n", response.content_type);
  fmt::format_to(to, "Content-Length: {}\r\n", response.body.size());
  // What is answered here is somebody's data: kept nowhere on the way, and never taken for another type.
  fmt::format_to(to, "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n");
  fmt::format_to(to, "Connection: {}\r\n", form.close ? "close" : "keep-alive");
  for (const auto& [name, value] : response.headers)
    if (is_clean(value)) fmt::format_to(to, "{}: {}\r\n", name, value);
  fmt::format_to(to, "\r\n");
  if (!form.head_only) out.append(response.body);
  return fmt::to_string(out);
}

}  // namespace waymark::server
