#include "mobile/app/code_texts.h"
#include "mobile/app/script_runner.h"
#include "mobile/app/time_texts.h"
#include "mobile/app/week_texts.h"

// What a script prints and expects.

namespace waymark::app {
namespace {

QString text(const RowsModel* rows, int row, const char* role) {
  return rows->value(row, QString::fromLatin1(role)).toString();
}

}  // namespace

QString ScriptRunner::show(const QStringList& words) {
  const QString what = words.first();
  if (what == QLatin1String("now")) {
    showNow();
  } else if (what == QLatin1String("day")) {
    if (words.size() == 2 && !parseIsoDate(words.at(1)))
      return QStringLiteral("write the day like 2026-11-19.");
    if (words.size() == 2) {
      context_.day().showDate(words.at(1));
    } else {
      context_.day().today();
    }
    showDay();
  } else if (what == QLatin1String("week")) {
    context_.week().thisWeek();
    showWeek();
  } else if (what == QLatin1String("waiting")) {
    showWaiting();
  } else if (what == QLatin1String("employers")) {
    showEmployers();
  } else if (what == QLatin1String("participants")) {
    showParticipants();
  } else {
    return QStringLiteral(
               "\"%1\" cannot be shown; there are now, day, week, employers, participants and waiting.")
        .arg(what);
  }
  return {};
}

void ScriptRunner::showNow() {
  NowModel& now = context_.now();
  print(QStringLiteral("%1 · %2 · %3").arg(now.dateText(), now.week().sentence, context_.sync().chipText()));
  if (!now.running()) return print(QStringLiteral("Nothing runs"));
  print(QStringLiteral("%1, %2, %3 · %4")
            .arg(now.runningTitle(), now.sinceText(), now.elapsedText(), now.verdict().sentence));
}

void ScriptRunner::showDay() {
  DayModel& day = context_.day();
  const RowsModel* rows = day.rows();
  const QString rest = day.isToday() ? QStringLiteral("left") : QStringLiteral("not logged");
  print(QStringLiteral("%1 · community %2 · on site %3 · %5 %4")
            .arg(day.dateText(), day.communityText(), day.onSiteText(), day.notLoggedText(), rest));
  if (!day.emptyText().isEmpty()) print(day.emptyText());
  for (int row = 0; row < rows->count(); ++row) {
    const QString span =
        QStringLiteral("%1–%2").arg(text(rows, row, "startText"), text(rows, row, "endText"));
    const QString where = text(rows, row, "placeText");
    const QString what = where.isEmpty() ? text(rows, row, "title")
                                         : QStringLiteral("%1, %2").arg(text(rows, row, "title"), where);
    if (text(rows, row, "kind") != QLatin1String("entry")) {
      print(QStringLiteral("  %1  -- %2 (%3)").arg(span, what, text(rows, row, "durationText")));
      continue;
    }
    QStringList notes{text(rows, row, "verdictText")};
    if (!text(rows, row, "tagText").isEmpty()) notes << text(rows, row, "tagText");
    notes << text(rows, row, "syncText");
    print(QStringLiteral("  %1  %2").arg(span, what));
    print(QStringLiteral("               %1").arg(notes.join(QStringLiteral(" · "))));
  }
}

void ScriptRunner::showWeek() {
  WeekModel& week = context_.week();
  print(QStringLiteral("Week %1 · %2 · %3 · %4")
            .arg(week.weekText(), week.bar().shareText, week.bar().hoursText, week.bar().standingText));
  print(QStringLiteral("  %1").arg(week.bar().sentence));
  QStringList facts{week.contactsText(), week.stateText()};
  if (!week.strictText().isEmpty()) facts.prepend(week.strictText());
  print(QStringLiteral("  %1").arg(facts.join(QStringLiteral(" · "))));
  for (int row = 0; row < week.exceptions()->count(); ++row)
    print(QStringLiteral("  Look at: %1").arg(text(week.exceptions(), row, "text")));
}

void ScriptRunner::showWaiting() {
  const RowsModel* waiting = context_.sync().waiting();
  print(context_.sync().chipText());
  for (int row = 0; row < waiting->count(); ++row)
    print(QStringLiteral("  %1, %2").arg(text(waiting, row, "text"), text(waiting, row, "sinceText")));
}

QString ScriptRunner::expect(const QString& what, const QString& wanted) {
  NowModel& now = context_.now();
  QString found;
  if (what == QLatin1String("running")) {
    found = now.running() ? now.runningActivity() : QStringLiteral("none");
  } else if (what == QLatin1String("waiting")) {
    found = QString::number(context_.sync().waitingCount());
  } else if (what == QLatin1String("needs-you")) {
    found = QString::number(context_.sync().needsYouCount());
  } else if (what == QLatin1String("sync")) {
    found = last_sync_state_;
  } else if (what == QLatin1String("share")) {
    found = now.week().shareText.section(u' ', 0, 0);
  } else if (what == QLatin1String("verdict")) {
    found = now.verdict().time;
  } else if (what == QLatin1String("tag")) {
    found = now.tagState();
  } else {
    return QStringLiteral("\"%1\" cannot be expected.").arg(what);
  }
  if (found != wanted) return QStringLiteral("%1 should be %2 but is %3.").arg(what, wanted, found);
  return {};
}

}  // namespace waymark::app
