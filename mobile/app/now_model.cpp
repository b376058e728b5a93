#include "mobile/app/now_model.h"

#include <QCoreApplication>
#include <QTimer>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/entry_details.h"
#include "mobile/app/field_log.h"
#include "mobile/app/location_tagger.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"
#include "mobile/app/week_texts.h"
#include "shared/records/record_codec.h"

// What Now shows. What its taps do is in now_actions.cpp.

namespace waymark::app {
namespace {

constexpr const char* pin_draft = "pinned-suggestion";
constexpr int near_enough_m = 10;
constexpr auto long_run = std::chrono::hours{4};  // domain.md, tally rule 6: long_running

}  // namespace

NowModel::NowModel(FieldLog& log, LocationTagger& tagger, QObject* parent)
    : QObject(parent),
      log_(log),
      tagger_(tagger),
      tiles_({"tile", "text", "active"}, this),
      activities_({"code", "text", "selected"}, this),
      suggestions_({"kind", "text", "activity"}, this),
      details_({"detail", "kind", "text", "on"}, this),
      ask_choices_({"code", "text", "selected"}, this) {
  connect(&second_, &QTimer::timeout, this, &NowModel::tick);
  connect(&log_, &FieldLog::changed, this, [this] {
    readAll();
    readSuggestions();
  });
  connect(&log_, &FieldLog::acted, this, [this](const QObject* by) {
    if (by != this && said_ != Said::nothing) dismissFeedback();
  });
  connect(&tagger_, &LocationTagger::tagged, this, [this](const QString& id) {
    readRunning();
    if (running_ && id == runningId()) offerNearest();
  });
  // Before the first frame: what runs, and this week. Suggestions read further back, so they follow after it.
  readAll();
  QTimer::singleShot(0, this, &NowModel::readSuggestions);
}

NowModel::~NowModel() = default;

void NowModel::readAll() {
  readRunning();
  readWeek();
}

void NowModel::readRunning() {
  auto stored = log_.runningEntry();
  running_ = stored ? std::optional(std::move(stored->record)) : std::nullopt;
  showRunning();
}

void NowModel::showRunning() {
  std::vector<RowsModel::Row> tiles;
  const std::string_view active = running_ ? tileOf(*running_) : std::string_view();
  for (const std::string_view tile : tileCodes())
    tiles.push_back({QString::fromUtf8(tile.data(), static_cast<qsizetype>(tile.size())), tileText(tile),
                     tile == active});
  tiles_.setRows(std::move(tiles));
  details_.setRows(running_ ? detailChips(log_, *running_) : std::vector<RowsModel::Row>{});
  if (!running_) {
    ask_.clear();
    nearest_.reset();
    emit askChanged();
    emit nearestChanged();
  }
  // What runs is shown to the second; with nothing running, midnight still has to bring the next day.
  if (visible_) {
    second_.start(running_ ? 1'000 : 60'000);
  } else {
    second_.stop();
  }
  emit runningChanged();
  emit elapsedChanged();
}

void NowModel::readWeek() {
  const Date today = log_.today();
  date_text_ = dayText(today);
  const auto reading = log_.week(log_.weekOf(today));
  has_entries_ = !reading.entries.empty();
  week_ = weekBar(reading.tally, reading.policy, WeekTense::present, has_entries_);
  emit weekChanged();
}

void NowModel::readSuggestions() {
  std::vector<Entry> history;
  if (auto stored = log_.records().latest_entries(log_.now(), suggestion_history); log_.check(stored))
    for (auto& each : *stored) history.push_back(std::move(each.record));
  pinned_.reset();
  if (const auto draft = log_.drafts().find(pin_draft); log_.check(draft) && *draft)
    if (auto pinned = read_stored<Entry>((*draft)->text, "")) pinned_ = likeOf(*pinned);

  suggested_ = suggest(history, running_, pinned_, log_.now(), log_.zone());
  std::vector<RowsModel::Row> rows;
  for (const Suggestion& suggestion : suggested_) {
    const Entry& like = suggestion.like;
    QString who = log_.participantName(like.participant_id);
    if (who.isEmpty()) who = log_.whereText(like);
    const QString what = toText(like.activity);
    rows.push_back({QString::fromLatin1(suggestion.kind),
                    who.isEmpty() ? what : QStringLiteral("%1 · %2").arg(who, what), codeOf(like.activity)});
  }
  suggestions_.setRows(std::move(rows));
  activities_.setRows(activityChoices(running_ ? std::optional(running_->activity) : std::nullopt, history));
  emit runningChanged();  // `pinned` follows from both
}

void NowModel::tick() {
  emit elapsedChanged();
  const auto minute = std::chrono::floor<std::chrono::minutes>(log_.now()).time_since_epoch().count();
  if (minute == shown_minute_) return;
  shown_minute_ = minute;
  readWeek();
}

void NowModel::setVisible(bool visible) {
  if (visible == visible_) return;
  visible_ = visible;
  emit visibleChanged();
  if (visible_) readAll();  // time has passed, perhaps past midnight
  if (!visible_) second_.stop();
}

QString NowModel::runningId() const {
  return running_ ? QString::fromStdString(running_->id) : QString();
}
QString NowModel::runningActivity() const {
  return running_ ? codeOf(running_->activity) : QString();
}
QString NowModel::runningTitle() const {
  return running_ ? toText(running_->activity) : QString();
}
QString NowModel::runningPlaceText() const {
  return running_ ? log_.whereText(*running_) : QString();
}
QString NowModel::sinceText() const {
  return running_ ? tr("since %1").arg(clockText(running_->starts_at, log_.zone())) : QString();
}
VerdictText NowModel::verdict() const {
  return running_ ? verdictText(log_.verdictOf(*running_)) : VerdictText();
}
QString NowModel::note() const {
  return running_ ? QString::fromStdString(running_->note) : QString();
}

QString NowModel::tagState() const {
  if (!running_) return QStringLiteral("none");
  if (tagger_.waiting(running_->id, device::TagEnd::start)) return QStringLiteral("waiting");
  if (!running_->start_tag && tagger_.startPosition(running_->id)) return QStringLiteral("held");
  return app::tagState(running_->start_tag);
}

QString NowModel::tagText() const {
  if (!running_) return {};
  if (tagger_.waiting(running_->id, device::TagEnd::start)) return tr("Finding the position…");
  if (!running_->start_tag && tagger_.startPosition(running_->id))
    return tr("Position found; kept once the place is known");
  return app::tagText(running_->start_tag);
}

QString NowModel::elapsedText() const {
  if (!running_) return {};
  return stopwatchText(std::max(log_.now() - running_->starts_at, Millis{0}));
}

QString NowModel::elapsedSecondsText() const {
  if (!running_) return {};
  const auto seconds = std::chrono::floor<std::chrono::seconds>(log_.now() - running_->starts_at).count();
  return QStringLiteral("%1").arg(std::max<std::int64_t>(seconds, 0) % 60, 2, 10, QLatin1Char('0'));
}

QString NowModel::longRunningText() const {
  if (!running_ || log_.now() - running_->starts_at < long_run) return {};
  return tr("%1 has run for %2: stop it if it is over.")
      .arg(runningTitle(), durationText(log_.now() - running_->starts_at));
}

bool NowModel::pinned() const {
  return running_ && pinned_ && sameThing(*running_, *pinned_);
}

void NowModel::togglePin() {
  if (!running_) return;
  if (pinned()) {
    if (log_.check(log_.drafts().drop(pin_draft))) readSuggestions();
    return;
  }
  // A whole record, so that it reads back like any other; only what it is like is used of it.
  Entry pin = likeOf(*running_);
  pin.specialist_id = running_->specialist_id;
  pin.starts_at = running_->starts_at;
  pin.recorded_at = running_->recorded_at;
  if (log_.check(log_.drafts().save(pin_draft, to_json(pin)))) readSuggestions();
}

QString NowModel::askText() const {
  return questionText(ask_);
}

QString NowModel::nearestText() const {
  if (!nearest_) return {};
  const int metres = static_cast<int>(nearest_->metres);
  // A fix is never good enough to tell a few metres from none.
  return metres < near_enough_m ? tr("%1 · within %2 m").arg(nearest_->name).arg(near_enough_m)
                                : tr("%1 · %2 m").arg(nearest_->name).arg(metres);
}

bool NowModel::canUndo() const {
  return said_ != Said::nothing && actions_ > 0;
}
bool NowModel::canEarlier() const {
  return said_ == Said::started && running_.has_value();
}

QString NowModel::lastStopText() const {
  const auto stop = canEarlier() ? lastStop() : std::nullopt;
  return stop ? tr("since %1").arg(clockText(*stop, log_.zone())) : QString();
}

}  // namespace waymark::app
