// Transport over cpp-httplib. TLS is verified against the system's authorities; plain HTTP goes to this
// machine only, because the token is in the request. No redirect is followed.
#pragma once

#include <filesystem>

#include "mobile/device/transport.h"

namespace waymark::device {

struct HttpTransportOptions {
  Millis connect_timeout{10'000};
  /// Longest silence while sending or receiving: longer than the server's worst commit (5 s), and than the
  /// pauses of a weak mobile link.
  Millis silence_timeout{30'000};
  /// Longest a whole answer may take once it has begun.
  Millis answer_timeout{120'000};
  std::size_t max_answer_bytes = 16 * 1024 * 1024;
  std::filesystem::path ca_file;  ///< authorities instead of the system's; "" for the system's
  std::string user_agent = "waymark";
};

class HttpTransport final : public Transport {
 public:
  explicit HttpTransport(HttpTransportOptions options = {}) : options_(std::move(options)) {}
  /// Blocks; abort from another thread ends it at once, but for the system's search for the server's address.
  Result<HttpResponse> send(const HttpRequest& request, Abort& abort) override;

 private:
  HttpTransportOptions options_;
};

}  // namespace waymark::device
