#include "mobile/app/code_texts.h"
#include "mobile/app/employer_model.h"
#include "mobile/app/field_log.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/network.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/now_model.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

// One employer's next step, position and visits.

namespace waymark::app {

QString EmployerModel::nextStep() const {
  return QString::fromStdString(stored_.record.next_step);
}
QString EmployerModel::nextStepText() const {
  return app::nextStepText(stored_.record, log_.today());
}
QString EmployerModel::nextStepState() const {
  return app::nextStepState(stored_.record, log_.today());
}
QString EmployerModel::nextStepDayText() const {
  return stored_.record.next_step_on ? shortDayText(*stored_.record.next_step_on) : QString();
}

bool EmployerModel::setNextStepText(const QString& text) {
  if (!loaded_ || isNew() || text.trimmed() == nextStep()) return false;
  Employer employer = stored_.record;
  employer.next_step = text.trimmed().toStdString();
  return saveNow(std::move(employer), tr("Next step saved"));
}

bool EmployerModel::setNextStepDay(const QString& day) {
  if (!loaded_ || isNew()) return false;
  const Date today = log_.today();
  Employer employer = stored_.record;
  if (day == QLatin1String("none")) {
    employer.next_step_on.reset();
  } else if (day == QLatin1String("tomorrow")) {
    employer.next_step_on = add_days(today, 1);
  } else if (day == QLatin1String("next_week")) {
    employer.next_step_on = add_days(today, 7);
  } else if (const auto typed = parseDay(day, today)) {
    employer.next_step_on = typed;
  } else {
    next_step_error_ = tr("Write the day like 11/24 or 24 Nov.");
    emit changed();
    return false;
  }
  next_step_error_.clear();
  const auto& on = employer.next_step_on;
  const QString said = on ? tr("Next step %1").arg(nearDateText(*on, today)) : tr("Next step without a day");
  return saveNow(std::move(employer), said);
}

void EmployerModel::finishNextStep() {
  if (!loaded_ || isNew()) return;
  Employer employer = stored_.record;
  employer.next_step.clear();
  employer.next_step_on.reset();
  next_step_error_.clear();
  saveNow(std::move(employer), tr("Next step done"));
}

QString EmployerModel::lastText() const {
  if (!loaded_ || isNew()) return {};
  const auto contacts = network_.contacts();
  const auto last = contacts->last.find(stored_.record.id);
  return lastVisitText(last == contacts->last.end() ? std::nullopt : std::optional(last->second), log_.zone(),
                       log_.today());
}

void EmployerModel::useHere() {
  if (!editing_ || locating_) return;
  locating_ = true;
  error_.clear();
  emit changed();
  positions_.request(LocationTagger::patience);
}

void EmployerModel::onFixed(const Position& position) {
  if (!locating_) return;
  locating_ = false;
  form_.lat = position.lat;
  form_.lon = position.lon;
  keepDraft();
  emit changed();
}

void EmployerModel::onFailed(TagAbsence reason) {
  if (!locating_) return;
  locating_ = false;
  error_ = tr("No position (%1): try again in the open, or save without one.").arg(toText(reason));
  emit changed();
}

void EmployerModel::clearPosition() {
  if (!editing_) return;
  form_.lat.reset();
  form_.lon.reset();
  keepDraft();
  emit changed();
}

void EmployerModel::startVisit() {
  if (!loaded_ || isNew()) return;
  Entry visit = entryFrom(usualPresetOf(Activity::employer_visit), log_.now());
  visit.employer_id = stored_.record.id;
  visit.place_id = stored_.record.id;
  now_.startLike(visit);
  emit visitStarted();
}

}  // namespace waymark::app
