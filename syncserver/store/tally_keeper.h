// Keeps the weekly tallies equal to what tally_week makes of the entries (sync.md, invariant 15): weeks
// touched by a group of ops are tallied again once, in the ops' own transaction.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/entry_cache.h"

namespace waymark::server {

class TallyKeeper {
 public:
  using Week = std::pair<std::int64_t, Date>;  ///< person and first day

  void touch(std::int64_t person, Date week) { touched_.emplace(person, week); }
  /// Every stored week of this person with a day in [from, before).
  void touch_days(Connection& connection, std::int64_t person, Date from, std::optional<Date> before);
  /// Every stored week that `after` does not treat like `before`, and all that running entries reach under
  /// either.
  void touch_policy_change(Connection& connection, const AgencyRules& before, const AgencyRules& after);
  bool is_touched(std::int64_t person, Date week) const { return touched_.contains({person, week}); }
  void forget() { touched_.clear(); }

  /// Tallies the touched weeks as of `now` and forgets them; `entries` spares parsing again what it has. A
  /// week whose entries cannot be read keeps its old row and is reported to `alarm`.
  void retally(Connection& connection, EntryCache& entries, const AgencyRules& rules, Instant now,
               const std::function<void(const std::string&)>& alarm);

 private:
  std::set<Week> touched_;
};

/// What is wrong with a week's stored tally, compared with a fresh one as of the same instant.
enum class TallyFault { none, missing, extra, differs };
TallyFault check_tally(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week);

}  // namespace waymark::server
