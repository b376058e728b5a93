#include "syncserver/store/week_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

// An entry covers at most 24 hours (domain.md), so that none that starts earlier can reach into a week.
constexpr auto longest_entry = std::chrono::hours{24};

std::string body_in(const Query& query, int column) {
  return body_of(query.text(column), {query.integer(column + 1), query.integer(column + 2)});
}

Entry read_entry(Connection& connection, std::int64_t head, std::string_view rid) {
  auto query = connection.query("SELECT payload, body_at, body_size FROM ops WHERE seq = ?");
  query.bind(head);
  if (!query.next()) throw StoreDamage(fmt::format("op {} is missing", head));
  return stored_record<Entry>(body_in(query, 0), rid);
}

/// The ops that wrote what a week is made of, as text to be hashed.
class Versions {
 public:
  void add(std::int64_t head) { text_ += fmt::format("{} ", head); }
  std::int64_t number() const { return short_digest(text_); }

 private:
  std::string text_;
};

void load_entries(WeekFacts& facts, Versions& versions, Connection& connection, const AgencyRules& rules,
                  std::int64_t person, const WeekFrame& frame, EntryCache* cache) {
  auto query = connection.query(
      "SELECT rid, head FROM records"
      " WHERE owner = ? AND type = 0 AND live = 1 AND starts_at >= ? AND starts_at < ? ORDER BY starts_at, "
      "n");
  query.bind(person, to_ms(frame.span().begin - longest_entry), to_ms(frame.span().end));
  while (query.next()) {
    const auto head = query.integer(1);
    const auto* known = cache ? cache->find(head) : nullptr;
    auto entry = known ? *known : read_entry(connection, head, query.uuid(0));
    if (cache && !known) cache->keep(head, entry);
    const auto weeks = rules.weeks_of_entry(entry.starts_at, entry.ends_at);
    if (std::find(weeks.begin(), weeks.end(), frame.first) == weeks.end()) continue;
    versions.add(head);
    facts.touched = true;
    facts.running = facts.running || entry.running();
    facts.entries.push_back(std::move(entry));
  }
}

void load_schedules(WeekFacts& facts, Connection& connection, std::int64_t person, const std::string& last) {
  auto query = connection.query(
      "SELECT r.rid, o.payload, o.body_at, o.body_size FROM records r JOIN ops o ON o.seq = r.head"
      " WHERE r.owner = ? AND r.type = ? AND r.day <= ? AND r.live = 1 ORDER BY r.day, r.head");
  query.bind(person, RecordType::schedule, last);
  while (query.next())
    facts.pattern.schedules.push_back(stored_record<Schedule>(body_in(query, 1), query.uuid(0)));
}

void load_leave(WeekFacts& facts, Versions& versions, Connection& connection, std::int64_t person,
                const std::string& first, const std::string& last) {
  auto query = connection.query(
      "SELECT r.rid, o.payload, o.body_at, o.body_size, r.head FROM records r JOIN ops o ON o.seq = r.head"
      " WHERE r.owner = ? AND r.type = ? AND r.day >= ? AND r.day <= ? AND r.live = 1 ORDER BY r.day, "
      "r.head");
  query.bind(person, RecordType::leave, first, last);
  while (query.next()) {
    facts.pattern.leave.push_back(stored_record<Leave>(body_in(query, 1), query.uuid(0)));
    versions.add(query.integer(4));
    facts.touched = true;
  }
}

}  // namespace

WeekFacts load_week(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week,
                    EntryCache* cache) {
  const auto frame = week_frame(week, rules.zone);
  WeekFacts facts;
  Versions versions;
  load_entries(facts, versions, connection, rules, person, frame, cache);
  const auto first = format_date(frame.first);
  const auto last = format_date(frame.date(6));
  load_schedules(facts, connection, person, last);
  load_leave(facts, versions, connection, person, first, last);
  facts.versions = versions.number();
  for (const auto& entry : facts.entries) {
    if (!is_employer_contact(entry) || facts.first_contacts.contains(entry.employer_id)) continue;
    if (const auto first = first_contact(connection, person, entry.employer_id))
      facts.first_contacts.emplace(entry.employer_id, *first);
  }
  return facts;
}

WeekTally tally_of(const WeekFacts& facts, const AgencyRules& rules, Date week, Instant now) {
  return tally_week(week, facts.entries, facts.pattern, rules.policy_of_week(week), rules.zone,
                    facts.first_contacts, now);
}

std::optional<Instant> first_contact(Connection& connection, std::int64_t person, std::string_view employer) {
  const auto bytes = to_bytes(employer);
  auto query = connection.query(
      "SELECT starts_at FROM records WHERE owner = ? AND employer = ? ORDER BY starts_at LIMIT 1");
  query.bind(person, bytes);
  if (!query.next()) return std::nullopt;
  return instant_from_ms(query.integer(0));
}

std::optional<StoredTally> load_tally(Connection& connection, std::int64_t person, Date week) {
  const auto day = format_date(week);
  auto query = connection.query("SELECT as_of, tally FROM tallies WHERE person = ? AND week = ?");
  query.bind(person, day);
  if (!query.next()) return std::nullopt;
  return StoredTally{instant_from_ms(query.integer(0)), std::string(query.text(1))};
}

}  // namespace waymark::server
