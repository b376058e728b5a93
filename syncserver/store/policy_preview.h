// What a policy would change, before it does.
#pragma once

#include "syncserver/store/policies.h"

namespace waymark::server {

/// Tallies the stored weeks that the draft would reach under the rules as they are and as they would be, both
/// as of `now`, so that the one difference between them is the policy. See AdminDesk::preview_policy.
Result<PolicyPreview> preview_policy(Connection& connection, const AgencyRules& rules,
                                     const PolicyDraft& draft, Instant now, std::int64_t max_weeks,
                                     const ProgressSink& progress);

}  // namespace waymark::server
