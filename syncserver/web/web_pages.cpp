#include "syncserver/web/web_pages.h"

#include "syncserver/web/account_pages.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/page_routes.h"
#include "syncserver/web/participant_pages.h"
#include "syncserver/web/person_pages.h"
#include "syncserver/web/sign_in_pages.h"
#include "syncserver/web/team_pages.h"
#include "syncserver/web/web_files.h"
#include "syncserver/web/working_time_pages.h"

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
  add_team_pages(pages);
  add_person_pages(pages);
  add_participant_pages(pages);
  add_working_time_pages(pages);
  add_aside_pages(pages);
  router.otherwise([this](HttpRequest& request) {
    return Visit(context_, request)
        .refuse(
            {ErrorCode::not_found, "There is no page at this address: check it, or begin at the start.", {}});
  });
}

}  // namespace waymark::server
