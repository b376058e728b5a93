// The team's week (ui.md, "Team week"): figures, what needs attention, the table, and its files.
#pragma once

#include "syncserver/store/team_types.h"
#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET /team · POST /team/approve · GET /team.csv · GET /team.xlsx
void add_team_pages(PageRoutes& pages);

/// The page of a team's week from what was read: everything but the reading.
Page team_week_page(const TeamPage& team, Instant now, const Zone& zone);

}  // namespace waymark::server
