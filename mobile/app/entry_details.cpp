#include "mobile/app/entry_details.h"

#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/text_contexts.h"

namespace waymark::app {
namespace {

RowsModel::Row choice(const char* detail, const QString& value, const QString& prompt) {
  return {QString::fromLatin1(detail), QStringLiteral("choice"), value.isEmpty() ? prompt : value,
          !value.isEmpty()};
}
RowsModel::Row toggleChip(const char* detail, const QString& text, bool on) {
  return {QString::fromLatin1(detail), QStringLiteral("toggle"), text, on};
}

QString placeText(const FieldLog& log, const std::optional<Place>& kind, const std::string& id) {
  const QString name = log.placeName(id);
  if (!name.isEmpty()) return name;
  return kind ? toText(*kind) : QString();
}

bool withParticipant(Activity activity) {
  switch (activity) {
    case Activity::travel:
    case Activity::break_:
    case Activity::team_meeting:
    case Activity::supervision:
    case Activity::training:
      return false;
    default:
      return true;
  }
}

bool withEmployer(const Entry& entry) {
  return entry.activity == Activity::employer_visit || entry.activity == Activity::job_coaching ||
         entry.place == Place::employer_site || !entry.employer_id.empty();
}

}  // namespace

std::vector<RowsModel::Row> detailChips(const FieldLog& log, const Entry& entry) {
  std::vector<RowsModel::Row> chips;
  if (entry.activity == Activity::travel) {
    chips.push_back(choice("from_place", placeText(log, entry.from_place, entry.from_place_id),
                           DetailTexts::tr("Where from?")));
    chips.push_back(
        choice("to_place", placeText(log, entry.to_place, entry.to_place_id), DetailTexts::tr("Where to?")));
  } else if (entry.activity != Activity::break_) {
    chips.push_back(choice("place", placeText(log, entry.place, entry.place_id), DetailTexts::tr("Where?")));
    chips.push_back(
        choice("contact", entry.contact ? toText(*entry.contact) : QString(), DetailTexts::tr("Contact")));
    if (withEmployer(entry))
      chips.push_back(
          choice("employer", log.employerName(entry.employer_id), DetailTexts::tr("Which employer?")));
    if (withParticipant(entry.activity)) {
      chips.push_back(choice("participant", log.participantName(entry.participant_id),
                             DetailTexts::tr("Which participant?")));
      chips.push_back(toggleChip("participant_present", DetailTexts::tr("Participant present"),
                                 entry.participant_present));
    }
    if (entry.activity == Activity::employer_visit)
      chips.push_back(
          toggleChip("hiring_authority", DetailTexts::tr("Hiring manager"), entry.hiring_authority));
    if (withParticipant(entry.activity) || withEmployer(entry))
      chips.push_back(toggleChip("no_show", DetailTexts::tr("Nobody came"), entry.no_show));
    chips.push_back(choice("program", entry.program.empty() ? QString() : programText(entry.program),
                           DetailTexts::tr("Program")));
  }
  chips.push_back({QStringLiteral("note"), QStringLiteral("text"),
                   entry.note.empty() ? DetailTexts::tr("Add a note") : DetailTexts::tr("Note"),
                   !entry.note.empty()});
  return chips;
}

QString firstQuestion(const Entry& entry) {
  if (entry.activity == Activity::break_) return {};
  if (entry.activity != Activity::travel) return entry.place ? QString() : QStringLiteral("place");
  if (!entry.from_place) return QStringLiteral("from_place");
  return entry.to_place ? QString() : QStringLiteral("to_place");
}

QString questionText(const QString& detail) {
  if (detail == QLatin1String("from_place")) return DetailTexts::tr("Where from?");
  if (detail == QLatin1String("to_place")) return DetailTexts::tr("Where to?");
  if (detail == QLatin1String("place")) return DetailTexts::tr("Where are you?");
  if (detail == QLatin1String("contact")) return DetailTexts::tr("How did you meet?");
  if (detail == QLatin1String("employer")) return DetailTexts::tr("Which employer?");
  if (detail == QLatin1String("participant")) return DetailTexts::tr("Which participant?");
  if (detail == QLatin1String("program")) return DetailTexts::tr("For which program?");
  if (detail == QLatin1String("note")) return DetailTexts::tr("Note");
  return {};
}

bool offersMore(const FieldLog& log, const QString& detail) {
  if (detail == QLatin1String("employer")) return log.employers().size() > named_choices;
  if (detail == QLatin1String("participant")) return log.participants().size() > named_choices;
  if (detail.endsWith(QLatin1String("place")))
    return log.employers().size() + log.places().size() > named_choices;
  return false;
}

Choices questionChoices(const FieldLog& log, const Entry& entry, const QString& detail, const QString& find) {
  if (detail == QLatin1String("contact")) return contactChoices(entry.contact);
  if (detail == QLatin1String("program"))
    return programChoices(log.policyFor(log.weekOf(log.zone().date_of(entry.starts_at))), entry.program);
  const auto recent = recentEntries(log);
  if (detail == QLatin1String("from_place"))
    return placeChoices(log, {entry.from_place, entry.from_place_id}, recent, find, home_of_start);
  if (detail == QLatin1String("to_place"))
    return placeChoices(log, {entry.to_place, entry.to_place_id}, recent, find, home_of_end);
  if (detail == QLatin1String("place")) return placeChoices(log, {entry.place, entry.place_id}, recent, find);
  if (detail == QLatin1String("employer")) return employerChoices(log, entry.employer_id, recent, find);
  if (detail == QLatin1String("participant"))
    return participantChoices(log, entry.participant_id, recent, find);
  return {};
}

bool isToggle(const QString& detail) {
  return detail == QLatin1String("participant_present") || detail == QLatin1String("hiring_authority") ||
         detail == QLatin1String("no_show");
}

void toggle(Entry& entry, const QString& detail) {
  if (detail == QLatin1String("participant_present")) entry.participant_present = !entry.participant_present;
  if (detail == QLatin1String("hiring_authority")) entry.hiring_authority = !entry.hiring_authority;
  if (detail == QLatin1String("no_show")) entry.no_show = !entry.no_show;
}

bool answerDetail(const FieldLog& log, Entry& entry, const QString& detail, const QString& code) {
  if (detail == QLatin1String("contact")) {
    const auto contact = fromCode<Contact>(code);
    if (!contact) return false;
    entry.contact = contact;
    return true;
  }
  if (detail == QLatin1String("program")) {
    entry.program = code.toStdString();
    return true;
  }
  if (detail == QLatin1String("employer")) {
    entry.employer_id = code.toStdString();
    return true;
  }
  if (detail == QLatin1String("participant")) {
    setParticipant(log, entry, code.toStdString());
    return true;
  }
  const auto place = parsePlaceCode(code);
  if (!place || !place->kind) return false;
  if (detail == QLatin1String("place")) {
    setPlace(log, entry, *place);
  } else if (detail == QLatin1String("from_place")) {
    entry.from_place = place->kind;
    entry.from_place_id = place->id;
  } else if (detail == QLatin1String("to_place")) {
    entry.to_place = place->kind;
    entry.to_place_id = place->id;
  } else {
    return false;
  }
  return true;
}

void setPlace(const FieldLog& log, Entry& entry, const PlaceChoice& choice) {
  entry.place = choice.kind;
  entry.place_id = choice.id;
  if (choice.kind == Place::employer_site && entry.employer_id.empty() &&
      !log.employerName(choice.id).isEmpty())
    entry.employer_id = choice.id;
}

void setDeparture(Entry& travel, const Entry& before) {
  const bool moved = before.activity == Activity::travel;
  travel.from_place = moved ? before.to_place : before.place;
  travel.from_place_id = moved ? before.to_place_id : before.place_id;
  if (!moved && before.place == Place::employer_site && travel.from_place_id.empty())
    travel.from_place_id = before.employer_id;
}

void setArrival(Entry& travel, const Entry& after) {
  const bool moves = after.activity == Activity::travel;
  travel.to_place = moves ? after.from_place : after.place;
  travel.to_place_id = moves ? after.from_place_id : after.place_id;
  if (!moves && after.place == Place::employer_site && travel.to_place_id.empty())
    travel.to_place_id = after.employer_id;
}

void setPlaceArrivedAt(const FieldLog& log, Entry& entry, const Entry& travel) {
  if (!travel.to_place || entry.activity == Activity::travel || entry.activity == Activity::break_) return;
  if (!entry.place_id.empty() || !entry.employer_id.empty()) return;
  if (!entry.place || entry.place == travel.to_place)
    setPlace(log, entry, {travel.to_place, travel.to_place_id});
}

void setParticipant(const FieldLog& log, Entry& entry, const std::string& id) {
  entry.participant_id = id;
  if (!entry.program.empty()) return;
  const auto& all = log.participants();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Participant& p) { return p.id == id; });
  if (found != all.end()) entry.program = found->program;
}

}  // namespace waymark::app
