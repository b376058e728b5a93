#include "mobile/app/participant_model.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

#include "mobile/app/choices.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/network.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/now_model.h"
#include "mobile/app/record_keeper.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

// The form and its actions; what is due and what was is in participant_dues.cpp.

namespace waymark::app {
namespace {

constexpr const char* new_participant_draft = "new-participant";
constexpr const char* status_codes[] = {"active", "employed", "paused"};

}  // namespace

ParticipantModel::ParticipantModel(FieldLog& log, Network& network, RecordKeeper& keeper, NowModel& now,
                                   QObject* parent)
    : QObject(parent),
      log_(log),
      network_(network),
      keeper_(keeper),
      now_(now),
      programs_({"code", "text", "selected"}, this),
      statuses_({"code", "text", "selected"}, this),
      dues_({"text", "stateText", "state"}, this),
      jobs_({"jobId", "text", "datesText", "kindText", "ended"}, this),
      contacts_({"entryId", "dateIso", "whenText", "whatText"}, this) {
  connect(&log_, &FieldLog::changed, this, &ParticipantModel::follow);
  connect(&log_, &FieldLog::dayTurned, this, &ParticipantModel::follow);
  network_.start();
}

ParticipantModel::~ParticipantModel() = default;

QString ParticipantModel::participantId() const {
  return loaded_ ? QString::fromStdString(stored_.record.id) : QString();
}

void ParticipantModel::open(const QString& participantId) {
  auto found = log_.records().find<Participant>(participantId.toStdString());
  if (log_.check(found) && *found) load(std::move(**found));
}

void ParticipantModel::openNew() {
  device::Stored<Participant> fresh;
  fresh.record.status = status_codes[0];
  fresh.record.entered_on = log_.today();
  if (log_.identity()) fresh.record.specialist_id = log_.identity()->person_id;
  // The program most of the caseload is in is the likeliest.
  std::map<std::string, int> counts;
  for (const Participant& known : log_.participants()) ++counts[known.program];
  const auto usual = std::max_element(counts.begin(), counts.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
  const Policy policy = log_.policyFor(log_.weekOf(log_.today()));
  if (usual != counts.end() && std::ranges::find(policy.programs, usual->first) != policy.programs.end())
    fresh.record.program = usual->first;
  else if (!policy.programs.empty())
    fresh.record.program = policy.programs.front();
  load(std::move(fresh));
  editing_ = true;
  showAll();
}

void ParticipantModel::load(device::Stored<Participant> stored) {
  loaded_ = true;
  editing_ = false;
  stored_ = std::move(stored);
  form_ = stored_.record;
  error_.clear();
  date_error_.clear();
  all_contacts_ = false;
  takeDraft();
  showAll();
}

/// What was typed and not saved, before the form was left or the app ended.
void ParticipantModel::takeDraft() {
  const auto draft = log_.drafts().find(draftKey());
  if (!log_.check(draft) || !*draft) return;
  if (auto kept = read_stored<Participant>((*draft)->text, stored_.record.id)) {
    form_ = std::move(*kept);
    editing_ = true;
  }
}

bool ParticipantModel::leaveForm() {
  if (!editing_ || isNew()) return false;
  editing_ = false;
  error_.clear();
  date_error_.clear();
  showAll();
  return true;
}

void ParticipantModel::setAllContacts(bool all) {
  all_contacts_ = all;
  showAll();
}

/// A sync or Undo may touch what is shown: what is typed stays, what is not follows.
void ParticipantModel::follow() {
  stale_ = !watched_;
  if (stale_) return;
  if (!loaded_) return;
  if (!isNew()) {
    auto found = log_.records().find<Participant>(stored_.record.id);
    if (!log_.check(found)) return;
    if (!*found) return close();  // it belongs to another specialist now
    stored_ = std::move(**found);
    if (!editing_) form_ = stored_.record;
  }
  showAll();
}

void ParticipantModel::setWatched(bool watched) {
  watchers_ += watched ? 1 : -1;
  watched_ = watchers_ > 0;
  network_.watch(this, watched_);
  if (watched_ && stale_) follow();
}

void ParticipantModel::close() {
  loaded_ = editing_ = false;
  stored_ = {};
  form_ = {};
  case_dues_ = {};
  for (RowsModel* rows : {&dues_, &jobs_, &contacts_}) rows->setRows({});
  emit changed();
}

void ParticipantModel::edit() {
  if (!loaded_) return;
  editing_ = true;
  form_ = stored_.record;
  takeDraft();
  showAll();
}

void ParticipantModel::cancel() {
  log_.check(log_.drafts().drop(draftKey()));
  if (isNew()) return close();
  editing_ = false;
  form_ = stored_.record;
  error_.clear();
  date_error_.clear();
  showAll();
}

bool ParticipantModel::canSave() const {
  return editing_ && !code().trimmed().isEmpty() && date_error_.isEmpty() &&
         (isNew() || !(form_ == stored_.record));
}

bool ParticipantModel::save() {
  if (!canSave()) return false;
  const std::string draft = draftKey();
  Participant participant = form_;
  participant.code = code().simplified().toStdString();
  const QString who = QString::fromStdString(participant.code);
  const bool added = isNew();
  auto saved = keeper_.save(std::move(participant),
                            added ? tr("%1 added to your caseload").arg(who) : tr("%1 saved").arg(who));
  error_ = saved ? QString() : refusalText(saved.error());
  if (!saved) {
    emit changed();
    return false;
  }
  log_.check(log_.drafts().drop(draft));
  open(QString::fromStdString(saved->id));
  return true;
}

std::string ParticipantModel::draftKey() const {
  return stored_.record.id.empty() ? new_participant_draft : stored_.record.id;
}

void ParticipantModel::edited() {
  error_.clear();
  if (form_ == stored_.record || form_.code.empty()) {
    log_.check(log_.drafts().drop(draftKey()));
  } else {
    log_.check(log_.drafts().save(draftKey(), to_json(form_)));
  }
  showAll();
}

void ParticipantModel::setCode(const QString& text) {
  if (!editing_ || text == code()) return;
  form_.code = text.toStdString();
  edited();
}
void ParticipantModel::setProgram(const QString& program) {
  if (!editing_) return;
  form_.program = program.toStdString();
  edited();
}
void ParticipantModel::setStatus(const QString& status) {
  if (!editing_) return;
  form_.status = status.toStdString();
  edited();
}
void ParticipantModel::setPart2(bool part2) {
  if (!editing_) return;
  form_.part2 = part2;
  edited();
}

void ParticipantModel::moveEntered(int days) {
  if (!editing_) return;
  date_error_.clear();
  form_.entered_on = add_days(form_.entered_on, days);
  edited();
}

void ParticipantModel::typeEntered(const QString& day) {
  if (!editing_) return;
  const auto date = parseDay(day, log_.today());
  date_error_ = date ? QString() : tr("Write the day like 11/24 or 24 Nov.");
  if (date) form_.entered_on = *date;
  edited();
}

QString ParticipantModel::codeHint() const {
  if (!editing_) return {};
  for (const Participant& known : log_.participants())
    if (known.id != form_.id &&
        QString::fromStdString(known.code).compare(code().trimmed(), Qt::CaseInsensitive) == 0)
      return tr("Someone on your caseload has this code: add a digit to tell them apart.");
  // Two or more whole words read like a name.
  static const QRegularExpression name(QStringLiteral(R"(\p{L}{3,}[ ,]+\p{L}{3,})"));
  if (name.match(code()).hasMatch())
    return tr("This looks like a full name: use initials or the agency's code.");
  return tr("Initials or the agency's code: no full name, and never a diagnosis.");
}

QString ParticipantModel::enteredText() const {
  return loaded_ ? QStringLiteral("%1 %2")
                       .arg(shortDayText(shown().entered_on))
                       .arg(static_cast<int>(shown().entered_on.year()))
                 : QString();
}

QString ParticipantModel::aboutText() const {
  QStringList parts;
  if (stored_.deleted) parts << tr("Removed");
  if (!shown().status.empty()) parts << statusText(shown().status);
  if (!shown().program.empty()) parts << programText(shown().program);
  parts << tr("since %1").arg(enteredText());
  if (part2()) parts << tr("42 CFR Part 2");
  return parts.join(QStringLiteral(" · "));
}

void ParticipantModel::setCaseStatus(std::string status, const QString& said) {
  if (!loaded_ || isNew()) return;
  Participant participant = stored_.record;
  participant.status = std::move(status);
  const auto saved = keeper_.save(std::move(participant), said);
  error_ = saved ? QString() : refusalText(saved.error());
  editing_ = false;
  follow();
}

void ParticipantModel::closeCase() {
  setCaseStatus(std::string(closed_status), tr("%1 closed").arg(code()));
}
void ParticipantModel::reopenCase() {
  if (stored_.deleted) {
    keeper_.setDeleted(stored_.record.id, false, tr("%1 is on your caseload again").arg(code()));
    return follow();
  }
  setCaseStatus(status_codes[0], tr("%1 is on your caseload again").arg(code()));
}

void ParticipantModel::logContact() {
  if (!loaded_ || isNew()) return;
  const bool works = case_dues_.weekly_hours > 0;
  Entry contact = entryFrom(usualPresetOf(works ? Activity::follow_along : Activity::engagement), log_.now());
  contact.participant_id = stored_.record.id;
  contact.participant_present = true;
  contact.program = stored_.record.program;
  now_.startLike(contact);
  emit contactStarted();
}

QString ParticipantModel::syncState() const {
  return !loaded_ ? QString() : isNew() ? QStringLiteral("draft") : syncCode(stored_.sync);
}
QString ParticipantModel::syncText() const {
  return !loaded_ ? QString() : isNew() ? tr("Not saved yet") : app::syncText(stored_.sync);
}

void ParticipantModel::showAll() {
  const Policy policy = log_.policyFor(log_.weekOf(log_.today()));
  programs_.setRows(programChoices(policy, shown().program));
  std::vector<RowsModel::Row> statuses;
  bool known = false;
  for (const char* status : status_codes) {
    known = known || shown().status == status;
    statuses.push_back({QString::fromLatin1(status), statusText(status), shown().status == status});
  }
  if (!known && !shown().status.empty()) statuses.push_back({status(), statusText(shown().status), true});
  statuses_.setRows(std::move(statuses));
  showDues();
  emit changed();
}

}  // namespace waymark::app
