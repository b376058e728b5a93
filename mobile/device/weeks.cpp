#include <algorithm>

#include "mobile/device/policies.h"
#include "mobile/device/reading.h"
#include "mobile/device/records.h"

namespace waymark::device {
namespace {

std::vector<Policy> policies_or_default(Work& work, const Zone& zone) {
  auto policies = load_policies(work);
  if (policies.empty()) {
    policies.emplace_back();
    policies.front().time_zone = zone.name();
  }
  return policies;
}

/// Where a record's shown state stands in the server's order; an edit not yet sent comes after all that was.
std::int64_t order_of(Work& work, std::string_view rid) {
  Query query(
      work.sql,
      "SELECT max(row_seq, acked_seq), EXISTS (SELECT 1 FROM ops WHERE ops.rid = records.rid AND state ="
      " 'unsent') FROM records WHERE rid = ?",
      rid);
  if (!query.next()) return 0;
  return query.flag(1) ? INT64_MAX : query.integer(0);
}

std::string state_of_week(Work& work, Date week_first) {
  const auto approvals = read_dated<Approval>(work, week_first, week_first);
  const auto weeks = read_dated<WeekRecord>(work, week_first, week_first);
  const std::string own = weeks.empty() ? "open" : std::string(to_wire(weeks.front().record.state));
  if (approvals.empty()) return own;
  const auto& approval = approvals.front().record;
  if (approval.state == ApprovalState::approved) return "approved";
  const bool submitted_since =
      !weeks.empty() && order_of(work, weeks.front().record.id) > order_of(work, approval.id);
  return submitted_since ? own : "returned";
}

}  // namespace

Result<std::vector<Policy>> Records::policies(const Zone& zone) const {
  return store_.database().read(
      [&](Work& work) -> Result<std::vector<Policy>> { return policies_or_default(work, zone); });
}

Result<std::string> Records::week_state(Date week_first) const {
  return store_.database().read(
      [&](Work& work) -> Result<std::string> { return state_of_week(work, week_first); });
}

Result<WeekReading> Records::week(Date week_first, const Zone& zone, Instant now) const {
  return store_.database().read([&](Work& work) -> Result<WeekReading> {
    WeekReading week;
    const auto span = week_frame(week_first, zone).span();
    week.entries = read_entries(work, span.begin, span.end);
    const auto person = person_of(work);
    for (auto& schedule : read_all<Schedule>(work))
      if (schedule.record.specialist_id == person)
        week.pattern.schedules.push_back(std::move(schedule.record));
    for (auto& leave : read_dated<Leave>(work, week_first, add_days(week_first, 6)))
      week.pattern.leave.push_back(std::move(leave.record));
    const auto policies = policies_or_default(work, zone);
    week.policy = policy_for(policies, week_first);
    week.first_contacts = read_first_contacts(work);
    std::vector<Entry> entries;
    entries.reserve(week.entries.size());
    for (const auto& entry : week.entries) entries.push_back(entry.record);
    week.tally = tally_week(week_first, entries, week.pattern, week.policy, zone, week.first_contacts, now);
    week.state = state_of_week(work, week_first);
    return week;
  });
}

}  // namespace waymark::device
