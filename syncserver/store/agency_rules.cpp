#include "syncserver/store/agency_rules.h"

#include <algorithm>

#include "syncserver/store/stored_op.h"

namespace waymark::server {

AgencyRules AgencyRules::load(Connection& connection, const Agency& agency, const Zone& zone) {
  AgencyRules rules{agency, zone, {}};
  auto query = connection.query(
      "SELECT r.rid, o.payload, o.body_at, o.body_size FROM records r JOIN ops o ON o.seq = r.head"
      " WHERE r.owner = 0 AND r.type = ? AND r.day IS NOT NULL AND r.live = 1 ORDER BY r.day, r.head");
  query.bind(RecordType::policy);
  while (query.next())
    rules.policies.push_back(
        stored_record<Policy>(body_of(query.text(1), {query.integer(2), query.integer(3)}), query.uuid(0)));
  if (rules.policies.empty()) throw StoreDamage("the store has no policy");
  return rules;
}

AgencyRules AgencyRules::with(const Policy& policy, bool deleted) const {
  auto changed = *this;
  std::erase_if(changed.policies, [&](const Policy& other) { return other.id == policy.id; });
  if (!deleted) changed.policies.push_back(policy);
  std::stable_sort(changed.policies.begin(), changed.policies.end(),
                   [](const Policy& a, const Policy& b) { return a.effective_from < b.effective_from; });
  return changed;
}

bool AgencyRules::treats_alike(const AgencyRules& other, Date week) const {
  const auto &mine = policy_of_week(week), &theirs = other.policy_of_week(week);
  if (mine == theirs) return true;
  // Holidays of other weeks change nothing in this one, and a year's list is edited all year long.
  const auto in_this_week = [week](Policy policy) {
    std::erase_if(policy.holidays, [week](Date day) { return day < week || day > add_days(week, 6); });
    std::sort(policy.holidays.begin(), policy.holidays.end());
    return policy;
  };
  return in_this_week(mine) == in_this_week(theirs);
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
