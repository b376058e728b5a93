// The team's weeks on its lead's phone: asked of the server, and the last answers kept for when there is no
// signal. Read-only: approving is on the server's pages (sync.md, `GET /v1/team/week`; ui.md, Team).
//
// What is kept names people and says how they work, so it lives in the phone's store, sealed, and goes with
// it: wiped by the server's order, erased when the phone becomes another person's, and dropped when the
// server says that this person leads no team any more.
#pragma once

#include <optional>

#include "mobile/device/abort.h"
#include "mobile/device/device_store.h"
#include "mobile/device/key_store.h"
#include "mobile/device/transport.h"
#include "shared/tally/team_week.h"

namespace waymark::device {

/// What the server said, and when, by its clock as this phone knows it.
struct TeamAnswer {
  TeamWeek week;
  Instant fetched_at{};
  friend bool operator==(const TeamAnswer&, const TeamAnswer&) = default;
};

class TeamWeeks {
 public:
  /// How many weeks are kept: those fetched last.
  static constexpr int most_kept = 8;

  explicit TeamWeeks(DeviceStore& store) : store_(store) {}

  /// True if this phone works for a lead. The person's own record says so, once it came; enrolment did
  /// before.
  Result<bool> is_lead() const;
  /// The last answer for the week that starts on `week_first`; none if it was never fetched, or so many
  /// others since.
  Result<std::optional<TeamAnswer>> kept(Date week_first) const;
  /// Asks the server and keeps what it says. Blocks; on a thread of its own. Errors: `forbidden` (no lead:
  /// nothing is asked, or what was kept is dropped), `unauthorized`, `device_revoked`, `person_disabled`
  /// (kept: the next sync sees to those), `unreachable`, `timed_out`, `aborted`, `busy`, `slow_down`,
  /// `too_large`, and what parse_team_week and the store say.
  Result<TeamAnswer> fetch(KeyStore& keys, Transport& transport, Date week_first, Abort& abort) const;

 private:
  Result<TeamAnswer> keep(const std::string& person, TeamWeek week, const std::string& answer) const;
  Result<void> forget() const;

  DeviceStore& store_;
};

}  // namespace waymark::device
