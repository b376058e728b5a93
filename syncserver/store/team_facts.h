// What a lead's page needs of each person beside their tally, read for all of them at once: fifty people cost
// a few statements, not a few each. Private to the room.
#pragma once

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "syncserver/store/device_health.h"
#include "syncserver/store/directory.h"
#include "syncserver/store/team_types.h"
#include "syncserver/store/week_view.h"

namespace waymark::server {

/// A week's stored share, and as of when.
struct StoredShare {
  TrendWeek week;
  Instant as_of{};
};

struct PersonFacts {
  WeekHeads heads;  ///< of the shown week
  PhoneState phone;
  bool barred = false;                                      ///< the shown week
  std::vector<std::pair<std::int64_t, std::int64_t>> held;  ///< op and record of every held edit, by op
  std::optional<Date> known_from;                           ///< the first week with a stored tally
  std::vector<StoredShare> shares;                          ///< of the weeks asked for, in no order
};

class TeamFacts {
 public:
  /// Of these people: the shown week's facts, and the stored shares of [from, week].
  static TeamFacts load(Connection& connection, std::span<const Member* const> people, Date from, Date week,
                        const HealthBook::Notes& unwritten);

  /// Nothing known, for somebody who was not asked for.
  const PersonFacts& of(std::int64_t person) const;

 private:
  void read_shares(Connection& connection, const std::string& people, Date from, Date to);
  void read_heads(Connection& connection, const std::string& people, Date week);
  void read_held(Connection& connection, const std::string& people);
  void read_phones(Connection& connection, const HealthBook::Notes& unwritten);
  void read_barred(Connection& connection, Date week);

  std::unordered_map<std::int64_t, PersonFacts> facts_;
};

}  // namespace waymark::server
