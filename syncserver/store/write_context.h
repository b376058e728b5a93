// What the writer thread works with inside one group's transaction: the only read-write connection and the
// snapshots that follow from its rows. Nothing here outlives a rolled-back transaction: reload() reads it all
// again.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "shared/ids.h"
#include "syncserver/store/agency_rules.h"
#include "syncserver/store/digest.h"
#include "syncserver/store/directory.h"
#include "syncserver/store/entry_cache.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/tally_keeper.h"

namespace waymark::server {

/// The end of the chain.
struct Tail {
  std::int64_t seq = 0;
  std::string chain;  ///< 32 raw bytes; "" before the first op

  static Tail load(Connection& connection);
  Mark mark() const { return {seq, hex(chain)}; }
};

struct WriteContext {
  Connection& connection;
  RandomSource& random;
  const std::function<void(const std::string&)>& alarm;
  Agency agency;
  Zone zone;

  Instant now{};  ///< of this group
  Tail tail;
  std::shared_ptr<const AgencyRules> rules;
  Directory directory;
  TallyKeeper tallies;
  EntryCache entries{};

  void reload();
  void reload_tail() { tail = Tail::load(connection); }
  void reload_rules() {
    rules = std::make_shared<const AgencyRules>(AgencyRules::load(connection, agency, zone));
  }
  void reload_directory() { directory = Directory::load(connection); }
  Date today() const { return rules->today(now); }

  /// One row of the audit trail, in the action's own transaction.
  void audit(const Actor& actor, std::string_view action, std::string_view subject,
             std::string_view detail = {});
  /// Tells the operator and the audit trail.
  void raise_alarm(std::string_view subject, const std::string& message);
};

}  // namespace waymark::server
