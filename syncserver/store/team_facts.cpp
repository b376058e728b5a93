#include "syncserver/store/team_facts.h"

#include <algorithm>

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
  facts.facts_.resize(people.size());
  for (const auto* member : people) facts.positions_.emplace(member->n, facts.positions_.size());
  const auto list = listed(people);
  facts.read_weeks(connection, list, from, week);
  facts.read_running(connection, list);
  facts.read_heads(connection, list, week);
  facts.read_held(connection, list);
  facts.read_phones(connection, unwritten);
  facts.read_barred(connection, week);
  return facts;
}

PersonFacts* TeamFacts::find(std::int64_t person) {
  const auto known = positions_.find(person);
  return known == positions_.end() ? nullptr : &facts_[known->second];
}

void TeamFacts::read_weeks(Connection& connection, const std::string& people, Date from, Date to) {
  std::vector<StoredWeek> none;
  std::vector<std::string> days;
  for (auto week = from; week <= to; week = add_days(week, 7)) {
    none.push_back({{week, std::nullopt, Standing::too_little}, {}, {}, {}});
    days.push_back(format_date(week));
  }
  for (auto& facts : facts_) facts.weeks = none;
  auto query = connection.query(
      "SELECT p.key, t.week, t.as_of, t.community_s, t.work_s, t.standing, t.versions, t.tally_hash"
      " FROM json_each(?) p CROSS JOIN tallies t WHERE t.person = p.value AND t.week >= ? AND t.week <= ?");
  query.bind(people, days.front(), days.back());
  auto day = days.begin();
  while (query.next()) {
    // Most often it is the very next one, or the first of the next person.
    const auto before = day;
    const auto text = query.text(1);
    day = std::find(before, days.end(), text);
    if (day == days.end()) day = std::find(days.begin(), before, text);
    const auto standing = from_wire<Standing>(query.text(5));
    if (*day != text || !standing) continue;
    auto& stored = facts_[query.index(0)].weeks[static_cast<std::size_t>(day - days.begin())];
    stored.week.share = Share{query.integer(3), query.integer(4)};
    stored.week.standing = *standing;
    stored.as_of = instant_from_ms(query.integer(2));
    stored.versions = query.maybe(6);
    stored.tally_hash = query.maybe(7);
  }
}

void TeamFacts::read_running(Connection& connection, const std::string& people) {
  auto query = connection.query(
      "SELECT p.key, r.starts_at FROM json_each(?) p CROSS JOIN records r"
      " WHERE r.owner = p.value AND r.type = 0 AND r.live = 1 AND r.ends_at IS NULL");
  query.bind(people);
  while (query.next()) facts_[query.index(0)].running.push_back(instant_from_ms(query.integer(1)));
}

void TeamFacts::read_heads(Connection& connection, const std::string& people, Date week) {
  const auto day = format_date(week);
  auto query = connection.query(
      "SELECT p.key, r.type, r.head, r.state, r.live FROM json_each(?) p CROSS JOIN records r"
      " WHERE r.owner = p.value AND r.type IN (?, ?) AND r.day = ?");
  query.bind(people, RecordType::week, RecordType::approval, day);
  while (query.next()) {
    auto& heads = facts_[query.index(0)].heads;
    auto& head = query.code<RecordType>(1) == RecordType::week ? heads.own : heads.approval;
    head = {query.integer(2), static_cast<int>(query.integer(3)), query.integer(4) != 0};
  }
}

void TeamFacts::read_held(Connection& connection, const std::string& people) {
  auto query = connection.query(
      "SELECT p.key, h.op, h.record FROM json_each(?) p CROSS JOIN held h WHERE h.person = p.value"
      " ORDER BY h.person, h.op");
  query.bind(people);
  while (query.next()) facts_[query.index(0)].held.emplace_back(query.integer(1), query.integer(2));
}

void TeamFacts::read_phones(Connection& connection, const HealthBook::Notes& unwritten) {
  // There is no index of devices by person, and there are few of them: once through all.
  auto query = connection.query(
      "SELECT person, device_id, last_contact, last_sync, waiting, needs_you, oldest_waiting_at FROM devices"
      " WHERE revoked_at IS NULL");
  while (query.next()) {
    auto* known = find(query.integer(0));
    if (!known) continue;
    auto& state = known->phone;
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
    if (auto* known = find(query.integer(0))) known->barred = true;
}

}  // namespace waymark::server
