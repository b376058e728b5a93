#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/day_model.h"
#include "mobile/app/day_review.h"
#include "mobile/app/entry_details.h"
#include "mobile/app/field_log.h"
#include "mobile/app/late_reasons.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

// What the taps of Day do: each is committed at once, and Undo takes it back.

namespace waymark::app {

void DayModel::fillGap(int row, const QString& tile) {
  const auto preset = presetOf(tile);
  if (!preset || rows_.value(row, QStringLiteral("kind")).toString() != QLatin1String("gap")) return;
  Entry entry = entryFrom(*preset, instant_from_ms(rows_.value(row, QStringLiteral("startMs")).toLongLong()));
  entry.ends_at = instant_from_ms(rows_.value(row, QStringLiteral("endMs")).toLongLong());
  if (entry.activity == Activity::travel) {
    const auto before = log_.entry(rows_.value(row, QStringLiteral("otherId")).toString().toStdString());
    const auto after = log_.entry(rows_.value(row, QStringLiteral("entryId")).toString().toStdString());
    if (before) setDeparture(entry, before->record);
    if (after) setArrival(entry, after->record);
  }
  const auto saved = log_.book().put(std::move(entry));
  if (!log_.check(saved)) return;
  say(tr("%1 from %2 to %3")
          .arg(toText(saved->entry.activity), clockText(saved->entry.starts_at, log_.zone()),
               clockText(*saved->entry.ends_at, log_.zone())));
  askIfLate(saved->entry);
  read();
}

void DayModel::askIfLate(const Entry& entry) {
  late_id_.clear();
  late_text_.clear();
  if (isLate(entry) && entry.late_reason.empty()) {
    late_id_ = entry.id;
    late_text_ = tr("%1 of %2 comes more than a day late. Why?")
                     .arg(toText(entry.activity), shortDayText(log_.zone().date_of(entry.starts_at)));
  }
  emit lateChanged();
}

QStringList DayModel::lateReasons() const {
  return usualLateReasons();
}

void DayModel::giveLateReason(const QString& reason) {
  const auto stored = log_.entry(late_id_);
  const QString words = reason.trimmed();
  if (stored && !stored->deleted && !words.isEmpty()) {
    Entry entry = stored->record;
    entry.late_reason = words.toStdString();
    if (!log_.check(log_.book().put(std::move(entry)))) return;
    say(tr("The reason is kept with the entry"));
  }
  late_id_.clear();
  late_text_.clear();
  emit lateChanged();
  read();
}

void DayModel::looksRight() {
  if (LookedAtDays(log_).keep(date_, fingerprintOf(log_.entriesOf(date_)))) read();
}

void DayModel::looksWrong() {
  if (LookedAtDays(log_).drop(date_)) read();
}

std::optional<DayModel::Overlapping> DayModel::overlapAt(int row) const {
  if (rows_.value(row, QStringLiteral("kind")).toString() != QLatin1String("overlap")) return std::nullopt;
  auto later = log_.entry(rows_.value(row, QStringLiteral("entryId")).toString().toStdString());
  auto earlier = log_.entry(rows_.value(row, QStringLiteral("otherId")).toString().toStdString());
  if (!later || !earlier) return std::nullopt;
  return Overlapping{std::move(earlier->record), std::move(later->record)};
}

void DayModel::trimEarlier(int row) {
  auto overlap = overlapAt(row);
  if (!overlap) return;
  overlap->earlier.ends_at = overlap->later.starts_at;
  const auto saved = log_.book().put_all({overlap->earlier});
  if (!log_.check(saved)) return;
  say(tr("%1 now ends at %2")
          .arg(toText(overlap->earlier.activity), clockText(*overlap->earlier.ends_at, log_.zone())));
  read();
}

void DayModel::trimThis(int row) {
  auto overlap = overlapAt(row);
  if (!overlap) return;
  // Lying inside the earlier one it keeps no time at all; behind one that still runs, it can only end where
  // it began.
  const Instant free_from = overlap->earlier.ends_at.value_or(log_.now());
  const Instant latest = overlap->later.ends_at.value_or(log_.now());
  overlap->later.starts_at = std::max(overlap->later.starts_at, std::min(free_from, latest));
  const auto saved = log_.book().put_all({overlap->later});
  if (!log_.check(saved)) return;
  say(tr("%1 now starts at %2")
          .arg(toText(overlap->later.activity), clockText(overlap->later.starts_at, log_.zone())));
  read();
}

bool DayModel::keepBoth(int row, const QString& reason) {
  auto overlap = overlapAt(row);
  if (!overlap || reason.trimmed().isEmpty()) return false;
  std::string& note = overlap->later.note;
  if (!note.empty()) note += '\n';
  note += tr("Overlap kept: %1").arg(reason.trimmed()).toStdString();
  const auto saved = log_.book().put(std::move(overlap->later));
  if (!log_.check(saved)) return false;
  say(tr("Both kept, with the reason in the note"));
  read();
  return true;
}

void DayModel::removeEntry(const QString& entryId) {
  const auto entry = log_.entry(entryId.toStdString());
  if (!entry) return;
  const auto removed = log_.book().remove(entry->record.id);
  if (!log_.check(removed)) return;
  saidRemoved(toText(entry->record.activity));
  read();
}

void DayModel::saidRemoved(const QString& title) {
  say(tr("%1 removed").arg(title));
}

bool DayModel::canUndo() const {
  return !feedback_.isEmpty();
}

void DayModel::undo() {
  if (!canUndo()) return;
  const auto undone = log_.book().undo_last();
  if (!undone && undone.error().code != ErrorCode::not_found) log_.report(undone.error());
  dismissFeedback();
  giveLateReason({});
  read();
}

void DayModel::say(const QString& text) {
  feedback_ = text;
  emit log_.acted(this);
  emit feedbackChanged();
}

void DayModel::dismissFeedback() {
  feedback_.clear();
  emit feedbackChanged();
}

}  // namespace waymark::app
