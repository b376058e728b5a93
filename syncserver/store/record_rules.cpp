#include "syncserver/store/record_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/sync/rule.h"
#include "shared/time/week.h"

namespace waymark::server {

namespace {

bool is_barred(Connection& connection, std::int64_t person, const std::string& week) {
  auto query = connection.query("SELECT 1 FROM barred_weeks WHERE person = ? AND week = ?");
  query.bind(person, week);
  return query.next();
}

std::optional<Error> approval_error(WriteContext& context, const Approval& approval) {
  const auto* specialist = context.directory.find(approval.specialist_id);
  if (!specialist || approval.state != ApprovalState::approved) return std::nullopt;
  const auto week = format_date(approval.week_start);
  // Once approved it would hold every later policy and schedule, and no page leads to a week to come.
  if (week_frame(approval.week_start, context.zone).span().begin > context.now)
    return Error{ErrorCode::out_of_range,
                 "This week has not begun: approve it when it is over, or choose an earlier week.",
                 "week_start"};
  // A week touched earlier in this group has no row to compare with yet; it is tallied again anyway.
  const bool pending = context.tallies.is_touched(specialist->n, approval.week_start);
  const bool wrong = !pending && check_tally(context.connection, *context.rules, specialist->n,
                                             approval.week_start) != TallyFault::none;
  if (!wrong && !is_barred(context.connection, specialist->n, week)) return std::nullopt;
  if (!rule_holds(Rule::wrong_tally_bars)) return std::nullopt;
  context.raise_alarm(week, fmt::format("The tally of the week of {} of person {} is not what its entries "
                                        "give, so it was not approved: run `waymark-server verify`.",
                                        week, approval.specialist_id));
  return Error{ErrorCode::corrupt,
               "This week's tally does not match its entries: ask an admin to run verify before approving.",
               "week_start"};
}

}  // namespace

std::optional<Error> policy_error(const AgencyRules& rules, const Policy& policy, bool deleted) {
  if (policy.time_zone != rules.agency.time_zone)
    return Error{
        ErrorCode::unknown_code,
        fmt::format("The time zone was fixed when this store was made: keep {}.", rules.agency.time_zone),
        "time_zone"};
  if (policy.week_starts_on != rules.agency.week_starts_on)
    return Error{ErrorCode::unknown_code,
                 fmt::format("The first day of the week was fixed when this store was made: keep {}.",
                             to_wire(rules.agency.week_starts_on)),
                 "week_starts_on"};
  const auto after = rules.with(policy, deleted);
  if (after.policies.empty())
    return Error{ErrorCode::missing, "The agency needs a policy: edit this one instead of deleting it.",
                 "effective_from"};
  const auto same_day = std::count_if(after.policies.begin(), after.policies.end(), [&](const Policy& other) {
    return !deleted && other.effective_from == policy.effective_from;
  });
  if (same_day > 1)
    return Error{ErrorCode::already_exists,
                 "Another policy holds from that day: edit that one, or choose another day.",
                 "effective_from"};
  return std::nullopt;
}

std::optional<Error> store_rule_error(WriteContext& context, const Record& record, bool deleted) {
  if (const auto* policy = std::get_if<Policy>(&record))
    return policy_error(*context.rules, *policy, deleted);
  if (const auto* approval = std::get_if<Approval>(&record); approval && !deleted)
    return approval_error(context, *approval);
  return std::nullopt;
}

std::vector<Date> weeks_of(const AgencyRules& rules, const Record& record) {
  if (const auto* entry = std::get_if<Entry>(&record))
    return rules.weeks_of_entry(entry->starts_at, entry->ends_at);
  if (const auto* leave = std::get_if<Leave>(&record)) return {rules.week_containing(leave->date)};
  return {};
}

std::vector<Date> weeks_of(const AgencyRules& rules, const RecordRow& row) {
  if (row.type == RecordType::entry && row.starts_at)
    return rules.weeks_of_entry(*row.starts_at, row.ends_at);
  if (row.type == RecordType::leave && row.day) return {rules.week_containing(*row.day)};
  return {};
}

std::optional<Date> next_schedule(Connection& connection, std::int64_t person, Date from) {
  const auto day = format_date(from);
  auto query = connection.query(
      "SELECT day FROM records WHERE owner = ? AND type = ? AND day > ? AND live = 1 ORDER BY day LIMIT 1");
  query.bind(person, RecordType::schedule, day);
  if (!query.next()) return std::nullopt;
  const auto date = parse_date(query.text(0), "day");
  return date ? std::optional(*date) : std::nullopt;
}

std::vector<ApprovedWeek> approved_weeks_changed(Connection& connection, const AgencyRules& before,
                                                 const AgencyRules& after) {
  std::vector<ApprovedWeek> changed;
  // Person by person, in the order of the index there is.
  auto query = connection.query(
      "SELECT r.day, p.name FROM persons p CROSS JOIN records r WHERE r.owner = p.n AND r.type = ?"
      " AND r.day IS NOT NULL AND r.live = 1 AND r.state = ? ORDER BY r.day, p.n");
  query.bind(RecordType::approval, ApprovalState::approved);
  while (query.next())
    if (const auto week = parse_date(query.text(0), "day"); week && !before.treats_alike(after, *week))
      changed.push_back({std::string(query.text(1)), std::string(query.text(0))});
  return changed;
}

std::optional<ApprovedWeek> reached_approved_week(WriteContext& context, const std::optional<RecordRow>& row,
                                                  const Record& record, bool deleted, std::int64_t owner) {
  auto& connection = context.connection;
  if (const auto* schedule = std::get_if<Schedule>(&record)) {
    // It governs the days from its own first to the next schedule's; a deleted one that never held, none.
    if (deleted && (!row || !row->live)) return std::nullopt;
    const auto before = next_schedule(connection, owner, schedule->effective_from);
    const auto earliest = format_date(add_days(schedule->effective_from, -6));
    const auto latest = before ? format_date(add_days(*before, -1)) : std::string("9999-12-31");
    auto query = connection.query(
        "SELECT day FROM records WHERE owner = ? AND type = ? AND day >= ? AND day <= ? AND live = 1"
        " AND state = ? ORDER BY day");
    query.bind(owner, RecordType::approval, earliest, latest, ApprovalState::approved);
    if (!query.next()) return std::nullopt;
    const auto* member = context.directory.find(owner);
    return ApprovedWeek{member ? member->name : "somebody", std::string(query.text(0))};
  }
  const auto* policy = std::get_if<Policy>(&record);
  if (!policy) return std::nullopt;
  auto reached = approved_weeks_changed(connection, *context.rules, context.rules->with(*policy, deleted));
  if (reached.empty()) return std::nullopt;
  return std::move(reached.front());
}

}  // namespace waymark::server
