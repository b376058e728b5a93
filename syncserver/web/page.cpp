#include "syncserver/web/page.h"

#include <array>

#include "syncserver/web/renderer.h"
#include "syncserver/web/web_files.h"

namespace waymark::server {

namespace {

struct NavigationItem {
  Role role;
  std::string_view address, label;
};

/// Who sees which pages in the navigation, in this order. The rights themselves are with the routes.
constexpr std::array navigation = {
    NavigationItem{Role::lead, "/team", "Team week"},
    NavigationItem{Role::lead, "/participants", "Participants"},
    NavigationItem{Role::lead, "/schedules", "Schedules"},
    NavigationItem{Role::lead, "/aside", "Put aside"},
    NavigationItem{Role::admin, "/admin", "Admin"},
};

void add_navigation(Data& frame, const SessionInfo& who, std::string_view tab) {
  Data::List items;
  for (const auto& item : navigation)
    if (item.role == who.role)
      items.push_back(
          Data{}.set("address", item.address).set("label", item.label).set("current", item.address == tab));
  Data person;
  person.set("name", who.name).set("on_account", tab == "/account");
  person.set("team", who.team.empty() ? Data::List() : Data::List{Data{}.set("name", who.team)});
  frame.set("navigation", Data{}.set("items", std::move(items)));
  frame.set("person", std::move(person));
}

}  // namespace

void add_hardening(HttpResponse& response, bool secure) {
  auto& headers = response.headers;
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                       "frame-ancestors 'none'; base-uri 'none'");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  if (secure) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

HttpResponse page_response(Page page, const Frame& frame) {
  page.data.set("form_token", frame.form_token);
  Data whole;
  whole.set("title", page.title).set("agency", frame.agency).set("style", style_sheet_path);
  whole.set("form_token", frame.form_token).set("wide", page.wide);
  whole.set("message", frame.message.empty() ? Data::List() : Data::List{Data{}.set("text", frame.message)});
  whole.set("signed_in", frame.who.has_value());
  if (frame.who) add_navigation(whole, *frame.who, page.tab);
  whole.set("main", render(page.template_name, page.data));
  HttpResponse response;
  response.status = page.status;
  response.content_type = "text/html; charset=utf-8";
  response.body = render("frame", whole);
  add_hardening(response, frame.secure);
  return response;
}

HttpResponse style_sheet_response() {
  HttpResponse response;
  response.body = style_sheet;
  response.content_type = "text/css; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

HttpResponse see_other(std::string_view path) {
  HttpResponse response;
  response.status = 303;
  response.headers.emplace_back("Location", std::string(path));
  return response;
}

}  // namespace waymark::server
