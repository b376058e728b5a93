#include "mobile/app/day_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/sync_texts.h"
#include "mobile/app/tile_presets.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

using StoredEntry = device::Stored<Entry>;

constexpr std::initializer_list<const char*> row_roles = {
    "kind",       "entryId",   "otherId",   "startText",   "endText",        "durationText", "minutes",
    "activity",   "title",     "placeText", "verdictTime", "verdictText",    "flagged",      "running",
    "incomplete", "syncState", "syncText",  "tagText",     "accessibleText", "startMs",      "endMs"};

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
    : QObject(parent), log_(log), date_(log.today()), rows_(row_roles, this), tiles_({"tile", "text"}, this) {
  std::vector<RowsModel::Row> tiles;
  for (const std::string_view tile : tileCodes())
    if (tile != "travel")  // a journey has two ends to give: the editor asks for them
      tiles.push_back({QString::fromUtf8(tile.data(), static_cast<qsizetype>(tile.size())), tileText(tile)});
  tiles_.setRows(std::move(tiles));
  connect(&log_, &FieldLog::changed, this, &DayModel::read);
  connect(&log_, &FieldLog::entryRemoved, this, &DayModel::saidRemoved);
  connect(&log_, &FieldLog::acted, this, [this](const QObject* by) {
    if (by != this && canUndo()) dismissFeedback();
  });
  // What runs grows; nothing else changes by itself.
  minute_.setInterval(60'000);
  connect(&minute_, &QTimer::timeout, this, &DayModel::read);
  read();
}

DayModel::~DayModel() = default;

void DayModel::read() {
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
  const bool runs =
      std::any_of(entries.begin(), entries.end(), [](const auto& e) { return e.record.running(); });
  if (runs) {
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
                    static_cast<qlonglong>(to_ms(end))}});
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
    const QString title = toText(entry.activity);
    const QString sync_text = drafted ? tr("Draft: open it to save or drop your changes") : syncText(sync);
    const QString where = log_.whereText(entry);
    QStringList aloud{title, tr("%1 to %2").arg(clockText(entry.starts_at, zone), end_text)};
    if (!where.isEmpty()) aloud << where;
    aloud << verdict.sentence << sync_text;
    rows.push_back({QStringLiteral("entry"),
                    QString::fromStdString(entry.id),
                    QString(),
                    clockText(entry.starts_at, zone),
                    end_text,
                    durationText(end - entry.starts_at),
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
                    static_cast<qlonglong>(to_ms(end))});
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

void DayModel::fillGap(int row, const QString& tile) {
  const auto preset = presetOf(tile);
  if (!preset || rows_.value(row, QStringLiteral("kind")).toString() != QLatin1String("gap")) return;
  Entry entry = entryFrom(*preset, instant_from_ms(rows_.value(row, QStringLiteral("startMs")).toLongLong()));
  entry.ends_at = instant_from_ms(rows_.value(row, QStringLiteral("endMs")).toLongLong());
  const auto saved = log_.book().put(std::move(entry));
  if (!log_.check(saved)) return;
  say(tr("%1 from %2 to %3")
          .arg(toText(saved->entry.activity), clockText(saved->entry.starts_at, log_.zone()),
               clockText(*saved->entry.ends_at, log_.zone())));
  read();
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
