#include "mobile/app/network_texts.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <cstdlib>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

constexpr int soon_days = 7;

QString shortDay(Date date, Date today) {
  if (date.year() == today.year()) return shortDayText(date);
  return QStringLiteral("%1 %2").arg(shortDayText(date)).arg(static_cast<int>(date.year()));
}

std::optional<Date> dateOf(int year, int month, int day) {
  const Date date = std::chrono::year{year} / month / day;
  if (!date.ok() || year < 1900 || year > 2999) return std::nullopt;
  return date;
}

/// The year in which month and day lie nearest to today.
std::optional<Date> nearest(int month, int day, Date today) {
  std::optional<Date> best;
  for (const int year : {-1, 0, 1})
    if (const auto date = dateOf(static_cast<int>(today.year()) + year, month, day);
        date && (!best || std::abs(days_between(today, *date)) < std::abs(days_between(today, *best))))
      best = date;
  return best;
}

/// 1–12 by the first letters of a month's name in the app's language.
int monthNamed(const QString& letters) {
  if (letters.size() < 3) return 0;
  for (int month = 1; month <= 12; ++month)
    if (QLocale().monthName(month).startsWith(letters, Qt::CaseInsensitive)) return month;
  return 0;
}

}  // namespace

QString nearDateText(Date date, Date today) {
  switch (days_between(today, date)) {
    case -1:
      return NetworkTexts::tr("yesterday");
    case 0:
      return NetworkTexts::tr("today");
    case 1:
      return NetworkTexts::tr("tomorrow");
    default:
      return shortDay(date, today);
  }
}

QString agoText(Date date, Date today) {
  const int days = days_between(date, today);
  if (days <= 1) return nearDateText(date, today);
  if (days < 21) return NetworkTexts::tr("%n days ago", nullptr, days);
  if (days < 70) return NetworkTexts::tr("%n weeks ago", nullptr, days / 7);
  return NetworkTexts::tr("%n months ago", nullptr, days * 10 / 304);
}

QString lastVisitText(std::optional<Instant> last, const Zone& zone, Date today) {
  if (!last) return NetworkTexts::tr("No visit of yours yet");
  const Date date = zone.date_of(*last);
  if (days_between(date, today) <= 1) return NetworkTexts::tr("Last visit %1").arg(nearDateText(date, today));
  return NetworkTexts::tr("Last visit %1, %2").arg(shortDay(date, today), agoText(date, today));
}

QString visitsText(int visits) {
  return visits == 0 ? QString() : NetworkTexts::tr("%n visits this week", nullptr, visits);
}

QString nextStepState(const Employer& employer, Date today) {
  if (!employer.next_step_on)
    return employer.next_step.empty() ? QStringLiteral("none") : QStringLiteral("undated");
  const int days = days_between(today, *employer.next_step_on);
  return days < 0            ? QStringLiteral("overdue")
         : days == 0         ? QStringLiteral("today")
         : days <= soon_days ? QStringLiteral("soon")
                             : QStringLiteral("later");
}

QString nextStepText(const Employer& employer, Date today) {
  const QString step =
      employer.next_step.empty() ? NetworkTexts::tr("Next step") : QString::fromStdString(employer.next_step);
  if (!employer.next_step_on) return employer.next_step.empty() ? QString() : step;
  const QString when = nearDateText(*employer.next_step_on, today);
  if (*employer.next_step_on < today) return NetworkTexts::tr("%1 · overdue since %2").arg(step, when);
  return QStringLiteral("%1 · %2").arg(step, when);
}

QString dueKindText(const Due& due) {
  switch (due.kind) {
    case DueKind::before_start:
      return NetworkTexts::tr("Meet in the week before the start");
    case DueKind::after_start:
      return NetworkTexts::tr("Meet within 3 days of the start");
    case DueKind::weekly:
      return NetworkTexts::tr("Weekly meeting, %1 of 4").arg(due.number);
    case DueKind::monthly:
      return NetworkTexts::tr("Monthly meeting, month %1 of 12").arg(due.number);
    case DueKind::twice_monthly:
      if (due.wanted == 1) return NetworkTexts::tr("1 contact of 30 minutes this month");
      return NetworkTexts::tr("2 contacts of 30 minutes a month, %1 so far").arg(due.done);
    case DueKind::hiring_meeting:
      return NetworkTexts::tr("Meet someone who can hire");
  }
  return {};
}

QString dueText(const Due& due, Date today) {
  const QString what = dueKindText(due);
  if (due.state == DueState::upcoming)
    return NetworkTexts::tr("%1 · from %2").arg(what, nearDateText(due.from, today));
  if (due.state == DueState::missed) return what;  // since when it is overdue is said beside it
  return NetworkTexts::tr("%1 · by %2").arg(what, nearDateText(due.by, today));
}

QString overdueText(const std::optional<Date>& since, Date today) {
  return since ? NetworkTexts::tr("Overdue since %1").arg(nearDateText(*since, today)) : QString();
}

QString toText(DueState state) {
  switch (state) {
    case DueState::upcoming:
      return NetworkTexts::tr("to come");
    case DueState::open:
      return NetworkTexts::tr("due");
    case DueState::met:
      return NetworkTexts::tr("done");
    case DueState::missed:
      return NetworkTexts::tr("missed");
  }
  return {};
}

QString firstContactText(const FirstContact& contact, Date entered_on, Date today) {
  if (contact.on)
    return NetworkTexts::tr("After %n days, on %1", nullptr, *contact.days).arg(shortDay(*contact.on, today));
  const int days = days_between(entered_on, today);
  if (days < 0) return NetworkTexts::tr("Enters the program on %1").arg(shortDay(entered_on, today));
  return NetworkTexts::tr("Not yet, after %n days", nullptr, days);
}

QString toText(JobKind kind) {
  switch (kind) {
    case JobKind::competitive:
      return NetworkTexts::tr("Competitive");
    case JobKind::work_based_learning:
      return NetworkTexts::tr("Work-based learning");
    case JobKind::volunteer:
      return NetworkTexts::tr("Volunteer");
  }
  return {};
}

QString jobText(const FieldLog& log, const Job& job) {
  const QString title = QString::fromStdString(job.title);
  const QString employer = log.employerName(job.employer_id);
  const QString hours = QLocale().toString(job.hours_per_week, 'g', 4);
  if (employer.isEmpty()) return NetworkTexts::tr("%1, %2 h a week").arg(title, hours);
  return NetworkTexts::tr("%1 at %2, %3 h a week").arg(title, employer, hours);
}

QString jobDatesText(const Job& job, Date today) {
  const QString start = shortDay(job.starts_on, today);
  if (job.ends_on) return QStringLiteral("%1 – %2").arg(start, shortDay(*job.ends_on, today));
  return job.starts_on > today ? NetworkTexts::tr("from %1").arg(start)
                               : NetworkTexts::tr("since %1").arg(start);
}

QString statusText(const std::string& status) {
  if (status.empty()) return {};
  if (status == "active") return NetworkTexts::tr("Active");
  if (status == "employed") return NetworkTexts::tr("Employed");
  if (status == "paused") return NetworkTexts::tr("Paused");
  if (status == closed_status) return NetworkTexts::tr("Closed");
  return QString::fromStdString(status);
}

std::optional<Date> parseDay(const QString& text, Date today) {
  const QString typed = text.simplified();
  if (const auto iso = parseIsoDate(typed)) return iso;
  static const QRegularExpression numbers(
      QStringLiteral(R"(^(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{4}|\d{2})?)?$)"));
  static const QRegularExpression day_month(
      QStringLiteral(R"(^(?:\p{L}+\.?,? )?(\d{1,2})\.? (?:de )?(\p{L}+)\.?,?(?: (?:de )?(\d{4}))?$)"));
  static const QRegularExpression month_day(QStringLiteral(R"(^(\p{L}+)\.? (\d{1,2})(?:,? (\d{4}))?$)"));
  int month = 0, day = 0;
  QString year;
  if (const auto match = numbers.match(typed); match.hasMatch()) {
    // A dot writes the day first everywhere; a slash as the language does, which for Spanish is the day, too.
    const bool day_first =
        match.captured(2) == QLatin1String(".") || QLocale().language() == QLocale::Spanish;
    day = match.captured(day_first ? 1 : 3).toInt();
    month = match.captured(day_first ? 3 : 1).toInt();
    year = match.captured(4);
  } else if (const auto named = day_month.match(typed); named.hasMatch()) {
    day = named.captured(1).toInt();
    month = monthNamed(named.captured(2));
    year = named.captured(3);
  } else if (const auto american = month_day.match(typed); american.hasMatch()) {
    month = monthNamed(american.captured(1));
    day = american.captured(2).toInt();
    year = american.captured(3);
  }
  if (month == 0) return std::nullopt;
  if (year.isEmpty()) return nearest(month, day, today);
  return dateOf(year.size() == 2 ? 2000 + year.toInt() : year.toInt(), month, day);
}

}  // namespace waymark::app
