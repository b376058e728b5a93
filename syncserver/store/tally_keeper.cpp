#include "syncserver/store/tally_keeper.h"

#include <fmt/format.h>

#include "shared/tally/tally_codec.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

void store_tally(Connection& connection, EntryCache& entries, const AgencyRules& rules, std::int64_t person,
                 Date week, Instant now) {
  const auto facts = load_week(connection, rules, person, week, &entries);
  const auto day = format_date(week);
  if (!facts.touched) {
    connection.query("DELETE FROM tallies WHERE person = ? AND week = ?").bind(person, day).run();
    return;
  }
  const auto tally = tally_of(facts, rules, week, now);
  const auto text = to_stored_json(tally);
  connection
      .query(
          "INSERT INTO tallies (person, week, as_of, tally, community_s, work_s, standing, versions,"
          " tally_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (person, week) DO UPDATE SET as_of = excluded.as_of, tally = excluded.tally,"
          " community_s = excluded.community_s, work_s = excluded.work_s, standing = excluded.standing,"
          " versions = excluded.versions, tally_hash = excluded.tally_hash")
      .bind(person, day, to_ms(now), text, tally.community_s, tally.work_s, to_wire(tally.standing),
            facts.versions, short_digest(text))
      .run();
}

/// The columns beside a tally say what it says, and of what it was made.
bool has_columns_of(Connection& connection, std::int64_t person, Date week, const WeekTally& tally,
                    std::int64_t versions, std::int64_t tally_hash) {
  const auto day = format_date(week);
  auto query = connection.query(
      "SELECT community_s, work_s, standing, versions, tally_hash FROM tallies WHERE person = ? AND week = "
      "?");
  query.bind(person, day);
  return query.next() && query.integer(0) == tally.community_s && query.integer(1) == tally.work_s &&
         query.text(2) == to_wire(tally.standing) && query.maybe(3).value_or(versions) == versions &&
         query.maybe(4).value_or(tally_hash) == tally_hash;
}

}  // namespace

void TallyKeeper::touch_days(Connection& connection, std::int64_t person, Date from,
                             std::optional<Date> before) {
  const auto earliest = format_date(add_days(from, -6));
  auto query = connection.query("SELECT week FROM tallies WHERE person = ? AND week >= ?");
  query.bind(person, earliest);
  while (query.next()) {
    const auto week = parse_date(query.text(0), "week");
    if (week && (!before || *week < *before)) touch(person, *week);
  }
}

void TallyKeeper::touch_policy_change(Connection& connection, const AgencyRules& before,
                                      const AgencyRules& after) {
  {
    auto query = connection.query("SELECT person, week FROM tallies");
    while (query.next()) {
      const auto week = parse_date(query.text(1), "week");
      if (week && !before.treats_alike(after, *week)) touch(query.integer(0), *week);
    }
  }
  auto running = connection.query(
      "SELECT owner, starts_at FROM records WHERE type = 0 AND live = 1 AND ends_at IS NULL");
  while (running.next())
    for (const auto* rules : {&before, &after})
      for (const auto week : rules->weeks_of_entry(instant_from_ms(running.integer(1)), std::nullopt))
        touch(running.integer(0), week);
}

void TallyKeeper::retally(Connection& connection, EntryCache& entries, const AgencyRules& rules, Instant now,
                          const std::function<void(const std::string&)>& alarm) {
  for (const auto& [person, week] : touched_) {
    try {
      store_tally(connection, entries, rules, person, week, now);
    } catch (const StoreDamage& damage) {
      alarm(fmt::format("The week of {} of person {} could not be tallied: {}. Run verify.",
                        format_date(week), person, damage.what()));
    }
  }
  touched_.clear();
}

TallyFault check_tally(Connection& connection, const AgencyRules& rules, std::int64_t person, Date week) {
  const auto stored = load_tally(connection, person, week);
  try {
    const auto facts = load_week(connection, rules, person, week);
    if (!stored) return facts.touched ? TallyFault::missing : TallyFault::none;
    if (!facts.touched) return TallyFault::extra;
    const auto tally = tally_of(facts, rules, week, stored->as_of);
    const bool same =
        to_stored_json(tally) == stored->text &&
        has_columns_of(connection, person, week, tally, facts.versions, short_digest(stored->text));
    return same ? TallyFault::none : TallyFault::differs;
  } catch (const StoreDamage&) {
    return TallyFault::differs;  // entries that cannot be read give no tally to compare with
  }
}

}  // namespace waymark::server
