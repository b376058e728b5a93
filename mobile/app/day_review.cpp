#include "mobile/app/day_review.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

namespace waymark::app {
namespace {

constexpr const char* draft_key = "days-looked-at";
constexpr std::size_t days_kept = 60;
constexpr std::int64_t worth_a_word_s = 15 * 60;

const Entry* findEntry(const device::WeekReading& week, const std::string& id) {
  const auto found = std::find_if(week.entries.begin(), week.entries.end(),
                                  [&](const auto& stored) { return stored.record.id == id; });
  return found == week.entries.end() ? nullptr : &found->record;
}

QString oddText(const TallyException& exception, const Entry& entry) {
  const QString length = durationText(std::chrono::seconds{exception.seconds});
  switch (exception.code) {
    case ExceptionCode::overlap:
      return ReviewTexts::tr("overlaps another entry by %1").arg(length);
    case ExceptionCode::gap:
      return ReviewTexts::tr("%1 before it are not logged").arg(length);
    case ExceptionCode::incomplete:
      return ReviewTexts::tr("no place given");
    case ExceptionCode::long_running:
      return ReviewTexts::tr("ran for %1").arg(length);
    case ExceptionCode::late:
      return entry.late_reason.empty() ? ReviewTexts::tr("entered late: say why") : QString();
    case ExceptionCode::clock:
      return ReviewTexts::tr("this phone's clock was wrong by %1").arg(length);
    case ExceptionCode::untagged:
      return QString();  // counted below: a day without reception would be nothing but these
  }
  return {};
}

}  // namespace

std::vector<DayOddity> oddities(const FieldLog& log, Date date, const device::WeekReading& week) {
  const Zone& zone = log.zone();
  const Span day = zone.day(date);
  std::vector<DayOddity> found;
  int untagged = 0;
  for (const TallyException& exception : week.tally.exceptions) {
    if (exception.entry_ids.empty()) continue;
    // An overlap or a gap is mended at the later of the two.
    const Entry* entry = findEntry(week, exception.entry_ids.back());
    if (!entry || entry->starts_at < day.begin || entry->starts_at >= day.end) continue;
    untagged += exception.code == ExceptionCode::untagged;
    const QString what = oddText(exception, *entry);
    if (what.isEmpty()) continue;
    found.push_back(
        {codeOf(exception.code),
         ReviewTexts::tr("%1 %2: %3").arg(clockText(entry->starts_at, zone), toText(entry->activity), what),
         QString::fromStdString(entry->id)});
  }
  const auto sums = std::find_if(week.tally.days.begin(), week.tally.days.end(),
                                 [&](const DayTally& d) { return d.date == date; });
  if (sums != week.tally.days.end()) {
    const auto missing = sums->scheduled_s - sums->time.community_s - sums->time.on_site_s;
    if (missing >= worth_a_word_s)
      found.push_back({QStringLiteral("unlogged"),
                       ReviewTexts::tr("%1 of the schedule are not logged").arg(hoursText(missing)),
                       QString()});
  }
  if (untagged > 0)
    found.push_back({codeOf(ExceptionCode::untagged),
                     ReviewTexts::tr("%n entry(s) without a location tag", nullptr, untagged), QString()});
  return found;
}

QString fingerprintOf(const std::vector<device::Stored<Entry>>& entries) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const auto& stored : entries) {
    // Tags come by themselves, and notes change no time.
    Entry entry = stored.record;
    entry.start_tag.reset();
    entry.end_tag.reset();
    entry.note.clear();
    const std::string body = stored.record.id + to_json(entry);
    hash.addData(QByteArrayView(body.data(), static_cast<qsizetype>(body.size())));
  }
  return QString::fromLatin1(hash.result().toHex());
}

std::map<Date, LookedAtDays::Word> LookedAtDays::all() const {
  std::map<Date, Word> words;
  const auto draft = log_.drafts().find(draft_key);
  if (!log_.check(draft) || !*draft) return words;
  const auto days = QJsonDocument::fromJson(QByteArray::fromStdString((*draft)->text)).object();
  for (auto day = days.begin(); day != days.end(); ++day) {
    const auto date = parseIsoDate(day.key());
    const auto word = day.value().toObject();
    if (date)
      words[*date] = {instant_from_ms(word.value(QLatin1String("at")).toInteger()),
                      word.value(QLatin1String("of")).toString()};
  }
  return words;
}

std::optional<LookedAtDays::Word> LookedAtDays::of(Date date) const {
  const auto words = all();
  const auto word = words.find(date);
  return word == words.end() ? std::nullopt : std::optional(word->second);
}

bool LookedAtDays::keep(Date date, const QString& fingerprint) {
  auto words = all();
  words[date] = {log_.now(), fingerprint};
  while (words.size() > days_kept) words.erase(words.begin());
  return save(words);
}

bool LookedAtDays::drop(Date date) {
  auto words = all();
  words.erase(date);
  return save(words);
}

bool LookedAtDays::save(const std::map<Date, Word>& words) {
  QJsonObject days;
  for (const auto& [date, word] : words)
    days.insert(isoText(date), QJsonObject{{QStringLiteral("at"), static_cast<qint64>(to_ms(word.at))},
                                           {QStringLiteral("of"), word.fingerprint}});
  return log_.check(
      log_.drafts().save(draft_key, QJsonDocument(days).toJson(QJsonDocument::Compact).toStdString()));
}

}  // namespace waymark::app
