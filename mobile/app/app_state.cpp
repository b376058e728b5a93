#include "mobile/app/app_state.h"

#include <utility>

#include "mobile/app/field_log.h"
#include "mobile/device/team_weeks.h"

namespace waymark::app {

AppState::AppState(FieldLog& log, QObject* parent) : QObject(parent), log_(log) {
  connect(&log_, &FieldLog::changed, this, [this](const device::StoreChange& change) {
    if (!change.identity && !change.types.contains(RecordType::person)) return;
    leads_.reset();
    emit changed();
  });
  connect(&log_, &FieldLog::failed, this, &AppState::setProblemText);
  connect(&log_, &FieldLog::started, this, &AppState::startedChanged);
}

AppState::~AppState() = default;

bool AppState::enrolled() const {
  return log_.identity().has_value();
}
void AppState::setOpened(bool opened) {
  if (std::exchange(opened_, opened) != opened) emit openedChanged();
}
bool AppState::started() const {
  return !log_.starting();
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

bool AppState::leads() const {
  if (!leads_) {
    const auto lead = device::TeamWeeks(log_.store()).is_lead();
    leads_ = log_.check(lead) && *lead;
  }
  return *leads_;
}

void AppState::setProblemText(const QString& sentence) {
  if (sentence == problem_text_) return;
  problem_text_ = sentence;
  emit changed();
}

}  // namespace waymark::app
