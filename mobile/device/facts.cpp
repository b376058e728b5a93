#include "mobile/device/facts.h"

#include "shared/tally/week_tally.h"

namespace waymark::device {
namespace {

std::optional<std::string> id_or_none(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(id);
}

struct Reader {
  Facts operator()(const Entry& entry) const {
    Facts facts{entry.specialist_id,
                id_or_none(entry.participant_id),
                id_or_none(entry.employer_id),
                std::nullopt,
                entry.starts_at,
                entry.ends_at};
    if (is_employer_contact(entry)) facts.contact = entry.employer_id;
    return facts;
  }
  Facts operator()(const Participant& participant) const {
    return {participant.specialist_id, {}, {}, {}, date_column(participant.entered_on), {}};
  }
  Facts operator()(const Job& job) const {
    return {{}, id_or_none(job.participant_id), id_or_none(job.employer_id),
            {}, date_column(job.starts_on),     {}};
  }
  Facts operator()(const Schedule& schedule) const {
    return {schedule.specialist_id, {}, {}, {}, date_column(schedule.effective_from), {}};
  }
  Facts operator()(const Leave& leave) const {
    return {leave.specialist_id, {}, {}, {}, date_column(leave.date), {}};
  }
  Facts operator()(const WeekRecord& week) const {
    return {week.specialist_id, {}, {}, {}, date_column(week.week_start), {}};
  }
  Facts operator()(const Approval& approval) const {
    return {approval.specialist_id, {}, {}, {}, date_column(approval.week_start), {}};
  }
  Facts operator()(const Policy& policy) const {
    return {{}, {}, {}, {}, date_column(policy.effective_from), {}};
  }
  Facts operator()(const Employer&) const { return {}; }
  Facts operator()(const Person&) const { return {}; }
  Facts operator()(const KnownPlace&) const { return {}; }
};

template <class R>
Facts read(std::string_view body, std::string_view rid) {
  const auto record = read_stored<R>(body, rid);
  return record ? Reader{}(*record) : Facts{};
}

}  // namespace

Instant date_column(Date date) {
  return Instant{std::chrono::sys_days{date}};
}

Facts facts_of(const Record& record) {
  return std::visit(Reader{}, record);
}

Facts facts_of(RecordType type, std::string_view body, std::string_view rid) {
  switch (type) {
    case RecordType::entry:
      return read<Entry>(body, rid);
    case RecordType::employer:
      return read<Employer>(body, rid);
    case RecordType::participant:
      return read<Participant>(body, rid);
    case RecordType::job:
      return read<Job>(body, rid);
    case RecordType::schedule:
      return read<Schedule>(body, rid);
    case RecordType::leave:
      return read<Leave>(body, rid);
    case RecordType::week:
      return read<WeekRecord>(body, rid);
    case RecordType::approval:
      return read<Approval>(body, rid);
    case RecordType::policy:
      return read<Policy>(body, rid);
    case RecordType::person:
      return read<Person>(body, rid);
    case RecordType::place:
      return read<KnownPlace>(body, rid);
  }
  return {};
}

}  // namespace waymark::device
