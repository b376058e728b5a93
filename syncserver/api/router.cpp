#include "syncserver/api/router.h"

#include <algorithm>
#include <set>

#include "syncserver/api/error_answer.h"

namespace waymark::server {

namespace {

/// "/v1/health" is {"v1", "health"}; a slash at the end is a segment of its own, and so another path.
std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto segment = path.substr(0, path.find('/'));
    segments.push_back(segment);
    path.remove_prefix(segment.size());
  }
  return segments;
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](std::string_view wanted, std::string_view given) {
                      return is_parameter(wanted) ? !given.empty() : wanted == given;
                    });
}

}  // namespace

void Router::add(std::string_view method, std::string_view pattern, HttpHandler handler) {
  Route route{std::string(method), {}, std::move(handler)};
  for (const auto segment : split(pattern)) route.segments.emplace_back(segment);
  routes_.push_back(std::move(route));
}

HttpResponse Router::operator()(HttpRequest& request) const {
  const auto path = split(request.path);
  std::set<std::string> allowed;
  for (const auto& route : routes_) {
    if (!matches(route.segments, path)) continue;
    if (route.method != request.method) {
      allowed.insert(route.method);
      if (route.method == "GET") allowed.insert("HEAD");
      continue;
    }
    for (std::size_t i = 0; i < path.size(); ++i)
      if (const std::string_view segment = route.segments[i]; is_parameter(segment))
        request.params.emplace(segment.substr(1, segment.size() - 2), path[i]);
    return route.handler(request);
  }
  if (allowed.empty() && otherwise_ && !request.path.starts_with("/v1/")) return otherwise_(request);
  if (allowed.empty()) return error_answer({ErrorCode::not_found, "There is nothing at this address.", {}});
  // A person who typed a form's address, or came back to it, gets a page.
  const bool is_read = request.method == "GET" && otherwise_ && !request.path.starts_with("/v1/");
  auto response =
      is_read ? otherwise_(request)
              : error_answer({ErrorCode::method_not_allowed, "This address takes other methods only.", {}});
  if (is_read) response.status = 405;
  std::string list;
  for (const auto& method : allowed) list += (list.empty() ? "" : ", ") + method;
  response.headers.emplace_back("Allow", list);
  return response;
}

std::vector<Router::RouteName> Router::routes() const {
  std::vector<RouteName> names;
  for (const auto& route : routes_) {
    std::string pattern;
    for (const auto& segment : route.segments) pattern += "/" + segment;
    names.push_back({route.method, pattern});
  }
  return names;
}

}  // namespace waymark::server
