#include "syncserver/web/words.h"

#include <fmt/format.h>

#include <array>

namespace waymark::server {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::string_view month_name(Date date) {
  return months[static_cast<unsigned>(date.month()) - 1];
}

unsigned day_of(Date date) {
  return static_cast<unsigned>(date.day());
}

int year_of(Date date) {
  return static_cast<int>(date.year());
}

}  // namespace

std::string percent_words(const Share& share) {
  const auto text = share.text();
  return text ? *text + " %" : "–";
}

std::string duration_words(std::int64_t seconds) {
  const auto minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{} m", minutes);
  return fmt::format("{} h {:02} m", minutes / 60, minutes % 60);
}

std::string decimal_hours(std::int64_t seconds) {
  const auto tenths = seconds / 360;
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string count_words(std::int64_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

std::string weekday_name(Date date) {
  return std::string(weekdays[static_cast<std::size_t>(weekday_index(date))]);
}

std::string short_weekday(Date date) {
  return weekday_name(date).substr(0, 3);
}

std::string date_words(Date date) {
  return fmt::format("{} {} {}", day_of(date), month_name(date), year_of(date));
}

std::string short_date(Date date) {
  return fmt::format("{} {} {}", short_weekday(date), day_of(date), month_name(date).substr(0, 3));
}

std::string week_words(Date first) {
  const auto last = add_days(first, 6);
  if (first.year() != last.year()) return date_words(first) + " – " + date_words(last);
  if (first.month() != last.month())
    return fmt::format("{} {} – {}", day_of(first), month_name(first), date_words(last));
  return fmt::format("{} – {}", day_of(first), date_words(last));
}

std::string clock_words(Instant at, const Zone& zone) {
  const auto minute = zone.minute_of_day(at);
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string moment_words(Instant at, Instant now, const Zone& zone) {
  const auto date = zone.date_of(at);
  const auto days = days_between(date, zone.date_of(now));
  const bool near = days >= 0 && days <= 6;
  return fmt::format("{} {}", near ? short_weekday(date) : short_date(date), clock_words(at, zone));
}

std::string ago_words(Instant at, Instant now, const Zone& zone) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
  if (minutes < 0 || minutes >= 24 * 60) return moment_words(at, now, zone);
  if (minutes < 1) return "just now";
  if (minutes < 60) return fmt::format("{} min ago", minutes);
  return fmt::format("{} h ago", minutes / 60);
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
