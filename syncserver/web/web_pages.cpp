#include "syncserver/web/web_pages.h"

#include "syncserver/web/account_pages.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/page_routes.h"
#include "syncserver/web/sign_in_pages.h"
#include "syncserver/web/web_files.h"

namespace waymark::server {

WebPages::WebPages(CentralStore& store, const Clock& clock, WebOptions options)
    : sign_in_(store, clock, hasher_), context_{store,
                                                clock,
                                                sign_in_,
                                                flash_,
                                                options.secure,
                                                std::move(options.address),
                                                std::move(options.alarm)} {}

void WebPages::add_to(Router& router) const {
  router.add("GET", style_sheet_path, [](HttpRequest&) { return style_sheet_response(); });
  PageRoutes pages(router, context_);
  add_sign_in_pages(pages);
  add_account_pages(pages);
  add_admin_pages(pages);
  router.otherwise([this](HttpRequest& request) {
    return Visit(context_, request)
        .refuse(
            {ErrorCode::not_found, "There is no page at this address: check it, or begin at the start.", {}});
  });
}

}  // namespace waymark::server
