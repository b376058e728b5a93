#include "shared/tally/follow_along.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "shared/tally/week_tally.h"

namespace waymark {
namespace {

constexpr int days_before_start = 7;
constexpr int days_after_start = 3;
constexpr int weeks_of_first_month = 4;
constexpr int months_of_support = 12;
constexpr double hours_for_two_a_month = 10;
constexpr int services_a_month = 2;
constexpr Millis service_length = std::chrono::minutes{30};
constexpr int days_to_hiring_meeting = 30;

/// The same day of a later month; its last day where that month is shorter.
Date add_months(Date date, int months) {
  const Date moved = date + std::chrono::months{months};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

Date first_of_month(Date date) {
  return date.year() / date.month() / std::chrono::day{1};
}
Date last_of_month(Date date) {
  return Date{date.year() / date.month() / std::chrono::last};
}

bool with_the_participant(Activity activity) {
  switch (activity) {
    case Activity::job_coaching:
    case Activity::job_search:
    case Activity::engagement:
    case Activity::assessment:
    case Activity::benefits_counseling:
    case Activity::follow_along:
      return true;
    default:
      return false;
  }
}

struct Meeting {
  Date on;
  bool face_to_face;
  bool long_enough;  ///< for S0's 30 minutes
};

class Case {
 public:
  Case(const Participant& participant, std::span<const Job> jobs, std::span<const Entry> entries,
       const Zone& zone, Instant now)
      : participant_(participant), zone_(zone), today_(zone.date_of(now)) {
    for (const Job& job : jobs)
      if (job.participant_id == participant.id && job.kind == JobKind::competitive) jobs_.push_back(&job);
    for (const Entry& entry : entries)
      if (entry.participant_id == participant.id && entry.starts_at <= now) take(entry, now);
    std::ranges::sort(meetings_, {}, &Meeting::on);
  }

  CaseDues work_out() {
    for (const Meeting& meeting : meetings_)
      if (meeting.face_to_face) found_.last_met_on = meeting.on;
    found_.weekly_hours = hours_on(today_);
    if (!is_open_case(participant_)) return std::move(found_);
    for (const Job* job : jobs_) follow(*job);
    count_services(add_days(first_of_month(today_), -1));
    count_services(today_);
    ask_hiring_meeting();
    std::ranges::sort(found_.dues, [](const Due& a, const Due& b) {
      return std::tie(a.by, a.kind, a.job_id, a.from) < std::tie(b.by, b.kind, b.job_id, b.from);
    });
    choose_next();
    find_overdue();
    return std::move(found_);
  }

 private:
  void take(const Entry& entry, Instant now) {
    const Date on = zone_.date_of(entry.starts_at);
    const bool met = met_participant(entry);
    if (met || served_participant(entry))
      meetings_.push_back({on, met, entry.ends_at.value_or(now) - entry.starts_at >= service_length});
    if (on < participant_.entered_on || entry.no_show) return;
    if (entry.hiring_authority && entry.participant_present && entry.contact == Contact::in_person)
      note_first(found_.hiring_meeting, on);
    if (is_employer_contact(entry)) note_first(found_.employer_contact, on);
  }

  void note_first(FirstContact& first, Date on) const {
    if (first.on && *first.on <= on) return;
    first = {on, days_between(participant_.entered_on, on)};
  }

  double hours_on(Date date) const {
    double hours = 0;
    for (const Job* job : jobs_)
      if (job->starts_on <= date && (!job->ends_on || date <= *job->ends_on)) hours += job->hours_per_week;
    return hours;
  }

  DueState state_of(const Due& due) const {
    if (due.done >= due.wanted) return DueState::met;
    return today_ < due.from ? DueState::upcoming : today_ <= due.by ? DueState::open : DueState::missed;
  }

  /// A window of a job, met by the first meeting in it. One the job did not last through is not asked for.
  void ask(const Job& job, DueKind kind, int number, Date from, Date by) {
    if (job.ends_on && *job.ends_on < by) return;
    Due due{kind, job.id, number, from, by, {}, {}, 0, 1};
    for (const Meeting& meeting : meetings_)
      if (meeting.face_to_face && from <= meeting.on && meeting.on <= by) {
        due.met_on = meeting.on;
        due.done = 1;
        break;
      }
    due.state = state_of(due);
    found_.dues.push_back(std::move(due));
  }

  void follow(const Job& job) {
    const Date start = job.starts_on;
    ask(job, DueKind::before_start, 0, add_days(start, -days_before_start), add_days(start, -1));
    ask(job, DueKind::after_start, 0, start, add_days(start, days_after_start));
    for (int week = 0; week < weeks_of_first_month; ++week)
      ask(job, DueKind::weekly, week + 1, add_days(start, 7 * week), add_days(start, 7 * week + 6));
    for (int month = 1; month < months_of_support; ++month)
      ask(job, DueKind::monthly, month + 1, add_months(start, month),
          add_days(add_months(start, month + 1), -1));
  }

  /// The two services of the month `day` lies in; of a month worked in part, as many as the part holds.
  void count_services(Date day) {
    const Date first = first_of_month(day), last = last_of_month(day);
    int worked = 0;
    Date begin = last;
    for (Date date = first; date <= last; date = add_days(date, 1))
      if (hours_on(date) >= hours_for_two_a_month) {
        ++worked;
        begin = std::min(begin, date);
      }
    Due due{DueKind::twice_monthly, {}, 0, begin, last, {}, {}, 0, 0};
    due.wanted = services_a_month * worked / (days_between(first, last) + 1);
    if (due.wanted == 0) return;
    for (const Meeting& meeting : meetings_)
      if (meeting.long_enough && first <= meeting.on && meeting.on <= last) {
        ++due.done;
        if (due.done == due.wanted) due.met_on = meeting.on;
      }
    due.state = state_of(due);
    found_.dues.push_back(std::move(due));
  }

  void ask_hiring_meeting() {
    const Date entered = participant_.entered_on;
    Due due{DueKind::hiring_meeting, {}, 0, entered, add_days(entered, days_to_hiring_meeting), {}, {}, 0, 1};
    due.met_on = found_.hiring_meeting.on;
    due.done = due.met_on ? 1 : 0;
    due.state = state_of(due);
    // Whoever has been hired since needs no meeting that leads to it.
    const bool hired = std::ranges::any_of(jobs_, [&](const Job* job) { return job->starts_on >= entered; });
    if (due.state != DueState::met && hired) return;
    found_.dues.push_back(std::move(due));
  }

  void choose_next() {
    for (const Due& due : found_.dues)  // by `by`
      if (due.state == DueState::open) {
        found_.next = due;
        return;
      }
    for (const Due& due : found_.dues)
      if (due.kind == DueKind::hiring_meeting && due.state == DueState::missed) {
        found_.next = due;
        return;
      }
    for (const Due& due : found_.dues)
      if (due.state == DueState::upcoming && (!found_.next || due.from < found_.next->from))
        found_.next = due;
  }

  bool still_supported(const std::string& job_id) const {
    const auto job = std::ranges::find(jobs_, job_id, &Job::id);
    return job != jobs_.end() && (!(*job)->ends_on || *(*job)->ends_on >= today_) &&
           today_ < add_months((*job)->starts_on, months_of_support);
  }

  void find_overdue() {
    const auto owed = [&](Date by) {
      if (!found_.overdue_since || by < *found_.overdue_since) found_.overdue_since = by;
    };
    for (const Due& due : found_.dues) {
      if (due.state != DueState::missed) continue;
      if (due.kind == DueKind::hiring_meeting) owed(due.by);
      const bool cadence =
          due.kind == DueKind::after_start || due.kind == DueKind::weekly || due.kind == DueKind::monthly;
      const bool met_since = found_.last_met_on && *found_.last_met_on > due.by;
      if (cadence && !met_since && still_supported(due.job_id)) owed(due.by);
    }
  }

  const Participant& participant_;
  const Zone& zone_;
  const Date today_;
  std::vector<const Job*> jobs_;
  std::vector<Meeting> meetings_;
  CaseDues found_;
};

}  // namespace

template <>
std::span<const std::string_view> wire_names<DueKind>() {
  static constexpr std::array<std::string_view, 6> names = {
      "before_start", "after_start", "weekly", "monthly", "twice_monthly", "hiring_meeting"};
  return names;
}

template <>
std::span<const std::string_view> wire_names<DueState>() {
  static constexpr std::array<std::string_view, 4> names = {"upcoming", "open", "met", "missed"};
  return names;
}

bool is_open_case(const Participant& participant) {
  return participant.status != closed_status;
}

bool met_participant(const Entry& entry) {
  if (entry.participant_id.empty() || entry.no_show || entry.contact != Contact::in_person) return false;
  if (entry.activity == Activity::travel || entry.activity == Activity::break_) return false;
  return entry.participant_present || with_the_participant(entry.activity);
}

bool served_participant(const Entry& entry) {
  if (met_participant(entry)) return true;
  return !entry.participant_id.empty() && !entry.no_show && with_the_participant(entry.activity) &&
         (entry.contact == Contact::video || entry.contact == Contact::phone);
}

CaseDues case_dues(const Participant& participant, std::span<const Job> jobs, std::span<const Entry> entries,
                   const Zone& zone, Instant now) {
  return Case(participant, jobs, entries, zone, now).work_out();
}

}  // namespace waymark
