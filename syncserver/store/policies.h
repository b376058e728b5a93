// The agency's policies and holidays, as admins edit them.
#pragma once

#include "syncserver/store/admin_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// A draft laid over the policy that holds on its first day, checked as the op it would become.
struct DraftedPolicy {
  Policy before, after;         ///< `after.id` is empty for a new policy
  bool edits_existing = false;  ///< a policy from that very day is there
  std::vector<PolicyDifference> differences;
};

Result<DraftedPolicy> draft_policy(const AgencyRules& rules, const PolicyDraft& draft, Instant now);

Result<Policy> write_policy(WriteContext& context, const PolicyDraft& draft, const Actor& actor);
Result<void> remove_policy(WriteContext& context, Date from, const Actor& actor);

std::vector<Holiday> list_holidays(const AgencyRules& rules);
Result<void> set_holiday(WriteContext& context, Date date, bool is_holiday, const Actor& actor);

}  // namespace waymark::server
