// One HTTP request and its answer, as routes see them: no socket, no library. What reaches a route has passed
// every check of http_server.h.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::server {

struct HttpRequest {
  std::string method;                                        ///< "GET", "POST", …; HEAD arrives as GET
  std::string path;                                          ///< begins with '/', not percent-decoded
  std::vector<std::pair<std::string, std::string>> query;    ///< decoded, in the order given
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, values trimmed
  std::string body;
  std::string client_address;  ///< the peer's address, or what the proxy says where one is trusted
  std::map<std::string, std::string, std::less<>> params;  ///< what stood at the route's {…} segments

  /// The first header of this name (lower case), or none.
  std::optional<std::string_view> header(std::string_view name) const;
  /// The first query parameter of this name, or none.
  std::optional<std::string_view> query_value(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;  ///< beside those every answer has
};

/// A handler may take the body out of the request; nobody looks at it after.
using HttpHandler = std::function<HttpResponse(HttpRequest&)>;

/// The pairs of a query string or a form's body, decoded as forms encode them, in the order given.
std::vector<std::pair<std::string, std::string>> read_form_pairs(std::string_view encoded);

/// 200 with a JSON body.
HttpResponse ok_json(std::string body);

}  // namespace waymark::server
