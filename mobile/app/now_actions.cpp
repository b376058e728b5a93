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
/// A fix that comes so much later is not where the entry began.
constexpr Millis fix_is_of_the_tap{2 * 60'000};

/// The machine failed, not the person: what was tapped is right, and is tried again.
bool machineFailed(const Error& error) {
  switch (error.code) {
    case ErrorCode::disk_full:
    case ErrorCode::cannot_open:
    case ErrorCode::locked:
    case ErrorCode::internal:
      return true;
    default:
      return false;
  }
}

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
  startLike(Entry(suggested_[static_cast<std::size_t>(row)].like));
}

void NowModel::startLike(const Entry& like) {
  Entry entry = like;
  const Entry times = entryFrom({like.activity, like.place, like.contact}, log_.now());
  entry.starts_at = times.starts_at;
  entry.utc_offset_min = times.utc_offset_min;
  begin(std::move(entry));
}

void NowModel::begin(Entry entry) {
  const Instant at = entry.starts_at;
  const QString text = tr("%1 at %2").arg(toText(entry.activity), clockText(at, log_.zone()));
  // What was tapped before comes before.
  if (!saveKept()) return keepTap({std::move(entry), at, text}, {unsaved_code_, {}, {}});
  const auto done = commitWithSpare([&] { return commitStart(entry); });
  if (done) return;
  if (machineFailed(done.error())) return keepTap({std::move(entry), at, text}, done.error());
  log_.report(done.error());
}

Result<void> NowModel::commitStart(Entry entry) {
  const bool at_once = log_.now() - entry.starts_at < fix_is_of_the_tap;
  // A clock set back must not make a start impossible: the new entry begins where the old one did.
  if (running_) entry.starts_at = std::max(entry.starts_at, running_->starts_at);
  if (entry.activity == Activity::travel) fillDeparture(entry);
  if (running_ && running_->activity == Activity::travel) setPlaceArrivedAt(log_, entry, *running_);
  completeArrival(entry);
  auto done = running_ ? log_.book().switch_to(std::move(entry)) : log_.book().start(std::move(entry));
  if (!done) return tl::unexpected(done.error());

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

  if (at_once && done->ended && !done->cut) tagger_.tag(*done->ended, device::TagEnd::end);
  if (at_once) tagger_.tag(*running_, device::TagEnd::start);
  return {};
}

Result<void> NowModel::commitWithSpare(const std::function<Result<void>()>& commit) {
  auto done = commit();
  if (done || done.error().code != ErrorCode::disk_full || !log_.giveUpSpareRoom()) return done;
  done = commit();
  if (done)
    emit log_.failed(
        tr("The storage of this phone is full: free some space. Your tap is saved in room that was kept for "
           "it."));
  return done;
}

void NowModel::keepTap(Tap tap, const Error& error) {
  unsaved_.push_back(std::move(tap));
  unsaved_code_ = error.code;
  retry_.start();
  emit unsavedChanged();
}

bool NowModel::saveKept() {
  const auto before = unsaved_.size();
  while (!unsaved_.empty()) {
    const Tap tap = unsaved_.front();
    const auto done =
        commitWithSpare([&] { return tap.start ? commitStart(*tap.start) : commitStop(tap.at); });
    if (!done && machineFailed(done.error())) {
      unsaved_code_ = done.error().code;
      break;
    }
    // What is refused for another reason would be refused for ever.
    if (!done) log_.report(done.error());
    unsaved_.erase(unsaved_.begin());
  }
  if (unsaved_.empty()) retry_.stop();
  if (unsaved_.size() != before) emit unsavedChanged();
  return unsaved_.empty();
}

QString NowModel::unsavedText() const {
  if (unsaved_.empty()) return {};
  const QString why = unsaved_code_ == ErrorCode::disk_full
                          ? tr("The storage of this phone is full: free some space.")
                          : tr("The file with your records cannot be written: check the phone's storage.");
  const QString what = unsaved_.size() == 1
                           ? tr("%1 is kept and saved as soon as it can be; leave Waymark open until then.")
                                 .arg(unsaved_.back().text)
                           : tr("%n tap(s), the last %1, are kept and saved as soon as they can be; leave "
                                "Waymark open until then.",
                                nullptr, static_cast<int>(unsaved_.size()))
                                 .arg(unsaved_.back().text);
  return QStringLiteral("%1 %2").arg(why, what);
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
  setDeparture(travel, *last);
}

void NowModel::completeArrival(const Entry& next) {
  // A journey whose question was never answered went to where the next thing happens.
  if (!running_ || running_->activity != Activity::travel || running_->to_place || !next.place) return;
  Entry travel = *running_;
  setArrival(travel, next);
  const auto saved = log_.book().put(std::move(travel));
  if (saved) running_ = saved->entry;
  // When the storage fails, the start that follows says so.
  if (!saved && !machineFailed(saved.error())) log_.report(saved.error());
}

void NowModel::stop() {
  if (!running_) return;
  const Instant at = log_.now();
  const QString text = tr("Stop at %1").arg(clockText(at, log_.zone()));
  if (!saveKept()) return keepTap({std::nullopt, at, text}, {unsaved_code_, {}, {}});
  const auto done = commitWithSpare([&] { return commitStop(at); });
  if (done) return;
  if (machineFailed(done.error())) return keepTap({std::nullopt, at, text}, done.error());
  log_.report(done.error());
}

Result<void> NowModel::commitStop(Instant at) {
  if (!running_) return {};
  const bool at_once = log_.now() - at < fix_is_of_the_tap;
  at = std::max(at, running_->starts_at);
  const bool cut = at - running_->starts_at > longest_entry;
  if (cut) at = running_->starts_at + longest_entry;
  const auto done = log_.book().stop(running_->id, at);
  if (!done) return tl::unexpected(done.error());
  const Entry ended = done->entry;
  readRunning();
  say(Said::stopped,
      cut ? tr("%1 was ended after 24 hours: set its true end in Day.").arg(toText(ended.activity))
          : tr("%1 until %2").arg(toText(ended.activity), clockText(at, log_.zone())));
  if (at_once && !cut) tagger_.tag(ended, device::TagEnd::end);
  return {};
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
  readRunning();
  const QString text = tr("%1 since %2").arg(runningTitle(), clockText(start, log_.zone()));
  // Long after the start there is no notice any more: then this is an action of its own, with its own Undo.
  if (said_ != Said::started) return say(Said::started, text);
  ++actions_;
  emit log_.acted(this);
  earlier_error_.clear();
  feedback_ = text;
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
  ask_finds_ = running_ && offersMore(log_, ask_);
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

void NowModel::findChoice(const QString& words) {
  if (running_ && !ask_.isEmpty()) ask_choices_.setRows(questionChoices(log_, *running_, ask_, words));
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
