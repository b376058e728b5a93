// Does this time count as community time, and why: domain.md's table of 16 rows, first match wins.
// The standard is S1 and S2 ("Employment Specialist Time in Community Standard"); rows that rest on a policy
// choice are `flagged`, so that a lead can see the strict share without them.
#pragma once

#include <optional>
#include <string_view>

#include "shared/records/records.h"

namespace waymark {

enum class TimeKind { community, on_site, not_worked };

/// Stable codes; both user interfaces translate them.
enum class Reason {
  break_,  ///< wire: "break"
  incomplete,
  commute,
  travel_to_community,
  travel_back,
  travel_between_offices,
  program_site,
  satellite_office,
  own_home,
  collaborative_documentation,
  solo_documentation,
  staff_activity,
  no_show_wait,
  remote_contact,
  solo_work,
  community_service,
};

template <>
std::span<const std::string_view> wire_names<TimeKind>();
template <>
std::span<const std::string_view> wire_names<Reason>();

struct Verdict {
  TimeKind time = TimeKind::on_site;
  Reason reason = Reason::incomplete;
  bool flagged = false;
  /// Set for a no-show wait: `time` holds for this long from the entry's own start, the rest is on_site,
  /// unflagged.
  std::optional<Millis> cap;

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

Verdict classify(const Entry& entry, const Policy& policy);

}  // namespace waymark
