#include "syncserver/api/http_message.h"

#include <algorithm>

namespace waymark::server {

namespace {

std::optional<std::string_view> first_of(const std::vector<std::pair<std::string, std::string>>& pairs,
                                         std::string_view name) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == name; });
  if (found == pairs.end()) return std::nullopt;
  return std::string_view(found->second);
}

}  // namespace

std::optional<std::string_view> HttpRequest::header(std::string_view name) const {
  return first_of(headers, name);
}

std::optional<std::string_view> HttpRequest::query_value(std::string_view name) const {
  return first_of(query, name);
}

HttpResponse ok_json(std::string body) {
  HttpResponse response;
  response.body = std::move(body);
  return response;
}

}  // namespace waymark::server
