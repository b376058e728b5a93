#include "syncserver/web/page_routes.h"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::server {

namespace {

/// Of one parameter of an address.
std::string encoded(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_.~/").find(c) != std::string_view::npos;
    safe += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return safe;
}

/// The path with its query as it can be asked for again.
std::string address_of(const HttpRequest& request) {
  auto address = request.path;
  char separator = '?';
  for (const auto& [name, value] : request.query) {
    address += separator + encoded(name) + "=" + encoded(value);
    separator = '&';
  }
  return address;
}

bool is_allowed(Who who, const Visit& visit) {
  switch (who) {
    case Who::anyone:
      return true;
    case Who::signed_in:
      return visit.signed_in();
    case Who::lead:
      return visit.signed_in() && visit.who().role == Role::lead;
    case Who::admin:
      return visit.signed_in() && visit.who().role == Role::admin;
  }
  return false;
}

HttpResponse send_to_sign_in(const Visit& visit) {
  const bool reads = visit.request().method == "GET";
  return visit.go(reads ? "/sign-in?next=" + encoded(address_of(visit.request())) : "/sign-in?ended=1");
}

HttpResponse answer(const WebContext& context, const HttpRequest& request, Who who,
                    const PageHandler& handler) {
  Visit visit(context, request);
  if (who != Who::anyone && !visit.signed_in()) return send_to_sign_in(visit);
  if (!is_allowed(who, visit))
    return visit.refuse({ErrorCode::forbidden,
                         who == Who::lead ? "This page is for team leads: sign in as one to see it."
                                          : "This page is for admins: sign in as one to see it.",
                         {}});
  if (request.method == "POST" && !visit.has_form_token())
    return visit.refuse(
        {ErrorCode::forbidden,
         "This form is from an earlier sign-in, so nothing was changed: go back, load the page "
         "again and send it once more.",
         {}});
  try {
    return handler(visit);
  } catch (const std::exception& problem) {
    if (context.alarm) context.alarm(fmt::format("{} failed: {}", request.path, problem.what()));
    return visit.refuse({ErrorCode::internal, "The server could not do this: try again later.", {}});
  }
}

}  // namespace

void PageRoutes::get(std::string_view pattern, Who who, PageHandler handler) {
  router_.add("GET", pattern, [&context = context_, who, handler = std::move(handler)](HttpRequest& request) {
    return answer(context, request, who, handler);
  });
}

void PageRoutes::post(std::string_view pattern, Who who, PageHandler handler) {
  router_.add("POST", pattern,
              [&context = context_, who, handler = std::move(handler)](HttpRequest& request) {
                return answer(context, request, who, handler);
              });
}

std::string safe_path(std::string_view path) {
  const bool ours =
      path.starts_with('/') && !path.starts_with("//") && path.size() < 1'000 &&
      std::all_of(path.begin(), path.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
  return ours ? std::string(path) : "/";
}

}  // namespace waymark::server
