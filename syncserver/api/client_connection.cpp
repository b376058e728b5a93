#include "syncserver/api/client_connection.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace waymark::server {

namespace {

constexpr auto give_up_interval = std::chrono::milliseconds(50);

int milliseconds_until(Deadline deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 60'000));
}

/// What TLS wants to wait for before it can go on; 0 where it can't.
short tls_wants(ssl_st* tls, int result) {
  switch (SSL_get_error(tls, result)) {
    case SSL_ERROR_WANT_READ:
      return POLLIN;
    case SSL_ERROR_WANT_WRITE:
      return POLLOUT;
    default:
      return 0;
  }
}

}  // namespace

ClientConnection::ClientConnection(int socket, ssl_ctx_st* tls) : socket_(socket), tls_context_(tls) {
  fcntl(socket_, F_SETFL, fcntl(socket_, F_GETFL, 0) | O_NONBLOCK);
}

ClientConnection::~ClientConnection() {
  if (tls_ != nullptr) SSL_free(tls_);
}

bool ClientConnection::wait(short events, Deadline deadline) const {
  while (true) {
    pollfd waiting{socket_, events, 0};
    const int ready = poll(&waiting, 1, milliseconds_until(deadline));
    if (ready > 0) return true;
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0 && SteadyClock::now() < deadline) continue;
    return false;
  }
}

bool ClientConnection::open(Deadline deadline) {
  if (tls_context_ == nullptr) return true;
  tls_ = SSL_new(tls_context_);
  if (tls_ == nullptr || SSL_set_fd(tls_, socket_) != 1) return false;
  while (true) {
    ERR_clear_error();
    const int result = SSL_accept(tls_);
    if (result == 1) return true;
    const short wants = tls_wants(tls_, result);
    if (wants == 0 || !wait(wants, deadline)) return false;
  }
}

bool ClientConnection::fill(Deadline deadline) {
  std::array<char, 16 * 1024> chunk;
  while (true) {
    short wants = 0;
    if (tls_ != nullptr) {
      ERR_clear_error();
      const int count = SSL_read(tls_, chunk.data(), static_cast<int>(chunk.size()));
      if (count > 0) {
        buffer_.append(chunk.data(), static_cast<std::size_t>(count));
        return true;
      }
      wants = tls_wants(tls_, count);
    } else {
      const auto count = recv(socket_, chunk.data(), chunk.size(), 0);
      if (count > 0) {
        buffer_.append(chunk.data(), static_cast<std::size_t>(count));
        return true;
      }
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) wants = POLLIN;
    }
    if (wants == 0 || !wait(wants, deadline)) return false;
  }
}

bool ClientConnection::await_request(Deadline deadline, const std::function<bool()>& give_up) {
  if (!buffer_.empty() || (tls_ != nullptr && SSL_pending(tls_) > 0)) return true;
  while (SteadyClock::now() < deadline) {
    if (wait(POLLIN, std::min(deadline, SteadyClock::now() + give_up_interval))) return true;
    if (give_up()) return false;
  }
  return false;
}

ClientConnection::ReadEnd ClientConnection::read_head(std::string& head, std::size_t max_bytes,
                                                      Deadline deadline) {
  constexpr std::string_view blank_line = "\r\n\r\n";
  std::size_t searched = 0;
  while (true) {
    // Servers are asked to overlook empty lines before a request (RFC 9112, 2.2).
    while (searched == 0 && buffer_.starts_with("\r\n")) buffer_.erase(0, 2);
    const auto end = buffer_.find(blank_line, searched);
    if (end != std::string::npos && end + blank_line.size() <= max_bytes) {
      head = buffer_.substr(0, end + blank_line.size());
      buffer_.erase(0, head.size());
      return ReadEnd::complete;
    }
    if (end != std::string::npos || buffer_.size() >= max_bytes) {
      head = buffer_.substr(0, max_bytes);
      return ReadEnd::too_long;
    }
    searched = buffer_.size() < blank_line.size() ? 0 : buffer_.size() - blank_line.size() + 1;
    if (!fill(deadline)) {
      head = buffer_;
      return ReadEnd::stopped;
    }
  }
}

bool ClientConnection::read_body(std::string& body, std::size_t length, std::chrono::milliseconds stall,
                                 Deadline deadline) {
  while (buffer_.size() < length)
    if (!fill(std::min(deadline, SteadyClock::now() + stall))) return false;
  body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return true;
}

bool ClientConnection::write(std::string_view bytes, std::chrono::milliseconds stall, Deadline deadline) {
  while (!bytes.empty()) {
    short wants = 0;
    if (tls_ != nullptr) {
      ERR_clear_error();
      const int count = SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()));
      if (count > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(count));
        continue;
      }
      wants = tls_wants(tls_, count);
    } else {
      const auto count = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(count));
        continue;
      }
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) wants = POLLOUT;
    }
    if (wants == 0 || !wait(wants, std::min(deadline, SteadyClock::now() + stall))) return false;
  }
  return true;
}

void ClientConnection::finish() {
  if (tls_ == nullptr) return;
  ERR_clear_error();
  SSL_shutdown(tls_);
}

bool ClientConnection::has_unread() const {
  int waiting = 0;
  return !buffer_.empty() || (ioctl(socket_, FIONREAD, &waiting) == 0 && waiting > 0);
}

std::string peer_address(int socket) {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  if (getpeername(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return {};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
    return inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size()) != nullptr ? text.data() : "";
  }
  if (address.ss_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    return inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size()) != nullptr ? text.data() : "";
  }
  return {};
}

}  // namespace waymark::server
