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
constexpr auto long_run = std::chrono::hours{4};       // domain.md, tally rule 6: long_running
constexpr auto clock_skew = std::chrono::minutes{2};   // the same rule: clock
constexpr auto clock_slack = std::chrono::minutes{1};  // a start a little ahead is no broken clock
constexpr int retry_ms = 5'000;

std::int64_t minuteOf(Instant instant) {
  return std::chrono::floor<std::chrono::minutes>(instant).time_since_epoch().count();
}

}  // namespace

NowModel::NowModel(FieldLog& log, LocationTagger& tagger, QObject* parent)
    : QObject(parent),
      log_(log),
      tagger_(tagger),
      suggesting_(log, [this] { readSuggestions(); }),
      today_({"entryId", "timeText", "activity", "title", "placeText", "durationText", "verdictTime",
              "running", "accessibleText"},
             this),
      tiles_({"tile", "text", "active"}, this),
      activities_({"code", "text", "selected"}, this),
      suggestions_({"kind", "text", "activity"}, this),
      details_({"detail", "kind", "text", "on"}, this),
      ask_choices_({"code", "text", "selected"}, this) {
  connect(&second_, &QTimer::timeout, this, &NowModel::tick);
  retry_.setInterval(retry_ms);
  connect(&retry_, &QTimer::timeout, this, &NowModel::saveKept);
  connect(&log_, &FieldLog::changed, this, &NowModel::onChanged);
  connect(&log_, &FieldLog::dayTurned, this, &NowModel::onChanged);
  connect(&log_, &FieldLog::clockNoteChanged, this, &NowModel::clockNoteChanged);
  connect(&log_, &FieldLog::reworded, this, [this] {
    dismissFeedback();  // it was said in the other language
    openQuestion(QString(ask_));
  });
  connect(&log_, &FieldLog::acted, this, [this](const QObject* by) {
    if (by != this && said_ != Said::nothing) dismissFeedback();
  });
  connect(&tagger_, &LocationTagger::tagged, this, [this](const QString& id) {
    readRunning();
    if (running_ && id == runningId()) offerNearest();
  });
  // Before the first frame: what runs. Suggestions read further back, so they follow after it.
  readAll();
  suggesting_.request();
}

NowModel::~NowModel() = default;

void NowModel::readAll() {
  readRunning();
  readWeek();
}

void NowModel::onChanged() {
  readRunning();  // a row by an index, and what every page may need
  if (!visible_) {
    stale_ = true;
    return;
  }
  readWeek();
  suggesting_.request();
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
  shown_minute_ = minuteOf(log_.now());
  if (!week_wanted_) return;
  loadWeek();
  emit weekChanged();
}

void NowModel::wantWeek() {
  if (!std::exchange(week_wanted_, true)) loadWeek();
}

QString NowModel::dateText() {
  wantWeek();
  return date_text_;
}
WeekBar NowModel::week() {
  wantWeek();
  return week_;
}
bool NowModel::hasEntries() {
  wantWeek();
  return has_entries_;
}

void NowModel::loadWeek() {
  const Date today = log_.today();
  date_text_ = dayText(today);
  const auto reading = log_.week(log_.weekOf(today));
  has_entries_ = !reading.entries.empty();
  week_ = weekBar(reading.tally, reading.policy, WeekTense::present, has_entries_);
  if (today_wanted_) showToday(reading);
}

RowsModel* NowModel::today() {
  if (!std::exchange(today_wanted_, true)) showToday(log_.week(log_.weekOf(log_.today())));
  return &today_;
}

void NowModel::showToday(const device::WeekReading& week) {
  const Zone& zone = log_.zone();
  const Span day = zone.day(log_.today());
  std::vector<RowsModel::Row> rows;
  for (const auto& stored : week.entries) {
    const Entry& entry = stored.record;
    const Instant end = entry.ends_at.value_or(std::max(log_.now(), entry.starts_at));
    const Span part = intersect({entry.starts_at, end}, day);
    const bool starts_here = entry.starts_at >= day.begin && entry.starts_at < day.end;
    if (part.empty() && !starts_here) continue;
    const QString time = tr("%1 – %2").arg(clockText(entry.starts_at, zone),
                                           entry.running() ? tr("now") : clockText(end, zone));
    const QString where = log_.whereText(entry);
    const auto verdict = verdictText(classify(entry, week.policy));
    QStringList aloud{toText(entry.activity), time};
    if (!where.isEmpty()) aloud << where;
    aloud << verdict.timeText;
    rows.push_back({QString::fromStdString(entry.id), time, codeOf(entry.activity), toText(entry.activity),
                    where, durationText(std::max(part.length(), Millis{0})), verdict.time, entry.running(),
                    aloud.join(QStringLiteral(", "))});
  }
  today_.setRows(std::move(rows));
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
    // A name says more than the kind of place that goes with the activity anyway.
    if (who.isEmpty()) who = log_.employerName(like.employer_id);
    if (who.isEmpty()) who = log_.placeName(like.place_id);
    if (who.isEmpty() && like.place != usualPresetOf(like.activity).place) who = log_.whereText(like);
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
  if (minuteOf(log_.now()) == shown_minute_) return;
  log_.lookAtClock();
  readWeek();
}

void NowModel::setVisible(bool visible) {
  if (visible == visible_) return;
  visible_ = visible;
  emit visibleChanged();
  if (!visible_) {
    second_.stop();
    return;
  }
  // Time has passed, perhaps past midnight, perhaps in another zone; before the first frame it has not.
  if (!log_.starting()) log_.lookAtClock();
  if (stale_ || shown_minute_ != minuteOf(log_.now())) {
    readAll();
    if (std::exchange(stale_, false)) suggesting_.request();
  } else {
    showRunning();
  }
  saveKept();
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
  if (!running_) return {};
  const Date began = log_.zone().date_of(running_->starts_at);
  const QString clock = clockText(running_->starts_at, log_.zone());
  return began == log_.today() ? tr("since %1").arg(clock) : tr("since %1 %2").arg(weekdayText(began), clock);
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

QString NowModel::clockWarning() const {
  if (running_ && running_->starts_at - log_.now() > clock_slack)
    return tr("%1 begins at %2, later than this phone's clock: set the clock to automatic, or tap Began "
              "earlier.")
        .arg(runningTitle(), clockText(running_->starts_at, log_.zone()));
  const auto skew = log_.store().clock_skew();
  if (!skew || std::chrono::abs(*skew) <= clock_skew) return {};
  const QString apart = durationText(std::chrono::abs(*skew));
  return *skew > Millis{0}
             ? tr("This phone's clock is %1 ahead: set it to automatic in the phone's settings.").arg(apart)
             : tr("This phone's clock is %1 behind: set it to automatic in the phone's settings.").arg(apart);
}

QString NowModel::clockNote() const {
  return log_.clockNote();
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
  const auto stop = lastStop();
  return stop ? tr("since %1").arg(clockText(*stop, log_.zone())) : QString();
}

}  // namespace waymark::app
