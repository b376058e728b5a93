#include "mobile/app/participant_job_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/network.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/record_keeper.h"
#include "mobile/app/time_texts.h"
#include "shared/records/limits.h"

namespace waymark::app {
namespace {

constexpr int employers_shown = 5;

QString dayAndYear(Date date) {
  return QStringLiteral("%1 %2").arg(shortDayText(date)).arg(static_cast<int>(date.year()));
}

}  // namespace

ParticipantJobModel::ParticipantJobModel(FieldLog& log, Network& network, RecordKeeper& keeper,
                                         QObject* parent)
    : QObject(parent),
      log_(log),
      network_(network),
      keeper_(keeper),
      employers_({"code", "text", "selected"}, this),
      kinds_({"code", "text", "selected"}, this) {
  connect(&network_, &Network::networkChanged, this, &ParticipantJobModel::showChoices);
  connect(&log_, &FieldLog::reworded, this, &ParticipantJobModel::showChoices);
  network_.start();
}

ParticipantJobModel::~ParticipantJobModel() = default;

void ParticipantJobModel::open(const QString& jobId) {
  auto found = log_.records().find<Job>(jobId.toStdString());
  if (log_.check(found) && *found && !(*found)->deleted) load(std::move((*found)->record));
}

void ParticipantJobModel::openNew(const QString& participantId) {
  Job job;
  job.participant_id = participantId.toStdString();
  job.starts_on = log_.today();
  load(std::move(job));
}

void ParticipantJobModel::load(Job job) {
  loaded_ = true;
  original_ = std::move(job);
  job_ = original_;
  hours_ = job_.hours_per_week > 0 ? QLocale().toString(job_.hours_per_week, 'g', 4) : QString();
  query_.clear();
  for (QString* error : {&hours_error_, &start_error_, &end_error_, &error_}) error->clear();
  showChoices();
}

void ParticipantJobModel::close() {
  if (!loaded_) return;
  loaded_ = false;
  job_ = original_ = {};
  emit changed();
  emit closed();
}

QString ParticipantJobModel::participantCode() const {
  return log_.participantName(job_.participant_id);
}

void ParticipantJobModel::edited() {
  error_.clear();
  showChoices();
}

void ParticipantJobModel::setTitle(const QString& text) {
  if (text == title()) return;
  job_.title = text.toStdString();
  edited();
}

void ParticipantJobModel::setHours(const QString& text) {
  if (text == hours_) return;
  hours_ = text;
  bool ok = false;
  const double hours = text.trimmed().replace(u',', u'.').toDouble(&ok);
  const bool fits = ok && std::isfinite(hours) && hours >= 0 && hours <= hours_a_week;
  hours_error_ = fits || text.trimmed().isEmpty() ? QString() : tr("Write the hours a week like 12.5.");
  job_.hours_per_week = fits ? hours : 0;
  edited();
}

void ParticipantJobModel::setEmployerQuery(const QString& query) {
  if (query == query_) return;
  query_ = query;
  showChoices();
}

QString ParticipantJobModel::addEmployerText() const {
  const QString name = query_.simplified();
  if (foldText(name).empty()) return {};
  for (const int position : network_.index()->namesakes(name, 1))
    if (foldText(network_.index()->at(position).name) == foldText(name)) return {};
  return tr("Add “%1” to the network").arg(name);
}

void ParticipantJobModel::chooseEmployer(const QString& employerId) {
  job_.employer_id = employerId.toStdString();
  query_.clear();
  edited();
}

void ParticipantJobModel::addEmployer() {
  if (addEmployerText().isEmpty()) return;
  Employer employer;
  employer.name = query_.simplified().toStdString();
  const QString said = tr("%1 added to the network").arg(query_.simplified());
  const auto saved = keeper_.save(std::move(employer), said);
  if (!saved) {
    error_ = refusalText(saved.error());
    emit changed();
    return;
  }
  log_.deliverChanges();
  chooseEmployer(QString::fromStdString(saved->id));
}

void ParticipantJobModel::chooseKind(const QString& code) {
  if (const auto kind = fromCode<JobKind>(code)) job_.kind = *kind;
  edited();
}

QString ParticipantJobModel::startText() const {
  return loaded_ ? dayAndYear(job_.starts_on) : QString();
}
QString ParticipantJobModel::endText() const {
  return job_.ends_on ? dayAndYear(*job_.ends_on) : QString();
}

void ParticipantJobModel::moveStart(int days) {
  start_error_.clear();
  job_.starts_on = add_days(job_.starts_on, days);
  edited();
}

void ParticipantJobModel::typeStart(const QString& day) {
  const auto date = parseDay(day, log_.today());
  start_error_ = date ? QString() : tr("Write the day like 11/24 or 24 Nov.");
  if (date) job_.starts_on = *date;
  edited();
}

void ParticipantJobModel::setEnds(bool ends) {
  end_error_.clear();
  if (ends && !job_.ends_on) job_.ends_on = std::max(log_.today(), job_.starts_on);
  if (!ends) job_.ends_on.reset();
  edited();
}

void ParticipantJobModel::moveEnd(int days) {
  if (!job_.ends_on) return;
  end_error_.clear();
  job_.ends_on = add_days(*job_.ends_on, days);
  edited();
}

void ParticipantJobModel::typeEnd(const QString& day) {
  const auto date = parseDay(day, log_.today());
  end_error_ = date ? QString() : tr("Write the day like 11/24 or 24 Nov.");
  if (date) job_.ends_on = *date;
  edited();
}

QString ParticipantJobModel::missingText() const {
  if (!loaded_) return {};
  if (job_.employer_id.empty()) return tr("Choose the employer.");
  if (title().trimmed().isEmpty()) return tr("Say what the work is.");
  if (hours_.trimmed().isEmpty()) return tr("Say how many hours a week it is.");
  if (job_.ends_on && *job_.ends_on < job_.starts_on)
    return tr("The end is before the start: move one of them.");
  return {};
}

bool ParticipantJobModel::canSave() const {
  return loaded_ && missingText().isEmpty() && hours_error_.isEmpty() && start_error_.isEmpty() &&
         end_error_.isEmpty() && (isNew() || !(job_ == original_));
}

bool ParticipantJobModel::save() {
  if (!canSave()) return false;
  const bool ended = job_.ends_on && !original_.ends_on && !isNew();
  const QString said = isNew() ? tr("Job added for %1").arg(participantCode())
                       : ended ? tr("Job ended for %1").arg(participantCode())
                               : tr("Job saved for %1").arg(participantCode());
  Job job = job_;
  job.title = title().simplified().toStdString();
  const auto saved = keeper_.save(std::move(job), said);
  if (!saved) {
    error_ = refusalText(saved.error());
    emit changed();
    return false;
  }
  close();
  return true;
}

void ParticipantJobModel::remove() {
  if (!loaded_ || isNew()) return;
  if (keeper_.setDeleted(job_.id, true, tr("Job of %1 removed").arg(participantCode()))) close();
}

void ParticipantJobModel::showChoices() {
  std::vector<RowsModel::Row> employers, kinds;
  if (loaded_) {
    const QString chosen = QString::fromStdString(job_.employer_id);
    if (!chosen.isEmpty()) employers.push_back({chosen, log_.employerName(job_.employer_id), true});
    // Without a search, those visited lately are the likeliest; with one, what it finds.
    const auto index = network_.index();
    std::vector<int> found;
    if (query_.trimmed().isEmpty() && chosen.isEmpty()) {
      std::vector<std::pair<Instant, int>> visited;
      for (const auto& [id, last] : network_.contacts()->last)
        if (const int position = index->find(id); position >= 0 && !index->removedAt(position))
          visited.emplace_back(last, position);
      std::sort(visited.rbegin(), visited.rend());
      for (const auto& [last, position] : visited) found.push_back(position);
    } else if (!query_.trimmed().isEmpty()) {
      found = index->search(query_);
    }
    int shown = 0;
    for (const int position : found) {
      if (shown == employers_shown) break;
      const QString id = QString::fromStdString(index->at(position).id);
      if (id == chosen) continue;
      employers.push_back({id, QString::fromStdString(index->at(position).name), false});
      ++shown;
    }
    for (const auto wire : wire_names<JobKind>()) {
      const JobKind kind = *from_wire<JobKind>(wire);
      kinds.push_back({codeOf(kind), toText(kind), job_.kind == kind});
    }
  }
  employers_.setRows(std::move(employers));
  kinds_.setRows(std::move(kinds));
  emit changed();
}

}  // namespace waymark::app
