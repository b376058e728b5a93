// Everything a specialist's week is tallied from, read from the store, and the tally itself: the one way from
// rows to shared/tally's tally_week, for the writer, the routes and verify.
#pragma once

#include <vector>

#include "shared/tally/week_tally.h"
#include "syncserver/store/agency_rules.h"
#include "syncserver/store/entry_cache.h"

namespace waymark::server {

struct WeekFacts {
  std::vector<Entry> entries;
  WorkPattern pattern;
  FirstContacts first_contacts;
  bool touched = false;  ///< a live entry or leave row lies in the week: it has a row in `tallies`
  bool running = false;  ///< one of its entries has no end yet
  /// Names the versions these entries and leave days are in: another number where any of them is another.
  std::int64_t versions = 0;
};

/// `cache`: the writer's; what it holds is not read again, and what is read is kept in it.
WeekFacts load_week(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week,
                    EntryCache* cache = nullptr);

WeekTally tally_of(const WeekFacts& facts, const AgencyRules& rules, Date week, Instant now);

/// The earliest counting contact of this specialist with this employer over all their live entries.
std::optional<Instant> first_contact(Connection& connection, std::int64_t person, std::string_view employer);

struct StoredTally {
  Instant as_of{};
  std::string text;  ///< as to_stored_json wrote it
};
std::optional<StoredTally> load_tally(Connection& connection, std::int64_t person, Date week);

}  // namespace waymark::server
