#include <QCoreApplication>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/participant_model.h"
#include "mobile/app/time_texts.h"

// What is due to one participant, their jobs, and the contacts there were.

namespace waymark::app {
namespace {

constexpr int dues_before = 2, dues_ahead = 3;
constexpr std::size_t latest_contacts = 8;

}  // namespace

void ParticipantModel::showDues() {
  std::vector<RowsModel::Row> dues, jobs, contacts;
  case_dues_ = {};
  contact_count_ = 0;
  if (loaded_ && !isNew()) {
    const Date today = log_.today();
    std::vector<Job> held;
    if (const auto all = log_.records().all<Job>(); log_.check(all))
      for (const auto& stored : *all)
        if (stored.record.participant_id == stored_.record.id) held.push_back(stored.record);
    std::vector<Entry> entries;
    if (const auto stored = log_.records().entries_with_participant(stored_.record.id); log_.check(stored))
      for (const auto& each : *stored) entries.push_back(each.record);
    case_dues_ = case_dues(stored_.record, held, entries, log_.zone(), log_.now());

    // The newest job first.
    std::sort(held.begin(), held.end(), [](const Job& a, const Job& b) { return a.starts_on > b.starts_on; });
    for (const Job& job : held)
      jobs.push_back({QString::fromStdString(job.id), jobText(log_, job), jobDatesText(job, today),
                      toText(job.kind), job.ends_on && *job.ends_on < today});

    // A year of windows is too long to read: a little of what is over, what is due, and what comes next.
    const auto now = std::find_if(case_dues_.dues.begin(), case_dues_.dues.end(),
                                  [&](const Due& due) { return due.by >= today; });
    auto from = now;
    for (int back = 0; back < dues_before && from != case_dues_.dues.begin(); ++back) --from;
    int ahead = 0;
    for (auto due = from; due != case_dues_.dues.end() && ahead < dues_ahead; ++due) {
      if (due->state == DueState::upcoming) ++ahead;
      QString when = due->met_on ? tr("done %1").arg(nearDateText(*due->met_on, today))
                     : due->state == DueState::missed
                         ? tr("missed, was due by %1").arg(nearDateText(due->by, today))
                     : due->state == DueState::open ? tr("due by %1").arg(nearDateText(due->by, today))
                                                    : tr("from %1").arg(nearDateText(due->from, today));
      dues.push_back({dueKindText(*due), when, codeOf(due->state)});
    }

    contact_count_ = static_cast<int>(entries.size());
    if (!all_contacts_ && entries.size() > latest_contacts) entries.resize(latest_contacts);
    for (const Entry& entry : entries) {
      QStringList what{toText(entry.activity)};
      if (entry.contact) what << toText(*entry.contact);
      if (const QString where = log_.whereText(entry); !where.isEmpty()) what << where;
      if (entry.no_show) what << tr("nobody came");
      contacts.push_back({QString::fromStdString(entry.id), isoText(log_.zone().date_of(entry.starts_at)),
                          momentText(entry.starts_at, log_.zone(), log_.now()),
                          what.join(QStringLiteral(" · "))});
    }
  }
  dues_.setRows(std::move(dues));
  jobs_.setRows(std::move(jobs));
  contacts_.setRows(std::move(contacts));
}

QString ParticipantModel::overdueText() const {
  return app::overdueText(case_dues_.overdue_since, log_.today());
}

QString ParticipantModel::nextText() const {
  if (!loaded_ || isNew()) return {};
  if (closedCase()) return tr("The case is closed: nothing is due.");
  return case_dues_.next ? dueText(*case_dues_.next, log_.today()) : tr("Nothing is due.");
}

QString ParticipantModel::lastMetText() const {
  if (!loaded_ || isNew()) return {};
  if (!case_dues_.last_met_on) return tr("No meeting recorded yet");
  return tr("Last met %1").arg(agoText(*case_dues_.last_met_on, log_.today()));
}

QString ParticipantModel::hiringText() const {
  return loaded_ ? firstContactText(case_dues_.hiring_meeting, stored_.record.entered_on, log_.today())
                 : QString();
}

QString ParticipantModel::employerContactText() const {
  return loaded_ ? firstContactText(case_dues_.employer_contact, stored_.record.entered_on, log_.today())
                 : QString();
}

}  // namespace waymark::app
