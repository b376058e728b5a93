#include "mobile/app/week_texts.h"

#include <QLocale>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

std::int64_t loggedSeconds(const DayTally& day) {
  return day.time.community_s + day.time.on_site_s;
}

QString ofPast(const WeekTally& tally, const Policy& policy) {
  if (tally.logged_s == 0) return WeekTexts::tr("Nothing was logged in this week");
  if (tally.needed.recommended_s == 0)
    return WeekTexts::tr("%1 % was reached").arg(policy.recommended_percent);
  return WeekTexts::tr("%1 short of %2 %")
      .arg(neededText(tally.needed.recommended_s), QString::number(policy.recommended_percent));
}

/// The one thing worth saying: the nearest mark that can still be reached, or what is reached already.
QString ofPresent(const WeekTally& tally, const Policy& policy, bool begun) {
  if (tally.work_s == 0 && begun) return WeekTexts::tr("The first entry of this week has begun");
  if (tally.work_s == 0) return WeekTexts::tr("No entries yet this week: a tap on a tile starts the first");
  const QString so_far = WeekTexts::tr("So far %1").arg(shareText(tally.share()));
  const auto& needed = tally.needed;
  QString rest;
  if (needed.recommended_s == 0) {
    rest = WeekTexts::tr("no more needed for %1 %").arg(policy.recommended_percent);
  } else if (needed.recommended_s <= needed.schedule_left_s || !tally.has_schedule) {
    rest = WeekTexts::tr("%1 more this week reaches %2 %")
               .arg(neededText(needed.recommended_s), QString::number(policy.recommended_percent));
  } else if (needed.minimum_s == 0) {
    rest = WeekTexts::tr("no more needed for %1 %").arg(policy.minimum_percent);
  } else if (needed.minimum_s <= needed.schedule_left_s) {
    rest = WeekTexts::tr("%1 more this week reaches %2 %")
               .arg(neededText(needed.minimum_s), QString::number(policy.minimum_percent));
  } else {
    rest = WeekTexts::tr("%1 more would reach %2 %, and %3 are left")
               .arg(neededText(needed.minimum_s), QString::number(policy.minimum_percent),
                    hoursText(needed.schedule_left_s));
  }
  return QStringLiteral("%1 · %2").arg(so_far, rest);
}

QString sentence(const WeekTally& tally, const Policy& policy, WeekTense tense, bool begun) {
  switch (tense) {
    case WeekTense::past:
      return ofPast(tally, policy);
    case WeekTense::future:
      return WeekTexts::tr("This week is still to come");
    case WeekTense::present:
      break;
  }
  return ofPresent(tally, policy, begun);
}

}  // namespace

WeekTense tenseOf(Date first, Date today) {
  if (today < first) return WeekTense::future;
  return add_days(first, 7) > today ? WeekTense::present : WeekTense::past;
}

QString shareText(const Share& share) {
  const auto text = share.text();
  if (!text) return QStringLiteral("–");
  return WeekTexts::tr("%1 %").arg(QString::fromStdString(*text).replace(u'.', QLocale().decimalPoint()));
}

WeekBar weekBar(const WeekTally& tally, const Policy& policy, WeekTense tense, bool begun) {
  WeekBar bar;
  const Share share = tally.share();
  bar.shareText = shareText(share);
  bar.hoursText = WeekTexts::tr("%1 of %2").arg(hoursText(tally.community_s), hoursText(tally.work_s));
  if (const auto tenths = share.tenths()) bar.fraction = std::clamp(*tenths / 1000.0, 0.0, 1.0);
  bar.minimumMark = policy.minimum_percent / 100.0;
  bar.recommendedMark = policy.recommended_percent / 100.0;
  bar.minimumText = QString::number(policy.minimum_percent);
  bar.recommendedText = QString::number(policy.recommended_percent);
  bar.standing = codeOf(tally.standing);
  bar.standingText = toText(tally.standing);
  bar.sentence = sentence(tally, policy, tense, begun);
  bar.hasSchedule = tally.has_schedule;
  return bar;
}

std::int64_t longestDay(const WeekTally& tally) {
  std::int64_t longest = 0;
  for (const DayTally& day : tally.days) longest = std::max({longest, day.scheduled_s, loggedSeconds(day)});
  return longest;
}

DayBarValues dayBar(const DayTally& day, std::int64_t longest_s, Date today, bool looks_right) {
  const std::int64_t logged = loggedSeconds(day);
  // The tally counts it no other way.
  const auto not_logged = day.date >= today ? 0 : std::max<std::int64_t>(day.scheduled_s - logged, 0);
  const auto part = [longest_s](std::int64_t seconds) {
    return longest_s > 0 ? static_cast<qreal>(seconds) / static_cast<qreal>(longest_s) : 0;
  };
  const QString aloud = looks_right
                            ? WeekTexts::tr("%1, looked at: %2 in the community, %3 on site, %4 not logged")
                            : WeekTexts::tr("%1: %2 in the community, %3 on site, %4 not logged");
  return {part(day.time.community_s), part(day.time.on_site_s), part(not_logged),
          // Nothing logged where nothing was due is no zero.
          logged > 0 || not_logged > 0 ? hoursText(logged) : QStringLiteral("–"),
          aloud.arg(dayText(day.date), hoursText(day.time.community_s), hoursText(day.time.on_site_s),
                    hoursText(not_logged))};
}

QString neededSentence(int percent, const WeekTally& tally, std::int64_t needed_s, WeekTense tense) {
  const auto left = tally.needed.schedule_left_s;
  // A week without anything due or done is no week that has reached something.
  if (tally.logged_s == 0 && tally.scheduled_s == 0 && left == 0) return {};
  const QString mark = QString::number(percent);
  if (tense == WeekTense::past)
    return needed_s == 0 ? WeekTexts::tr("%1 % was reached.").arg(percent)
                         : WeekTexts::tr("%1 short of %2 %.").arg(neededText(needed_s), mark);
  if (needed_s == 0) return WeekTexts::tr("No more is needed for %1 % of the whole week.").arg(percent);
  if (!tally.has_schedule)
    return WeekTexts::tr("%1 more in the community reaches %2 % of what is logged.")
        .arg(neededText(needed_s), mark);
  if (needed_s <= left)
    return WeekTexts::tr("%1 more in the community reaches %2 %; the schedule left holds it.")
        .arg(neededText(needed_s), mark);
  if (left == 0)
    return WeekTexts::tr("%1 more in the community would reach %2 %; no schedule is left.")
        .arg(neededText(needed_s), mark);
  return WeekTexts::tr("%1 more in the community would reach %2 %; the schedule left is only %3.")
      .arg(neededText(needed_s), mark, hoursText(left));
}

QString untaggedText(Date date, int entries) {
  return WeekTexts::tr("%1: %n entries have no location tag", nullptr, entries)
      .arg(capitalised(shortDayText(date)));
}

QString exceptionText(const TallyException& exception, const std::optional<Entry>& first_entry,
                      const Zone& zone) {
  const QString length = durationText(std::chrono::seconds{exception.seconds});
  QString what;
  switch (exception.code) {
    case ExceptionCode::overlap:
      what = WeekTexts::tr("two entries overlap by %1").arg(length);
      break;
    case ExceptionCode::gap:
      what = WeekTexts::tr("%1 with no entry before it").arg(length);
      break;
    case ExceptionCode::incomplete:
      what = WeekTexts::tr("no place given");
      break;
    case ExceptionCode::long_running:
      what = WeekTexts::tr("ran for %1").arg(length);
      break;
    case ExceptionCode::late:
      what = WeekTexts::tr("entered more than a day late");
      break;
    case ExceptionCode::clock:
      what = WeekTexts::tr("this phone's clock was wrong by %1").arg(length);
      break;
    case ExceptionCode::untagged:
      what = WeekTexts::tr("no location tag");
      break;
  }
  if (!first_entry) return what;
  const QString when =
      QStringLiteral("%1 %2").arg(capitalised(shortDayText(zone.date_of(first_entry->starts_at))),
                                  clockText(first_entry->starts_at, zone));
  return WeekTexts::tr("%1, %2: %3").arg(when, toText(first_entry->activity), what);
}

}  // namespace waymark::app
