// A team's week as its lead sees it on the phone and on the pages: everyone's tally, how the team stands
// together, and how far what there is can be trusted (sync.md, `GET /v1/team/week`).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/tally/tally_codec.h"

namespace waymark {

/// One person's week, as a route or page shows it.
struct PersonWeek {
  WeekTally tally;
  TallyOwner owner;
  // Of the newest of the person's phones; nothing before the first. Told of a team's weeks alone: who may see
  // one week of a person need not know when their phone spoke.
  std::optional<Instant> last_contact = {};  ///< when one was heard from at all
  std::optional<Instant> last_sync = {};     ///< when one last got all it asked for
  friend bool operator==(const PersonWeek&, const PersonWeek&) = default;
};

struct TeamWeek {
  std::string team;
  Date week_start{};
  std::vector<PersonWeek> people;  ///< by name
  Share pooled;                    ///< without those who have too little to say (domain.md, tally rule 7)
  std::optional<std::string> mean_share;  ///< of the same people's shares: "57.3"
  int submitted = 0;                      ///< weeks submitted or approved
  int heard_from = 0;                     ///< people with a device heard from in the last 24 hours
  friend bool operator==(const TeamWeek&, const TeamWeek&) = default;
};

/// The answer of `GET /v1/team/week`, members in sync.md's order.
std::string to_json(const TeamWeek& week);
/// Fails with `bad_json`, or with `bad_request` and the member concerned. Shares are those of the figures
/// read, whatever the text calls them.
Result<TeamWeek> parse_team_week(std::string_view text);

}  // namespace waymark
