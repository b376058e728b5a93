// A specialist's week, what a lead decides about it, and a single entry with its versions.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET /people/{id} · POST /people/{id}/approve, /people/{id}/return · GET /people/{id}/entries/{rid}
void add_person_pages(PageRoutes& pages);

}  // namespace waymark::server
