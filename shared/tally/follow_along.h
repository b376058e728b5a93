// What a participant is owed next, and how soon after entering the program the first contacts came: one pure
// function, the same for the phone's caseload and the server's pages (domain.md, "Participants and jobs").
//
// Fidelity item 23 sets the cadence of follow-along around a competitive job: a meeting within the week
// before the start, one within three days after it, one in each week of the first month, one in each month up
// to a year. S0 asks for two employment services of 30 minutes a month for people who work ten hours a week
// or more; S2, which replaces it, names no length. S4 asks that the person meets someone who can hire within
// 30 days of entering; item 15 counts the days to the first contact with an employer, made by either of the
// two.
//
// The sources name no windows, so here they are: dates are local, both ends included; a week of the first
// month is seven days counted from the start, four of them; a month runs from the start's day of the month.
// Support beyond the year lasts as long as it is wanted, and is nobody's debt.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/records/records.h"
#include "shared/time/zone.h"

namespace waymark {

/// Whose case is closed: of `status`, which is the agency's own word, this one alone means something here.
inline constexpr std::string_view closed_status = "closed";
bool is_open_case(const Participant& participant);

enum class DueKind {
  before_start,   ///< item 23
  after_start,    ///< item 23
  weekly,         ///< item 23
  monthly,        ///< item 23
  twice_monthly,  ///< S0
  hiring_meeting  ///< S4
};
enum class DueState { upcoming, open, met, missed };
template <>
std::span<const std::string_view> wire_names<DueKind>();
template <>
std::span<const std::string_view> wire_names<DueState>();

/// One contact that is asked for, between two dates, both included.
struct Due {
  DueKind kind{};
  std::string job_id;  ///< "" for twice_monthly and hiring_meeting
  int number = 0;      ///< weekly: 1–4; monthly: 2–12
  Date from{}, by{};
  DueState state{};
  std::optional<Date> met_on;  ///< the first contact that met it
  int done = 0, wanted = 1;    ///< twice_monthly: contacts of 30 minutes
  friend bool operator==(const Due&, const Due&) = default;
};

struct FirstContact {
  std::optional<Date> on;
  std::optional<int> days;  ///< since entered_on
  friend bool operator==(const FirstContact&, const FirstContact&) = default;
};

struct CaseDues {
  std::vector<Due> dues;  ///< every window that has been or will be, by `by`, then by kind
  /// The open one that ends first; else the meeting with someone who can hire, if that is late; else the one
  /// that begins first.
  std::optional<Due> next;
  /// The last day of the oldest window that was missed and that no meeting has followed; none if nothing is
  /// owed for the past. What can no longer be mended (before a start that is over, a past month's two) is not
  /// counted.
  std::optional<Date> overdue_since;
  FirstContact hiring_meeting;    ///< the participant with someone who can hire, in person (S4)
  FirstContact employer_contact;  ///< any contact with an employer in person for the participant (item 15)
  std::optional<Date> last_met_on;
  double weekly_hours = 0;  ///< of the competitive jobs held today
  friend bool operator==(const CaseDues&, const CaseDues&) = default;
};

/// The specialist and the participant were together: in person, not a no-show, and the participant was there
/// (said so, or the activity is one that is done with the participant).
bool met_participant(const Entry& entry);
/// An employment service to the participant: a meeting, or the same by video or phone.
bool served_participant(const Entry& entry);

/// `jobs` and `entries` may hold others' too; those of `participant` are taken. Entries need no order;
/// deleted ones must not be among them. A closed case owes nothing, but keeps its first contacts.
CaseDues case_dues(const Participant& participant, std::span<const Job> jobs, std::span<const Entry> entries,
                   const Zone& zone, Instant now);

}  // namespace waymark
