// What was done with a week, by whom and when, from its record and its approval. Private to the room, and
// inside the caller's snapshot.
#pragma once

#include "syncserver/store/connection.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

/// Oldest first.
std::vector<WeekStep> read_week_steps(Connection& connection, std::string_view person_id, Date week);

}  // namespace waymark::server
