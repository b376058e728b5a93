// A client that sends exactly the bytes it is told to, for tests of what well-behaved clients never send.
// Every wait ends: after 30 seconds the test fails.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::test {

struct RawAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(int port);
  explicit RawClient(const std::filesystem::path& unix_socket);  ///< of at most 107 bytes
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// Sends it all; false if the server closed before it was taken.
  bool send(std::string_view bytes);
  /// The next answer; none if the connection ended instead. `head_only`: an answer to HEAD.
  std::optional<RawAnswer> read(bool head_only = false);
  /// Waits for the end of the connection; true if nothing came before it.
  bool ends();
  /// True if the connection has ended or something has come, without waiting longer than `milliseconds`.
  bool stirs(int milliseconds);

 private:
  bool fill();
  int socket_ = -1;
  std::string buffer_;
};

/// "POST /path HTTP/1.1" with a Host, a Content-Length and the body.
std::string post(std::string_view path, std::string_view body, std::string_view more_headers = {});
/// "GET /path HTTP/1.1" with a Host.
std::string get(std::string_view path, std::string_view more_headers = {});

}  // namespace waymark::test
