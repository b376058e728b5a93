// What people read over the routes and pages: a record's history, a person's week, a team's week. Each reads
// inside its caller's snapshot.
#pragma once

#include "shared/sync/messages.h"
#include "syncserver/store/agency_rules.h"
#include "syncserver/store/device_health.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/rights.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

/// What a right to read this record depends on: its team is the team of the week it lies in.
Subject subject_of(const Directory& directory, const AgencyRules& rules, const RecordRow& row);

Result<History> read_history(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                             std::string_view rid, Instant now);

Result<WeekView> read_person_week(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                  std::string_view person_id, Date start, Instant now);

Result<TeamWeek> read_team_week(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                Date start, Instant now, const HealthBook::Notes& unwritten);

}  // namespace waymark::server
