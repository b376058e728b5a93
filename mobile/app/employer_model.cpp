#include "mobile/app/employer_model.h"

#include <algorithm>
#include <span>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/network.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/now_model.h"
#include "mobile/app/record_keeper.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

// What is shown and saved; what is next and what is started is in employer_actions.cpp.

namespace waymark::app {
namespace {

constexpr const char* new_employer_draft = "new-employer";
constexpr int namesakes_shown = 3;
constexpr std::size_t latest_visits = 8;

}  // namespace

EmployerModel::EmployerModel(FieldLog& log, Network& network, RecordKeeper& keeper,
                             PositionProvider& positions, NowModel& now, QObject* parent)
    : QObject(parent),
      log_(log),
      network_(network),
      keeper_(keeper),
      positions_(positions),
      now_(now),
      namesakes_({"employerId", "name", "about"}, this),
      visits_({"entryId", "dateIso", "whenText", "whatText", "note"}, this),
      placed_({"participantId", "code", "jobText", "datesText"}, this) {
  connect(&log_, &FieldLog::changed, this, &EmployerModel::follow);
  connect(&log_, &FieldLog::dayTurned, this, &EmployerModel::follow);
  connect(&network_, &Network::caseloadChanged, this, &EmployerModel::showRest);
  connect(&positions_, &PositionProvider::fixed, this, &EmployerModel::onFixed);
  connect(&positions_, &PositionProvider::failed, this, &EmployerModel::onFailed);
  network_.start();
}

EmployerModel::~EmployerModel() = default;

QString EmployerModel::employerId() const {
  return loaded_ ? QString::fromStdString(stored_.record.id) : QString();
}

void EmployerModel::open(const QString& employerId) {
  auto found = log_.records().find<Employer>(employerId.toStdString());
  if (!log_.check(found) || !*found) return;
  load(std::move(**found));
}

void EmployerModel::openNew(const QString& name) {
  load({});
  if (!name.trimmed().isEmpty()) form_.name = name.trimmed().toStdString();
  editing_ = true;
  showNamesakes();
  emit changed();
}

void EmployerModel::load(device::Stored<Employer> stored) {
  loaded_ = true;
  editing_ = locating_ = false;
  stored_ = std::move(stored);
  form_ = stored_.record;
  error_.clear();
  next_step_error_.clear();
  all_visits_ = false;
  takeDraft();
  showNamesakes();
  showRest();
}

/// What was typed and not saved, before the form was left or the app ended.
void EmployerModel::takeDraft() {
  const auto draft = log_.drafts().find(draftKey());
  if (!log_.check(draft) || !*draft) return;
  if (auto kept = read_stored<Employer>((*draft)->text, stored_.record.id)) {
    form_ = std::move(*kept);
    editing_ = true;
  }
}

/// A sync or Undo may touch what is shown: what is typed stays, what is not follows.
void EmployerModel::follow() {
  stale_ = !watched_;
  if (stale_) return;
  if (!loaded_ || isNew()) return;
  auto found = log_.records().find<Employer>(stored_.record.id);
  if (!log_.check(found)) return;
  if (!*found) return close();
  stored_ = std::move(**found);
  if (!editing_) form_ = stored_.record;
  showRest();
}

void EmployerModel::setWatched(bool watched) {
  watchers_ += watched ? 1 : -1;
  watched_ = watchers_ > 0;
  network_.watch(this, watched_);
  if (watched_ && stale_) follow();
}

void EmployerModel::close() {
  loaded_ = editing_ = locating_ = false;
  stored_ = {};
  form_ = {};
  visits_.setRows({});
  placed_.setRows({});
  namesakes_.setRows({});
  emit changed();
}

void EmployerModel::edit() {
  if (!loaded_) return;
  editing_ = true;
  form_ = stored_.record;
  takeDraft();
  emit changed();
}

bool EmployerModel::leaveForm() {
  if (!editing_ || isNew()) return false;
  editing_ = locating_ = false;
  error_.clear();
  emit changed();
  return true;
}

void EmployerModel::setAllVisits(bool all) {
  all_visits_ = all;
  showRest();
}

void EmployerModel::cancel() {
  log_.check(log_.drafts().drop(draftKey()));
  locating_ = false;
  if (isNew()) return close();
  editing_ = false;
  error_.clear();
  form_ = stored_.record;
  emit changed();
}

bool EmployerModel::canSave() const {
  return editing_ && !QString::fromStdString(form_.name).trimmed().isEmpty() &&
         (isNew() || !(form_ == stored_.record));
}

bool EmployerModel::save() {
  if (!canSave()) return false;
  Employer employer = form_;
  employer.name = QString::fromStdString(employer.name).simplified().toStdString();
  const std::string draft = draftKey();
  const QString what = QString::fromStdString(employer.name);
  const bool added = isNew();
  if (!saveNow(std::move(employer),
               added ? tr("%1 added to the network").arg(what) : tr("%1 saved").arg(what)))
    return false;
  log_.check(log_.drafts().drop(draft));
  editing_ = locating_ = false;
  form_ = stored_.record;
  namesakes_.setRows({});
  showRest();
  return true;
}

bool EmployerModel::saveNow(Employer employer, const QString& said) {
  auto saved = keeper_.save(std::move(employer), said);
  error_ = saved ? QString() : refusalText(saved.error());
  if (saved)
    if (auto found = log_.records().find<Employer>(saved->id); log_.check(found) && *found)
      stored_ = std::move(**found);
  emit changed();
  return saved.has_value();
}

void EmployerModel::remove() {
  if (!loaded_ || isNew()) return;
  log_.check(log_.drafts().drop(draftKey()));
  const std::string id = stored_.record.id;
  const QString what = QString::fromStdString(stored_.record.name);
  if (keeper_.setDeleted(id, true, tr("%1 taken out of the network").arg(what))) close();
}

void EmployerModel::bringBack() {
  if (!loaded_ || !removed()) return;
  keeper_.setDeleted(stored_.record.id, false, tr("%1 is in the network again").arg(name()));
  follow();
}

std::string EmployerModel::draftKey() const {
  return stored_.record.id.empty() ? new_employer_draft : stored_.record.id;
}

void EmployerModel::keepDraft() {
  if (form_ == stored_.record) {
    log_.check(log_.drafts().drop(draftKey()));
  } else {
    log_.check(log_.drafts().save(draftKey(), to_json(form_)));
  }
}

void EmployerModel::setField(std::string Employer::*field, const QString& text) {
  if (!editing_ || form_.*field == text.toStdString()) return;
  form_.*field = text.toStdString();
  error_.clear();
  keepDraft();
  if (field == &Employer::name) showNamesakes();
  emit changed();
}

void EmployerModel::setName(const QString& text) {
  setField(&Employer::name, text);
}
void EmployerModel::setIndustry(const QString& text) {
  setField(&Employer::industry, text);
}
void EmployerModel::setAddress(const QString& text) {
  setField(&Employer::address, text);
}
void EmployerModel::setContactName(const QString& text) {
  setField(&Employer::contact_name, text);
}
void EmployerModel::setContactTitle(const QString& text) {
  setField(&Employer::contact_title, text);
}
void EmployerModel::setPhone(const QString& text) {
  setField(&Employer::phone, text);
}
void EmployerModel::setNote(const QString& text) {
  setField(&Employer::note, text);
}

QString EmployerModel::contactText() const {
  QStringList parts;
  for (const QString& part : {contactName(), contactTitle()})
    if (!part.isEmpty()) parts << part;
  return parts.join(QStringLiteral(", "));
}

bool EmployerModel::contactByMail() const {
  return phone().contains(u'@');
}

QString EmployerModel::contactLink() const {
  if (contactByMail()) return QStringLiteral("mailto:") + phone().trimmed();
  QString digits;
  for (const QChar letter : phone())
    if (letter.isDigit() || (letter == u'+' && digits.isEmpty())) digits += letter;
  return digits.size() < 3 ? QString() : QStringLiteral("tel:") + digits;
}

QString EmployerModel::positionText() const {
  if (locating_) return tr("Finding the position…");
  if (!hasPosition()) return tr("No position: Now cannot offer this place when you are near.");
  return tr("Position known: Now offers this place when you are near.");
}

void EmployerModel::showNamesakes() {
  std::vector<RowsModel::Row> rows;
  if (isNew()) {
    const auto index = network_.index();
    for (const int position : index->namesakes(QString::fromStdString(form_.name), namesakes_shown)) {
      const Employer& known = index->at(position);
      rows.push_back({QString::fromStdString(known.id), QString::fromStdString(known.name),
                      QString::fromStdString(known.address)});
    }
  }
  namesakes_.setRows(std::move(rows));
}

void EmployerModel::showRest() {
  if (!loaded_) return;
  std::vector<RowsModel::Row> visits, placed;
  visit_count_ = 0;
  if (!isNew()) {
    if (const auto entries = log_.records().entries_at_employer(stored_.record.id); log_.check(entries)) {
      visit_count_ = static_cast<int>(entries->size());
      const auto shown_visits = all_visits_ ? entries->size() : std::min(entries->size(), latest_visits);
      for (const auto& stored : std::span(*entries).first(shown_visits)) {
        const Entry& entry = stored.record;
        QStringList what{toText(entry.activity)};
        if (entry.contact) what << toText(*entry.contact);
        if (entry.hiring_authority) what << tr("someone who can hire");
        if (entry.no_show) what << tr("nobody came");
        if (const QString who = log_.participantName(entry.participant_id); !who.isEmpty()) what << who;
        const Date date = log_.zone().date_of(entry.starts_at);
        QString when = momentText(entry.starts_at, log_.zone(), log_.now());
        if (date.year() != log_.today().year())
          when += QStringLiteral(", %1").arg(static_cast<int>(date.year()));
        visits.push_back({QString::fromStdString(entry.id), isoText(date), when,
                          what.join(QStringLiteral(" · ")), QString::fromStdString(entry.note)});
      }
    }
    for (const CaseFile& file : *network_.caseload())
      for (const auto& job : file.jobs)
        if (job.record.employer_id == stored_.record.id && !file.participant.deleted)
          placed.push_back({QString::fromStdString(file.participant.record.id),
                            QString::fromStdString(file.participant.record.code),
                            QString::fromStdString(job.record.title),
                            jobDatesText(job.record, log_.today())});
  }
  visits_.setRows(std::move(visits));
  placed_.setRows(std::move(placed));
  emit changed();
}

QString EmployerModel::syncState() const {
  return !loaded_ ? QString() : isNew() ? QStringLiteral("draft") : syncCode(stored_.sync);
}
QString EmployerModel::syncText() const {
  return !loaded_ ? QString() : isNew() ? tr("Not saved yet") : app::syncText(stored_.sync);
}

}  // namespace waymark::app
