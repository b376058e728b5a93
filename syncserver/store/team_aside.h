// Edits put aside, as their team's lead sees them: which there are, and every version of one record. Private
// to the room, and inside the caller's snapshot.
#pragma once

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

Result<TeamAside> list_team_aside(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                  Instant now, const ChoosePart& choose);

Result<AsideRecord> read_aside_record(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                      std::string_view rid, Instant now);

}  // namespace waymark::server
