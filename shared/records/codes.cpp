#include "shared/records/codes.h"

#include <array>

namespace waymark {
namespace {

// Each list is in the order of its enumerators.
constexpr auto activity_names = std::to_array<std::string_view>(
    {"travel", "employer_visit", "job_coaching", "job_search", "engagement", "assessment",
     "benefits_counseling", "follow_along", "partner_meeting", "documentation", "team_meeting", "supervision",
     "training", "other_work", "break"});
static_assert(activity_names.size() == static_cast<std::size_t>(Activity::break_) + 1);

constexpr auto place_names = std::to_array<std::string_view>(
    {"employer_site", "vr_office", "library", "school", "cafe", "participant_home", "training_site",
     "other_community", "program_site", "satellite_office", "own_home"});
static_assert(place_names.size() == static_cast<std::size_t>(Place::own_home) + 1);

constexpr auto contact_names = std::to_array<std::string_view>({"in_person", "video", "phone", "none"});
static_assert(contact_names.size() == static_cast<std::size_t>(Contact::none) + 1);

constexpr auto leave_names = std::to_array<std::string_view>({"holiday", "sick", "vacation"});
static_assert(leave_names.size() == static_cast<std::size_t>(LeaveKind::vacation) + 1);

constexpr auto job_names =
    std::to_array<std::string_view>({"competitive", "work_based_learning", "volunteer"});
static_assert(job_names.size() == static_cast<std::size_t>(JobKind::volunteer) + 1);

constexpr auto week_state_names = std::to_array<std::string_view>({"open", "submitted"});
static_assert(week_state_names.size() == static_cast<std::size_t>(WeekRecordState::submitted) + 1);

constexpr auto approval_names = std::to_array<std::string_view>({"approved", "returned"});
static_assert(approval_names.size() == static_cast<std::size_t>(ApprovalState::returned) + 1);

constexpr auto source_names = std::to_array<std::string_view>({"gps", "network", "manual"});
static_assert(source_names.size() == static_cast<std::size_t>(TagSource::manual) + 1);

constexpr auto absence_names =
    std::to_array<std::string_view>({"off", "denied", "timeout", "no_signal", "private_place"});
static_assert(absence_names.size() == static_cast<std::size_t>(TagAbsence::private_place) + 1);

constexpr auto role_names = std::to_array<std::string_view>({"specialist", "lead", "admin"});
static_assert(role_names.size() == static_cast<std::size_t>(Role::admin) + 1);

constexpr auto record_names =
    std::to_array<std::string_view>({"entry", "employer", "participant", "job", "schedule", "leave", "week",
                                     "approval", "policy", "person", "place"});
static_assert(record_names.size() == static_cast<std::size_t>(RecordType::place) + 1);

constexpr auto week_start_names = std::to_array<std::string_view>({"mon", "sun"});
static_assert(week_start_names.size() == static_cast<std::size_t>(WeekStart::sun) + 1);

}  // namespace

template <>
std::span<const std::string_view> wire_names<Activity>() {
  return activity_names;
}
template <>
std::span<const std::string_view> wire_names<Place>() {
  return place_names;
}
template <>
std::span<const std::string_view> wire_names<Contact>() {
  return contact_names;
}
template <>
std::span<const std::string_view> wire_names<LeaveKind>() {
  return leave_names;
}
template <>
std::span<const std::string_view> wire_names<JobKind>() {
  return job_names;
}
template <>
std::span<const std::string_view> wire_names<WeekRecordState>() {
  return week_state_names;
}
template <>
std::span<const std::string_view> wire_names<ApprovalState>() {
  return approval_names;
}
template <>
std::span<const std::string_view> wire_names<TagSource>() {
  return source_names;
}
template <>
std::span<const std::string_view> wire_names<TagAbsence>() {
  return absence_names;
}
template <>
std::span<const std::string_view> wire_names<Role>() {
  return role_names;
}
template <>
std::span<const std::string_view> wire_names<RecordType>() {
  return record_names;
}
template <>
std::span<const std::string_view> wire_names<WeekStart>() {
  return week_start_names;
}

}  // namespace waymark
