// `--listen HOST:PORT`.
#pragma once

#include <string_view>

#include "shared/error.h"
#include "syncserver/api/http_server.h"

namespace waymark::server {

/// Where `serve` listens unless told otherwise.
inline constexpr std::string_view default_listen = "127.0.0.1:8340";

/// "127.0.0.1:8340", "[::1]:0", "localhost:8340". out_of_range, field `listen`.
Result<TcpEndpoint> parse_listen_address(std::string_view text);

/// True where only this machine can connect.
bool is_loopback(std::string_view host);

}  // namespace waymark::server
