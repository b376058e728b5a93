#include "mobile/app/app_state.h"

#include "mobile/app/field_log.h"

namespace waymark::app {

AppState::AppState(FieldLog& log, QObject* parent) : QObject(parent), log_(log) {
  connect(&log_, &FieldLog::changed, this, [this](const device::StoreChange& change) {
    if (change.identity) emit changed();
  });
  connect(&log_, &FieldLog::failed, this, &AppState::setProblemText);
}

AppState::~AppState() = default;

bool AppState::enrolled() const {
  return log_.identity().has_value();
}
QString AppState::personName() const {
  return enrolled() ? QString::fromStdString(log_.identity()->person_name) : QString();
}
QString AppState::agencyName() const {
  return enrolled() ? QString::fromStdString(log_.identity()->agency_name) : QString();
}
QString AppState::serverText() const {
  return enrolled() ? QString::fromStdString(log_.identity()->server) : QString();
}

void AppState::setProblemText(const QString& sentence) {
  if (sentence == problem_text_) return;
  problem_text_ = sentence;
  emit changed();
}

}  // namespace waymark::app
