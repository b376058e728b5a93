// Which week a page shows, and the way to the weeks around it.
#pragma once

#include "syncserver/store/team_types.h"
#include "syncserver/web/visit.h"

namespace waymark::server {

/// `?week=YYYY-MM-DD`, or the present week. bad_date, field `week`, for what is no date.
Result<Date> chosen_week(const Visit& visit);

/// For {{> part_weeks}}: {title, earlier, later, this_week}. `path` is the page's own; there is no way to a
/// week that has not begun, nor to one `around` says is not to be seen.
Data week_navigation(std::string_view path, Date week, Date this_week, const WeeksAround& around = {});

}  // namespace waymark::server
