// What a lead's page needs of each person beside their tally, read for all of them at once: fifty people cost
// a few statements, not a few each. Private to the room.
#pragma once

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

/// What is stored of a week beside its tally's text; without a share where there is no tally.
struct StoredWeek {
  TrendWeek week;
  Instant as_of{};
  std::optional<std::int64_t> versions, tally_hash;  ///< none: last written by an older server
};

struct PersonFacts {
  WeekHeads heads;  ///< of the shown week
  PhoneState phone;
  bool barred = false;                                      ///< the shown week
  std::vector<std::pair<std::int64_t, std::int64_t>> held;  ///< op and record of every held edit, by op
  std::vector<Instant> running;                             ///< when entries began that have no end yet
  std::vector<StoredWeek> weeks;                            ///< all that were asked for, oldest first
};

class TeamFacts {
 public:
  /// Of these people: the shown week's facts, and what is stored of each week from the one that starts on
  /// `from` to the shown one.
  static TeamFacts load(Connection& connection, std::span<const Member* const> people, Date from, Date week,
                        const HealthBook::Notes& unwritten);

  /// Of somebody who was asked for.
  const PersonFacts& of(std::int64_t person) const { return facts_[positions_.at(person)]; }

 private:
  void read_weeks(Connection& connection, const std::string& people, Date from, Date to);
  void read_running(Connection& connection, const std::string& people);
  void read_heads(Connection& connection, const std::string& people, Date week);
  void read_held(Connection& connection, const std::string& people);
  void read_phones(Connection& connection, const HealthBook::Notes& unwritten);
  void read_barred(Connection& connection, Date week);

  PersonFacts* find(std::int64_t person);

  std::vector<PersonFacts> facts_;  // in the order they were asked for
  std::unordered_map<std::int64_t, std::size_t> positions_;
};

}  // namespace waymark::server
