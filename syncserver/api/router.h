// Routes by method and literal path. `{name}` stands for one segment, handed to the route as a parameter. No
// regular expressions: a long path costs a comparison, not a stack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syncserver/api/http_message.h"

namespace waymark::server {

class Router {
 public:
  void add(std::string_view method, std::string_view pattern, HttpHandler handler);

  /// The route's answer; 404 not_found where no path matches, 405 method_not_allowed with Allow where only
  /// the method does not.
  HttpResponse operator()(HttpRequest& request) const;

  /// What answers where no path matches, outside of /v1/: a page for people instead of JSON for programs.
  void otherwise(HttpHandler handler) { otherwise_ = std::move(handler); }

  struct RouteName {
    std::string method, pattern;
  };
  /// Every route there is, so that a test can visit them all.
  std::vector<RouteName> routes() const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> segments;
    HttpHandler handler;
  };
  std::vector<Route> routes_;
  HttpHandler otherwise_;
};

}  // namespace waymark::server
