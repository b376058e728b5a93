// The records of sync.md as plain structs. Names, units and meaning are domain.md's.
// `extra` holds members this version does not know, as the text of a JSON object ("" if none), so that an
// edit made here does not lose what a newer version wrote (sync.md, invariant 14).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/records/codes.h"
#include "shared/time/instant.h"

namespace waymark {

/// One position fix, or the reason there is none.
struct LocationTag {
  std::optional<TagAbsence> absent;  ///< set: no fix, and nothing below means anything
  Instant at{};
  double lat = 0;
  double lon = 0;
  std::optional<double> accuracy_m;
  TagSource source = TagSource::gps;
  std::string extra;

  bool is_fix() const { return !absent.has_value(); }
  friend bool operator==(const LocationTag&, const LocationTag&) = default;
};

/// One stretch of one specialist's time.
struct Entry {
  std::string id;  ///< the record's rid; not part of the body
  std::string specialist_id;
  Activity activity = Activity::other_work;
  std::optional<Place> place;                        ///< all but travel
  std::optional<Place> from_place;                   ///< travel only
  std::optional<Place> to_place;                     ///< travel only
  std::string place_id, from_place_id, to_place_id;  ///< a known place or an employer; "" if none
  std::optional<Contact> contact;                    ///< missing reads as none
  Instant starts_at{};
  std::optional<Instant> ends_at;  ///< none: still running
  int utc_offset_min = 0;          ///< of the device when it was recorded
  std::string participant_id, employer_id;
  bool participant_present = false;
  bool hiring_authority = false;
  bool no_show = false;
  std::string program;
  std::optional<double> miles;
  std::string note;
  std::string late_reason;
  std::optional<LocationTag> start_tag, end_tag;
  std::int64_t clock_skew_ms = 0;  ///< device clock minus server clock, as last known
  Instant recorded_at{};           ///< when the entry was first made, by the device's clock
  std::string extra;

  bool running() const { return !ends_at.has_value(); }
  bool has_fix() const { return (start_tag && start_tag->is_fix()) || (end_tag && end_tag->is_fix()); }
  friend bool operator==(const Entry&, const Entry&) = default;
};

struct Employer {
  std::string id, name, address, industry, contact_name, contact_title, phone, next_step, note;
  std::optional<double> lat, lon;
  std::optional<Date> next_step_on;
  std::string extra;
  friend bool operator==(const Employer&, const Employer&) = default;
};

struct Participant {
  std::string id, code, program, status, specialist_id;
  Date entered_on{};
  bool part2 = false;  ///< covered by 42 CFR Part 2
  std::string extra;
  friend bool operator==(const Participant&, const Participant&) = default;
};

struct Job {
  std::string id, participant_id, employer_id, title;
  double hours_per_week = 0;
  Date starts_on{};
  std::optional<Date> ends_on;
  JobKind kind = JobKind::competitive;
  std::string extra;
  friend bool operator==(const Job&, const Job&) = default;
};

struct Schedule {
  std::string id, specialist_id;
  Date effective_from{};
  std::array<int, 7> minutes{};  ///< role minutes of each weekday, from Monday
  std::string extra;
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct Leave {
  std::string id, specialist_id;
  Date date{};
  int minutes = 0;
  LeaveKind kind = LeaveKind::vacation;
  std::string extra;
  friend bool operator==(const Leave&, const Leave&) = default;
};

struct WeekRecord {
  std::string id, specialist_id;
  Date week_start{};
  WeekRecordState state = WeekRecordState::open;
  std::string extra;
  friend bool operator==(const WeekRecord&, const WeekRecord&) = default;
};

struct Approval {
  std::string id, specialist_id;
  Date week_start{};
  ApprovalState state = ApprovalState::approved;
  std::string note;
  std::string extra;
  friend bool operator==(const Approval&, const Approval&) = default;
};

/// How an agency measures the standard (domain.md, Policy). S1 and S2 give the two percentages, the rest is
/// agency policy.
struct Policy {
  std::string id;
  Date effective_from = Date{std::chrono::year{2000} / 1 / 1};
  std::string time_zone;
  WeekStart week_starts_on = WeekStart::mon;
  int minimum_percent = 50;
  int recommended_percent = 65;
  bool commute_is_work = false;
  bool return_travel_counts = true;
  bool staff_training_counts = false;
  bool remote_contact_counts = true;
  bool satellite_service_counts = false;
  int no_show_cap_minutes = 30;
  std::vector<std::string> programs = {"pros", "act", "core_psr"};
  std::vector<Date> holidays;  ///< scheduled time is 0 on these
  int employer_contacts_per_week = 6;
  int caseload_max = 20;
  std::vector<int> fidelity_anchors = {30, 40, 50, 65};
  int running_cap_hours = 12;
  bool tag_participant_homes = false;
  int retention_years = 7;
  std::string extra;
  friend bool operator==(const Policy&, const Policy&) = default;
};

struct Person {
  std::string id, name;
  Role role = Role::specialist;
  std::string team;
  std::string extra;
  friend bool operator==(const Person&, const Person&) = default;
};

/// A known place of the agency; home kinds are refused.
struct KnownPlace {
  std::string id, name;
  Place kind = Place::other_community;
  double lat = 0, lon = 0;
  double radius_m = 100;
  std::string extra;
  friend bool operator==(const KnownPlace&, const KnownPlace&) = default;
};

/// The policy in force for a week: the newest effective on or before its first day; the earliest one if none
/// is. There must be at least one.
const Policy& policy_for(std::span<const Policy> policies, Date week_first);

}  // namespace waymark
