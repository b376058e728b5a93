// The agency's zone, week and policies as one snapshot, and what follows from them: which weeks a record
// touches and which policy holds for a week.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "shared/records/records.h"
#include "shared/time/week.h"
#include "syncserver/store/connection.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

struct AgencyRules {
  Agency agency;
  Zone zone;
  std::vector<Policy> policies;  ///< live ones, by effective_from

  /// Throws StoreDamage when the store's own rows cannot be read.
  static AgencyRules load(Connection& connection, const Agency& agency, const Zone& zone);

  Date today(Instant now) const { return zone.date_of(now); }
  Date week_containing(Instant instant) const {
    return week_of(zone.date_of(instant), agency.week_starts_on);
  }
  Date week_containing(Date date) const { return week_of(date, agency.week_starts_on); }
  bool is_week_start(Date date) const { return week_containing(date) == date; }
  const Policy& policy_of_week(Date week) const { return policy_for(policies, week); }
  /// In force today: what new records are checked against.
  const Policy& policy_today(Instant now) const { return policy_of_week(today(now)); }

  /// The rules as they would be with this policy written (or, if `deleted`, without it).
  AgencyRules with(const Policy& policy, bool deleted) const;
  /// True if the week is tallied alike under both: by the same policy, unless a holiday of this very week is
  /// under one and not under the other.
  bool treats_alike(const AgencyRules& other, Date week) const;

  /// The weeks an entry reaches into, by its span; a running one reaches to its policy's cap, a zero-length
  /// one touches the week of its instant.
  std::vector<Date> weeks_of_entry(Instant starts_at, std::optional<Instant> ends_at) const;
};

/// The store's own rows are not what this program wrote: nothing a caller can mend, so no Result.
class StoreDamage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace waymark::server
