#include "syncserver/store/week_steps.h"

#include <map>

#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/agency_rules.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

WeekStep step_of(const Op& op) {
  WeekStep step;
  if (op.type == RecordType::approval) {
    const auto approval = stored_record<Approval>(op.body, op.rid);
    step.state = to_wire(approval.state);
    if (approval.state == ApprovalState::returned) step.note = approval.note;
  } else {
    step.state = to_wire(stored_record<WeekRecord>(op.body, op.rid).state);
  }
  return step;
}

}  // namespace

std::vector<WeekStep> read_week_steps(Connection& connection, std::string_view person_id, Date week) {
  std::map<std::int64_t, WeekStep> by_seq;
  for (const auto& rid : {week_id(person_id, week), approval_id(person_id, week)}) {
    const auto id = to_bytes(rid);
    auto query = connection.query(
        "SELECT o.seq, o.payload, coalesce(p.name, ''), o.received_at FROM records r"
        " JOIN ops o ON o.record = r.n LEFT JOIN persons p ON p.n = o.author"
        " WHERE r.rid = ? AND o.status IN (?, ?)");
    query.bind(id, OpStatus::head, OpStatus::superseded);
    while (query.next()) {
      const auto op = parse_op(query.text(1));
      if (!op) throw StoreDamage("an op of a week cannot be read");
      auto step = step_of(*op);
      step.person_name = query.text(2);
      step.at = instant_from_ms(query.integer(3));
      by_seq.emplace(query.integer(0), std::move(step));
    }
  }
  std::vector<WeekStep> steps;
  for (auto& [seq, step] : by_seq) steps.push_back(std::move(step));
  return steps;
}

}  // namespace waymark::server
