#include "mobile/app/day_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "mobile/app/code_texts.h"
#include "mobile/app/day_review.h"
#include "mobile/app/field_log.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

// What Day shows. What its taps do is in day_actions.cpp.

namespace waymark::app {
namespace {

using StoredEntry = device::Stored<Entry>;

constexpr std::initializer_list<const char*> row_roles = {
    "kind",           "entryId",  "otherId",    "startText",    "endText",     "durationText",
    "minutes",        "activity", "title",      "placeText",    "verdictTime", "verdictText",
    "flagged",        "running",  "incomplete", "syncState",    "syncText",    "tagText",
    "accessibleText", "startMs",  "endMs",      "startDayText", "endDayText"};

const Entry* findEntry(const std::vector<StoredEntry>& entries, const std::string& id) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const StoredEntry& e) { return e.record.id == id; });
  return found == entries.end() ? nullptr : &found->record;
}

/// A gap before an entry, or the time it shares with an earlier one.
struct Between {
  bool gap;
  const Entry* earlier;
  const Entry* later;
  Span span;
};

/// The tally's gaps and overlaps entry by entry: where more than two entries overlap in a chain, each pair is
/// settled for itself.
std::vector<Between> betweenEntries(const std::vector<TallyException>& exceptions,
                                    const std::vector<StoredEntry>& entries, Instant now) {
  const auto end_of = [now](const Entry& e) { return e.ends_at.value_or(std::max(now, e.starts_at)); };
  std::vector<Between> found;
  for (const TallyException& exception : exceptions) {
    const bool gap = exception.code == ExceptionCode::gap;
    if (!gap && exception.code != ExceptionCode::overlap) continue;
    const Entry* reaching = nullptr;  // the one that reaches furthest so far
    for (const std::string& id : exception.entry_ids) {
      const Entry* entry = findEntry(entries, id);
      if (!entry) continue;
      if (reaching && gap) {
        found.push_back({true,
                         reaching,
                         entry,
                         {entry->starts_at - std::chrono::seconds{exception.seconds}, entry->starts_at}});
      } else if (reaching) {
        const Span shared{entry->starts_at, std::min(end_of(*entry), end_of(*reaching))};
        if (!shared.empty()) found.push_back({false, reaching, entry, shared});
      }
      if (!reaching || end_of(*entry) > end_of(*reaching)) reaching = entry;
    }
  }
  return found;
}

int wholeMinutes(Millis length) {
  return static_cast<int>(std::chrono::floor<std::chrono::minutes>(length).count());
}

}  // namespace

DayModel::DayModel(FieldLog& log, QObject* parent)
    : QObject(parent),
      log_(log),
      date_(log.today()),
      rows_(row_roles, this),
      tiles_({"tile", "text"}, this),
      oddities_({"code", "text", "entryId"}, this) {
  showTiles();
  connect(&log_, &FieldLog::reworded, this, [this] {
    showTiles();
    dismissFeedback();  // it was said in the other language
  });
  connect(&log_, &FieldLog::changed, this, &DayModel::onChanged);
  connect(&log_, &FieldLog::dayTurned, this, &DayModel::turn);
  connect(&log_, &FieldLog::entryRemoved, this, &DayModel::saidRemoved);
  connect(&log_, &FieldLog::acted, this, [this](const QObject* by) {
    if (by != this && canUndo()) dismissFeedback();
  });
  // What runs grows; nothing else changes by itself.
  minute_.setInterval(60'000);
  connect(&minute_, &QTimer::timeout, this, &DayModel::onChanged);
  // The app opens with Now: the day is read when its page is seen.
  if (log_.starting())
    visible_ = false;
  else
    read();
}

DayModel::~DayModel() = default;

void DayModel::showTiles() {
  std::vector<RowsModel::Row> tiles;
  for (const std::string_view tile : tileCodes())
    tiles.push_back({QString::fromUtf8(tile.data(), static_cast<qsizetype>(tile.size())), tileText(tile)});
  tiles_.setRows(std::move(tiles));
}

void DayModel::setVisible(bool visible) {
  if (visible == visible_) return;
  visible_ = visible;
  emit visibleChanged();
  if (!visible_) {
    minute_.stop();
    return;
  }
  log_.lookAtClock();
  read();
}

void DayModel::onChanged() {
  if (visible_) {
    read();
  } else {
    stale_ = true;
  }
}

void DayModel::turn(Date before) {
  // Who looks at today looks at today still; another day was chosen.
  if (date_ == before) date_ = log_.today();
  onChanged();
}

void DayModel::read() {
  stale_ = false;
  const auto entries = log_.entriesOf(date_);
  const auto week = log_.week(log_.weekOf(date_));
  rows_.setRows(rowsOf(entries, week));

  const auto day = std::find_if(week.tally.days.begin(), week.tally.days.end(),
                                [this](const DayTally& d) { return d.date == date_; });
  if (day != week.tally.days.end()) {
    const auto logged = day->time.community_s + day->time.on_site_s;
    const auto whole = std::max(day->scheduled_s, logged);
    const auto part = [whole](std::int64_t seconds) {
      return whole > 0 ? static_cast<qreal>(seconds) / static_cast<qreal>(whole) : 0;
    };
    community_text_ = hoursText(day->time.community_s);
    on_site_text_ = hoursText(day->time.on_site_s);
    not_logged_text_ = hoursText(whole - logged);
    scheduled_text_ = day->scheduled_s > 0 ? hoursText(day->scheduled_s) : QString();
    community_fraction_ = part(day->time.community_s);
    on_site_fraction_ = part(day->time.on_site_s);
    not_logged_fraction_ = part(whole - logged);
    empty_text_.clear();
    if (entries.empty()) {
      if (date_ > log_.today()) {
        empty_text_ = tr("This day is still to come.");
      } else if (week.tally.has_schedule && day->scheduled_s == 0) {
        empty_text_ = tr("A day off: nothing is scheduled and nothing was logged.");
      } else {
        empty_text_ = tr("No entries on this day yet: tap a tile on Now, or add one here.");
      }
    }
  }
  showReview(entries, week);
  const bool runs =
      std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.record.running(); });
  if (runs && visible_) {
    minute_.start();
  } else {
    minute_.stop();
  }
  emit changed();
}

std::vector<RowsModel::Row> DayModel::rowsOf(const std::vector<StoredEntry>& entries,
                                             const device::WeekReading& week) const {
  const Zone& zone = log_.zone();
  const Span day = zone.day(date_);
  std::set<std::string> drafts;
  if (const auto all = log_.drafts().all(); log_.check(all))
    for (const auto& draft : *all) drafts.insert(draft.key);

  // Where the tally sees a gap before an entry, or an overlap with an earlier one, a row of its own says so.
  std::multimap<std::string, RowsModel::Row> before;
  for (const auto& [gap, earlier, later, shared] :
       betweenEntries(week.tally.exceptions, entries, log_.now())) {
    const auto [begin, end] = shared;
    const Millis length = end - begin;
    if (intersect(shared, day).empty()) continue;
    const QString title = gap ? tr("Not logged") : tr("Overlap");
    const QString span = tr("%1 to %2").arg(clockText(begin, zone), clockText(end, zone));
    before.insert({later->id,
                   {gap ? QStringLiteral("gap") : QStringLiteral("overlap"),
                    QString::fromStdString(later->id),
                    QString::fromStdString(earlier->id),
                    clockText(begin, zone),
                    clockText(end, zone),
                    durationText(length),
                    wholeMinutes(length),
                    QString(),
                    title,
                    gap ? QString() : tr("%1 and %2").arg(toText(earlier->activity), toText(later->activity)),
                    QString(),
                    QString(),
                    false,
                    false,
                    false,
                    QString(),
                    QString(),
                    QString(),
                    QStringLiteral("%1, %2, %3").arg(title, span, durationText(length)),
                    static_cast<qlonglong>(to_ms(begin)),
                    static_cast<qlonglong>(to_ms(end)),
                    QString(),
                    QString()}});
  }

  std::vector<RowsModel::Row> rows;
  for (const auto& [entry, op, deleted, sync] : entries) {
    const auto [first, last] = before.equal_range(entry.id);
    for (auto row = first; row != last; ++row) rows.push_back(row->second);

    const Instant end = entry.ends_at.value_or(std::max(log_.now(), entry.starts_at));
    const Span shown = intersect({entry.starts_at, end}, day);
    const auto verdict = verdictText(classify(entry, week.policy));
    const bool drafted = drafts.contains(entry.id);
    const QString end_text = entry.running() ? tr("now") : clockText(end, zone);
    // A time of another day says which.
    const Date starts_on = zone.date_of(entry.starts_at), ends_on = zone.date_of(end);
    const QString start_day = starts_on == date_ ? QString() : weekdayText(starts_on);
    const QString end_day = entry.running() || ends_on == date_ ? QString() : weekdayText(ends_on);
    const QString title = toText(entry.activity);
    const QString sync_text = drafted ? tr("Draft: open it to save or drop your changes") : syncText(sync);
    const QString where = log_.whereText(entry);
    const auto dated = [](const QString& day, const QString& clock) {
      return day.isEmpty() ? clock : QStringLiteral("%1 %2").arg(day, clock);
    };
    QStringList aloud{
        title,
        tr("%1 to %2").arg(dated(start_day, clockText(entry.starts_at, zone)), dated(end_day, end_text))};
    if (!where.isEmpty()) aloud << where;
    aloud << verdict.sentence << sync_text;
    rows.push_back(
        {QStringLiteral("entry"),
         QString::fromStdString(entry.id),
         QString(),
         clockText(entry.starts_at, zone),
         end_text,
         start_day.isEmpty() && end_day.isEmpty()
             ? durationText(end - entry.starts_at)
             : tr("%1 of %2").arg(durationText(shown.length()), durationText(end - entry.starts_at)),
         wholeMinutes(shown.length()),
         codeOf(entry.activity),
         title,
         where,
         verdict.time,
         verdict.sentence,
         verdict.flagged,
         entry.running(),
         verdict.reason == codeOf(Reason::incomplete),
         drafted ? QStringLiteral("draft") : syncCode(sync),
         sync_text,
         tagText(entry.start_tag ? entry.start_tag : entry.end_tag),
         aloud.join(QStringLiteral(", ")),
         static_cast<qlonglong>(to_ms(entry.starts_at)),
         static_cast<qlonglong>(to_ms(end)),
         start_day,
         end_day});
  }
  return rows;
}

QString DayModel::dateIso() const {
  return isoText(date_);
}
QString DayModel::dateText() const {
  return dayText(date_);
}
bool DayModel::isToday() const {
  return date_ == log_.today();
}

void DayModel::previousDay() {
  date_ = add_days(date_, -1);
  read();
}
void DayModel::nextDay() {
  date_ = add_days(date_, 1);
  read();
}
void DayModel::today() {
  date_ = log_.today();
  read();
}
void DayModel::showDate(const QString& iso) {
  if (const auto date = parseIsoDate(iso)) {
    date_ = *date;
    read();
  }
}

void DayModel::showReview(const std::vector<StoredEntry>& entries, const device::WeekReading& week) {
  const Date today = log_.today();
  const bool runs =
      std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.record.running(); });
  const auto day = std::find_if(week.tally.days.begin(), week.tally.days.end(),
                                [this](const DayTally& d) { return d.date == date_; });
  const bool due = day != week.tally.days.end() && day->scheduled_s > 0;
  // Today is looked at once something was done and nothing runs; a day off that stayed empty, not at all.
  const bool ready = date_ < today ? !entries.empty() || due : date_ == today && !entries.empty() && !runs;
  std::vector<RowsModel::Row> rows;
  if (ready)
    for (DayOddity& odd : app::oddities(log_, date_, week))
      rows.push_back({std::move(odd.code), std::move(odd.text), std::move(odd.entry_id)});
  const bool odd = !rows.empty();
  oddities_.setRows(std::move(rows));
  review_state_ = QStringLiteral("none");
  review_text_.clear();
  if (!ready) return;
  if (const auto word = LookedAtDays(log_).of(date_)) {
    const bool same = word->fingerprint == fingerprintOf(entries);
    review_state_ = same ? QStringLiteral("right") : QStringLiteral("changed");
    const QString when = momentWithinText(word->at, log_.zone(), log_.now());
    review_text_ = same ? tr("You found this day right (%1).").arg(when)
                        : tr("This day has changed since you found it right (%1).").arg(when);
    return;
  }
  review_state_ = odd ? QStringLiteral("odd") : QStringLiteral("fine");
  review_text_ = odd ? tr("Look at these before the day is done, or leave them as they are.")
                     : tr("Nothing is odd about this day.");
}

}  // namespace waymark::app
