#include "syncserver/cli/listen_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <charconv>

namespace waymark::server {

Result<TcpEndpoint> parse_listen_address(std::string_view text) {
  const auto wrong = [&] {
    return fail(
        ErrorCode::out_of_range,
        fmt::format("\"{}\" is no address to listen on; give HOST:PORT, such as 127.0.0.1:8340.", text),
        "listen");
  };
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return wrong();
  auto host = text.substr(0, colon);
  const auto port_text = text.substr(colon + 1);
  if (host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return wrong();  // an IPv6 address without brackets: which colon is the port's?
  }
  int port = -1;
  const auto read = std::from_chars(port_text.data(), port_text.data() + port_text.size(), port);
  if (host.empty() || read.ec != std::errc{} || read.ptr != port_text.data() + port_text.size() || port < 0 ||
      port > 65'535)
    return wrong();
  return TcpEndpoint{std::string(host), port};
}

bool is_loopback(std::string_view host) {
  const std::string text(host);
  if (text == "localhost") return true;
  in_addr v4{};
  if (inet_pton(AF_INET, text.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24) == 127;
  in6_addr v6{};
  return inet_pton(AF_INET6, text.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

}  // namespace waymark::server
