#include "mobile/app/record_keeper.h"

#include "mobile/app/field_log.h"

namespace waymark::app {

RecordKeeper::RecordKeeper(FieldLog& log, QObject* parent) : QObject(parent), log_(log) {
  connect(&log_, &FieldLog::acted, this, [this](const QObject* by) {
    if (by != this && canUndo()) dismissFeedback();
  });
  connect(&log_, &FieldLog::reworded, this, &RecordKeeper::dismissFeedback);
}

RecordKeeper::~RecordKeeper() = default;

template <class R>
Result<R> RecordKeeper::save(R record, const QString& said) {
  std::string before;
  bool was_deleted = false;
  if (!record.id.empty()) {
    const auto known = log_.records().find<R>(record.id);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      before = (*known)->op;
      was_deleted = (*known)->deleted;
    }
  }
  auto saved = log_.store().put(std::move(record));
  if (!saved) return saved;
  const auto now = log_.records().find<R>(saved->id);
  if (!now) return tl::unexpected(now.error());
  // What was there already is no edit and needs no way back.
  if (*now && (*now)->op != before)
    say(said,
        {saved->id, (*now)->op, before, before.empty() || was_deleted ? std::optional(true) : std::nullopt});
  return saved;
}

template Result<Employer> RecordKeeper::save(Employer, const QString&);
template Result<Participant> RecordKeeper::save(Participant, const QString&);
template Result<Job> RecordKeeper::save(Job, const QString&);

bool RecordKeeper::setDeleted(const std::string& id, bool deleted, const QString& said) {
  const auto made = log_.store().set_deleted(id, deleted);
  if (!log_.check(made)) return false;
  say(said, {id, *made, {}, !deleted});
  return true;
}

void RecordKeeper::undo() {
  if (!undo_) return;
  const Undo undo = *undo_;
  dismissFeedback();
  const auto versions = log_.records().versions(undo.id);
  // Changed meanwhile by a sync or on another page: taking it back would take that away, too.
  if (!log_.check(versions) || versions->empty() || versions->front().op != undo.made) return;
  if (undo.deleted) {
    log_.check(log_.store().set_deleted(undo.id, *undo.deleted));
  } else {
    log_.check(log_.store().restore_version(undo.id, undo.before));
  }
}

void RecordKeeper::dismissFeedback() {
  if (feedback_.isEmpty() && !undo_) return;
  feedback_.clear();
  undo_.reset();
  emit feedbackChanged();
}

void RecordKeeper::say(const QString& text, Undo undo) {
  feedback_ = text;
  undo_ = std::move(undo);
  emit log_.acted(this);
  emit feedbackChanged();
}

}  // namespace waymark::app
