// Reading what the lead's pages show, inside the caller's snapshot. Private to the room.
#pragma once

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/device_health.h"
#include "syncserver/store/directory.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

/// The lead's team as of today: forbidden for anybody who leads none.
Result<std::string> team_of_lead(const Directory& directory, const Viewer& viewer, Date today);

/// Adds to `stale` what of the page is to be tallied again; the page has what is stored, but for the week it
/// shows.
Result<TeamPage> read_team_page(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                                Date start, Instant now, const HealthBook::Notes& unwritten, TallyMemo& memo,
                                StaleWeeks& stale);

Result<SpecialistWeek> read_specialist_week(Connection& connection, const AgencyRules& rules,
                                            const Viewer& viewer, std::string_view person_id, Date start,
                                            Instant now, const HealthBook::Notes& unwritten);

/// Of all a decision on the week rests on: count and newest change of its live entries, of its leave and of
/// the records of it in conflict, its share once it is over, how many edits are held for it, and what its
/// owner and a lead last said.
std::string mark_of_week(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                         Instant now);

/// The first week the pools of a page reach back to.
Date first_pool_week(const AgencyRules& rules, Date start);

}  // namespace waymark::server
