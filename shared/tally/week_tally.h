// The tally of one specialist's week: one pure function, the same on phone and server (domain.md, "The
// tally", rules 1 to 6).
//
// The standard is S1's and S2's "Employment Specialist Time in Community Standard": at least 50 % of work
// hours off-site in the community, 65 % recommended. Neither says how hours are measured; the week, what is
// work, what a choice of the agency lets count and the rounding are domain.md's, and the numbers are the
// policy's.
//
// Time is summed in whole milliseconds, and each total is floored to seconds when it is done (rule 3): a week
// may have up to six seconds more than the seconds of its days. No decision rests on floating point.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "shared/community/classify.h"
#include "shared/tally/schedule.h"
#include "shared/tally/share.h"
#include "shared/time/week.h"

namespace waymark {

template <>
std::span<const std::string_view> wire_names<Standing>();

/// Whole seconds of each kind (rule 2: each instant counts once).
struct Split {
  std::int64_t community_s = 0;
  std::int64_t on_site_s = 0;
  std::int64_t not_worked_s = 0;
  friend bool operator==(const Split&, const Split&) = default;
};

/// One local day in the policy's zone (rule 1).
struct DayTally {
  Date date{};
  Split time;
  std::int64_t scheduled_s = 0;  ///< the whole day's, also while the day is still running
  std::int64_t leave_s = 0;
  friend bool operator==(const DayTally&, const DayTally&) = default;
};

enum class ExceptionCode { overlap, gap, incomplete, long_running, late, clock, untagged };
template <>
std::span<const std::string_view> wire_names<ExceptionCode>();

/// Something a person should look at before the week is submitted (rule 6; what `seconds` are for each code:
/// exceptions.h). It concerns entries that touch the week, and changes no figure.
struct TallyException {
  ExceptionCode code{};
  std::vector<std::string> entry_ids;
  std::int64_t seconds = 0;
  friend bool operator==(const TallyException&, const TallyException&) = default;
};

/// How much more community time reaches each threshold, and how much schedule is left to do it in (rule 6).
struct Needed {
  std::int64_t minimum_s = 0;
  std::int64_t recommended_s = 0;
  std::int64_t schedule_left_s = 0;
  friend bool operator==(const Needed&, const Needed&) = default;
};

/// Employer contacts of the week (fidelity items 17 and 18; S4).
struct EmployerContacts {
  int total = 0;
  int hiring_authority = 0;
  int for_participant = 0;
  int returning = 0;  ///< the specialist had visited that employer before
  int goal = 0;
  friend bool operator==(const EmployerContacts&, const EmployerContacts&) = default;
};

/// The instant of a specialist's first counting contact with each employer, over all their history.
using FirstContacts = std::map<std::string, Instant, std::less<>>;

struct WeekTally {
  Date week_start{};
  std::string time_zone;
  Date policy_from{};
  Instant as_of{};
  std::int64_t community_s = 0, on_site_s = 0, not_worked_s = 0;
  std::int64_t logged_s = 0;       ///< community + on-site, of the floored totals
  std::int64_t scheduled_s = 0;    ///< what is due by `as_of`: all of it once the week is over (rule 3)
  std::int64_t unaccounted_s = 0;  ///< work − logged
  std::int64_t work_s = 0;         ///< max(scheduled, logged): the denominator
  std::int64_t overlap_s = 0;      ///< covered by more than one entry of any kind
  std::int64_t tagged_s = 0;       ///< community time whose entry has a fix at either end
  std::int64_t flagged_s = 0;      ///< community time that rests on a policy choice
  bool has_schedule = false;       ///< false: work is what was logged, and the page says so
  Standing standing = Standing::too_little;  ///< rule 5
  int fidelity_score = 1;                    ///< 1–5, item 24 of the IPS-25 scale (rule 5)
  std::map<std::string, Split> by_activity;  ///< keys: activity codes
  std::map<std::string, Split> by_place;  ///< keys: place codes, `travel`, `unspecified` where none was given
  std::array<DayTally, 7> days;
  Needed needed;
  EmployerContacts employer_contacts;
  std::vector<TallyException> exceptions;

  Share share() const { return {community_s, work_s}; }
  Share strict_share() const { return {community_s - flagged_s, work_s}; }
  friend bool operator==(const WeekTally&, const WeekTally&) = default;
};

/// Tallies the week that starts on `week_first`. `entries` are one specialist's, without deleted ones, in any
/// order; those outside the week do no harm. `policy` must be the one in force for the week (policy_for),
/// `zone` its zone. `first_contacts` tells returning employer contacts from first ones; contacts missing from
/// it count as first. `now` caps running entries and decides how much of the schedule is due; the result is a
/// function of it alone.
WeekTally tally_week(Date week_first, std::span<const Entry> entries, const WorkPattern& pattern,
                     const Policy& policy, const Zone& zone, const FirstContacts& first_contacts,
                     Instant now);

/// True if this entry is a contact with an employer that counts (domain.md, Employer contacts).
bool is_employer_contact(const Entry& entry);

/// The span an entry covers at `now`: a running one reaches to now, at most the policy's cap.
Span covered_span(const Entry& entry, const Policy& policy, Instant now);

}  // namespace waymark
