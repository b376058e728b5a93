// Adds pages to the router. Every page says who may ask for it; nothing else decides that.
//
//   PageRoutes pages(router, context);
//   pages.get("/admin/devices", Who::admin, [](Visit& visit) { return visit.page({…}); });
//   pages.post("/admin/devices/{id}/revoke", Who::admin, [](Visit& visit) {
//     const auto revoked = visit.store().revoke_device(visit.parameter("id"), visit.actor());
//     if (!revoked) return visit.refuse(revoked.error());
//     return visit.go("/admin/devices", "The device is revoked: its next contact is refused.");
//   });
//
// Somebody who is not signed in is sent to the sign-in page, and from there to the page they asked for.
// Another role gets 403. A form without this browser's token gets 403 and changes nothing: every <form
// method="post"> in a template begins with {{> part_form}}.
#pragma once

#include <functional>
#include <string_view>

#include "syncserver/api/router.h"
#include "syncserver/web/visit.h"

namespace waymark::server {

enum class Who { anyone, signed_in, lead, admin };

using PageHandler = std::function<HttpResponse(Visit&)>;

class PageRoutes {
 public:
  /// Both outlive the router's use.
  PageRoutes(Router& router, const WebContext& context) : router_(router), context_(context) {}

  void get(std::string_view pattern, Who who, PageHandler handler);
  void post(std::string_view pattern, Who who, PageHandler handler);

 private:
  Router& router_;
  const WebContext& context_;
};

/// A path of our own to go on to after signing in; "/" for anything that could lead elsewhere.
std::string safe_path(std::string_view path);

}  // namespace waymark::server
