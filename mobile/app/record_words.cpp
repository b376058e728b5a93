#include "mobile/app/record_words.h"

#include <QLocale>
#include <algorithm>

#include "mobile/app/code_texts.h"
#include "mobile/app/field_log.h"
#include "mobile/app/text_contexts.h"
#include "mobile/app/time_texts.h"
#include "shared/records/record_codec.h"

namespace waymark::app {
namespace {

class Lines {
 public:
  void add(const QString& label, const QString& value) {
    if (!value.isEmpty()) lines_.push_back({label, value});
  }
  void add(const QString& label, const std::string& value) { add(label, QString::fromStdString(value)); }
  void flag(const QString& label, bool value) {
    if (value) add(label, RecordTexts::tr("yes"));
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
  lines.add(RecordTexts::tr("Activity"), toText(entry.activity));
  lines.add(RecordTexts::tr("Place"), log.whereText(entry));
  lines.add(RecordTexts::tr("Start"), momentOf(log, entry.starts_at));
  lines.add(RecordTexts::tr("End"),
            entry.ends_at ? momentOf(log, *entry.ends_at) : RecordTexts::tr("still running"));
  if (entry.contact) lines.add(RecordTexts::tr("Contact"), toText(*entry.contact));
  lines.add(RecordTexts::tr("Participant"), log.participantName(entry.participant_id));
  lines.flag(RecordTexts::tr("Participant present"), entry.participant_present);
  lines.add(RecordTexts::tr("Employer"), log.employerName(entry.employer_id));
  lines.flag(RecordTexts::tr("Hiring manager"), entry.hiring_authority);
  lines.flag(RecordTexts::tr("Nobody came"), entry.no_show);
  lines.add(RecordTexts::tr("Program"), programText(entry.program));
  if (entry.miles) lines.add(RecordTexts::tr("Miles"), QLocale().toString(*entry.miles));
  lines.add(RecordTexts::tr("Note"), entry.note);
  lines.add(RecordTexts::tr("Why late"), entry.late_reason);
  lines.add(RecordTexts::tr("Location at start"), tagText(entry.start_tag));
  lines.add(RecordTexts::tr("Location at end"), tagText(entry.end_tag));
}

void describe(Lines& lines, const FieldLog&, const Employer& employer) {
  lines.add(RecordTexts::tr("Name"), employer.name);
  lines.add(RecordTexts::tr("Address"), employer.address);
  lines.add(RecordTexts::tr("Industry"), employer.industry);
  lines.add(RecordTexts::tr("Contact person"), employer.contact_name);
  lines.add(RecordTexts::tr("Their title"), employer.contact_title);
  lines.add(RecordTexts::tr("Phone"), employer.phone);
  lines.add(RecordTexts::tr("Next step"), employer.next_step);
  if (employer.next_step_on) lines.add(RecordTexts::tr("On"), shortDayText(*employer.next_step_on));
  lines.add(RecordTexts::tr("Note"), employer.note);
}

void describe(Lines& lines, const FieldLog&, const Participant& participant) {
  lines.add(RecordTexts::tr("Code"), participant.code);
  lines.add(RecordTexts::tr("Program"), programText(participant.program));
  lines.add(RecordTexts::tr("Status"), participant.status);
  lines.add(RecordTexts::tr("Since"), shortDayText(participant.entered_on));
  lines.flag(RecordTexts::tr("Part 2"), participant.part2);
}

void describe(Lines& lines, const FieldLog& log, const Job& job) {
  lines.add(RecordTexts::tr("Title"), job.title);
  lines.add(RecordTexts::tr("Participant"), log.participantName(job.participant_id));
  lines.add(RecordTexts::tr("Employer"), log.employerName(job.employer_id));
  lines.add(RecordTexts::tr("Hours a week"), QString::number(job.hours_per_week));
  lines.add(RecordTexts::tr("Start"), shortDayText(job.starts_on));
  if (job.ends_on) lines.add(RecordTexts::tr("End"), shortDayText(*job.ends_on));
}

void describe(Lines& lines, const FieldLog&, const Leave& leave) {
  lines.add(RecordTexts::tr("Day"), shortDayText(leave.date));
  lines.add(RecordTexts::tr("Kind"), toText(leave.kind));
  lines.add(RecordTexts::tr("Hours"), durationText(std::chrono::minutes{leave.minutes}));
}

void describe(Lines& lines, const FieldLog&, const WeekRecord& week) {
  lines.add(RecordTexts::tr("Week"), weekText(week.week_start));
  lines.add(RecordTexts::tr("State"), week.state == WeekRecordState::submitted ? RecordTexts::tr("submitted")
                                                                               : RecordTexts::tr("open"));
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
  const QString record = RecordTexts::tr("Record");
  if (deleted) return {{record, RecordTexts::tr("deleted")}};
  if (auto lines = readAny(log, type, rid, body)) return std::move(*lines);
  return {{record, RecordTexts::tr("made by a newer Waymark")}};
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
    changes << (now.isEmpty() ? RecordTexts::tr("%1 removed").arg(label)
                              : QStringLiteral("%1 %2").arg(label, now));
  }
  return changes.isEmpty() ? RecordTexts::tr("Nothing that shows") : changes.join(QStringLiteral(" · "));
}

}  // namespace waymark::app
