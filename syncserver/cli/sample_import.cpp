#include "syncserver/cli/sample_import.h"

#include <algorithm>
#include <string>

namespace waymark::server {

namespace {

/// Who writes a record by the rights of sync.md: "" is the server itself.
class Authors {
 public:
  explicit Authors(const SampleAgency& agency) : agency_(agency) {}

  std::string operator()(const Entry& entry) const { return entry.specialist_id; }
  std::string operator()(const Leave& leave) const { return leave.specialist_id; }
  std::string operator()(const WeekRecord& week) const { return week.specialist_id; }
  std::string operator()(const Participant& participant) const { return participant.specialist_id; }
  std::string operator()(const Employer&) const { return first_specialist(); }
  std::string operator()(const Job& job) const {
    const auto found = std::find_if(agency_.participants.begin(), agency_.participants.end(),
                                    [&](const auto& one) { return one.id == job.participant_id; });
    return found == agency_.participants.end() ? std::string() : found->specialist_id;
  }
  std::string operator()(const Approval& approval) const {
    const auto owner = std::find_if(agency_.people.begin(), agency_.people.end(),
                                    [&](const auto& one) { return one.id == approval.specialist_id; });
    const auto lead = std::find_if(agency_.people.begin(), agency_.people.end(), [&](const auto& one) {
      return one.role == Role::lead && owner != agency_.people.end() && one.team == owner->team;
    });
    return lead == agency_.people.end() ? std::string() : lead->id;
  }
  // Policy, people, places and schedules come from the admin's side.
  template <class R>
  std::string operator()(const R&) const {
    return {};
  }

 private:
  std::string first_specialist() const {
    const auto found = std::find_if(agency_.people.begin(), agency_.people.end(),
                                    [](const auto& one) { return one.role == Role::specialist; });
    return found == agency_.people.end() ? std::string() : found->id;
  }
  const SampleAgency& agency_;
};

/// An entry reaches the server soon after it was recorded or ended; when other records came does not matter.
std::optional<Instant> arrival(const Record& record) {
  const auto* entry = std::get_if<Entry>(&record);
  if (entry == nullptr) return std::nullopt;
  return std::max(entry->recorded_at, entry->ends_at.value_or(entry->starts_at)) + std::chrono::minutes(2);
}

}  // namespace

std::vector<AuthoredOp> as_operations(const SampleAgency& agency, RandomSource& random) {
  const Authors author(agency);
  std::vector<AuthoredOp> operations;
  for (const auto& record : all_records(agency)) {
    AuthoredOp authored;
    authored.op.op = make_op_id(random);
    authored.op.rid = std::visit([](const auto& one) { return one.id; }, record);
    authored.op.type = type_of(record);
    authored.op.body = std::visit([](const auto& one) { return to_json(one); }, record);
    authored.person_id = std::visit(author, record);
    authored.received_at = arrival(record);
    operations.push_back(std::move(authored));
  }
  return operations;
}

}  // namespace waymark::server
