#include "syncserver/api/client_connection.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace waymark::server {

namespace {

constexpr auto give_up_interval = std::chrono::milliseconds(50);
constexpr std::size_t held_at_most = 16 * 1'024;

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

/// An address as text, and its port; empty and 0 on a Unix socket.
void describe(const sockaddr_storage& address, std::string& ip, int& port) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  ip.clear();
  port = 0;
  if (address.ss_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&address);
    if (inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size()) != nullptr) ip = text.data();
    port = ntohs(v4->sin_port);
  } else if (address.ss_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&address);
    if (inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size()) != nullptr) ip = text.data();
    port = ntohs(v6->sin6_port);
  }
}

}  // namespace

ClientConnection::ClientConnection(int socket, ssl_ctx_st* tls, const ConnectionTimes& times)
    : socket_(socket), tls_context_(tls), times_(times) {
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

bool ClientConnection::open() {
  if (tls_context_ == nullptr) return true;
  const auto deadline = SteadyClock::now() + times_.head;
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
        received_.append(chunk.data(), static_cast<std::size_t>(count));
        return true;
      }
      wants = tls_wants(tls_, count);
    } else {
      const auto count = recv(socket_, chunk.data(), chunk.size(), 0);
      if (count > 0) {
        received_.append(chunk.data(), static_cast<std::size_t>(count));
        return true;
      }
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) wants = POLLIN;
    }
    if (wants == 0 || !wait(wants, deadline)) return false;
  }
}

bool ClientConnection::await_request(Deadline deadline, const std::function<bool()>& give_up) {
  if (!received_.empty() || (tls_ != nullptr && SSL_pending(tls_) > 0)) return true;
  while (SteadyClock::now() < deadline) {
    if (wait(POLLIN, std::min(deadline, SteadyClock::now() + give_up_interval))) return true;
    if (give_up()) return false;
  }
  return false;
}

ClientConnection::ReadEnd ClientConnection::read_head(std::string& head, std::size_t max_bytes) {
  constexpr std::string_view blank_line = "\r\n\r\n";
  const auto deadline = SteadyClock::now() + times_.head;
  std::size_t searched = 0;
  while (true) {
    // Servers are asked to overlook empty lines before a request (RFC 9112, 2.2).
    while (searched == 0 && received_.starts_with("\r\n")) received_.erase(0, 2);
    const auto end = received_.find(blank_line, searched);
    if (end != std::string::npos && end + blank_line.size() <= max_bytes) {
      head = received_.substr(0, end + blank_line.size());
      received_.erase(0, head.size());
      return ReadEnd::complete;
    }
    if (end != std::string::npos || received_.size() >= max_bytes) {
      head = received_.substr(0, max_bytes);
      return ReadEnd::too_long;
    }
    searched = received_.size() < blank_line.size() ? 0 : received_.size() - blank_line.size() + 1;
    if (!fill(deadline)) {
      head = received_;
      return ReadEnd::stopped;
    }
  }
}

void ClientConnection::show(std::string head) {
  shown_ = std::move(head);
  shown_read_ = 0;
  body_until_ = SteadyClock::now() + times_.body;
  answer_until_.reset();
}

bool ClientConnection::is_readable() const {
  return shown_read_ < shown_.size() || !received_.empty() || (tls_ != nullptr && SSL_pending(tls_) > 0) ||
         wait(POLLIN, SteadyClock::now());
}

ssize_t ClientConnection::read(char* out, std::size_t size) {
  if (shown_read_ < shown_.size()) {
    const auto count = shown_.copy(out, size, shown_read_);
    shown_read_ += count;
    return static_cast<ssize_t>(count);
  }
  if (received_.empty()) {
    // Who waits for "100 Continue" sends nothing before it has come.
    if (!flush()) return -1;
    answer_until_.reset();
    if (!fill(std::min(body_until_, SteadyClock::now() + times_.stall))) return -1;
  }
  const auto count = received_.copy(out, size);
  received_.erase(0, count);
  return static_cast<ssize_t>(count);
}

ssize_t ClientConnection::write(const char* bytes, std::size_t size) {
  if (broken_) return -1;
  if (!answer_until_) answer_until_ = SteadyClock::now() + times_.answer;
  if (held_.size() + size <= held_at_most) {
    held_.append(bytes, size);
  } else if (!flush() || !send_all({bytes, size})) {
    return -1;
  }
  return static_cast<ssize_t>(size);
}

bool ClientConnection::flush() {
  if (broken_ || held_.empty()) return !broken_;
  const bool sent = send_all(held_);
  held_.clear();
  return sent;
}

bool ClientConnection::send_all(std::string_view bytes) {
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
    if (wants == 0 || !wait(wants, std::min(*answer_until_, SteadyClock::now() + times_.stall))) {
      broken_ = true;
      return false;
    }
  }
  return true;
}

void ClientConnection::finish() {
  if (tls_ == nullptr) return;
  ERR_clear_error();
  SSL_shutdown(tls_);
}

bool ClientConnection::peer_may_send() const {
  char next = 0;
  const auto count = recv(socket_, &next, 1, MSG_PEEK | MSG_DONTWAIT);
  return count > 0 || (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR));
}

void ClientConnection::get_remote_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length);
  describe(address, ip, port);
}

void ClientConnection::get_local_ip_and_port(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof(address);
  getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
  describe(address, ip, port);
}

}  // namespace waymark::server
