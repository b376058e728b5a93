// Rules of single kinds of records that need the store to be checked: an agency's policies, approved weeks,
// weeks whose tally is in doubt.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "syncserver/store/record_row.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// What makes a policy invalid beside the others: another zone or week start than the store's, two policies
/// from one day, the last one deleted.
std::optional<Error> policy_error(const AgencyRules& rules, const Policy& policy, bool deleted);

/// What makes this edit invalid though its body is well-formed (rule 2): policy_error; approval of a week
/// that has not begun, or whose tally is not what its entries give.
std::optional<Error> store_rule_error(WriteContext& context, const Record& record, bool deleted);

/// The weeks an entry or leave row is about, by its own span or day. Empty for other kinds.
std::vector<Date> weeks_of(const AgencyRules& rules, const Record& record);
std::vector<Date> weeks_of(const AgencyRules& rules, const RecordRow& row);

/// A week that stands as it was approved.
struct ApprovedWeek {
  std::string name;  ///< of the person
  std::string week;  ///< its first day
};

/// The approved weeks that are tallied otherwise under `after`, earliest first. Some of them may have no
/// stored tally: nothing was logged in them.
std::vector<ApprovedWeek> approved_weeks_changed(Connection& connection, const AgencyRules& before,
                                                 const AgencyRules& after);

/// The first approved week whose tally a schedule or policy edit would change (rule 4).
std::optional<ApprovedWeek> reached_approved_week(WriteContext& context, const std::optional<RecordRow>& row,
                                                  const Record& record, bool deleted, std::int64_t owner);

/// The first day of the specialist's next live schedule after `from`.
std::optional<Date> next_schedule(Connection& connection, std::int64_t person, Date from);

}  // namespace waymark::server
