// The seam between the device and the network: one request, one answer. The simulation and the tests put a
// bad network behind it.
#pragma once

#include <optional>
#include <string>

#include "mobile/device/abort.h"
#include "shared/error.h"
#include "shared/time/instant.h"

namespace waymark::device {

struct HttpRequest {
  std::string method = "POST";  ///< POST or GET
  std::string server;           ///< http:// or https:// address, no trailing slash
  std::string path;             ///< begins with a slash
  std::string token;            ///< sent as `Authorization: Bearer`; "" for none
  std::string body;             ///< JSON; for POST
};

struct HttpResponse {
  int status = 0;
  std::string body;                   ///< JSON: an answer of another type is an error of the transport
  std::optional<Millis> retry_after;  ///< of the Retry-After header, in whole seconds on the wire
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Any status is an answer. Errors: `unreachable` (no connection, it broke, the certificate is not to be
  /// trusted, or something other than a Waymark server answered), `timed_out`, `aborted`, `too_large` (the
  /// answer), `bad_request` with field `server` for an address this transport will not use.
  virtual Result<HttpResponse> send(const HttpRequest& request, Abort& abort) = 0;
};

}  // namespace waymark::device
