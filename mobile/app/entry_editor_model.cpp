#include "mobile/app/entry_editor_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "mobile/app/choices.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/entry_details.h"
#include "mobile/app/field_log.h"
#include "mobile/app/late_reasons.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/record_words.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

// Opening, saving and what is shown; the fields' setters are in entry_editor_fields.cpp.

namespace waymark::app {
namespace {

constexpr const char* new_entry_draft = "new-entry";
constexpr int fingers_rest_ms = 400;
constexpr auto usual_length = std::chrono::minutes{30};

}  // namespace

EntryEditorModel::EntryEditorModel(FieldLog& log, LocationTagger& tagger, QObject* parent)
    : QObject(parent),
      log_(log),
      tagger_(tagger),
      activity_choices_({"code", "text", "selected"}, this),
      place_choices_({"code", "text", "selected"}, this),
      from_choices_({"code", "text", "selected"}, this),
      to_choices_({"code", "text", "selected"}, this),
      contact_choices_({"code", "text", "selected"}, this),
      participant_choices_({"code", "text", "selected"}, this),
      employer_choices_({"code", "text", "selected"}, this),
      program_choices_({"code", "text", "selected"}, this),
      versions_({"whenText", "deviceText", "text", "current", "canRestore"}, this) {
  draft_later_.setSingleShot(true);
  draft_later_.setInterval(fingers_rest_ms);
  connect(&draft_later_, &QTimer::timeout, this, &EntryEditorModel::keepDraft);
  connect(&log_, &FieldLog::reworded, this, [this] {
    if (!loaded_) return;
    typed_start_error_.clear();
    typed_end_error_.clear();
    showVersions();
    edited();
  });
  // A sync or the tagger may touch the entry that is shown: untouched by the user, it follows.
  connect(&log_, &FieldLog::changed, this, [this] {
    if (!loaded_ || is_new_) return;
    const auto stored = log_.entry(entry_.id);
    if (!stored || stored->deleted) return close();
    const Entry before = std::exchange(original_, stored->record);
    sync_ = stored->sync;
    if (entry_ == before) {
      entry_ = original_;
    } else {
      // What is typed stays; what came by itself meanwhile (a fix, a stop) is not undone by saving it.
      if (entry_.start_tag == before.start_tag) entry_.start_tag = original_.start_tag;
      if (entry_.end_tag == before.end_tag) entry_.end_tag = original_.end_tag;
      if (entry_.ends_at == before.ends_at) entry_.ends_at = original_.ends_at;
    }
    showVersions();
    edited();
  });
}

EntryEditorModel::~EntryEditorModel() {
  if (draft_later_.isActive()) keepDraft();
}

QString EntryEditorModel::entryId() const {
  return loaded_ ? QString::fromStdString(entry_.id) : QString();
}

bool EntryEditorModel::isDraft() const {
  return loaded_ && !(entry_ == original_);
}

void EntryEditorModel::open(const QString& entryId) {
  auto stored = log_.entry(entryId.toStdString());
  if (!stored || stored->deleted) return;
  sync_ = stored->sync;
  load(std::move(stored->record), false);
}

void EntryEditorModel::openNew(const QString& dateIso) {
  const Date date = parseIsoDate(dateIso).value_or(log_.today());
  // After the day's last entry; on a day without any, at nine.
  std::optional<Instant> last_end;
  for (const auto& stored : log_.entriesOf(date))
    if (const auto end = stored.record.ends_at; end && log_.zone().date_of(*end) == date)
      last_end = last_end ? std::max(*last_end, *end) : *end;
  const Instant start = last_end.value_or(log_.zone().at(date, 9 * 60));
  openSpan(to_ms(start), to_ms(start + usual_length));
}

void EntryEditorModel::openSpan(qint64 startMs, qint64 endMs) {
  const Instant start = instant_from_ms(startMs);
  Entry entry = entryFrom(Preset{Activity::other_work, std::nullopt, std::nullopt}, start);
  entry.ends_at = std::max(start, instant_from_ms(endMs));
  entry.recorded_at = log_.now();
  if (log_.identity()) entry.specialist_id = log_.identity()->person_id;
  sync_ = {};
  load(std::move(entry), true);
}

void EntryEditorModel::load(Entry entry, bool is_new) {
  if (draft_later_.isActive()) keepDraft();  // of the entry that was open
  is_new_ = is_new;
  loaded_ = true;
  original_ = std::move(entry);
  entry_ = original_;
  typed_start_error_.clear();
  typed_end_error_.clear();
  if (const auto draft = log_.drafts().find(draftKey()); log_.check(draft) && *draft) {
    if (auto kept = read_stored<Entry>((*draft)->text, original_.id)) {
      entry_ = std::move(*kept);
    } else {
      log_.check(log_.drafts().drop(draftKey()));  // from an older form that this one cannot read
    }
  }
  miles_text_ = entry_.miles ? QString::number(*entry_.miles) : QString();
  recent_ = recentEntries(log_);
  finds_.clear();
  showVersions();
  emit loadedChanged();
  validate();
  showChoices();
  emit changed();
}

std::string EntryEditorModel::draftKey() const {
  return is_new_ ? new_entry_draft : original_.id;
}

/// After every change of a field: kept as a row, checked, shown.
void EntryEditorModel::edited() {
  keepDraft();
  validate();
  showChoices();
  emit changed();
}

/// After every letter: the fields keep up at once, the row follows.
void EntryEditorModel::typed() {
  draft_later_.start();
  validate();
  emit changed();
}

void EntryEditorModel::keepDraft() {
  draft_later_.stop();
  if (!loaded_) return;
  if (isDraft()) {
    log_.check(log_.drafts().save(draftKey(), to_json(entry_)));
  } else {
    log_.check(log_.drafts().drop(draftKey()));
  }
}

Policy EntryEditorModel::policy() const {
  return log_.policyFor(log_.weekOf(log_.zone().date_of(entry_.starts_at)));
}

void EntryEditorModel::validate() {
  start_error_ = typed_start_error_;
  end_error_ = typed_end_error_;
  note_error_.clear();
  late_reason_error_.clear();
  general_error_.clear();
  const auto state = log_.records().week_state(log_.weekOf(log_.zone().date_of(entry_.starts_at)));
  held_text_ =
      log_.check(state) && *state == "approved"
          ? tr("This week is approved: what you save is kept and waits until your lead returns the week.")
          : QString();
  const Policy in_force = policy();
  const auto checked =
      parse_record(RecordType::entry, to_json(entry_), {entry_.id, log_.store().server_now(), &in_force});
  if (checked) return;
  const Error& error = checked.error();
  // A new entry has no id until it is saved; that alone is no fault.
  if (error.code == ErrorCode::bad_id && error.field == "rid") return;
  const QString sentence = refusalText(error);
  if (error.field == "starts_at") {
    start_error_ = sentence;
  } else if (error.field == "ends_at") {
    end_error_ = sentence;
  } else if (error.field == "miles") {
    miles_error_ = sentence;
  } else if (error.field == "note") {
    note_error_ = sentence;
  } else if (error.field == "late_reason") {
    late_reason_error_ = sentence;
  } else {
    general_error_ = sentence;
  }
}

bool EntryEditorModel::canSave() const {
  return loaded_ && (is_new_ || isDraft()) && start_error_.isEmpty() && end_error_.isEmpty() &&
         miles_error_.isEmpty() && note_error_.isEmpty() && late_reason_error_.isEmpty() &&
         general_error_.isEmpty();
}

bool EntryEditorModel::save() {
  if (!canSave()) return false;
  const std::string draft = draftKey();
  // Of an entry changed in two places, what is written here is to be the one that stays.
  const bool settles = !is_new_ && sync_.state == device::SyncState::needs_you && sync_.conflict;
  if (settles) {
    if (const auto resolved = log_.store().resolve(entry_.id, to_json(entry_)); !resolved) {
      general_error_ = refusalText(resolved.error());
      emit changed();
      return false;
    }
  }
  const auto saved = log_.book().put(entry_);
  if (!saved) {
    general_error_ = refusalText(saved.error());
    emit changed();
    return false;
  }
  log_.check(log_.drafts().drop(draft));
  tagger_.placeChanged(saved->entry);
  emit log_.acted(this);
  is_new_ = false;
  original_ = saved->entry;
  entry_ = original_;
  if (const auto stored = log_.entry(original_.id)) sync_ = stored->sync;
  showVersions();
  emit loadedChanged();
  edited();
  emit this->saved(QString::fromStdString(original_.id));
  return true;
}

void EntryEditorModel::discard() {
  if (!loaded_) return;
  draft_later_.stop();
  log_.check(log_.drafts().drop(draftKey()));
  if (is_new_) return close();
  load(original_, false);
}

void EntryEditorModel::remove() {
  if (!loaded_) return;
  draft_later_.stop();
  log_.check(log_.drafts().drop(draftKey()));
  const Entry gone = original_;
  const bool stored = !is_new_;
  close();
  if (!stored) return;
  if (!log_.check(log_.book().remove(gone.id))) return;
  emit log_.entryRemoved(toText(gone.activity));
}

void EntryEditorModel::close() {
  if (draft_later_.isActive()) keepDraft();
  loaded_ = false;
  is_new_ = false;
  entry_ = original_ = {};
  versions_.setRows({});
  emit loadedChanged();
  emit changed();
}

QString EntryEditorModel::found(const char* field) const {
  return finds_.value(QString::fromLatin1(field));
}

void EntryEditorModel::find(const QString& field, const QString& words) {
  if (!loaded_) return;
  finds_.insert(field, words);
  showChoices();
}

bool EntryEditorModel::findsPlaces() const {
  return loaded_ && offersMore(log_, QStringLiteral("place"));
}
bool EntryEditorModel::findsEmployers() const {
  return loaded_ && offersMore(log_, QStringLiteral("employer"));
}
bool EntryEditorModel::findsParticipants() const {
  return loaded_ && offersMore(log_, QStringLiteral("participant"));
}

void EntryEditorModel::showChoices() {
  if (!loaded_) return;
  activity_choices_.setRows(app::activityChoices(entry_.activity, recent_));
  place_choices_.setRows(app::placeChoices(log_, {entry_.place, entry_.place_id}, recent_, found("place")));
  from_choices_.setRows(app::placeChoices(log_, {entry_.from_place, entry_.from_place_id}, recent_,
                                          found("from_place"), home_of_start));
  to_choices_.setRows(app::placeChoices(log_, {entry_.to_place, entry_.to_place_id}, recent_,
                                        found("to_place"), home_of_end));
  contact_choices_.setRows(app::contactChoices(entry_.contact));
  participant_choices_.setRows(
      app::participantChoices(log_, entry_.participant_id, recent_, found("participant")));
  employer_choices_.setRows(app::employerChoices(log_, entry_.employer_id, recent_, found("employer")));
  program_choices_.setRows(app::programChoices(policy(), entry_.program));
}

void EntryEditorModel::showVersions() {
  std::vector<RowsModel::Row> rows;
  history_.clear();
  if (loaded_ && !is_new_) {
    auto versions = log_.records().versions(original_.id);
    if (log_.check(versions)) {
      for (std::size_t i = 0; i < versions->size(); ++i) {
        const auto& version = (*versions)[i];
        const auto lines = linesOf(log_, RecordType::entry, original_.id, version.body, version.deleted);
        QString text = tr("First written");
        if (i + 1 < versions->size()) {
          const auto& older = (*versions)[i + 1];
          text =
              changesText(linesOf(log_, RecordType::entry, original_.id, older.body, older.deleted), lines);
        }
        rows.push_back({momentText(version.at, log_.zone(), log_.now()),
                        version.own ? tr("On this phone") : tr("Elsewhere"), text, i == 0,
                        i > 0 && !version.deleted});
      }
      history_ = std::move(*versions);
    }
  }
  versions_.setRows(std::move(rows));
}

VerdictText EntryEditorModel::verdict() const {
  return loaded_ ? verdictText(classify(entry_, policy())) : VerdictText();
}

QString EntryEditorModel::syncState() const {
  if (!loaded_) return {};
  return is_new_ || isDraft() ? QStringLiteral("draft") : syncCode(sync_);
}

QString EntryEditorModel::syncText() const {
  if (!loaded_) return {};
  return is_new_ || isDraft() ? tr("Not saved yet") : app::syncText(sync_);
}

void EntryEditorModel::restoreVersion(int row) {
  if (!loaded_ || row < 0 || row >= static_cast<int>(history_.size())) return;
  auto version = read_stored<Entry>(history_[static_cast<std::size_t>(row)].body, original_.id);
  if (!version) return;
  version->start_tag = original_.start_tag;
  version->end_tag = original_.end_tag;
  version->recorded_at = original_.recorded_at;
  entry_ = std::move(*version);
  miles_text_ = entry_.miles ? QString::number(*entry_.miles) : QString();
  typed_start_error_.clear();
  typed_end_error_.clear();
  miles_error_.clear();
  edited();
}

bool EntryEditorModel::asksLateReason() const {
  return loaded_ && isLate(entry_);
}

QStringList EntryEditorModel::lateReasons() const {
  return usualLateReasons();
}

}  // namespace waymark::app
