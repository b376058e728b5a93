#include "syncserver/store/team_facts.h"

namespace waymark::server {

namespace {

/// "[1,2,3]", which json_each makes a table of: SQLite binds no lists.
std::string listed(std::span<const Member* const> people) {
  std::string list;
  for (const auto* member : people) list += (list.empty() ? "[" : ",") + std::to_string(member->n);
  return list.empty() ? "[]" : list + "]";
}

std::optional<Instant> instant(std::optional<std::int64_t> ms) {
  return ms ? std::optional(instant_from_ms(*ms)) : std::nullopt;
}

void later(std::optional<Instant>& kept, std::optional<Instant> given) {
  if (given && (!kept || *given > *kept)) kept = given;
}

}  // namespace

TeamFacts TeamFacts::load(Connection& connection, std::span<const Member* const> people, Date from, Date week,
                          const HealthBook::Notes& unwritten) {
  TeamFacts facts;
  for (const auto* member : people) facts.facts_.try_emplace(member->n);
  const auto list = listed(people);
  facts.read_shares(connection, list, from, week);
  facts.read_heads(connection, list, week);
  facts.read_held(connection, list);
  facts.read_phones(connection, unwritten);
  facts.read_barred(connection, week);
  return facts;
}

const PersonFacts& TeamFacts::of(std::int64_t person) const {
  static const PersonFacts nothing;
  const auto known = facts_.find(person);
  return known == facts_.end() ? nothing : known->second;
}

void TeamFacts::read_shares(Connection& connection, const std::string& people, Date from, Date to) {
  {
    const auto first = format_date(from);
    const auto last = format_date(to);
    auto query = connection.query(
        "SELECT t.person, t.week, t.as_of, t.community_s, t.work_s, t.standing"
        " FROM json_each(?) p CROSS JOIN tallies t WHERE t.person = p.value AND t.week >= ? AND t.week <= ?");
    query.bind(people, first, last);
    while (query.next()) {
      const auto week = parse_date(query.text(1), "week");
      const auto standing = from_wire<Standing>(query.text(5));
      if (!week || !standing) continue;
      facts_[query.integer(0)].shares.push_back(
          {{*week, Share{query.integer(3), query.integer(4)}, *standing}, instant_from_ms(query.integer(2))});
    }
  }
  auto query = connection.query(
      "SELECT p.value, (SELECT min(week) FROM tallies WHERE person = p.value) FROM json_each(?) p");
  query.bind(people);
  while (query.next()) {
    if (query.is_null(1)) continue;
    if (const auto week = parse_date(query.text(1), "week")) facts_[query.integer(0)].known_from = *week;
  }
}

void TeamFacts::read_heads(Connection& connection, const std::string& people, Date week) {
  const auto day = format_date(week);
  auto query = connection.query(
      "SELECT r.owner, r.type, r.head, r.state, r.live FROM json_each(?) p CROSS JOIN records r"
      " WHERE r.owner = p.value AND r.type IN (?, ?) AND r.day = ?");
  query.bind(people, RecordType::week, RecordType::approval, day);
  while (query.next()) {
    auto& heads = facts_[query.integer(0)].heads;
    auto& head = query.code<RecordType>(1) == RecordType::week ? heads.own : heads.approval;
    head = {query.integer(2), static_cast<int>(query.integer(3)), query.integer(4) != 0};
  }
}

void TeamFacts::read_held(Connection& connection, const std::string& people) {
  auto query = connection.query(
      "SELECT h.person, h.op, h.record FROM json_each(?) p CROSS JOIN held h WHERE h.person = p.value"
      " ORDER BY h.person, h.op");
  query.bind(people);
  while (query.next()) facts_[query.integer(0)].held.emplace_back(query.integer(1), query.integer(2));
}

void TeamFacts::read_phones(Connection& connection, const HealthBook::Notes& unwritten) {
  // There is no index of devices by person, and there are few of them: once through all.
  auto query = connection.query(
      "SELECT person, device_id, last_contact, last_sync, waiting, needs_you, oldest_waiting_at FROM devices"
      " WHERE revoked_at IS NULL");
  while (query.next()) {
    const auto known = facts_.find(query.integer(0));
    if (known == facts_.end()) continue;
    auto& state = known->second.phone;
    state.enrolled = true;
    later(state.last_contact, instant(query.maybe(2)));
    later(state.last_sync, instant(query.maybe(3)));
    auto waiting = query.integer(4);
    auto needs_you = query.integer(5);
    auto oldest = instant(query.maybe(6));
    if (const auto news = unwritten.find(query.uuid(1)); news != unwritten.end()) {
      later(state.last_contact, news->second.last_contact);
      later(state.last_sync, news->second.last_sync);
      waiting = news->second.waiting;
      needs_you = news->second.needs_you;
      oldest = news->second.oldest_waiting_at;
    }
    state.waiting += waiting;
    state.needs_you += needs_you;
    if (waiting > 0 && oldest && (!state.oldest_waiting_at || *oldest < *state.oldest_waiting_at))
      state.oldest_waiting_at = oldest;
  }
}

void TeamFacts::read_barred(Connection& connection, Date week) {
  const auto day = format_date(week);
  auto query = connection.query("SELECT person FROM barred_weeks WHERE week = ?");
  query.bind(day);
  while (query.next())
    if (const auto known = facts_.find(query.integer(0)); known != facts_.end()) known->second.barred = true;
}

}  // namespace waymark::server
