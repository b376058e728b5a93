#include "shared/sync/enrol_link.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace waymark {
namespace {

constexpr std::size_t max_link = 2048;
constexpr std::size_t max_code = 64;
constexpr std::size_t max_host = 253;  // of a DNS name
constexpr std::string_view link_start = "waymark://enroll";

// The C library's versions depend on the locale.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (is_digit(c) || is_letter(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += digits[byte >> 4];
    result += digits[byte & 0x0f];
  }
  return result;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[i + 1]);
    const int low = hex_value(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

tl::unexpected<Error> bad_server(std::string message) {
  return fail(ErrorCode::bad_request, std::move(message), "server");
}

tl::unexpected<Error> bad_code(std::string message) {
  return fail(ErrorCode::bad_request, std::move(message), "code");
}

bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > max_host || host.front() == '.' || host.front() == '-') return false;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const char c = host[i];
    if (c == '.' && i > 0 && host[i - 1] == '.') return false;
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '.') return false;
  }
  return true;
}

/// Four numbers of 0 to 255 with dots between.
bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    const auto end = std::min(text.find('.'), text.size());
    const auto digits = text.substr(0, end);
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > 3 || read.ec != std::errc{} ||
        read.ptr != digits.data() + digits.size() || value < 0 || value > 255)
      return false;
    if ((end == text.size()) != (part == 3)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

/// Counts the groups of one side of an address, 16 bits each; none if one is no group. An IPv4 address may
/// stand at its end, for two of them.
std::optional<int> ipv6_groups(std::string_view text) {
  int groups = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(':'), text.size());
    const auto group = text.substr(0, end);
    const bool is_last = end == text.size();
    if (is_last && is_ipv4(group)) return groups + 2;
    if (group.empty() || group.size() > 4 ||
        !std::all_of(group.begin(), group.end(), [](char c) { return hex_value(c) >= 0; }))
      return std::nullopt;
    ++groups;
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!is_last && text.empty()) return std::nullopt;  // a colon at the end
  }
  return groups;
}

/// An address in brackets, by RFC 4291's section 2.2: eight groups, or fewer around one "::".
bool is_ipv6_literal(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  const auto inside = host.substr(1, host.size() - 2);
  const auto gap = inside.find("::");
  if (gap == std::string_view::npos) return ipv6_groups(inside) == 8;
  const auto before = inside.substr(0, gap);
  const auto left = ipv6_groups(before);
  const auto right = ipv6_groups(inside.substr(gap + 2));
  // IPv4 stands at the end of the whole only.
  return left && right && before.find('.') == std::string_view::npos && *left + *right < 8;
}

/// True for names that never leave this machine. "127.example.org" and "127.0.0.256" are not among them: a
/// resolver would be asked for them.
bool is_loopback(std::string_view host) {
  return host == "localhost" || host == "[::1]" || (host.substr(0, 4) == "127." && is_ipv4(host));
}

bool is_port(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

}  // namespace

std::string format_enrol_link(const EnrolLink& link) {
  return std::string(link_start) + "?server=" + percent_encoded(link.server) +
         "&code=" + percent_encoded(link.code);
}

Result<EnrolLink> parse_enrol_link(std::string_view text) {
  constexpr auto not_a_link = "Paste the whole enrolment link, which begins with waymark://enroll.";
  text = trimmed(text);
  if (text.size() > max_link || lowered(text.substr(0, link_start.size())) != link_start)
    return bad_server(not_a_link);
  text.remove_prefix(link_start.size());
  if (!text.empty() && text.front() == '/') text.remove_prefix(1);
  if (text.empty() || text.front() != '?') return bad_server(not_a_link);
  text.remove_prefix(1);

  std::optional<std::string> server, code;
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const auto pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    if (name != "server" && name != "code") continue;
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())));
    auto& target = name == "server" ? server : code;
    // Two servers or codes in one link: whoever shows one and uses the other could be fooled.
    if (!value || target) return fail(ErrorCode::bad_request, not_a_link, std::string(name));
    target = std::move(value);
  }
  if (!server) return bad_server("Ask for a new enrolment link: this one names no server.");
  if (!code || code->empty()) return bad_code("Ask for a new enrolment link: this one holds no code.");
  const bool plain = std::all_of(code->begin(), code->end(),
                                 [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
  if (!plain || code->size() > max_code)
    return bad_code("Ask for a new enrolment link: the code in this one is damaged.");
  auto address = parse_server_address(*server);
  if (!address) return tl::unexpected(std::move(address.error()));
  return EnrolLink{std::move(*address), std::move(*code)};
}

Result<std::string> parse_server_address(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return bad_server("Type the server's address, such as waymark.example.org.");
  std::string scheme;
  if (const auto mark = text.find("://"); mark != std::string_view::npos) {
    scheme = lowered(text.substr(0, mark));
    if (scheme != "http" && scheme != "https")
      return bad_server("Type an address that begins with https:// or with the server's name.");
    text.remove_prefix(mark + 3);
  }
  while (!text.empty() && text.back() == '/') text.remove_suffix(1);
  if (text.find_first_of("/?#@\\") != std::string_view::npos)
    return bad_server("Type only the server's name, without a path, a query or a password.");

  // The port follows the last colon, unless that colon is inside an IPv6 address.
  auto host = lowered(text);
  std::string port;
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  if (colon != std::string::npos && (bracket == std::string::npos || colon > bracket)) {
    port = host.substr(colon + 1);
    host.resize(colon);
    if (!is_port(port)) return bad_server("Type a port between 1 and 65535 after the colon.");
  }
  if (!is_host_name(host) && !is_ipv6_literal(host))
    return bad_server("Check the server's name: it holds only letters, digits, hyphens and dots.");

  if (scheme.empty()) scheme = is_loopback(host) ? "http" : "https";
  if (scheme == "http" && !is_loopback(host))
    return bad_server("Type an address that begins with https://, so that nobody on the way can read along.");
  auto address = scheme + "://" + host;
  if (!port.empty()) address += ":" + port;
  return address;
}

}  // namespace waymark
