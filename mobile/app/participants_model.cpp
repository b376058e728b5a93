#include "mobile/app/participants_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/network_texts.h"
#include "mobile/app/sync_texts.h"

namespace waymark::app {
namespace {

struct Line {
  const CaseFile* file;
  CaseDues dues;
  bool closed;

  /// What is owed first, then what is due, then what is to come; closed cases last.
  auto key() const {
    const Date none{std::chrono::year{9999} / 12 / 31};
    const int stage = closed                                            ? 4
                      : dues.overdue_since                              ? 0
                      : dues.next && dues.next->state == DueState::open ? 1
                      : dues.next                                       ? 2
                                                                        : 3;
    const Date when = dues.overdue_since ? *dues.overdue_since
                      : !dues.next       ? none
                      : stage == 1       ? dues.next->by
                                         : dues.next->from;
    return std::tuple(stage, when, file->participant.record.code);
  }
};

QString stateOf(const CaseDues& dues) {
  if (dues.overdue_since) return QStringLiteral("overdue");
  return dues.next ? codeOf(dues.next->state) : QStringLiteral("none");
}

std::vector<Job> jobsOf(const CaseFile& file) {
  std::vector<Job> jobs;
  for (const auto& job : file.jobs) jobs.push_back(job.record);
  return jobs;
}

/// The jobs of today; where there is none, the next one.
QString jobLine(const FieldLog& log, const CaseFile& file) {
  const Date today = log.today();
  QStringList held;
  const Job* coming = nullptr;
  for (const auto& stored : file.jobs) {
    const Job& job = stored.record;
    if (job.ends_on && *job.ends_on < today) continue;
    if (job.starts_on <= today)
      held << jobText(log, job);
    else if (coming == nullptr || job.starts_on < coming->starts_on)
      coming = &job;
  }
  if (held.isEmpty() && coming != nullptr)
    return QStringLiteral("%1 %2").arg(jobText(log, *coming), jobDatesText(*coming, today));
  return held.join(QStringLiteral("; "));
}

}  // namespace

ParticipantsModel::ParticipantsModel(FieldLog& log, Network& network, QObject* parent)
    : QObject(parent),
      log_(log),
      network_(network),
      rows_({"participantId", "code", "aboutText", "dueText", "dueState", "overdueText", "jobText", "closed",
             "syncState", "syncText", "accessibleText"},
            this) {
  connect(&network_, &Network::caseloadChanged, this, &ParticipantsModel::show);
  connect(&log_, &FieldLog::reworded, this, &ParticipantsModel::show);
  connect(&log_, &FieldLog::dayTurned, this, &ParticipantsModel::refresh);
  network_.start();
  show();
}

ParticipantsModel::~ParticipantsModel() = default;

void ParticipantsModel::setWatched(bool watched) {
  watchers_ += watched ? 1 : -1;
  network_.watch(this, watchers_ > 0);
  if (watched) refresh();
}

void ParticipantsModel::refresh() {
  network_.refresh();
  show();
}

void ParticipantsModel::show() {
  const Date today = log_.today();
  const auto caseload = network_.caseload();
  most_ = log_.policyFor(log_.weekOf(today)).caseload_max;
  open_ = closed_ = overdue_ = due_ = 0;
  std::vector<Line> lines;
  for (const CaseFile& file : *caseload) {
    const bool closed = file.participant.deleted || !is_open_case(file.participant.record);
    ++(closed ? closed_ : open_);
    if (closed && !show_closed_) continue;
    Line line{&file, {}, closed};
    if (!closed)
      line.dues = case_dues(file.participant.record, jobsOf(file), file.entries, log_.zone(), log_.now());
    if (line.dues.overdue_since)
      ++overdue_;
    else if (line.dues.next && line.dues.next->state == DueState::open)
      ++due_;
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.key() < b.key(); });

  std::vector<RowsModel::Row> rows;
  for (const Line& line : lines) {
    const auto& [participant, op, deleted, sync] = line.file->participant;
    QStringList about{statusText(participant.status)};
    if (deleted) about = {tr("Removed")};
    if (!participant.program.empty()) about << programText(participant.program);
    about.removeAll(QString());
    const QString due = line.closed      ? QString()
                        : line.dues.next ? app::dueText(*line.dues.next, today)
                                         : tr("Nothing due");
    const QString overdue = overdueText(line.dues.overdue_since, today);
    const QString job = jobLine(log_, *line.file);
    QStringList aloud{QString::fromStdString(participant.code), about.join(QStringLiteral(", "))};
    for (const QString& part : {overdue, due, job, syncText(sync)})
      if (!part.isEmpty()) aloud << part;
    rows.push_back({QString::fromStdString(participant.id), QString::fromStdString(participant.code),
                    about.join(QStringLiteral(" · ")), due,
                    line.closed ? QStringLiteral("none") : stateOf(line.dues), overdue, job, line.closed,
                    syncCode(sync), syncText(sync), aloud.join(QStringLiteral(", "))});
  }
  rows_.setRows(std::move(rows));
  emit changed();
}

void ParticipantsModel::setShowClosed(bool show_closed) {
  if (show_closed == show_closed_) return;
  show_closed_ = show_closed;
  show();
}

bool ParticipantsModel::empty() const {
  return network_.ready() && rows_.count() == 0;
}

QString ParticipantsModel::caseloadText() const {
  return tr("%1 of %2 on your caseload").arg(open_).arg(most_);
}

QString ParticipantsModel::dueText() const {
  if (tooMany()) return tr("More than the agency's limit: speak to your lead.");
  QStringList parts;
  if (overdue_ > 0) parts << tr("%n overdue", nullptr, overdue_);
  if (due_ > 0) parts << tr("%n due", nullptr, due_);
  return parts.isEmpty() ? tr("Nothing is due.") : parts.join(QStringLiteral(" · "));
}

}  // namespace waymark::app
