// Finds out whether a store is what its own log says (sync.md, invariants 3, 9 and 15). Changes nothing.
#pragma once

#include <set>

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/tally_keeper.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

struct Verification {
  VerifyReport report;
  std::set<TallyKeeper::Week> wrong_weeks;
  Mark end;  ///< how far the checked chain reaches
};

/// Reads one snapshot of the caller's making.
Verification verify_store(Connection& connection, const Agency& agency, const Zone& zone,
                          const ProgressSink& progress);

/// The parts of it. Each adds what it finds.
void verify_chain(Connection& connection, Verification& result, const ProgressSink& progress);
void verify_heads(Connection& connection, Verification& result, const ProgressSink& progress);
void verify_tallies(Connection& connection, const AgencyRules& rules, Verification& result,
                    const ProgressSink& progress);

/// Bars the weeks found wrong from approval and lets those go that are right again; alarms once for each
/// fault.
void bar_weeks(WriteContext& context, const Verification& found);

}  // namespace waymark::server
