// Signing in and out, the start page of each role, and the page a password link leads to.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET / · GET, POST /sign-in · POST /sign-out · GET, POST /password/{code}
void add_sign_in_pages(PageRoutes& pages);

}  // namespace waymark::server
