#include "mobile/app/team_model.h"

#include <QLocale>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

/// An answer younger than this is shown again without asking, when a page comes into view.
constexpr auto young = std::chrono::minutes{1};

bool isNoSignal(ErrorCode code) {
  return code == ErrorCode::unreachable || code == ErrorCode::timed_out;
}

/// Empty is told from zero, as on the server's pages (TeamRow::has_entries): that nobody has entries is no
/// share of 0 %.
bool isEmpty(const TeamWeek& week) {
  return std::all_of(week.people.begin(), week.people.end(),
                     [](const PersonWeek& person) { return person.tally.by_activity.empty(); });
}

/// The bullet bar of a share that is no one person's: no standing, and nothing of what is still needed.
WeekBar teamBar(const TeamWeek& week, const Policy& policy) {
  WeekBar bar;
  if (isEmpty(week)) {
    bar.shareText = shareText({});
    bar.sentence = TeamTexts::tr("Nobody in the team has entries in this week");
  } else {
    bar.shareText = shareText(week.pooled);
    bar.hoursText =
        TeamTexts::tr("%1 of %2").arg(hoursText(week.pooled.community_s), hoursText(week.pooled.work_s));
    if (const auto tenths = week.pooled.tenths()) bar.fraction = std::clamp(*tenths / 1000.0, 0.0, 1.0);
  }
  bar.minimumMark = policy.minimum_percent / 100.0;
  bar.recommendedMark = policy.recommended_percent / 100.0;
  bar.minimumText = QString::number(policy.minimum_percent);
  bar.recommendedText = QString::number(policy.recommended_percent);
  return bar;
}

}  // namespace

TeamModel::TeamModel(FieldLog& log, std::unique_ptr<TeamFetcher> fetcher, QObject* parent)
    : QObject(parent),
      log_(log),
      fetcher_(std::move(fetcher)),
      first_(log.weekOf(log.today())),
      people_({"personId", "name", "heading", "fraction", "shareText", "hoursText", "standing",
               "standingText", "emptyText", "missingText", "concernText", "contactsText", "state",
               "stateText", "lastSyncText", "accessibleText"},
              this) {
  connect(&log_, &FieldLog::changed, this, [this](const device::StoreChange& change) {
    // The week of another person, of an erased phone, or of somebody who leads no more is nobody's to see,
    // looked at or not; other records say nothing of the team.
    if (change.identity) answer_.reset(), failure_.reset();
    if (change.identity || change.types.contains(RecordType::person) || change.types.empty()) readKept();
  });
  connect(&log_, &FieldLog::dayTurned, this, [this](Date before) {
    if (first_ == log_.weekOf(before)) first_ = log_.weekOf(log_.today());
    readIfWatched();
  });
  connect(fetcher_.get(), &TeamFetcher::changed, this, &TeamModel::changed);
  connect(fetcher_.get(), &TeamFetcher::answered, this, &TeamModel::take);
  readKept();
}

TeamModel::~TeamModel() = default;

QString TeamModel::teamText() const {
  const QString team = answer_ ? QString::fromStdString(answer_->week.team) : QString();
  return team.isEmpty() ? tr("Team") : tr("Team %1").arg(team);
}
QString TeamModel::weekText() const {
  return app::weekText(first_);
}
bool TeamModel::isThisWeek() const {
  return first_ == log_.weekOf(log_.today());
}

QString TeamModel::pagesText() const {
  const QString server = log_.identity() ? QString::fromStdString(log_.identity()->server) : QString();
  return tr("To look only. You approve or return weeks in a browser, at %1/team.").arg(server);
}

void TeamModel::setWatched(bool watched) {
  watchers_ += watched ? 1 : -1;
  if (watched && watchers_ == 1) readIfWatched();
  if (!watched && watchers_ == 0) fetcher_->rest();
}

void TeamModel::previousWeek() {
  show(add_days(first_, -7));
}
void TeamModel::nextWeek() {
  show(add_days(first_, 7));
}
void TeamModel::thisWeek() {
  show(log_.weekOf(log_.today()));
}

void TeamModel::show(Date week_first) {
  first_ = week_first;
  answer_.reset();
  failure_.reset();
  readKept();
  readIfWatched();
}

void TeamModel::refresh() {
  failure_.reset();
  if (lead_) fetcher_->fetch(first_);
  write();
}

/// What is kept is on the screen at once; what is new comes when it comes.
void TeamModel::readKept() {
  const device::TeamWeeks weeks(log_.store());
  const auto lead = weeks.is_lead();
  lead_ = log_.check(lead) && *lead;
  answer_.reset();
  if (auto kept = weeks.kept(first_); lead_ && log_.check(kept)) answer_ = std::move(*kept);
  write();
}

void TeamModel::readIfWatched() {
  if (watchers_ == 0) return;
  const bool fresh = answer_ && !failure_ && log_.store().server_now() - answer_->fetched_at < young;
  if (fresh) return write();
  refresh();
}

void TeamModel::take(Date week_first, const Result<device::TeamAnswer>& answer) {
  if (week_first != first_) return;
  failure_.reset();
  if (answer)
    answer_ = *answer;
  else
    failure_ = answer.error();
  // What the server took back is gone from the phone; it must not stay on the screen.
  if (failure_ && failure_->code == ErrorCode::forbidden) return readKept();
  write();
}

Policy TeamModel::policy() const {
  return log_.policyFor(first_);
}

TeamView TeamModel::view(const Policy& policy) const {
  return {*answer_, policy, log_.zone(), tenseOf(first_, log_.today()), log_.now()};
}

void TeamModel::write() {
  bar_ = {};
  mean_text_.clear();
  submitted_text_.clear();
  heard_text_.clear();
  as_of_text_.clear();
  problem_text_.clear();
  stale_ = failure_ && isNoSignal(failure_->code);
  if (failure_ && !(stale_ && answer_))
    problem_text_ = failure_->code == ErrorCode::forbidden
                        ? tr("The server says you lead no team now: ask your admin.")
                        : refusalText(*failure_);
  if (answer_) {
    const Policy in_force = policy();
    const TeamView seen = view(in_force);
    const TeamWeek& week = answer_->week;
    bar_ = teamBar(week, in_force);
    if (week.mean_share && !isEmpty(week))
      mean_text_ = tr("Mean of specialists %1 %")
                       .arg(QString::fromStdString(*week.mean_share).replace(u'.', QLocale().decimalPoint()));
    submitted_text_ = app::submittedText(week);
    complete_ = isComplete(week);
    heard_text_ = app::heardText(seen);
    as_of_text_ = stale_ ? tr("%1; no signal").arg(app::asOfText(seen)) : app::asOfText(seen);
    writePeople(seen);
  } else {
    people_.setRows({});
  }
  emit changed();
}

void TeamModel::writePeople(const TeamView& view) {
  // Those to look at first are on top, else the order is the server's: by name.
  std::vector<std::pair<Concerns, const PersonWeek*>> order;
  for (const PersonWeek& person : view.answer.week.people)
    order.emplace_back(concernsOf(person, view), &person);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    const bool first = !a.first.reasons.isEmpty(), second = !b.first.reasons.isEmpty();
    return first != second ? first : a.first.rank < b.first.rank;
  });
  std::vector<RowsModel::Row> rows;
  QString headed;
  for (const auto& [concern, shown] : order) {
    const PersonWeek& person = *shown;
    const WeekTally& tally = person.tally;
    const QString concerns = concern.text();
    const WeekBar bar = weekBar(tally, view.policy, view.tense);
    const QString empty = emptyText(person, view);
    // Said once.
    const QString missing = concern.says_empty ? QString() : empty;
    const QString name = QString::fromStdString(person.owner.name);
    const QString contacts = contactsText(tally.employer_contacts);
    const QString synced = lastSyncText(person, view);
    QStringList aloud{name};
    if (empty.isEmpty())
      aloud << bar.shareText << bar.hoursText << bar.standingText;
    else if (!missing.isEmpty())
      aloud << missing;
    if (!concerns.isEmpty()) aloud << concerns;
    aloud << contacts << weekStateText(person) << synced;
    // A heading stands over the first of each part.
    const QString part = !concerns.isEmpty()                     ? tr("Needs attention")
                         : order.front().first.reasons.isEmpty() ? tr("Everyone")
                                                                 : tr("The others");
    const QString heading = part == headed ? QString() : part;
    headed = part;
    rows.push_back({QString::fromStdString(person.owner.person_id), name, heading, bar.fraction,
                    bar.shareText, bar.hoursText, bar.standing, bar.standingText, empty, missing, concerns,
                    contacts, QString::fromStdString(person.owner.state), weekStateText(person), synced,
                    aloud.join(QStringLiteral(", "))});
  }
  people_.setRows(std::move(rows));
}

}  // namespace waymark::app
