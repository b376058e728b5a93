#include "mobile/app/time_texts.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "mobile/app/text_contexts.h"

namespace waymark::app {
namespace {

QString minutesAsHours(std::int64_t minutes) {
  return TimeTexts::tr("%1 h %2 m")
      .arg(QString::number(minutes / 60), QStringLiteral("%1").arg(minutes % 60, 2, 10, QLatin1Char('0')));
}

QDate toQDate(Date date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

QString format(Date date, const QString& pattern) {
  return QLocale().toString(toQDate(date), pattern);
}

}  // namespace

QString capitalised(QString text) {
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QString hoursText(std::int64_t seconds) {
  return minutesAsHours(seconds / 60);
}

QString neededText(std::int64_t seconds) {
  return minutesAsHours((seconds + 59) / 60);
}

QString durationText(Millis length) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
  if (minutes < 60) return TimeTexts::tr("%1 min").arg(minutes);
  return minutesAsHours(minutes);
}

QString stopwatchText(Millis length) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
  return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString clockText(Instant instant, const Zone& zone) {
  return minuteText(zone.minute_of_day(instant));
}

QString minuteText(int minute) {
  return QStringLiteral("%1:%2")
      .arg(minute / 60, 2, 10, QLatin1Char('0'))
      .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString dayText(Date date) {
  return capitalised(format(date, TimeTexts::tr("dddd d MMMM")));
}

QString shortDayText(Date date) {
  return format(date, TimeTexts::tr("ddd d MMM"));
}

QString weekdayText(Date date) {
  return capitalised(format(date, QStringLiteral("ddd")));
}

QString weekText(Date first) {
  const Date last = add_days(first, 6);
  const QString day_and_month = TimeTexts::tr("d MMMM");
  if (first.month() == last.month())
    return QStringLiteral("%1–%2").arg(static_cast<unsigned>(first.day())).arg(format(last, day_and_month));
  return QStringLiteral("%1 – %2").arg(format(first, day_and_month), format(last, day_and_month));
}

QString momentText(Instant instant, const Zone& zone, Instant now) {
  const Date day = zone.date_of(instant);
  const int days_ago = days_between(day, zone.date_of(now));
  const QString time = clockText(instant, zone);
  if (days_ago == 0) return TimeTexts::tr("Today %1").arg(time);
  if (days_ago == 1) return TimeTexts::tr("Yesterday %1").arg(time);
  return QStringLiteral("%1 %2").arg(capitalised(shortDayText(day)), time);
}

QString momentWithinText(Instant instant, const Zone& zone, Instant now) {
  const Date day = zone.date_of(instant);
  const int days_ago = days_between(day, zone.date_of(now));
  const QString time = clockText(instant, zone);
  if (days_ago == 0) return TimeTexts::tr("today %1").arg(time);
  if (days_ago == 1) return TimeTexts::tr("yesterday %1").arg(time);
  return QStringLiteral("%1 %2").arg(shortDayText(day), time);
}

std::optional<int> parseClock(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral(R"(^\s*(\d{1,2})[:.]?(\d{2})\s*$)"));
  const auto match = pattern.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const int hours = match.captured(1).toInt();
  const int minutes = match.captured(2).toInt();
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

std::optional<int> parseHours(const QString& text) {
  static const QRegularExpression colon(QStringLiteral(R"(^\s*(\d{1,2}):([0-5]\d)\s*$)"));
  static const QRegularExpression decimal(QStringLiteral(R"(^\s*(\d{1,2})([.,]\d{1,2})?\s*$)"));
  int minutes = 0;
  if (const auto match = colon.match(text); match.hasMatch()) {
    minutes = match.captured(1).toInt() * 60 + match.captured(2).toInt();
  } else if (decimal.match(text).hasMatch()) {
    minutes = static_cast<int>(std::lround(text.trimmed().replace(u',', u'.').toDouble() * 60));
  }
  if (minutes < 1 || minutes > 24 * 60) return std::nullopt;
  return minutes;
}

std::optional<Date> parseIsoDate(const QString& text) {
  const auto date = parse_date(text.toStdString(), "date");
  if (!date) return std::nullopt;
  return *date;
}

QString isoText(Date date) {
  return QString::fromStdString(format_date(date));
}

}  // namespace waymark::app
