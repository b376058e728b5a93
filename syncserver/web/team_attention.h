// What of a team's week a lead should look at first (ui.md, "Needs attention"), and how complete the data is.
// Pure functions of what was read; whatever is counted in them comes from the tallies.
#pragma once

#include <string>
#include <vector>

#include "shared/time/zone.h"
#include "syncserver/store/team_types.h"

namespace waymark::server {

struct AttentionReason {
  std::string words;         ///< a part of a sentence
  std::string address = {};  ///< where it is looked at, if not in the specialist's week
};

struct Attention {
  int rank = 0;                          ///< of its gravest reason: 0 below the minimum … 5 only falling
  std::vector<AttentionReason> reasons;  ///< gravest first

  bool any() const { return !reasons.empty(); }
};

Attention attention_for(const TeamRow& row, const TeamPage& page, Instant now, const Zone& zone);

/// Over, submitted, the lead's to approve, and nothing to look at.
bool is_clean(const TeamRow& row, const TeamPage& page, const Attention& attention);

/// The shown week and those before it that each fell against the one before; 0 where the last did not.
int weeks_of_falling(const std::vector<TrendWeek>& trend);

struct Completeness {
  bool provisional = false;
  std::string sentence;
};
Completeness completeness_of(const TeamPage& page, Instant now, const Zone& zone);

/// True where the phone may still hold something of this week.
bool is_silent(const PhoneState& phone, bool over, Instant week_end, Instant now);

}  // namespace waymark::server
