// A page as HTML: a template's filling inside the frame (head, navigation by role, message, main), with the
// headers every page has.
#pragma once

#include <optional>
#include <string>

#include "syncserver/api/http_message.h"
#include "syncserver/store/store_types.h"
#include "syncserver/web/data.h"

namespace waymark::server {

struct Page {
  std::string title;  ///< in the tab and, unless the template says otherwise, nowhere else
  std::string_view template_name;
  Data data = {};
  std::string_view tab = {};  ///< the navigation's current item, by its address: "/team"
  int status = 200;
  bool wide = false;  ///< for tables: up to 1,280 px instead of 760
};

/// What of the frame depends on who looks.
struct Frame {
  std::string agency;
  std::optional<SessionInfo> who;  ///< navigation and sign-out for somebody signed in
  std::string form_token;          ///< for the sign-out form, and `form_token` in every template
  std::string message;             ///< shown once; "" for none
  bool secure = false;             ///< over TLS: browsers are told to stay there
};

HttpResponse page_response(Page page, const Frame& frame);

/// The style sheet, which may be kept for ever: its address changes with it.
HttpResponse style_sheet_response();

/// 303: the browser asks for `path` next.
HttpResponse see_other(std::string_view path);

/// Beside no-store and nosniff, which every answer has: nothing from elsewhere, no script at all, no frame
/// around it, no form to elsewhere.
void add_hardening(HttpResponse& response, bool secure);

}  // namespace waymark::server
