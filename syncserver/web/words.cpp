#include "syncserver/web/words.h"

#include <fmt/format.h>

#include "syncserver/web/figures.h"

namespace waymark::server {

std::string_view role_words(Role role) {
  switch (role) {
    case Role::specialist:
      return "Specialist";
    case Role::lead:
      return "Team lead";
    case Role::admin:
      return "Admin";
  }
  return "";
}

std::string_view type_words(std::optional<RecordType> type) {
  if (!type) return "Unreadable";
  switch (*type) {
    case RecordType::entry:
      return "Entry";
    case RecordType::employer:
      return "Employer";
    case RecordType::participant:
      return "Participant";
    case RecordType::job:
      return "Job";
    case RecordType::schedule:
      return "Schedule";
    case RecordType::leave:
      return "Leave";
    case RecordType::week:
      return "Week";
    case RecordType::approval:
      return "Approval";
    case RecordType::policy:
      return "Policy";
    case RecordType::person:
      return "Person";
    case RecordType::place:
      return "Place";
  }
  return "";
}

std::string_view job_words(JobKind kind) {
  switch (kind) {
    case JobKind::competitive:
      return "Competitive";
    case JobKind::work_based_learning:
      return "Work-based learning";
    case JobKind::volunteer:
      return "Volunteer";
  }
  return "";
}

std::string_view activity_words(Activity activity) {
  switch (activity) {
    case Activity::travel:
      return "Travel";
    case Activity::employer_visit:
      return "Employer visit";
    case Activity::job_coaching:
      return "Job coaching";
    case Activity::job_search:
      return "Job search";
    case Activity::engagement:
      return "Engagement";
    case Activity::assessment:
      return "Assessment";
    case Activity::benefits_counseling:
      return "Benefits counseling";
    case Activity::follow_along:
      return "Follow-along";
    case Activity::partner_meeting:
      return "Partner meeting";
    case Activity::documentation:
      return "Documentation";
    case Activity::team_meeting:
      return "Team meeting";
    case Activity::supervision:
      return "Supervision";
    case Activity::training:
      return "Training";
    case Activity::other_work:
      return "Other work";
    case Activity::break_:
      return "Break";
  }
  return "";
}

std::string_view place_words(Place place) {
  switch (place) {
    case Place::employer_site:
      return "Employer's site";
    case Place::vr_office:
      return "VR office";
    case Place::library:
      return "Library";
    case Place::school:
      return "School";
    case Place::cafe:
      return "Café";
    case Place::participant_home:
      return "Participant's home";
    case Place::training_site:
      return "Training site";
    case Place::other_community:
      return "Elsewhere in the community";
    case Place::program_site:
      return "Program site";
    case Place::satellite_office:
      return "Satellite office";
    case Place::own_home:
      return "Own home";
  }
  return "";
}

std::string_view contact_words(Contact contact) {
  switch (contact) {
    case Contact::in_person:
      return "In person";
    case Contact::video:
      return "By video";
    case Contact::phone:
      return "By phone";
    case Contact::none:
      return "No contact";
  }
  return "";
}

std::string_view leave_words(LeaveKind kind) {
  switch (kind) {
    case LeaveKind::holiday:
      return "Holiday";
    case LeaveKind::sick:
      return "Sick";
    case LeaveKind::vacation:
      return "Vacation";
  }
  return "";
}

std::string_view program_words(std::string_view program) {
  if (program == "pros") return "PROS";
  if (program == "act") return "ACT";
  if (program == "core_psr") return "CORE PSR";
  return program;
}

std::string_view kind_words(AsideKind kind) {
  switch (kind) {
    case AsideKind::conflict:
      return "In conflict";
    case AsideKind::held:
      return "Held";
    case AsideKind::refused:
      break;
  }
  return "Refused";
}

std::string_view standing_words(Standing standing) {
  switch (standing) {
    case Standing::recommended:
      return "Recommended";
    case Standing::minimum:
      return "Meets minimum";
    case Standing::below:
      return "Below";
    case Standing::too_little:
      return "Too little data";
  }
  return "";
}

std::string_view time_words(TimeKind time) {
  switch (time) {
    case TimeKind::community:
      return "Community";
    case TimeKind::on_site:
      return "On site";
    case TimeKind::not_worked:
      return "Not work";
  }
  return "";
}

std::string_view reason_words(Reason reason) {
  switch (reason) {
    case Reason::break_:
      return "a break";
    case Reason::incomplete:
      return "no place was given yet";
    case Reason::commute:
      return "travel from or to home";
    case Reason::travel_to_community:
      return "travel to a community place";
    case Reason::travel_back:
      return "travel back from a community place";
    case Reason::travel_between_offices:
      return "travel between offices";
    case Reason::program_site:
      return "at the program site";
    case Reason::satellite_office:
      return "at a satellite office";
    case Reason::own_home:
      return "at home";
    case Reason::collaborative_documentation:
      return "documentation together with the participant";
    case Reason::solo_documentation:
      return "documentation without the participant";
    case Reason::staff_activity:
      return "a staff activity";
    case Reason::no_show_wait:
      return "waiting for somebody who did not come";
    case Reason::remote_contact:
      return "contact by phone or video from a community place";
    case Reason::solo_work:
      return "work without contact";
    case Reason::community_service:
      return "service in the community";
  }
  return "";
}

std::string verdict_words(const Verdict& verdict) {
  auto text = fmt::format("{}: {}",
                          verdict.time == TimeKind::community ? "Counts as community"
                          : verdict.time == TimeKind::on_site ? "Does not count"
                                                              : "Is not work time",
                          reason_words(verdict.reason));
  if (verdict.cap)
    text +=
        fmt::format(", for at most {}",
                    duration_words(std::chrono::duration_cast<std::chrono::seconds>(*verdict.cap).count()));
  if (verdict.flagged) text += " (rests on the agency's policy)";
  return text;
}

std::string_view absence_words(TagAbsence absence) {
  switch (absence) {
    case TagAbsence::off:
      return "location is off";
    case TagAbsence::denied:
      return "not allowed on this phone";
    case TagAbsence::timeout:
      return "none was found in time";
    case TagAbsence::no_signal:
      return "no signal";
    case TagAbsence::private_place:
      return "a private place";
  }
  return "";
}

std::string_view state_words(std::string_view state, bool over) {
  if (state == "submitted") return "Submitted";
  if (state == "approved") return "Approved";
  if (state == "returned") return "Returned";
  return over ? "Not submitted" : "Open";
}

std::string exception_words(const TallyException& exception) {
  const auto time = duration_words(exception.seconds);
  switch (exception.code) {
    case ExceptionCode::overlap:
      return "Overlap of " + time;
    case ExceptionCode::gap:
      return "Nothing logged for " + time;
    case ExceptionCode::incomplete:
      return "No place given, " + time;
    case ExceptionCode::long_running:
      return "Ran for " + time;
    case ExceptionCode::late:
      return "Entered " + time + " after it began";
    case ExceptionCode::clock:
      return "The phone's clock was off by " + time;
    case ExceptionCode::untagged:
      return "Community time without a position, " + time;
  }
  return "";
}

}  // namespace waymark::server
