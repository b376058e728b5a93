#include "tests/syncserver/api/raw_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace waymark::test {

namespace {

constexpr int patience_ms = 30'000;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

RawClient::RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
    throw std::runtime_error(std::string("connect: ") + std::strerror(errno));
}

RawClient::RawClient(const std::filesystem::path& unix_socket) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto name = unix_socket.string();
  if (name.size() >= sizeof(address.sun_path)) throw std::runtime_error("too long for this client");
  name.copy(address.sun_path, name.size());
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
    throw std::runtime_error(std::string("connect: ") + std::strerror(errno));
}

RawClient::~RawClient() {
  close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    pollfd waiting{socket_, POLLOUT, 0};
    if (poll(&waiting, 1, patience_ms) <= 0) throw std::runtime_error("the server does not read");
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool RawClient::stirs(int milliseconds) {
  pollfd waiting{socket_, POLLIN, 0};
  return !buffer_.empty() || poll(&waiting, 1, milliseconds) > 0;
}

bool RawClient::fill() {
  if (pollfd waiting{socket_, POLLIN, 0}; poll(&waiting, 1, patience_ms) <= 0)
    throw std::runtime_error("the server does not answer");
  std::array<char, 65'536> chunk;
  const auto count = recv(socket_, chunk.data(), chunk.size(), 0);
  if (count <= 0) return false;
  buffer_.append(chunk.data(), static_cast<std::size_t>(count));
  return true;
}

std::optional<RawAnswer> RawClient::read(bool head_only) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
    if (!fill()) return std::nullopt;
  std::string head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);

  RawAnswer answer;
  if (!head.starts_with("HTTP/1.1 ")) throw std::runtime_error("no answer of HTTP/1.1: " + head);
  answer.status = std::stoi(head.substr(9, 3));
  head.erase(0, head.find("\r\n") + 2);
  while (!head.empty()) {
    const auto line = head.substr(0, head.find("\r\n"));
    head.erase(0, line.size() + 2);
    answer.headers[lower(line.substr(0, line.find(':')))] = line.substr(line.find(':') + 2);
  }
  if (head_only || answer.status == 100) return answer;
  const auto length = std::stoul(answer.headers.at("content-length"));
  while (buffer_.size() < length)
    if (!fill()) return std::nullopt;
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

bool RawClient::ends() {
  while (fill()) {
  }
  return buffer_.empty();
}

std::string post(std::string_view path, std::string_view body, std::string_view more_headers) {
  return fmt::format("POST {} HTTP/1.1\r\nHost: test\r\nContent-Length: {}\r\n{}\r\n{}", path, body.size(),
                     more_headers, body);
}

std::string get(std::string_view path, std::string_view more_headers) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n{}\r\n", path, more_headers);
}

}  // namespace waymark::test
