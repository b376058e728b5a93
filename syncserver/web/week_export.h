// A week as a table for other programs: what the pages show, a team's with one row a specialist and the
// team's own figures below, a specialist's with one row an entry.
#pragma once

#include "shared/time/zone.h"
#include "syncserver/store/team_types.h"
#include "syncserver/web/page_routes.h"
#include "syncserver/web/spreadsheet.h"

namespace waymark::server {

SheetTable team_table(const TeamPage& team, Instant now, const Zone& zone);
SheetTable person_table(const SpecialistWeek& week, Instant now, const Zone& zone);

/// Routes `address`.csv and `address`.xlsx, which give the chosen week's table to be saved as
/// `name`-2026-06-08.csv.
void add_week_files(PageRoutes& pages, const std::string& address, Who who, std::string_view name,
                    Result<SheetTable> (*table)(Visit&, Date week));

}  // namespace waymark::server
