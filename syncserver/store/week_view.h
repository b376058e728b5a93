// One specialist's week as a route or page shows it. Private to the room.
#pragma once

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/directory.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

Error not_a_week_start(const AgencyRules& rules);

/// The stored tally where it is what the present would make it, else one as of now. What a week amounts to
/// changes with the clock only at midnight, while an entry runs, and no more once the week is over.
WeekTally current_tally(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week,
                        Instant now);

/// True where a tally made at `as_of` of a week that ends at `week_end` would be another today.
bool is_stale(const AgencyRules& rules, Instant week_end, Instant as_of, Instant now);
/// True where the stored tally (made at `as_of`) would be another today: it is to be made again.
bool is_stale(const AgencyRules& rules, Date week, Instant as_of, Instant now);

/// The newest version of a week's record or approval: its own place on the chain (0: there is none), and
/// what it says.
struct WeekHead {
  std::int64_t seq = 0;
  int state = 0;
  bool live = false;
};
struct WeekHeads {
  WeekHead own, approval;
};
WeekHeads load_heads(Connection& connection, std::int64_t person, Date week);

/// `approved` if its approval says so; else the later by seq of `returned` and the week record's state; else
/// `open` (sync.md, "On the server").
std::string state_of(const WeekHeads& heads);

WeekView view_of(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                 Instant now);

/// Who has a line in the team's week. A lead only with time of their own to show, and whoever has left only
/// if they worked then. Once a week is over, nobody is on its page of whom nothing is known by then, neither
/// time nor a word on the week nor a schedule: somebody who is added today is not missing in it.
bool belongs_on_page(Connection& connection, const AgencyRules& rules, const Member& member, Date week,
                     Instant now);

/// Those of `team` in the week, by name.
std::vector<const Member*> people_on_page(Connection& connection, const AgencyRules& rules,
                                          const Directory& directory, std::string_view team, Date week,
                                          Instant now);

}  // namespace waymark::server
