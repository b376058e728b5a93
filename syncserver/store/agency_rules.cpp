#include "syncserver/store/agency_rules.h"

#include <algorithm>

#include "syncserver/store/stored_op.h"

namespace waymark::server {

AgencyRules AgencyRules::load(Connection& connection, const Agency& agency, const Zone& zone) {
  AgencyRules rules{agency, zone, {}};
  auto query = connection.query(
      "SELECT r.rid, o.payload, o.body_at, o.body_size FROM records r JOIN ops o ON o.seq = r.head"
      " WHERE r.owner = 0 AND r.type = ? AND r.day IS NOT NULL AND r.live = 1 ORDER BY r.day, r.n");
  query.bind(RecordType::policy);
  while (query.next())
    rules.policies.push_back(
        stored_record<Policy>(body_of(query.text(1), {query.integer(2), query.integer(3)}), query.uuid(0)));
  if (rules.policies.empty()) throw StoreDamage("the store has no policy");
  return rules;
}

std::vector<Date> AgencyRules::weeks_of_entry(Instant starts_at, std::optional<Instant> ends_at) const {
  const auto first = week_containing(starts_at);
  if (!ends_at) ends_at = starts_at + std::chrono::hours{policy_of_week(first).running_cap_hours};
  const auto last_instant = std::max(starts_at, *ends_at - Millis{1});
  const auto last = week_containing(last_instant);
  std::vector<Date> weeks;
  for (auto week = first; week <= last; week = add_days(week, 7)) weeks.push_back(week);
  return weeks;
}

}  // namespace waymark::server
