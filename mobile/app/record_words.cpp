#include "mobile/app/record_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

namespace waymark::app {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Records", text);
}

class Lines {
 public:
  void add(const QString& label, const QString& value) {
    if (!value.isEmpty()) lines_.push_back({label, value});
  }
  void add(const QString& label, const std::string& value) { add(label, QString::fromStdString(value)); }
  void flag(const QString& label, bool value) {
    if (value) add(label, tr(QT_TRANSLATE_NOOP("Records", "yes")));
  }
  std::vector<Line> take() { return std::move(lines_); }

 private:
  std::vector<Line> lines_;
};

QString momentOf(const FieldLog& log, Instant instant) {
  return QStringLiteral("%1 %2").arg(shortDayText(log.zone().date_of(instant)),
                                     clockText(instant, log.zone()));
}

void describe(Lines& lines, const FieldLog& log, const Entry& entry) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Activity")), toText(entry.activity));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Place")), log.whereText(entry));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Start")), momentOf(log, entry.starts_at));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "End")), entry.ends_at
                                                         ? momentOf(log, *entry.ends_at)
                                                         : tr(QT_TRANSLATE_NOOP("Records", "still running")));
  if (entry.contact) lines.add(tr(QT_TRANSLATE_NOOP("Records", "Contact")), toText(*entry.contact));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Participant")), log.participantName(entry.participant_id));
  lines.flag(tr(QT_TRANSLATE_NOOP("Records", "Participant present")), entry.participant_present);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Employer")), log.employerName(entry.employer_id));
  lines.flag(tr(QT_TRANSLATE_NOOP("Records", "Hiring manager")), entry.hiring_authority);
  lines.flag(tr(QT_TRANSLATE_NOOP("Records", "Nobody came")), entry.no_show);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Program")), programText(entry.program));
  if (entry.miles) lines.add(tr(QT_TRANSLATE_NOOP("Records", "Miles")), QString::number(*entry.miles));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Note")), entry.note);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Why late")), entry.late_reason);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Location at start")), tagText(entry.start_tag));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Location at end")), tagText(entry.end_tag));
}

void describe(Lines& lines, const FieldLog&, const Employer& employer) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Name")), employer.name);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Address")), employer.address);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Industry")), employer.industry);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Contact person")), employer.contact_name);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Their title")), employer.contact_title);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Phone")), employer.phone);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Next step")), employer.next_step);
  if (employer.next_step_on)
    lines.add(tr(QT_TRANSLATE_NOOP("Records", "On")), shortDayText(*employer.next_step_on));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Note")), employer.note);
}

void describe(Lines& lines, const FieldLog&, const Participant& participant) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Code")), participant.code);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Program")), programText(participant.program));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Status")), participant.status);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Since")), shortDayText(participant.entered_on));
  lines.flag(tr(QT_TRANSLATE_NOOP("Records", "Part 2")), participant.part2);
}

void describe(Lines& lines, const FieldLog& log, const Job& job) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Title")), job.title);
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Participant")), log.participantName(job.participant_id));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Employer")), log.employerName(job.employer_id));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Hours a week")), QString::number(job.hours_per_week));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Start")), shortDayText(job.starts_on));
  if (job.ends_on) lines.add(tr(QT_TRANSLATE_NOOP("Records", "End")), shortDayText(*job.ends_on));
}

void describe(Lines& lines, const FieldLog&, const Leave& leave) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Day")), shortDayText(leave.date));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Kind")), toText(leave.kind));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Hours")), durationText(std::chrono::minutes{leave.minutes}));
}

void describe(Lines& lines, const FieldLog&, const WeekRecord& week) {
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "Week")), weekText(week.week_start));
  lines.add(tr(QT_TRANSLATE_NOOP("Records", "State")), week.state == WeekRecordState::submitted
                                                           ? tr(QT_TRANSLATE_NOOP("Records", "submitted"))
                                                           : tr(QT_TRANSLATE_NOOP("Records", "open")));
}

template <class R>
std::optional<std::vector<Line>> read(const FieldLog& log, const std::string& rid, const std::string& body) {
  const auto record = read_stored<R>(body, rid);
  if (!record) return std::nullopt;
  Lines lines;
  describe(lines, log, *record);
  return lines.take();
}

std::optional<std::vector<Line>> readAny(const FieldLog& log, RecordType type, const std::string& rid,
                                         const std::string& body) {
  switch (type) {
    case RecordType::entry:
      return read<Entry>(log, rid, body);
    case RecordType::employer:
      return read<Employer>(log, rid, body);
    case RecordType::participant:
      return read<Participant>(log, rid, body);
    case RecordType::job:
      return read<Job>(log, rid, body);
    case RecordType::leave:
      return read<Leave>(log, rid, body);
    case RecordType::week:
      return read<WeekRecord>(log, rid, body);
    default:
      return std::nullopt;  // a phone writes no others
  }
}

QString valueOf(const std::vector<Line>& lines, const QString& label) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.label == label; });
  return found == lines.end() ? QString() : found->value;
}

/// All labels of both, in the order of the first, then what only the second has.
QStringList allLabels(const std::vector<Line>& a, const std::vector<Line>& b) {
  QStringList labels;
  for (const auto* lines : {&a, &b})
    for (const Line& line : *lines)
      if (!labels.contains(line.label)) labels << line.label;
  return labels;
}

}  // namespace

std::vector<Line> linesOf(const FieldLog& log, RecordType type, const std::string& rid,
                          const std::string& body, bool deleted) {
  const QString record = tr(QT_TRANSLATE_NOOP("Records", "Record"));
  if (deleted) return {{record, tr(QT_TRANSLATE_NOOP("Records", "deleted"))}};
  if (auto lines = readAny(log, type, rid, body)) return std::move(*lines);
  return {{record, tr(QT_TRANSLATE_NOOP("Records", "made by a newer Waymark"))}};
}

QString titleOf(const FieldLog& log, RecordType type, const std::string& rid, const std::string& body) {
  if (type == RecordType::entry) {
    if (const auto entry = read_stored<Entry>(body, rid))
      return QStringLiteral("%1, %2").arg(toText(entry->activity), momentOf(log, entry->starts_at));
  } else if (const auto lines = readAny(log, type, rid, body); lines && !lines->empty()) {
    return QStringLiteral("%1, %2").arg(toText(type), lines->front().value);
  }
  return toText(type);
}

Comparison compare(const std::vector<Line>& mine, const std::vector<Line>& theirs) {
  Comparison difference;
  const QString none = QStringLiteral("–");
  for (const QString& label : allLabels(mine, theirs)) {
    const QString a = valueOf(mine, label), b = valueOf(theirs, label);
    if (a == b) continue;
    difference.labels << label;
    difference.mine << (a.isEmpty() ? none : a);
    difference.theirs << (b.isEmpty() ? none : b);
  }
  return difference;
}

QString changesText(const std::vector<Line>& before, const std::vector<Line>& after) {
  QStringList changes;
  for (const QString& label : allLabels(after, before)) {
    const QString old = valueOf(before, label), now = valueOf(after, label);
    if (old == now) continue;
    changes << (now.isEmpty() ? tr(QT_TRANSLATE_NOOP("Records", "%1 removed")).arg(label)
                              : QStringLiteral("%1 %2").arg(label, now));
  }
  return changes.isEmpty() ? tr(QT_TRANSLATE_NOOP("Records", "Nothing that shows"))
                           : changes.join(QStringLiteral(" · "));
}

}  // namespace waymark::app
