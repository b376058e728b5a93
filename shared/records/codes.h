// The closed lists of the domain (domain.md). Enumerator names are the wire strings, letter for letter.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shared/time/week.h"

namespace waymark {

enum class Activity {
  travel,
  employer_visit,
  job_coaching,
  job_search,
  engagement,
  assessment,
  benefits_counseling,
  follow_along,
  partner_meeting,
  documentation,
  team_meeting,
  supervision,
  training,
  other_work,
  break_,  ///< wire: "break"
};

/// Where the specialist's body is.
enum class Place {
  employer_site,
  vr_office,
  library,
  school,
  cafe,
  participant_home,
  training_site,
  other_community,
  program_site,
  satellite_office,
  own_home,
};

enum class Contact { in_person, video, phone, none };
enum class LeaveKind { holiday, sick, vacation };
enum class JobKind { competitive, work_based_learning, volunteer };
enum class WeekRecordState { open, submitted };
enum class ApprovalState { approved, returned };
enum class TagSource { gps, network, manual };
enum class TagAbsence { off, denied, timeout, no_signal, private_place };
enum class Role { specialist, lead, admin };

enum class RecordType {
  entry,
  employer,
  participant,
  job,
  schedule,
  leave,
  week,
  approval,
  policy,
  person,
  place
};

/// The eight community kinds of S1/S2 (domain.md, "An entry's three axes").
constexpr bool is_community_kind(Place place) {
  return place <= Place::other_community;
}
constexpr bool is_agency_kind(Place place) {
  return place == Place::program_site || place == Place::satellite_office;
}
/// Places whose coordinates are not stored unless the policy says so (domain.md, Privacy).
constexpr bool is_private_place(Place place) {
  return place == Place::participant_home || place == Place::own_home;
}

/// All wire strings of an enum, in enumerator order.
template <class E>
std::span<const std::string_view> wire_names();

template <class E>
std::string_view to_wire(E value) {
  return wire_names<E>()[static_cast<std::size_t>(value)];
}

template <class E>
std::optional<E> from_wire(std::string_view text) {
  const auto names = wire_names<E>();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == text) return static_cast<E>(i);
  return std::nullopt;
}

// Defined once in codes.cpp for every enum above.
template <>
std::span<const std::string_view> wire_names<Activity>();
template <>
std::span<const std::string_view> wire_names<Place>();
template <>
std::span<const std::string_view> wire_names<Contact>();
template <>
std::span<const std::string_view> wire_names<LeaveKind>();
template <>
std::span<const std::string_view> wire_names<JobKind>();
template <>
std::span<const std::string_view> wire_names<WeekRecordState>();
template <>
std::span<const std::string_view> wire_names<ApprovalState>();
template <>
std::span<const std::string_view> wire_names<TagSource>();
template <>
std::span<const std::string_view> wire_names<TagAbsence>();
template <>
std::span<const std::string_view> wire_names<Role>();
template <>
std::span<const std::string_view> wire_names<RecordType>();
template <>
std::span<const std::string_view> wire_names<WeekStart>();

}  // namespace waymark
