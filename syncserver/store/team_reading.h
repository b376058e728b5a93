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
                                            Instant now, const HealthBook::Notes& unwritten, TallyMemo& memo);

/// Of all a decision on the week rests on: the versions of its live entries and leave, how many edits are in
/// conflict beside them and the newest of what they concern, how many edits are held for it, what its owner
/// and a lead last said, and its share and standing once it is over. `is_touched`: what is stored of it is to
/// be made again yet. Throws StoreDamage where its entries cannot be read.
std::string mark_of_week(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                         Instant now, TallyMemo& memo, bool is_touched);

}  // namespace waymark::server
