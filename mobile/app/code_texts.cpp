#include "mobile/app/code_texts.h"

#include <cmath>

#include "mobile/app/text_contexts.h"

namespace waymark::app {

QString toText(Activity activity) {
  switch (activity) {
    case Activity::travel:
      return CodeTexts::tr("Travel");
    case Activity::employer_visit:
      return CodeTexts::tr("Employer visit");
    case Activity::job_coaching:
      return CodeTexts::tr("Job coaching");
    case Activity::job_search:
      return CodeTexts::tr("Job search");
    case Activity::engagement:
      return CodeTexts::tr("Engagement");
    case Activity::assessment:
      return CodeTexts::tr("Assessment");
    case Activity::benefits_counseling:
      return CodeTexts::tr("Benefits counseling");
    case Activity::follow_along:
      return CodeTexts::tr("Follow-along");
    case Activity::partner_meeting:
      return CodeTexts::tr("Partner meeting");
    case Activity::documentation:
      return CodeTexts::tr("Documentation");
    case Activity::team_meeting:
      return CodeTexts::tr("Team meeting");
    case Activity::supervision:
      return CodeTexts::tr("Supervision");
    case Activity::training:
      return CodeTexts::tr("Training");
    case Activity::other_work:
      return CodeTexts::tr("Other work");
    case Activity::break_:
      return CodeTexts::tr("Break");
  }
  return {};
}

QString toText(Place place) {
  switch (place) {
    case Place::employer_site:
      return CodeTexts::tr("Employer");
    case Place::vr_office:
      return CodeTexts::tr("VR office");
    case Place::library:
      return CodeTexts::tr("Library");
    case Place::school:
      return CodeTexts::tr("School");
    case Place::cafe:
      return CodeTexts::tr("Café");
    case Place::participant_home:
      return CodeTexts::tr("Participant's home");
    case Place::training_site:
      return CodeTexts::tr("Training site");
    case Place::other_community:
      return CodeTexts::tr("Elsewhere in the community");
    case Place::program_site:
      return CodeTexts::tr("Program site");
    case Place::satellite_office:
      return CodeTexts::tr("Satellite office");
    case Place::own_home:
      return CodeTexts::tr("My home");
  }
  return {};
}

QString toText(Contact contact) {
  switch (contact) {
    case Contact::in_person:
      return CodeTexts::tr("In person");
    case Contact::video:
      return CodeTexts::tr("By video");
    case Contact::phone:
      return CodeTexts::tr("By phone");
    case Contact::none:
      return CodeTexts::tr("No contact");
  }
  return {};
}

QString toText(LeaveKind kind) {
  switch (kind) {
    case LeaveKind::holiday:
      return CodeTexts::tr("Holiday");
    case LeaveKind::sick:
      return CodeTexts::tr("Sick");
    case LeaveKind::vacation:
      return CodeTexts::tr("Vacation");
  }
  return {};
}

QString toText(TimeKind time) {
  switch (time) {
    case TimeKind::community:
      return CodeTexts::tr("Counts as community");
    case TimeKind::on_site:
      return CodeTexts::tr("Does not count");
    case TimeKind::not_worked:
      return CodeTexts::tr("Not worked");
  }
  return {};
}

QString toText(Reason reason) {
  switch (reason) {
    case Reason::break_:
      return CodeTexts::tr("an unpaid break");
    case Reason::incomplete:
      return CodeTexts::tr("the place is missing");
    case Reason::commute:
      return CodeTexts::tr("a commute from or to home");
    case Reason::travel_to_community:
      return CodeTexts::tr("travel to a community place");
    case Reason::travel_back:
      return CodeTexts::tr("travel back from a community place");
    case Reason::travel_between_offices:
      return CodeTexts::tr("travel between offices");
    case Reason::program_site:
      return CodeTexts::tr("at the program site");
    case Reason::satellite_office:
      return CodeTexts::tr("at a satellite office");
    case Reason::own_home:
      return CodeTexts::tr("at your own home");
    case Reason::collaborative_documentation:
      return CodeTexts::tr("documentation together with the participant");
    case Reason::solo_documentation:
      return CodeTexts::tr("documentation without the participant");
    case Reason::staff_activity:
      return CodeTexts::tr("a staff activity, not a service");
    case Reason::no_show_wait:
      return CodeTexts::tr("waiting for someone who did not come");
    case Reason::remote_contact:
      return CodeTexts::tr("contact by phone or video from a community place");
    case Reason::solo_work:
      return CodeTexts::tr("work without contact with anyone");
    case Reason::community_service:
      return CodeTexts::tr("service at a community place");
  }
  return {};
}

QString toText(Standing standing) {
  switch (standing) {
    case Standing::recommended:
      return CodeTexts::tr("Recommended");
    case Standing::minimum:
      return CodeTexts::tr("Meets minimum");
    case Standing::below:
      return CodeTexts::tr("Below");
    case Standing::too_little:
      return CodeTexts::tr("Too little data");
  }
  return {};
}

QString toText(RecordType type) {
  switch (type) {
    case RecordType::entry:
      return CodeTexts::tr("Entry");
    case RecordType::employer:
      return CodeTexts::tr("Employer");
    case RecordType::participant:
      return CodeTexts::tr("Participant");
    case RecordType::job:
      return CodeTexts::tr("Job");
    case RecordType::schedule:
      return CodeTexts::tr("Schedule");
    case RecordType::leave:
      return CodeTexts::tr("Leave");
    case RecordType::week:
      return CodeTexts::tr("Week");
    case RecordType::approval:
      return CodeTexts::tr("Approval");
    case RecordType::policy:
      return CodeTexts::tr("Policy");
    case RecordType::person:
      return CodeTexts::tr("Person");
    case RecordType::place:
      return CodeTexts::tr("Place");
  }
  return {};
}

QString programText(const std::string& program) {
  if (program == "pros") return QStringLiteral("PROS");
  if (program == "act") return QStringLiteral("ACT");
  if (program == "core_psr") return QStringLiteral("CORE PSR");
  return QString::fromStdString(program);
}

QString toText(TagAbsence absence) {
  switch (absence) {
    case TagAbsence::off:
      return CodeTexts::tr("location is off");
    case TagAbsence::denied:
      return CodeTexts::tr("location is not allowed for this app");
    case TagAbsence::timeout:
      return CodeTexts::tr("no position came in time");
    case TagAbsence::no_signal:
      return CodeTexts::tr("no signal");
    case TagAbsence::private_place:
      return CodeTexts::tr("a home, kept private");
  }
  return {};
}

VerdictText verdictText(const Verdict& verdict) {
  VerdictText text;
  text.time = codeOf(verdict.time);
  text.timeText = toText(verdict.time);
  text.reason = codeOf(verdict.reason);
  text.reasonText = toText(verdict.reason);
  text.flagged = verdict.flagged;
  if (verdict.flagged) text.flagText = CodeTexts::tr("by agency policy");
  if (verdict.cap && verdict.time == TimeKind::community) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*verdict.cap).count();
    text.sentence = CodeTexts::tr("%1 for up to %2 min: %3")
                        .arg(text.timeText, QString::number(minutes), text.reasonText);
  } else {
    text.sentence = CodeTexts::tr("%1: %2").arg(text.timeText, text.reasonText);
  }
  return text;
}

QString tagText(const std::optional<LocationTag>& tag) {
  if (!tag) return {};
  if (tag->absent) return CodeTexts::tr("Not tagged: %1").arg(toText(*tag->absent));
  if (!tag->accuracy_m) return CodeTexts::tr("Tagged");
  return CodeTexts::tr("Tagged ±%1 m").arg(static_cast<qlonglong>(std::ceil(*tag->accuracy_m)));
}

QString tagState(const std::optional<LocationTag>& tag) {
  if (!tag) return QStringLiteral("none");
  return tag->absent ? codeOf(*tag->absent) : QStringLiteral("fix");
}

namespace {

/// The record's own fields: what to mend, whatever the server's wording was.
QString fieldRefusal(const Error& error) {
  const QString field = QString::fromStdString(error.field.substr(0, error.field.find('.')));
  if (error.code == ErrorCode::end_before_start)
    return CodeTexts::tr("The end is before the start: move one of them.");
  if (error.code == ErrorCode::span_too_long)
    return CodeTexts::tr("An entry can last 24 hours at most: shorten it or split it.");
  if (error.code == ErrorCode::start_too_late)
    return CodeTexts::tr("The start is more than a day ahead: set an earlier day.");
  if (error.code == ErrorCode::start_too_early)
    return CodeTexts::tr("The start is before the year 2000: set a later day.");
  if (error.code == ErrorCode::approved_week)
    return CodeTexts::tr("This reaches into an approved week: ask your team lead to return that week.");
  if (field == QLatin1String("note"))
    return CodeTexts::tr("The note is too long: shorten it to 2,000 characters.");
  if (field == QLatin1String("late_reason")) return CodeTexts::tr("The reason is too long: shorten it.");
  if (field == QLatin1String("miles"))
    return CodeTexts::tr("The miles are no distance: write a number like 4.5.");
  if (field == QLatin1String("program"))
    return CodeTexts::tr("This program is not one of your agency's: choose another.");
  if (field == QLatin1String("participant_id"))
    return CodeTexts::tr("This participant is not known: choose another.");
  if (field == QLatin1String("employer_id"))
    return CodeTexts::tr("This employer is not known: choose another.");
  if (field == QLatin1String("start_tag") || field == QLatin1String("end_tag"))
    return CodeTexts::tr("The location tag makes no sense: remove it and save again.");
  if (field == QLatin1String("minutes"))
    return CodeTexts::tr("The time is out of range: write hours like 7:30.");
  return CodeTexts::tr("Something in this record was not accepted: open it and save it again.");
}

}  // namespace

QString refusalText(const Error& error) {
  switch (error.code) {
    case ErrorCode::unreachable:
      if (error.field == "certificate")
        return CodeTexts::tr(
            "This server cannot prove who it is: check the address, or ask your admin "
            "about its certificate.");
      return CodeTexts::tr(
          "The server cannot be reached: check the address and the connection, then try again.");
    case ErrorCode::timed_out:
      return CodeTexts::tr("The server did not answer in time: it is tried again by itself.");
    case ErrorCode::bad_code:
      return CodeTexts::tr("This code is wrong, used or expired: ask your admin for a new one.");
    case ErrorCode::unauthorized:
      return CodeTexts::tr("The server does not know this phone: enroll it again with a new code.");
    case ErrorCode::device_revoked:
      return CodeTexts::tr("This phone's access was ended: ask your admin to enroll it again.");
    case ErrorCode::person_disabled:
      return CodeTexts::tr("Your account was closed: ask your admin to open it again.");
    case ErrorCode::upgrade_required:
      return CodeTexts::tr("The server needs a newer Waymark: install the update, nothing is lost.");
    case ErrorCode::slow_down:
      return CodeTexts::tr("There were too many tries: wait a minute and try again.");
    case ErrorCode::busy:
    case ErrorCode::internal:
      return CodeTexts::tr("The server is busy: it is tried again by itself.");
    case ErrorCode::forbidden:
      return CodeTexts::tr("You may not change this record: ask your team lead to do it.");
    case ErrorCode::aborted:
      return CodeTexts::tr("Stopped: the rest is sent next time.");
    case ErrorCode::unknown_zone:
      return CodeTexts::tr("This phone does not know your agency's time zone: install its time zone data.");
    case ErrorCode::locked:
      return CodeTexts::tr("Waymark is already open: close the other window first.");
    case ErrorCode::too_large:
      return CodeTexts::tr("This record is too large to send: shorten its note.");
    case ErrorCode::bad_json:
    case ErrorCode::bad_request:
    case ErrorCode::not_found:
    case ErrorCode::method_not_allowed:
    case ErrorCode::length_required:
    case ErrorCode::uri_too_long:
    case ErrorCode::unsupported_media_type:
      if (error.field == "server")
        return CodeTexts::tr("This is no server address: write it like https://waymark.example.org.");
      if (error.field == "code")
        return CodeTexts::tr("This is no enrollment code: type it as your admin gave it.");
      return CodeTexts::tr("The server answered something unknown: check that the address is right.");
    case ErrorCode::disk_full:
      return CodeTexts::tr("This device is full: free some space, then try again.");
    case ErrorCode::cannot_open:
      if (error.field == "key_store")
        return CodeTexts::tr(
            "No key chain answers on this machine: unlock or install one, or start Waymark "
            "with --key-file FILE.");
      [[fallthrough]];
    case ErrorCode::schema_too_new:
    case ErrorCode::corrupt:
    case ErrorCode::already_exists:
      return CodeTexts::tr("A file on this phone cannot be used: check its free space, then try again.");
    default:
      return fieldRefusal(error);
  }
}

}  // namespace waymark::app
