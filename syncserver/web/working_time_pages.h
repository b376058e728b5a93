// Schedules and leave of the team: what a specialist's share is measured against.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET /schedules · GET /people/{id}/time · POST /people/{id}/schedule, /people/{id}/leave,
/// /people/{id}/leave/{rid}/remove
void add_working_time_pages(PageRoutes& pages);

}  // namespace waymark::server
