// One's own account: who is signed in, and changing the password.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET /account · POST /account/password
void add_account_pages(PageRoutes& pages);

}  // namespace waymark::server
