#include <QLocale>
#include <cmath>

#include "mobile/app/choices.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/entry_details.h"
#include "mobile/app/entry_editor_model.h"
#include "mobile/app/field_log.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {

QString EntryEditorModel::activity() const {
  return loaded_ ? codeOf(entry_.activity) : QString();
}

void EntryEditorModel::setActivity(const QString& code) {
  const auto activity = fromCode<Activity>(code);
  if (!loaded_ || !activity || *activity == entry_.activity) return;
  const bool was_travel = entry_.activity == Activity::travel;
  const bool is_travel = *activity == Activity::travel;
  entry_.activity = *activity;
  // A journey has two ends where anything else has one place: what is known is carried over.
  if (is_travel && !was_travel) {
    entry_.to_place = std::exchange(entry_.place, std::nullopt);
    entry_.to_place_id = std::exchange(entry_.place_id, {});
    entry_.contact.reset();
  } else if (was_travel && !is_travel) {
    entry_.place = std::exchange(entry_.to_place, std::nullopt);
    entry_.place_id = std::exchange(entry_.to_place_id, {});
    entry_.from_place.reset();
    entry_.from_place_id.clear();
    entry_.miles.reset();
    miles_text_.clear();
    miles_error_.clear();
  }
  edited();
}

QString EntryEditorModel::place() const {
  return placeCode({entry_.place, entry_.place_id});
}
void EntryEditorModel::setPlace(const QString& code) {
  const auto choice = parsePlaceCode(code);
  if (!loaded_ || !choice) return;
  app::setPlace(log_, entry_, *choice);
  edited();
}

QString EntryEditorModel::fromPlace() const {
  return placeCode({entry_.from_place, entry_.from_place_id});
}
void EntryEditorModel::setFromPlace(const QString& code) {
  const auto choice = parsePlaceCode(code);
  if (!loaded_ || !choice) return;
  entry_.from_place = choice->kind;
  entry_.from_place_id = choice->id;
  edited();
}

QString EntryEditorModel::toPlace() const {
  return placeCode({entry_.to_place, entry_.to_place_id});
}
void EntryEditorModel::setToPlace(const QString& code) {
  const auto choice = parsePlaceCode(code);
  if (!loaded_ || !choice) return;
  entry_.to_place = choice->kind;
  entry_.to_place_id = choice->id;
  edited();
}

QString EntryEditorModel::contact() const {
  return codeOf(entry_.contact);
}
void EntryEditorModel::setContact(const QString& code) {
  if (!loaded_) return;
  entry_.contact = fromCode<Contact>(code);
  edited();
}

QString EntryEditorModel::participant() const {
  return QString::fromStdString(entry_.participant_id);
}
void EntryEditorModel::setParticipant(const QString& id) {
  if (!loaded_) return;
  app::setParticipant(log_, entry_, id.toStdString());
  edited();
}

QString EntryEditorModel::employer() const {
  return QString::fromStdString(entry_.employer_id);
}
void EntryEditorModel::setEmployer(const QString& id) {
  if (!loaded_) return;
  entry_.employer_id = id.toStdString();
  edited();
}

QString EntryEditorModel::program() const {
  return QString::fromStdString(entry_.program);
}
void EntryEditorModel::setProgram(const QString& code) {
  if (!loaded_) return;
  entry_.program = code.toStdString();
  edited();
}

void EntryEditorModel::setParticipantPresent(bool present) {
  if (!loaded_) return;
  entry_.participant_present = present;
  edited();
}
void EntryEditorModel::setHiringAuthority(bool authority) {
  if (!loaded_) return;
  entry_.hiring_authority = authority;
  edited();
}
void EntryEditorModel::setNoShow(bool no_show) {
  if (!loaded_) return;
  entry_.no_show = no_show;
  edited();
}

void EntryEditorModel::setMiles(const QString& text) {
  if (!loaded_) return;
  miles_text_ = text;
  miles_error_.clear();
  bool ok = true;
  const QString plain = text.trimmed().replace(u',', u'.');
  const double miles = plain.isEmpty() ? 0 : plain.toDouble(&ok);
  if (plain.isEmpty()) {
    entry_.miles.reset();
  } else if (ok && std::isfinite(miles)) {
    entry_.miles = miles;
  } else {
    miles_error_ = refusalText({ErrorCode::wrong_type, {}, "miles"});
  }
  typed();
}

QString EntryEditorModel::note() const {
  return QString::fromStdString(entry_.note);
}
void EntryEditorModel::setNote(const QString& text) {
  if (!loaded_) return;
  entry_.note = text.toStdString();
  typed();
}

QString EntryEditorModel::lateReason() const {
  return QString::fromStdString(entry_.late_reason);
}
void EntryEditorModel::setLateReason(const QString& text) {
  if (!loaded_) return;
  entry_.late_reason = text.toStdString();
  typed();
}

QString EntryEditorModel::dateText() const {
  return loaded_ ? dayText(log_.zone().date_of(entry_.starts_at)) : QString();
}
QString EntryEditorModel::startText() const {
  return loaded_ ? clockText(entry_.starts_at, log_.zone()) : QString();
}
QString EntryEditorModel::endText() const {
  return loaded_ && entry_.ends_at ? clockText(*entry_.ends_at, log_.zone()) : QString();
}
QString EntryEditorModel::durationText() const {
  if (!loaded_) return {};
  const Instant end = entry_.ends_at.value_or(log_.now());
  return end < entry_.starts_at ? QString() : app::durationText(end - entry_.starts_at);
}

void EntryEditorModel::setStart(Instant start) {
  typed_start_error_.clear();
  entry_.starts_at = start;
  edited();
}

void EntryEditorModel::setEnd(Instant end) {
  typed_end_error_.clear();
  entry_.ends_at = end;
  edited();
}

void EntryEditorModel::stepStart(int minutes) {
  if (loaded_) setStart(entry_.starts_at + std::chrono::minutes{minutes});
}

void EntryEditorModel::stepEnd(int minutes) {
  if (loaded_ && entry_.ends_at) setEnd(*entry_.ends_at + std::chrono::minutes{minutes});
}

void EntryEditorModel::setStartTime(const QString& time) {
  if (!loaded_) return;
  const auto minute = parseClock(time);
  if (!minute) {
    typed_start_error_ = tr("Write the time like 9:05.");
    return edited();
  }
  setStart(log_.zone().at(log_.zone().date_of(entry_.starts_at), *minute));
}

void EntryEditorModel::setEndTime(const QString& time) {
  if (!loaded_) return;
  const auto minute = parseClock(time);
  if (!minute) {
    typed_end_error_ = tr("Write the time like 9:05.");
    return edited();
  }
  const Date date = log_.zone().date_of(entry_.starts_at);
  const Instant same_day = log_.zone().at(date, *minute);
  setEnd(same_day < entry_.starts_at ? log_.zone().at(add_days(date, 1), *minute) : same_day);
}

void EntryEditorModel::setDate(const QString& iso) {
  const auto date = parseIsoDate(iso);
  if (!loaded_ || !date) return;
  const Zone& zone = log_.zone();
  const Date old = zone.date_of(entry_.starts_at);
  if (entry_.ends_at) {
    const int nights = days_between(old, zone.date_of(*entry_.ends_at));
    entry_.ends_at = zone.at(add_days(*date, nights), zone.minute_of_day(*entry_.ends_at));
  }
  setStart(zone.at(*date, zone.minute_of_day(entry_.starts_at)));
}

void EntryEditorModel::stepDate(int days) {
  if (loaded_) setDate(isoText(add_days(log_.zone().date_of(entry_.starts_at), days)));
}

void EntryEditorModel::giveEnd() {
  if (loaded_ && !entry_.ends_at) setEnd(std::max(entry_.starts_at, log_.now()));
}

QString EntryEditorModel::startTagText() const {
  return tagText(entry_.start_tag);
}
QString EntryEditorModel::endTagText() const {
  return tagText(entry_.end_tag);
}
bool EntryEditorModel::hasStartFix() const {
  return entry_.start_tag && entry_.start_tag->is_fix();
}
bool EntryEditorModel::hasEndFix() const {
  return entry_.end_tag && entry_.end_tag->is_fix();
}

void EntryEditorModel::removeStartTag() {
  removeTag(device::TagEnd::start);
}
void EntryEditorModel::removeEndTag() {
  removeTag(device::TagEnd::end);
}

void EntryEditorModel::removeTag(device::TagEnd end) {
  // At once, not with Save: who takes a place back does not want it kept until later.
  if (!loaded_ || is_new_ || !log_.check(log_.book().remove_tag(original_.id, end))) return;
  for (Entry* entry : {&original_, &entry_})
    (end == device::TagEnd::start ? entry->start_tag : entry->end_tag).reset();
  edited();
}

}  // namespace waymark::app
