#include "shared/community/classify.h"

#include <array>

namespace waymark {

template <>
std::span<const std::string_view> wire_names<TimeKind>() {
  static constexpr auto names = std::to_array<std::string_view>({"community", "on_site", "not_worked"});
  static_assert(names.size() == static_cast<std::size_t>(TimeKind::not_worked) + 1);
  return names;
}

template <>
std::span<const std::string_view> wire_names<Reason>() {
  static constexpr auto names = std::to_array<std::string_view>({
      "break",
      "incomplete",
      "commute",
      "travel_to_community",
      "travel_back",
      "travel_between_offices",
      "program_site",
      "satellite_office",
      "own_home",
      "collaborative_documentation",
      "solo_documentation",
      "staff_activity",
      "no_show_wait",
      "remote_contact",
      "solo_work",
      "community_service",
  });
  static_assert(names.size() == static_cast<std::size_t>(Reason::community_service) + 1);
  return names;
}

namespace {

Verdict counts(Reason reason) {
  return {TimeKind::community, reason, false, {}};
}

Verdict does_not_count(Reason reason) {
  return {TimeKind::on_site, reason, false, {}};
}

Verdict is_no_work(Reason reason) {
  return {TimeKind::not_worked, reason, false, {}};
}

/// Counts because an agency chose so, and is flagged; where it chose otherwise there is nothing to flag,
/// because the strict share already leaves the time out (tally rule 3: flagged is community time only).
Verdict counts_by_choice(bool policy_counts_it, Reason reason) {
  return {policy_counts_it ? TimeKind::community : TimeKind::on_site, reason, policy_counts_it, {}};
}

/// Rows 2 to 6. A travel's own place means nothing: it is nowhere for its length.
Verdict classify_travel(const Entry& entry, const Policy& policy) {
  if (!entry.from_place || !entry.to_place) return does_not_count(Reason::incomplete);
  const Place from = *entry.from_place;
  const Place to = *entry.to_place;
  const bool touches_own_home = from == Place::own_home || to == Place::own_home;
  if (touches_own_home && !policy.commute_is_work) return is_no_work(Reason::commute);
  if (is_community_kind(to)) return counts(Reason::travel_to_community);
  if (is_community_kind(from)) return counts_by_choice(policy.return_travel_counts, Reason::travel_back);
  return does_not_count(Reason::travel_between_offices);
}

bool is_service(Activity activity) {
  switch (activity) {
    case Activity::documentation:
    case Activity::team_meeting:
    case Activity::supervision:
    case Activity::training:
    case Activity::other_work:
    case Activity::travel:
    case Activity::break_:
      return false;
    case Activity::employer_visit:
    case Activity::job_coaching:
    case Activity::job_search:
    case Activity::engagement:
    case Activity::assessment:
    case Activity::benefits_counseling:
    case Activity::follow_along:
    case Activity::partner_meeting:
      return true;
  }
  return false;
}

/// Row 8. What a policy may lift out of the satellite office's exclusion (S1, S2 speak of meetings there):
/// service given face to face to somebody the entry names. A no-show was given to nobody.
bool is_service_in_person(const Entry& entry, Contact contact) {
  const bool names_somebody =
      entry.participant_present || !entry.participant_id.empty() || !entry.employer_id.empty();
  return contact == Contact::in_person && names_somebody && !entry.no_show && is_service(entry.activity);
}

/// Row 13. With nothing allowed for waiting, none of it counts.
Verdict classify_no_show(const Policy& policy) {
  if (policy.no_show_cap_minutes <= 0) return does_not_count(Reason::no_show_wait);
  return {TimeKind::community, Reason::no_show_wait, true, std::chrono::minutes{policy.no_show_cap_minutes}};
}

/// Rows 10 to 16: the body is at one of the eight community kinds.
Verdict classify_in_community(const Entry& entry, Contact contact, const Policy& policy) {
  switch (entry.activity) {
    case Activity::documentation:
      if (entry.participant_present && contact == Contact::in_person)
        return counts(Reason::collaborative_documentation);
      return does_not_count(Reason::solo_documentation);
    case Activity::training:
      return counts_by_choice(policy.staff_training_counts, Reason::staff_activity);
    case Activity::team_meeting:
    case Activity::supervision:
      return does_not_count(Reason::staff_activity);
    default:
      break;
  }
  if (entry.no_show) return classify_no_show(policy);
  if (contact == Contact::video || contact == Contact::phone)
    return counts_by_choice(policy.remote_contact_counts, Reason::remote_contact);
  if (entry.activity == Activity::other_work && contact == Contact::none)
    return does_not_count(Reason::solo_work);
  return counts(Reason::community_service);
}

}  // namespace

Verdict classify(const Entry& entry, const Policy& policy) {
  if (entry.activity == Activity::break_) return is_no_work(Reason::break_);
  if (entry.activity == Activity::travel) return classify_travel(entry, policy);
  if (!entry.place) return does_not_count(Reason::incomplete);

  const Contact contact = entry.contact.value_or(Contact::none);
  switch (*entry.place) {
    case Place::program_site:
      return does_not_count(Reason::program_site);
    case Place::satellite_office:
      return counts_by_choice(policy.satellite_service_counts && is_service_in_person(entry, contact),
                              Reason::satellite_office);
    case Place::own_home:
      return does_not_count(Reason::own_home);
    default:
      return classify_in_community(entry, contact, policy);
  }
}

}  // namespace waymark
