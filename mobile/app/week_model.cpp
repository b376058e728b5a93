#include "mobile/app/week_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <utility>

#include "mobile/app/choices.h"
#include "mobile/app/code_texts.h"
#include "mobile/app/day_review.h"
#include "mobile/app/field_log.h"
#include "mobile/app/time_texts.h"
#include "mobile/app/week_texts.h"

namespace waymark::app {
namespace {

constexpr int weeks_shown_before = 12;

/// "Mon–Thu 7 h 30 m · Fri 4 h 00 m": days alike in a row are said once, days without schedule not at all.
QString scheduleDaysOf(Date first_day, const device::WeekReading& week) {
  QStringList parts;
  const auto due = [&](int day) {
    return scheduled_day(week.pattern, add_days(first_day, day), week.policy).pattern;
  };
  for (int first = 0; first < 7;) {
    int last = first;
    while (last < 6 && due(last + 1) == due(first)) ++last;
    if (const Millis length = due(first); length > Millis{0}) {
      const QString from = weekdayText(add_days(first_day, first)),
                    to = weekdayText(add_days(first_day, last));
      parts << QStringLiteral("%1 %2").arg(
          first == last ? from : QStringLiteral("%1–%2").arg(from, to),
          hoursText(std::chrono::floor<std::chrono::seconds>(length).count()));
    }
    first = last + 1;
  }
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

WeekModel::WeekModel(FieldLog& log, QObject* parent)
    : QObject(parent),
      log_(log),
      first_(log.weekOf(log.today())),
      days_({"dateIso", "dayText", "communityFraction", "onSiteFraction", "notLoggedFraction", "hoursText",
             "leaveText", "isToday", "isFuture", "looksRight", "accessibleText"},
            this),
      exceptions_({"code", "text", "entryId", "dateIso", "dateText"}, this),
      previous_weeks_({"weekIso", "weekText", "shareText", "fraction", "standing", "standingText"}, this),
      leave_({"leaveId", "dateIso", "dateText", "hoursText", "kind", "kindText"}, this),
      leave_kinds_({"code", "text"}, this) {
  leave_kinds_.setRows(leaveKindChoices());
  later_.setSingleShot(true);
  later_.setInterval(0);
  connect(&later_, &QTimer::timeout, this, &WeekModel::readPreviousWeeks);
  connect(&log_, &FieldLog::changed, this, &WeekModel::onChanged);
  connect(&log_, &FieldLog::dayTurned, this, &WeekModel::turn);
  connect(&log_, &FieldLog::reworded, this, [this] { leave_kinds_.setRows(leaveKindChoices()); });
  read();
}

WeekModel::~WeekModel() = default;

void WeekModel::setVisible(bool visible) {
  if (visible == visible_) return;
  visible_ = visible;
  emit visibleChanged();
  if (!visible_) return;
  log_.lookAtClock();
  read();
}

void WeekModel::onChanged() {
  if (visible_) read();  // else when it is seen again
}

void WeekModel::turn(Date before) {
  // Who looks at this week looks at this week still; another one was chosen.
  if (first_ == log_.weekOf(before)) first_ = log_.weekOf(log_.today());
  onChanged();
}

void WeekModel::read() {
  const auto week = log_.week(first_);
  const WeekTally& tally = week.tally;
  const WeekTense tense = tenseOf(first_, log_.today());
  bar_ = weekBar(tally, week.policy, tense, !week.entries.empty());
  strict_text_.clear();
  if (tally.community_s > 0)
    strict_text_ = tally.flagged_s == 0
                       ? tr("None of it rests on an agency choice.")
                       : tr("%1 without %2 that rests on agency choices.")
                             .arg(shareText(tally.strict_share()), hoursText(tally.flagged_s));
  const auto needed = [&](int percent, std::int64_t seconds) {
    return neededSentence(percent, tally, seconds, tense);
  };
  recommended_needed_text_ = needed(week.policy.recommended_percent, tally.needed.recommended_s);
  // The lower mark is worth a line only while the higher one is open.
  minimum_needed_text_ = tally.needed.recommended_s == 0
                             ? QString()
                             : needed(week.policy.minimum_percent, tally.needed.minimum_s);
  schedule_left_text_.clear();
  if (tense != WeekTense::past && tally.has_schedule)
    schedule_left_text_ = tally.needed.schedule_left_s > 0
                              ? tr("%1 of the schedule left").arg(hoursText(tally.needed.schedule_left_s))
                              : tr("No scheduled time left");
  community_text_ = hoursText(tally.community_s);
  on_site_text_ = hoursText(tally.on_site_s);
  not_logged_text_ = tally.unaccounted_s > 0 ? hoursText(tally.unaccounted_s) : QString();
  std::int64_t scheduled = 0;
  for (const DayTally& day : tally.days) scheduled += day.scheduled_s;
  schedule_text_ = tally.has_schedule ? tr("%1 scheduled this week").arg(hoursText(scheduled))
                                      : tr("No schedule yet: the share is of what was logged.");
  contacts_text_ = tr("Employer contacts: %1; the goal is %2")
                       .arg(tally.employer_contacts.total)
                       .arg(tally.employer_contacts.goal);
  state_ = QString::fromStdString(week.state);
  blank_ = week.entries.empty();
  schedule_days_text_ = scheduleDaysOf(first_, week);
  showState(week);

  showDays(tally, leaveOfWeek());
  showExceptions(week);
  emit changed();
  later_.start();
}

void WeekModel::showState(const device::WeekReading& week) {
  approval_note_.clear();
  if (const auto approvals = log_.records().dated<Approval>(first_, first_); log_.check(approvals))
    for (const auto& approval : *approvals) approval_note_ = QString::fromStdString(approval.record.note);

  state_detail_.clear();
  if (state_ == QLatin1String("approved")) {
    state_detail_ =
        tr("What you change now is kept on this phone and waits until your lead returns the week.");
    return;
  }
  const auto own = log_.records().dated<WeekRecord>(first_, first_);
  const bool waits =
      log_.check(own) && !own->empty() && own->front().sync.state == device::SyncState::on_this_phone;
  if (state_ == QLatin1String("submitted")) {
    state_detail_ = waits ? tr("It will be sent with the next sync; no network is needed now.")
                          : tr("Your lead has it. You can take it back until it is approved.");
    return;
  }
  if (!canSubmit()) return;
  const auto open = std::count_if(
      week.tally.exceptions.begin(), week.tally.exceptions.end(),
      [](const TallyException& exception) { return exception.code != ExceptionCode::untagged; });
  const bool runs = std::any_of(week.entries.begin(), week.entries.end(),
                                [](const auto& stored) { return stored.record.running(); });
  if (runs) {
    state_detail_ = tr("An entry is still running: stop it first, or its end will be missing.");
  } else if (open > 0) {
    state_detail_ = tr("To look at first: %1. You can submit all the same.").arg(open);
  } else if (tenseOf(first_, log_.today()) == WeekTense::present) {
    state_detail_ = tr("The week is not over yet; what you add later goes with it if you submit again.");
  }
}

std::vector<Leave> WeekModel::leaveOfWeek() const {
  std::vector<Leave> leave;
  if (const auto stored = log_.records().dated<Leave>(first_, add_days(first_, 6)); log_.check(stored))
    for (const auto& each : *stored) leave.push_back(each.record);
  return leave;
}

void WeekModel::showDays(const WeekTally& tally, const std::vector<Leave>& leave) {
  std::vector<RowsModel::Row> leave_rows;
  for (const Leave& each : leave)
    leave_rows.push_back(
        {QString::fromStdString(each.id), isoText(each.date), capitalised(shortDayText(each.date)),
         durationText(std::chrono::minutes{each.minutes}), codeOf(each.kind), toText(each.kind)});
  leave_.setRows(std::move(leave_rows));

  const std::int64_t longest = longestDay(tally);
  const Date today = log_.today();
  const auto looked_at = LookedAtDays(log_).all();
  std::vector<RowsModel::Row> rows;
  for (const DayTally& day : tally.days) {
    const auto word = looked_at.find(day.date);
    const bool right =
        word != looked_at.end() && word->second.fingerprint == fingerprintOf(log_.entriesOf(day.date));
    const DayBarValues bar = dayBar(day, longest, today, right);
    QStringList leave_text;
    for (const Leave& each : leave)
      if (each.date == day.date)
        leave_text << tr("%1 %2").arg(toText(each.kind), durationText(std::chrono::minutes{each.minutes}));
    rows.push_back({isoText(day.date), weekdayText(day.date), bar.community, bar.on_site, bar.not_logged,
                    bar.hours, leave_text.join(QStringLiteral(", ")), day.date == today, day.date > today,
                    right, bar.aloud});
  }
  days_.setRows(std::move(rows));
}

void WeekModel::showExceptions(const device::WeekReading& week) {
  const auto begun = [&](const TallyException& exception) -> std::optional<Entry> {
    const std::string id = exception.entry_ids.empty() ? std::string() : exception.entry_ids.back();
    for (const auto& stored : week.entries)
      if (stored.record.id == id) return stored.record;
    return std::nullopt;
  };
  std::map<Date, int> untagged;
  for (const TallyException& exception : week.tally.exceptions)
    if (const auto entry = begun(exception); entry && exception.code == ExceptionCode::untagged)
      ++untagged[log_.zone().date_of(entry->starts_at)];

  std::vector<RowsModel::Row> rows;
  for (const TallyException& exception : week.tally.exceptions) {
    const auto first = begun(exception);
    const Date date = first ? log_.zone().date_of(first->starts_at) : first_;
    QString text = exceptionText(exception, first, log_.zone());
    QString id = first ? QString::fromStdString(first->id) : QString();
    // A day without reception would be nothing but these: they are one line, which opens the day.
    if (exception.code == ExceptionCode::untagged && untagged[date] != 1) {
      const int count = std::exchange(untagged[date], 0);
      if (count == 0) continue;
      text = untaggedText(date, count);
      id.clear();
    }
    rows.push_back({codeOf(exception.code), text, id, isoText(date), capitalised(shortDayText(date))});
  }
  exceptions_.setRows(std::move(rows));
}

void WeekModel::readPreviousWeeks() {
  std::vector<RowsModel::Row> rows;
  for (int back = weeks_shown_before; back >= 1; --back) {
    const Date first = add_days(first_, -7 * back);
    const WeekTally tally = log_.week(first).tally;
    const auto tenths = tally.logged_s > 0 ? tally.share().tenths() : std::nullopt;
    rows.push_back({isoText(first), app::weekText(first),
                    tenths ? shareText(tally.share()) : QStringLiteral("–"), tenths ? *tenths / 1000.0 : -1.0,
                    codeOf(tally.standing), toText(tally.standing)});
  }
  has_previous_weeks_ = std::any_of(rows.begin(), rows.end(),
                                    [](const RowsModel::Row& row) { return row.at(3).toDouble() >= 0; });
  previous_weeks_.setRows(std::move(rows));
  emit previousWeeksChanged();
}

QString WeekModel::weekIso() const {
  return isoText(first_);
}
QString WeekModel::weekText() const {
  return app::weekText(first_);
}
bool WeekModel::isThisWeek() const {
  return first_ == log_.weekOf(log_.today());
}

QString WeekModel::stateText() const {
  if (state_ == QLatin1String("submitted")) return tr("Submitted");
  if (state_ == QLatin1String("approved")) return tr("Approved");
  if (state_ == QLatin1String("returned")) return tr("Returned to you by your lead");
  return tr("Not submitted yet");
}

bool WeekModel::canSubmit() const {
  return (state_ == QLatin1String("open") || state_ == QLatin1String("returned")) && first_ <= log_.today();
}
bool WeekModel::canReopen() const {
  return state_ == QLatin1String("submitted");
}

void WeekModel::previousWeek() {
  first_ = add_days(first_, -7);
  read();
}
void WeekModel::nextWeek() {
  first_ = add_days(first_, 7);
  read();
}
void WeekModel::thisWeek() {
  first_ = log_.weekOf(log_.today());
  read();
}
void WeekModel::showWeek(const QString& iso) {
  if (const auto date = parseIsoDate(iso)) {
    first_ = log_.weekOf(*date);
    read();
  }
}

void WeekModel::submit() {
  if (!canSubmit()) return;
  // A week handed in before and returned says "submitted" still, and saving what is there already makes no
  // edit that the lead could hear of: it is taken back, and handed in again.
  if (state_ == QLatin1String("returned")) putWeek(WeekRecordState::open);
  putWeek(WeekRecordState::submitted);
}
void WeekModel::reopen() {
  if (canReopen()) putWeek(WeekRecordState::open);
}

void WeekModel::putWeek(WeekRecordState state) {
  if (!log_.identity()) return;
  WeekRecord week;
  if (const auto stored = log_.records().dated<WeekRecord>(first_, first_);
      log_.check(stored) && !stored->empty())
    week = stored->front().record;  // with what a newer version may have written in it
  week.specialist_id = log_.identity()->person_id;
  week.week_start = first_;
  week.state = state;
  if (log_.check(log_.store().put(std::move(week)))) read();
}

bool WeekModel::addLeave(const QString& dateIso, const QString& hours, const QString& kind) {
  const auto date = parseIsoDate(dateIso);
  const auto minutes = parseHours(hours);
  const auto leave_kind = fromCode<LeaveKind>(kind);
  if (!date || *date < first_ || *date > add_days(first_, 6)) {
    showError(tr("Choose a day of this week."));
    return false;
  }
  if (!minutes) {
    showError(tr("Write hours like 7:30, up to 24."));
    return false;
  }
  if (!leave_kind) {
    showError(tr("Choose what kind of leave it is."));
    return false;
  }
  if (!log_.identity()) return false;
  Leave leave;
  leave.specialist_id = log_.identity()->person_id;
  leave.date = *date;
  leave.minutes = *minutes;
  leave.kind = *leave_kind;
  const auto saved = log_.store().put(std::move(leave));
  showError(saved ? QString() : refusalText(saved.error()));
  if (saved) read();
  return saved.has_value();
}

void WeekModel::removeLeave(const QString& leaveId) {
  if (log_.check(log_.store().set_deleted(leaveId.toStdString(), true))) read();
}

void WeekModel::showError(const QString& sentence) {
  leave_error_ = sentence;
  emit leaveErrorChanged();
}

}  // namespace waymark::app
