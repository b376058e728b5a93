// The team's week as a table for other programs: what the page shows, one row a specialist.
#pragma once

#include "shared/time/zone.h"
#include "syncserver/store/team_types.h"
#include "syncserver/web/spreadsheet.h"

namespace waymark::server {

SheetTable team_table(const TeamPage& team, Instant now, const Zone& zone);

}  // namespace waymark::server
