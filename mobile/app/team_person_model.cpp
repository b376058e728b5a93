#include "mobile/app/team_person_model.h"

#include <algorithm>
#include <map>
#include <vector>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/team_model.h"
#include "mobile/app/time_texts.h"

namespace waymark::app {
namespace {

std::int64_t totalOf(const Split& split) {
  return split.community_s + split.on_site_s + split.not_worked_s;
}

/// Longest first, equal ones by their code, so that they keep their places.
template <class Name>
std::vector<RowsModel::Row> splitRows(const std::map<std::string, Split>& splits, Name name) {
  std::vector<std::pair<std::string, Split>> sorted(splits.begin(), splits.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return totalOf(a.second) > totalOf(b.second); });
  std::vector<RowsModel::Row> rows;
  for (const auto& [code, split] : sorted) {
    if (totalOf(split) == 0) continue;
    QStringList counts;
    if (split.community_s > 0)
      counts << TeamPersonModel::tr("%1 in the community").arg(hoursText(split.community_s));
    if (split.on_site_s > 0) counts << TeamPersonModel::tr("%1 on site").arg(hoursText(split.on_site_s));
    if (split.not_worked_s > 0)
      counts << TeamPersonModel::tr("%1 not worked").arg(hoursText(split.not_worked_s));
    rows.push_back(
        {name(QString::fromStdString(code)), hoursText(totalOf(split)), counts.join(QStringLiteral(" · "))});
  }
  return rows;
}

/// A code of a newer server is shown as it is: better than time that is missing from a list.
QString activityName(const QString& code) {
  const auto activity = fromCode<Activity>(code);
  return activity ? toText(*activity) : code;
}

QString placeName(const QString& code) {
  if (code == QLatin1String("travel")) return toText(Activity::travel);
  if (code == QLatin1String("unspecified")) return TeamPersonModel::tr("No place given");
  const auto place = fromCode<Place>(code);
  return place ? toText(*place) : code;
}

}  // namespace

TeamPersonModel::TeamPersonModel(FieldLog& log, TeamModel& team, QObject* parent)
    : QObject(parent),
      log_(log),
      team_(team),
      days_({"dayText", "communityFraction", "onSiteFraction", "notLoggedFraction", "hoursText", "leaveText",
             "isToday", "isFuture", "accessibleText"},
            this),
      activities_({"text", "hoursText", "countsText"}, this),
      places_({"text", "hoursText", "countsText"}, this),
      exceptions_({"code", "text"}, this) {
  connect(&team_, &TeamModel::changed, this, &TeamPersonModel::read);
}

TeamPersonModel::~TeamPersonModel() = default;

void TeamPersonModel::open(const QString& personId) {
  person_id_ = personId.toStdString();
  read();
}

void TeamPersonModel::close() {
  person_id_.clear();
  read();
}

const PersonWeek* TeamPersonModel::find() const {
  if (person_id_.empty() || !team_.answer()) return nullptr;
  const auto& people = team_.answer()->week.people;
  const auto found = std::find_if(people.begin(), people.end(), [this](const PersonWeek& person) {
    return person.owner.person_id == person_id_;
  });
  return found == people.end() ? nullptr : &*found;
}

void TeamPersonModel::read() {
  const PersonWeek* person = find();
  loaded_ = person != nullptr;
  if (person) {
    const Policy policy = team_.policy();
    write(*person, team_.view(policy));
  } else {
    for (RowsModel* rows : {&days_, &activities_, &places_, &exceptions_}) rows->setRows({});
  }
  emit changed();
}

void TeamPersonModel::write(const PersonWeek& person, const TeamView& view) {
  const WeekTally& tally = person.tally;
  name_ = QString::fromStdString(person.owner.name);
  empty_text_ = app::emptyText(person, view);
  concern_text_ = concernsOf(person, view).text();
  state_ = QString::fromStdString(person.owner.state);
  state_text_ = weekStateText(person);
  last_sync_text_ = app::lastSyncText(person, view);
  writeNumbers(person, view);
  writeDays(tally);
  activities_.setRows(splitRows(tally.by_activity, activityName));
  places_.setRows(splitRows(tally.by_place, placeName));
  writeExceptions(tally);
}

void TeamPersonModel::writeNumbers(const PersonWeek& person, const TeamView& view) {
  const WeekTally& tally = person.tally;
  bar_ = weekBar(tally, view.policy, view.tense);
  strict_text_.clear();
  if (tally.flagged_s > 0)
    strict_text_ = tr("%1 without %2 that rests on agency choices.")
                       .arg(shareText(tally.strict_share()), hoursText(tally.flagged_s));
  const auto needed = [&](int percent, std::int64_t seconds) {
    return neededSentence(percent, tally, seconds, view.tense);
  };
  recommended_needed_text_ = needed(view.policy.recommended_percent, tally.needed.recommended_s);
  minimum_needed_text_ = tally.needed.recommended_s == 0
                             ? QString()
                             : needed(view.policy.minimum_percent, tally.needed.minimum_s);
  const EmployerContacts& contacts = tally.employer_contacts;
  contacts_text_ = app::contactsText(contacts);
  contacts_detail_.clear();
  if (contacts.total > 0)
    contacts_detail_ = tr("%1 with someone who can hire · %2 for a participant · %3 returning")
                           .arg(contacts.hiring_authority)
                           .arg(contacts.for_participant)
                           .arg(contacts.returning);
  community_text_ = hoursText(tally.community_s);
  on_site_text_ = hoursText(tally.on_site_s);
  not_logged_text_ = tally.unaccounted_s > 0 ? hoursText(tally.unaccounted_s) : QString();
  std::int64_t scheduled = 0;
  for (const DayTally& day : tally.days) scheduled += day.scheduled_s;
  schedule_text_ = tally.has_schedule ? tr("%1 scheduled").arg(hoursText(scheduled))
                                      : tr("No schedule: the share is of what was logged.");
}

void TeamPersonModel::writeDays(const WeekTally& tally) {
  const Date today = log_.today();
  const std::int64_t longest = longestDay(tally);
  std::vector<RowsModel::Row> rows;
  for (const DayTally& day : tally.days) {
    const DayBarValues bar = dayBar(day, longest, today);
    const QString leave = day.leave_s > 0 ? tr("Leave %1").arg(hoursText(day.leave_s)) : QString();
    rows.push_back({weekdayText(day.date), bar.community, bar.on_site, bar.not_logged, bar.hours, leave,
                    day.date == today, day.date > today,
                    leave.isEmpty() ? bar.aloud : QStringLiteral("%1, %2").arg(bar.aloud, leave)});
  }
  days_.setRows(std::move(rows));
}

void TeamPersonModel::writeExceptions(const WeekTally& tally) {
  std::map<ExceptionCode, std::pair<int, std::int64_t>> kinds;
  for (const TallyException& exception : tally.exceptions) {
    auto& [count, seconds] = kinds[exception.code];
    ++count;
    seconds += exception.seconds;
  }
  std::vector<RowsModel::Row> rows;
  for (const auto& [code, sum] : kinds) {
    // Only these are a length of the week; of the others the seconds are another thing (exceptions.h).
    const bool lasts =
        code == ExceptionCode::overlap || code == ExceptionCode::gap || code == ExceptionCode::untagged;
    rows.push_back({codeOf(code), exceptionCountText(code, sum.first, lasts ? sum.second : 0)});
  }
  exceptions_.setRows(std::move(rows));
}

}  // namespace waymark::app
