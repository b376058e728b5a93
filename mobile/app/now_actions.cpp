#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/entry_details.h"
#include "mobile/app/field_log.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/now_model.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

// What the taps of Now do. The order is always the same: commit, then say so, then ask for a fix.

namespace waymark::app {
namespace {

/// A second tap on the tile that was just tapped is a slip of the thumb, not another entry.
constexpr Millis double_tap{2'000};
constexpr auto longest_entry = std::chrono::hours{24};

}  // namespace

void NowModel::start(const QString& tile) {
  const auto preset = presetOf(tile);
  if (!preset) return;
  if (running_ && tile == QString::fromUtf8(tileOf(*running_).data()) &&
      log_.now() - running_->starts_at < double_tap)
    return;
  begin(entryFrom(*preset, log_.now()));
}

void NowModel::startActivity(const QString& activity) {
  const auto known = fromCode<Activity>(activity);
  if (known) begin(entryFrom(usualPresetOf(*known), log_.now()));
}

void NowModel::startSuggestion(int row) {
  if (row < 0 || row >= static_cast<int>(suggested_.size())) return;
  const Entry like = suggested_[static_cast<std::size_t>(row)].like;
  Entry entry = like;
  const Entry times = entryFrom({like.activity, like.place, like.contact}, log_.now());
  entry.starts_at = times.starts_at;
  entry.utc_offset_min = times.utc_offset_min;
  begin(std::move(entry));
}

void NowModel::begin(Entry entry) {
  // A clock set back must not make a start impossible: the new entry begins where the old one did.
  if (running_) entry.starts_at = std::max(entry.starts_at, running_->starts_at);
  if (entry.activity == Activity::travel) fillDeparture(entry);
  completeArrival(entry);
  auto done = running_ ? log_.book().switch_to(std::move(entry)) : log_.book().start(std::move(entry));
  if (!log_.check(done)) return;

  running_ = done->entry;
  nearest_.reset();
  showRunning();
  emit nearestChanged();
  QString text = tr("%1 since %2").arg(runningTitle(), clockText(running_->starts_at, log_.zone()));
  if (done->cut)
    text = tr("%1. %2 was ended after 24 hours: set its true end in Day.")
               .arg(text, toText(done->ended->activity));
  say(Said::started, text);
  openQuestion(firstQuestion(*running_));

  if (done->ended && !done->cut) tagger_.tag(*done->ended, device::TagEnd::end);
  tagger_.tag(*running_, device::TagEnd::start);
}

void NowModel::fillDeparture(Entry& travel) const {
  // Where one is now: the place of what runs, or of the day's last entry.
  std::optional<Entry> last = running_;
  if (!last) {
    const auto today = log_.entriesOf(log_.zone().date_of(travel.starts_at));
    if (today.empty()) return;
    last = std::max_element(today.begin(), today.end(), [](const auto& a, const auto& b) {
             return a.record.starts_at < b.record.starts_at;
           })->record;
  }
  const bool moved = last->activity == Activity::travel;
  travel.from_place = moved ? last->to_place : last->place;
  travel.from_place_id = moved ? last->to_place_id : last->place_id;
  if (!moved && last->place == Place::employer_site && travel.from_place_id.empty())
    travel.from_place_id = last->employer_id;
}

void NowModel::completeArrival(const Entry& next) {
  // A journey whose question was never answered went to where the next thing happens.
  if (!running_ || running_->activity != Activity::travel || running_->to_place || !next.place) return;
  Entry travel = *running_;
  travel.to_place = next.place;
  travel.to_place_id = next.place_id;
  const auto saved = log_.book().put(std::move(travel));
  if (log_.check(saved)) running_ = saved->entry;
}

void NowModel::stop() {
  if (!running_) return;
  Instant at = std::max(log_.now(), running_->starts_at);
  const bool cut = at - running_->starts_at > longest_entry;
  if (cut) at = running_->starts_at + longest_entry;
  const auto done = log_.book().stop(running_->id, at);
  if (!log_.check(done)) return;
  const Entry ended = done->entry;
  readRunning();
  say(Said::stopped,
      cut ? tr("%1 was ended after 24 hours: set its true end in Day.").arg(toText(ended.activity))
          : tr("%1 until %2").arg(toText(ended.activity), clockText(at, log_.zone())));
  if (!cut) tagger_.tag(ended, device::TagEnd::end);
}

void NowModel::undo() {
  if (!canUndo()) return;
  for (; actions_ > 0; --actions_) {
    const auto undone = log_.book().undo_last();
    if (!undone && undone.error().code == ErrorCode::not_found) break;
    if (!log_.check(undone)) break;
  }
  ask_.clear();
  emit askChanged();
  dismissFeedback();
  readAll();
}

void NowModel::say(Said said, const QString& text) {
  said_ = said;
  feedback_ = text;
  actions_ = 1;
  earlier_error_.clear();
  emit log_.acted(this);
  emit feedbackChanged();
}

void NowModel::dismissFeedback() {
  said_ = Said::nothing;
  feedback_.clear();
  earlier_error_.clear();
  actions_ = 0;
  emit feedbackChanged();
}

std::optional<Entry> NowModel::entryBefore(const Entry& entry) const {
  const auto earlier = log_.records().latest_entries(entry.starts_at + Millis{1}, 8);
  if (!log_.check(earlier)) return std::nullopt;
  for (const auto& each : *earlier)
    if (each.record.id != entry.id) return each.record;
  return std::nullopt;
}

std::optional<Instant> NowModel::lastStop() const {
  if (!running_) return std::nullopt;
  const auto before = entryBefore(*running_);
  if (!before || !before->ends_at || *before->ends_at >= running_->starts_at) return std::nullopt;
  // Yesterday's last stop is no start of today's work.
  if (log_.zone().date_of(*before->ends_at) != log_.zone().date_of(running_->starts_at)) return std::nullopt;
  return before->ends_at;
}

void NowModel::earlier(int minutes) {
  if (running_ && minutes > 0) moveStart(running_->starts_at - std::chrono::minutes{minutes});
}

void NowModel::earlierSinceLastStop() {
  if (const auto stop = lastStop()) moveStart(*stop);
}

bool NowModel::earlierAt(const QString& time) {
  const auto minute = parseClock(time);
  if (!minute) {
    earlier_error_ = tr("Write the time like 9:05.");
    emit feedbackChanged();
    return false;
  }
  if (!running_) return false;
  // After midnight "23:30" is the evening the entry began on.
  Instant start = log_.zone().at(log_.today(), *minute);
  const Date began_on = log_.zone().date_of(running_->starts_at);
  if (start > log_.now() && began_on < log_.today()) start = log_.zone().at(began_on, *minute);
  moveStart(start);
  return earlier_error_.isEmpty();
}

void NowModel::moveStart(Instant start) {
  const auto refuse = [this](const QString& sentence) {
    earlier_error_ = sentence;
    emit feedbackChanged();
  };
  if (!running_) return;
  if (start > log_.now()) return refuse(tr("That is still to come: choose an earlier time."));
  auto stored = log_.entry(running_->id);
  if (!stored) return;
  std::vector<Entry> moved;
  if (auto before = entryBefore(stored->record); before && before->ends_at && *before->ends_at > start) {
    // The entry that was ended by this start, or runs into the new one, ends where this begins now.
    if (before->starts_at >= start)
      return refuse(tr("%1 began at %2: change it in Day first.")
                        .arg(toText(before->activity), clockText(before->starts_at, log_.zone())));
    before->ends_at = start;
    moved.push_back(std::move(*before));
  }
  stored->record.starts_at = start;
  moved.push_back(stored->record);
  const auto saved = log_.book().put_all(std::move(moved));
  if (!log_.check(saved)) return;
  ++actions_;
  emit log_.acted(this);
  readRunning();
  earlier_error_.clear();
  feedback_ = tr("%1 since %2").arg(runningTitle(), clockText(start, log_.zone()));
  emit feedbackChanged();
}

bool NowModel::change(Entry entry) {
  const auto saved = log_.book().put(std::move(entry));
  if (!log_.check(saved)) return false;
  if (said_ != Said::nothing) ++actions_;
  emit log_.acted(this);
  tagger_.placeChanged(saved->entry);
  readRunning();
  return true;
}

void NowModel::tapDetail(const QString& detail) {
  if (!running_) return;
  if (!isToggle(detail)) {
    openQuestion(detail == ask_ ? QString() : detail);
    return;
  }
  if (auto stored = log_.entry(running_->id)) {
    toggle(stored->record, detail);
    change(std::move(stored->record));
  }
}

void NowModel::openQuestion(const QString& detail) {
  ask_ = detail;
  ask_choices_.setRows(running_ && !ask_.isEmpty() ? questionChoices(log_, *running_, ask_) : Choices{});
  emit askChanged();
}

void NowModel::answer(const QString& code) {
  if (!running_ || ask_.isEmpty()) return;
  auto stored = log_.entry(running_->id);
  if (!stored || !answerDetail(log_, stored->record, ask_, code)) return;
  const bool was_departure = ask_ == QLatin1String("from_place");
  if (!change(std::move(stored->record))) return;
  openQuestion(was_departure && running_ ? firstQuestion(*running_) : QString());
}

void NowModel::dismissAsk() {
  openQuestion({});
}

void NowModel::setNote(const QString& note) {
  if (!running_) return;
  if (auto stored = log_.entry(running_->id)) {
    stored->record.note = note.trimmed().toStdString();
    if (change(std::move(stored->record)) && ask_ == QLatin1String("note")) openQuestion({});
  }
}

void NowModel::offerNearest() {
  const auto position = running_ ? tagger_.startPosition(running_->id) : std::nullopt;
  nearest_.reset();
  if (position) {
    const bool travel = running_->activity == Activity::travel;
    const bool named = travel ? !running_->from_place_id.empty()
                              : !running_->place_id.empty() || !running_->employer_id.empty();
    const bool private_place = device::place_at(*running_, device::TagEnd::start).has_value() &&
                               is_private_place(*device::place_at(*running_, device::TagEnd::start));
    if (!named && !private_place && running_->activity != Activity::break_)
      nearest_ = nearestPlace(*position, log_.places(), log_.employers());
  }
  emit nearestChanged();
}

void NowModel::takeNearest() {
  if (!running_ || !nearest_) return;
  auto stored = log_.entry(running_->id);
  if (!stored) return;
  const NearPlace place = *nearest_;
  if (stored->record.activity == Activity::travel) {
    stored->record.from_place = place.kind;
    stored->record.from_place_id = place.id;
  } else {
    setPlace(log_, stored->record, {place.kind, place.id});
  }
  dismissNearest();
  if (!change(std::move(stored->record))) return;
  if (ask_ == QLatin1String("place") || ask_ == QLatin1String("from_place"))
    openQuestion(firstQuestion(*running_));
}

void NowModel::dismissNearest() {
  nearest_.reset();
  emit nearestChanged();
}

}  // namespace waymark::app
