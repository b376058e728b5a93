#include "syncserver/api/head_screen.h"

#include <algorithm>
#include <array>

#include "syncserver/api/header_text.h"

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

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
  });
}

tl::unexpected<Error> malformed(const char* what) {
  return fail(ErrorCode::bad_request, what);
}

Result<void> screen_request_line(std::string_view line, std::string& shown) {
  constexpr std::array<std::string_view, 7> known = {"GET",   "HEAD",   "POST",   "PUT",
                                                     "PATCH", "DELETE", "OPTIONS"};
  const auto method = line.substr(0, line.find(' '));
  const auto rest = line.substr(method.size());
  // The library drops a fragment, takes several spaces for one, and trims tabs from each word.
  if (std::count(line.begin(), line.end(), ' ') != 2 || rest.starts_with("  ") || rest.ends_with(' ') ||
      has_control(line) || line.find_first_of("#\t") != std::string_view::npos)
    return malformed("The request line is not METHOD target HTTP/1.1.");
  if (!is_token(method) || method.size() > 32) return malformed("The request's method is not a word.");
  shown += std::find(known.begin(), known.end(), method) != known.end() ? method : "TRACE";
  shown += rest;
  shown += line_end;
  return {};
}

Result<void> screen_header_line(std::string_view line, std::string& shown) {
  const auto colon = line.find(':');
  // A name that a space belongs to, or a line that continues the one before, is read differently by different
  // programs: that is how requests are smuggled past a proxy.
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return malformed("A header is not Name: value.");
  const auto name = lower_case(line.substr(0, colon));
  const auto value = trimmed(line.substr(colon + 1));
  if (has_control(value)) return malformed("A header's value has a control character.");
  if ((name == "content-length" || name == "transfer-encoding") &&
      (value.empty() || value.find('%') != std::string_view::npos))
    return fail(ErrorCode::length_required, "The request must say its length once, as a number.");
  if (name == "range") return {};
  shown += line;
  shown += line_end;
  return {};
}

}  // namespace

Result<std::string> screen_head(std::string_view text) {
  std::string shown;
  shown.reserve(text.size() + 8);
  bool first_line = true;
  std::size_t lines = 0;
  while (true) {
    const auto end = text.find(line_end);
    if (end == std::string_view::npos) return malformed("The request's head does not end.");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + line_end.size());
    if (line.empty() && !first_line) break;
    auto screened = first_line                   ? screen_request_line(line, shown)
                    : ++lines > max_header_lines ? malformed("The request has too many headers.")
                                                 : screen_header_line(line, shown);
    if (!screened) return tl::unexpected(screened.error());
    first_line = false;
  }
  if (!text.empty()) return malformed("Something follows the request's head.");
  shown += line_end;
  return shown;
}

}  // namespace waymark::server
