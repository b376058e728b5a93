#include "mobile/app/code_texts.h"

#include <QCoreApplication>
#include <cmath>

namespace waymark::app {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Codes", text);
}

}  // namespace

QString toText(Activity activity) {
  switch (activity) {
    case Activity::travel:
      return tr(QT_TRANSLATE_NOOP("Codes", "Travel"));
    case Activity::employer_visit:
      return tr(QT_TRANSLATE_NOOP("Codes", "Employer visit"));
    case Activity::job_coaching:
      return tr(QT_TRANSLATE_NOOP("Codes", "Job coaching"));
    case Activity::job_search:
      return tr(QT_TRANSLATE_NOOP("Codes", "Job search"));
    case Activity::engagement:
      return tr(QT_TRANSLATE_NOOP("Codes", "Engagement"));
    case Activity::assessment:
      return tr(QT_TRANSLATE_NOOP("Codes", "Assessment"));
    case Activity::benefits_counseling:
      return tr(QT_TRANSLATE_NOOP("Codes", "Benefits counseling"));
    case Activity::follow_along:
      return tr(QT_TRANSLATE_NOOP("Codes", "Follow-along"));
    case Activity::partner_meeting:
      return tr(QT_TRANSLATE_NOOP("Codes", "Partner meeting"));
    case Activity::documentation:
      return tr(QT_TRANSLATE_NOOP("Codes", "Documentation"));
    case Activity::team_meeting:
      return tr(QT_TRANSLATE_NOOP("Codes", "Team meeting"));
    case Activity::supervision:
      return tr(QT_TRANSLATE_NOOP("Codes", "Supervision"));
    case Activity::training:
      return tr(QT_TRANSLATE_NOOP("Codes", "Training"));
    case Activity::other_work:
      return tr(QT_TRANSLATE_NOOP("Codes", "Other work"));
    case Activity::break_:
      return tr(QT_TRANSLATE_NOOP("Codes", "Break"));
  }
  return {};
}

QString toText(Place place) {
  switch (place) {
    case Place::employer_site:
      return tr(QT_TRANSLATE_NOOP("Codes", "Employer"));
    case Place::vr_office:
      return tr(QT_TRANSLATE_NOOP("Codes", "VR office"));
    case Place::library:
      return tr(QT_TRANSLATE_NOOP("Codes", "Library"));
    case Place::school:
      return tr(QT_TRANSLATE_NOOP("Codes", "School"));
    case Place::cafe:
      return tr(QT_TRANSLATE_NOOP("Codes", "Café"));
    case Place::participant_home:
      return tr(QT_TRANSLATE_NOOP("Codes", "Participant's home"));
    case Place::training_site:
      return tr(QT_TRANSLATE_NOOP("Codes", "Training site"));
    case Place::other_community:
      return tr(QT_TRANSLATE_NOOP("Codes", "Elsewhere in the community"));
    case Place::program_site:
      return tr(QT_TRANSLATE_NOOP("Codes", "Program site"));
    case Place::satellite_office:
      return tr(QT_TRANSLATE_NOOP("Codes", "Satellite office"));
    case Place::own_home:
      return tr(QT_TRANSLATE_NOOP("Codes", "My home"));
  }
  return {};
}

QString toText(Contact contact) {
  switch (contact) {
    case Contact::in_person:
      return tr(QT_TRANSLATE_NOOP("Codes", "In person"));
    case Contact::video:
      return tr(QT_TRANSLATE_NOOP("Codes", "By video"));
    case Contact::phone:
      return tr(QT_TRANSLATE_NOOP("Codes", "By phone"));
    case Contact::none:
      return tr(QT_TRANSLATE_NOOP("Codes", "No contact"));
  }
  return {};
}

QString toText(LeaveKind kind) {
  switch (kind) {
    case LeaveKind::holiday:
      return tr(QT_TRANSLATE_NOOP("Codes", "Holiday"));
    case LeaveKind::sick:
      return tr(QT_TRANSLATE_NOOP("Codes", "Sick"));
    case LeaveKind::vacation:
      return tr(QT_TRANSLATE_NOOP("Codes", "Vacation"));
  }
  return {};
}

QString toText(TimeKind time) {
  switch (time) {
    case TimeKind::community:
      return tr(QT_TRANSLATE_NOOP("Codes", "Counts as community"));
    case TimeKind::on_site:
      return tr(QT_TRANSLATE_NOOP("Codes", "Does not count"));
    case TimeKind::not_worked:
      return tr(QT_TRANSLATE_NOOP("Codes", "Not worked"));
  }
  return {};
}

QString toText(Reason reason) {
  switch (reason) {
    case Reason::break_:
      return tr(QT_TRANSLATE_NOOP("Codes", "an unpaid break"));
    case Reason::incomplete:
      return tr(QT_TRANSLATE_NOOP("Codes", "the place is missing"));
    case Reason::commute:
      return tr(QT_TRANSLATE_NOOP("Codes", "a commute from or to home"));
    case Reason::travel_to_community:
      return tr(QT_TRANSLATE_NOOP("Codes", "travel to a community place"));
    case Reason::travel_back:
      return tr(QT_TRANSLATE_NOOP("Codes", "travel back from a community place"));
    case Reason::travel_between_offices:
      return tr(QT_TRANSLATE_NOOP("Codes", "travel between offices"));
    case Reason::program_site:
      return tr(QT_TRANSLATE_NOOP("Codes", "at the program site"));
    case Reason::satellite_office:
      return tr(QT_TRANSLATE_NOOP("Codes", "at a satellite office"));
    case Reason::own_home:
      return tr(QT_TRANSLATE_NOOP("Codes", "at your own home"));
    case Reason::collaborative_documentation:
      return tr(QT_TRANSLATE_NOOP("Codes", "documentation together with the participant"));
    case Reason::solo_documentation:
      return tr(QT_TRANSLATE_NOOP("Codes", "documentation without the participant"));
    case Reason::staff_activity:
      return tr(QT_TRANSLATE_NOOP("Codes", "a staff activity, not a service"));
    case Reason::no_show_wait:
      return tr(QT_TRANSLATE_NOOP("Codes", "waiting for someone who did not come"));
    case Reason::remote_contact:
      return tr(QT_TRANSLATE_NOOP("Codes", "contact by phone or video from a community place"));
    case Reason::solo_work:
      return tr(QT_TRANSLATE_NOOP("Codes", "work without contact with anyone"));
    case Reason::community_service:
      return tr(QT_TRANSLATE_NOOP("Codes", "service at a community place"));
  }
  return {};
}

QString toText(Standing standing) {
  switch (standing) {
    case Standing::recommended:
      return tr(QT_TRANSLATE_NOOP("Codes", "Recommended"));
    case Standing::minimum:
      return tr(QT_TRANSLATE_NOOP("Codes", "Meets minimum"));
    case Standing::below:
      return tr(QT_TRANSLATE_NOOP("Codes", "Below"));
    case Standing::too_little:
      return tr(QT_TRANSLATE_NOOP("Codes", "Too little data"));
  }
  return {};
}

QString toText(RecordType type) {
  switch (type) {
    case RecordType::entry:
      return tr(QT_TRANSLATE_NOOP("Codes", "Entry"));
    case RecordType::employer:
      return tr(QT_TRANSLATE_NOOP("Codes", "Employer"));
    case RecordType::participant:
      return tr(QT_TRANSLATE_NOOP("Codes", "Participant"));
    case RecordType::job:
      return tr(QT_TRANSLATE_NOOP("Codes", "Job"));
    case RecordType::schedule:
      return tr(QT_TRANSLATE_NOOP("Codes", "Schedule"));
    case RecordType::leave:
      return tr(QT_TRANSLATE_NOOP("Codes", "Leave"));
    case RecordType::week:
      return tr(QT_TRANSLATE_NOOP("Codes", "Week"));
    case RecordType::approval:
      return tr(QT_TRANSLATE_NOOP("Codes", "Approval"));
    case RecordType::policy:
      return tr(QT_TRANSLATE_NOOP("Codes", "Policy"));
    case RecordType::person:
      return tr(QT_TRANSLATE_NOOP("Codes", "Person"));
    case RecordType::place:
      return tr(QT_TRANSLATE_NOOP("Codes", "Place"));
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
      return tr(QT_TRANSLATE_NOOP("Codes", "location is off"));
    case TagAbsence::denied:
      return tr(QT_TRANSLATE_NOOP("Codes", "location is not allowed for this app"));
    case TagAbsence::timeout:
      return tr(QT_TRANSLATE_NOOP("Codes", "no position came in time"));
    case TagAbsence::no_signal:
      return tr(QT_TRANSLATE_NOOP("Codes", "no signal"));
    case TagAbsence::private_place:
      return tr(QT_TRANSLATE_NOOP("Codes", "a home, kept private"));
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
  if (verdict.flagged) text.flagText = tr(QT_TRANSLATE_NOOP("Codes", "by agency policy"));
  if (verdict.cap && verdict.time == TimeKind::community) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*verdict.cap).count();
    text.sentence = tr(QT_TRANSLATE_NOOP("Codes", "%1 for up to %2 min: %3"))
                        .arg(text.timeText, QString::number(minutes), text.reasonText);
  } else {
    text.sentence = tr(QT_TRANSLATE_NOOP("Codes", "%1: %2")).arg(text.timeText, text.reasonText);
  }
  return text;
}

QString tagText(const std::optional<LocationTag>& tag) {
  if (!tag) return {};
  if (tag->absent) return tr(QT_TRANSLATE_NOOP("Codes", "Not tagged: %1")).arg(toText(*tag->absent));
  if (!tag->accuracy_m) return tr(QT_TRANSLATE_NOOP("Codes", "Tagged"));
  return tr(QT_TRANSLATE_NOOP("Codes", "Tagged ±%1 m"))
      .arg(static_cast<qlonglong>(std::ceil(*tag->accuracy_m)));
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
    return tr(QT_TRANSLATE_NOOP("Codes", "The end is before the start: move one of them."));
  if (error.code == ErrorCode::span_too_long)
    return tr(QT_TRANSLATE_NOOP("Codes", "An entry can last 24 hours at most: shorten it or split it."));
  if (error.code == ErrorCode::start_too_late)
    return tr(QT_TRANSLATE_NOOP("Codes", "The start is more than a day ahead: set an earlier day."));
  if (error.code == ErrorCode::start_too_early)
    return tr(QT_TRANSLATE_NOOP("Codes", "The start is before the year 2000: set a later day."));
  if (error.code == ErrorCode::approved_week)
    return tr(QT_TRANSLATE_NOOP(
        "Codes", "This reaches into an approved week: ask your team lead to return that week."));
  if (field == QLatin1String("note"))
    return tr(QT_TRANSLATE_NOOP("Codes", "The note is too long: shorten it to 2,000 characters."));
  if (field == QLatin1String("late_reason"))
    return tr(QT_TRANSLATE_NOOP("Codes", "The reason is too long: shorten it."));
  if (field == QLatin1String("miles"))
    return tr(QT_TRANSLATE_NOOP("Codes", "The miles are no distance: write a number like 4.5."));
  if (field == QLatin1String("program"))
    return tr(QT_TRANSLATE_NOOP("Codes", "This program is not one of your agency's: choose another."));
  if (field == QLatin1String("participant_id"))
    return tr(QT_TRANSLATE_NOOP("Codes", "This participant is not known: choose another."));
  if (field == QLatin1String("employer_id"))
    return tr(QT_TRANSLATE_NOOP("Codes", "This employer is not known: choose another."));
  if (field == QLatin1String("start_tag") || field == QLatin1String("end_tag"))
    return tr(QT_TRANSLATE_NOOP("Codes", "The location tag makes no sense: remove it and save again."));
  if (field == QLatin1String("minutes"))
    return tr(QT_TRANSLATE_NOOP("Codes", "The time is out of range: write hours like 7:30."));
  return tr(
      QT_TRANSLATE_NOOP("Codes", "Something in this record was not accepted: open it and save it again."));
}

}  // namespace

QString refusalText(const Error& error) {
  switch (error.code) {
    case ErrorCode::unreachable:
      if (error.field == "certificate")
        return tr(
            QT_TRANSLATE_NOOP("Codes",
                              "This server cannot prove who it is: check the address, or ask your admin "
                              "about its certificate."));
      return tr(QT_TRANSLATE_NOOP(
          "Codes", "The server cannot be reached: check the address and the connection, then try again."));
    case ErrorCode::timed_out:
      return tr(
          QT_TRANSLATE_NOOP("Codes", "The server did not answer in time: it is tried again by itself."));
    case ErrorCode::bad_code:
      return tr(
          QT_TRANSLATE_NOOP("Codes", "This code is wrong, used or expired: ask your admin for a new one."));
    case ErrorCode::unauthorized:
      return tr(QT_TRANSLATE_NOOP("Codes",
                                  "The server does not know this phone: enroll it again with a new code."));
    case ErrorCode::device_revoked:
      return tr(
          QT_TRANSLATE_NOOP("Codes", "This phone's access was ended: ask your admin to enroll it again."));
    case ErrorCode::person_disabled:
      return tr(QT_TRANSLATE_NOOP("Codes", "Your account was closed: ask your admin to open it again."));
    case ErrorCode::upgrade_required:
      return tr(QT_TRANSLATE_NOOP("Codes",
                                  "The server needs a newer Waymark: install the update, nothing is lost."));
    case ErrorCode::slow_down:
      return tr(QT_TRANSLATE_NOOP("Codes", "There were too many tries: wait a minute and try again."));
    case ErrorCode::busy:
    case ErrorCode::internal:
      return tr(QT_TRANSLATE_NOOP("Codes", "The server is busy: it is tried again by itself."));
    case ErrorCode::forbidden:
      return tr(QT_TRANSLATE_NOOP("Codes", "You may not change this record: ask your team lead to do it."));
    case ErrorCode::aborted:
      return tr(QT_TRANSLATE_NOOP("Codes", "Stopped: the rest is sent next time."));
    case ErrorCode::unknown_zone:
      return tr(QT_TRANSLATE_NOOP(
          "Codes", "This phone does not know your agency's time zone: install its time zone data."));
    case ErrorCode::locked:
      return tr(QT_TRANSLATE_NOOP("Codes", "Waymark is already open: close the other window first."));
    case ErrorCode::too_large:
      return tr(QT_TRANSLATE_NOOP("Codes", "This record is too large to send: shorten its note."));
    case ErrorCode::bad_json:
    case ErrorCode::bad_request:
    case ErrorCode::not_found:
    case ErrorCode::method_not_allowed:
    case ErrorCode::length_required:
    case ErrorCode::uri_too_long:
    case ErrorCode::unsupported_media_type:
      if (error.field == "server")
        return tr(QT_TRANSLATE_NOOP("Codes",
                                    "This is no server address: write it like https://waymark.example.org."));
      if (error.field == "code")
        return tr(QT_TRANSLATE_NOOP("Codes", "This is no enrollment code: type it as your admin gave it."));
      return tr(QT_TRANSLATE_NOOP("Codes",
                                  "The server answered something unknown: check that the address is right."));
    case ErrorCode::disk_full:
      return tr(QT_TRANSLATE_NOOP("Codes", "This device is full: free some space, then try again."));
    case ErrorCode::cannot_open:
      if (error.field == "key_store")
        return tr(
            QT_TRANSLATE_NOOP("Codes",
                              "No key chain answers on this machine: unlock or install one, or start Waymark "
                              "with --key-file FILE."));
      [[fallthrough]];
    case ErrorCode::schema_too_new:
    case ErrorCode::corrupt:
    case ErrorCode::already_exists:
      return tr(QT_TRANSLATE_NOOP(
          "Codes", "A file on this phone cannot be used: check its free space, then try again."));
    default:
      return fieldRefusal(error);
  }
}

}  // namespace waymark::app
