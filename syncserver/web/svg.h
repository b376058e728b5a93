// The pages' pictures as inline SVG: each shows figures that also stand in a table on its page, and is
// therefore hidden from screen readers. Colours come from the style sheet by class; shapes repeated in every
// row are defined once (bar_definitions).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/tally/week_tally.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

/// Once on a page that has small bars or lines: tracks with the marks at the policy's two percentages, and
/// the hatching of time not logged.
std::string bar_definitions(const Policy& policy);

/// A bullet bar in a table's row; "" where there is no share.
std::string small_bar(const Share& share);
/// The one at the top.
std::string large_bar(const Share& share, const Policy& policy);
/// Twelve weeks on one scale from 0 to 100 %, with gaps where nothing is known.
std::string sparkline(const std::vector<TrendWeek>& weeks);
/// The line's figures as cells of a table, in percent without the sign; a dash where the line has a gap.
/// (HTML needs no </td>, and there are six hundred on the page of a team of fifty.)
std::string trend_cells(const std::vector<TrendWeek>& weeks);
/// A day's community, on-site and not-logged time, as lengths of the longest day.
std::string day_strip(const DayTally& day, std::int64_t longest_s);

}  // namespace waymark::server
