#include "syncserver/store/week_view.h"

#include <algorithm>

#include "shared/tally/tally_codec.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

Error not_a_week_start(const AgencyRules& rules) {
  return {ErrorCode::bad_date,
          rules.agency.week_starts_on == WeekStart::mon ? "A week starts on a Monday: give that day."
                                                        : "A week starts on a Sunday: give that day.",
          "start"};
}

namespace {

bool has_running(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week) {
  auto query = connection.query(
      "SELECT starts_at FROM records WHERE owner = ? AND type = 0 AND live = 1 AND ends_at IS NULL");
  query.bind(person);
  while (query.next()) {
    const auto weeks = rules.weeks_of_entry(instant_from_ms(query.integer(0)), std::nullopt);
    if (std::find(weeks.begin(), weeks.end(), week) != weeks.end()) return true;
  }
  return false;
}

}  // namespace

bool is_stale(const AgencyRules& rules, Instant week_end, Instant as_of, Instant now) {
  return as_of < week_end && rules.today(as_of) != rules.today(now);
}

bool is_stale(const AgencyRules& rules, Date week, Instant as_of, Instant now) {
  return is_stale(rules, week_frame(week, rules.zone).span().end, as_of, now);
}

WeekTally current_tally(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week,
                        Instant now) {
  const auto stored = load_tally(connection, person, week);
  if (stored && !is_stale(rules, week, stored->as_of, now) && !has_running(connection, rules, person, week)) {
    auto tally = tally_from_stored_json(stored->text);
    if (tally) {
      if (now < week_frame(week, rules.zone).span().end) tally->as_of = now;
      return std::move(*tally);
    }
  }
  return tally_of(load_week(connection, rules, person, week), rules, week, now);
}

WeekHeads load_heads(Connection& connection, std::int64_t person, Date week) {
  WeekHeads heads;
  const auto day = format_date(week);
  // The head's own place on the chain: records.seq also moves when a conflict is listed beside it.
  auto query = connection.query(
      "SELECT type, head, state, live FROM records WHERE owner = ? AND type IN (?, ?) AND day = ?");
  query.bind(person, RecordType::week, RecordType::approval, day);
  while (query.next())
    (query.code<RecordType>(0) == RecordType::week ? heads.own : heads.approval) = {
        query.integer(1), static_cast<int>(query.integer(2)), query.integer(3) != 0};
  return heads;
}

std::string state_of(const WeekHeads& heads) {
  const auto& [own, approval] = heads;
  if (approval.live && approval.state == static_cast<int>(ApprovalState::approved)) return "approved";
  if (approval.live && (!own.live || approval.seq > own.seq)) return "returned";
  return std::string(to_wire(own.live ? static_cast<WeekRecordState>(own.state) : WeekRecordState::open));
}

WeekView view_of(Connection& connection, const AgencyRules& rules, const Member& person, Date week,
                 Instant now) {
  return {current_tally(connection, rules, person.n, week, now),
          {person.person_id, person.name, state_of(load_heads(connection, person.n, week))}};
}

namespace {

/// Time in that week or an earlier one, a word of its owner or a lead on it, or a schedule that holds on one
/// of its days.
bool had_begun_by(Connection& connection, std::int64_t person, Date week) {
  const auto first = format_date(week);
  {
    auto query = connection.query("SELECT 1 FROM tallies WHERE person = ? AND week <= ? LIMIT 1");
    query.bind(person, first);
    if (query.next()) return true;
  }
  const auto last = format_date(add_days(week, 6));
  // Two walks of records_by_day: with an OR it would be one through all records of theirs.
  auto query = connection.query(
      "SELECT 1 FROM records WHERE owner = ?1 AND type IN (?2, ?3) AND day = ?4 AND live = 1 UNION ALL"
      " SELECT 1 FROM records WHERE owner = ?1 AND type = ?5 AND day <= ?6 AND live = 1 LIMIT 1");
  query.bind(person, RecordType::week, RecordType::approval, first, RecordType::schedule, last);
  return query.next();
}

}  // namespace

bool belongs_on_page(Connection& connection, const AgencyRules& rules, const Member& member, Date week,
                     Instant now) {
  if (member.role == Role::admin) return false;
  if (member.role == Role::specialist && !member.disabled) {
    if (now < week_frame(week, rules.zone).span().end) return true;
    return had_begun_by(connection, member.n, week);
  }
  return load_tally(connection, member.n, week).has_value();
}

std::vector<const Member*> people_on_page(Connection& connection, const AgencyRules& rules,
                                          const Directory& directory, std::string_view team, Date week,
                                          Instant now) {
  std::vector<const Member*> people;
  for (const auto& member : directory.members())
    if (member.team_on(week) == team && belongs_on_page(connection, rules, member, week, now))
      people.push_back(&member);
  std::stable_sort(people.begin(), people.end(),
                   [](const Member* a, const Member* b) { return a->name < b->name; });
  return people;
}

}  // namespace waymark::server
