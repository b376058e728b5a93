#include "syncserver/store/head_change.h"

#include <set>

#include "syncserver/store/record_rules.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

constexpr Date first_day = Date{std::chrono::year{2000} / 1 / 1};

void raise_scope(WriteContext& context, std::int64_t person) {
  if (person == 0) return;
  context.connection.query("UPDATE persons SET scope = scope + 1 WHERE n = ?").bind(person).run();
}

/// The first counting contact of each employer a change concerns, so that a week whose contact turns from
/// first to returning, or back, is tallied again though none of its entries changed.
class FirstContactWatch {
 public:
  FirstContactWatch(WriteContext& context, const RecordRow& before, const RecordRow& after)
      : context_(context) {
    for (const auto* row : {&before, &after})
      if (!row->employer.empty())
        firsts_.insert(
            {{row->owner, row->employer}, first_contact(context.connection, row->owner, row->employer)});
  }

  void touch_changes() {
    for (const auto& [key, before] : firsts_) {
      const auto after = first_contact(context_.connection, key.first, key.second);
      if (before == after) continue;
      for (const auto& instant : {before, after})
        if (instant) context_.tallies.touch(key.first, context_.rules->week_containing(*instant));
    }
  }

 private:
  WriteContext& context_;
  std::map<std::pair<std::int64_t, std::string>, std::optional<Instant>> firsts_;
};

void touch_weeks(WriteContext& context, const RecordRow& row) {
  if (!row.live) return;
  for (const auto week : weeks_of(*context.rules, row)) context.tallies.touch(row.owner, week);
}

/// A participant who goes to another specialist takes their jobs along, out of one sight and into another.
void move_participant(WriteContext& context, const RecordRow& before, const RecordRow& row) {
  if (!before.head || before.owner == row.owner) return;
  raise_scope(context, before.owner);
  const int jobs = context.connection.query("UPDATE records SET owner = ? WHERE participant = ?")
                       .bind(row.owner, row.n)
                       .run();
  if (jobs > 0) raise_scope(context, row.owner);
}

void apply_person(WriteContext& context, const Person& person, bool deleted, std::optional<Date> team_from) {
  auto& connection = context.connection;
  const auto id = to_bytes(person.id);
  connection.query("UPDATE persons SET name = ?, role = ? WHERE person_id = ?")
      .bind(person.name, person.role, id)
      .run();
  if (deleted)
    connection.query("UPDATE persons SET disabled_at = ? WHERE person_id = ? AND disabled_at IS NULL")
        .bind(to_ms(context.now), id)
        .run();
  const auto* member = context.directory.find(person.id);
  const auto from = team_from.value_or(member && !member->teams.empty() ? context.today() : first_day);
  if (!member || member->teams.empty() || member->team_on(from) != person.team)
    connection
        .query(
            "INSERT INTO membership (person, from_date, team) SELECT n, ?, ? FROM persons WHERE person_id = ?"
            " ON CONFLICT (person, from_date) DO UPDATE SET team = excluded.team")
        .bind(format_date(from), person.team, id)
        .run();
  context.reload_directory();
}

void apply_policy(WriteContext& context) {
  const auto before = context.rules;
  context.reload_rules();
  context.tallies.touch_policy_change(context.connection, *before, *context.rules);
}

}  // namespace

Ownership ownership_of(WriteContext& context, const Record& record) {
  if (const auto* job = std::get_if<Job>(&record)) {
    const auto participant = find_record(context.connection, job->participant_id);
    if (!participant || participant->type != RecordType::participant) return {};
    return {participant->owner, participant->n};
  }
  const auto person = specialist_of(record);
  if (person.empty()) return {0, std::nullopt};
  const auto* member = context.directory.find(person);
  if (!member) return {};
  return {member->n, std::nullopt};
}

void ensure_person(WriteContext& context, const Person& person) {
  if (context.directory.find(person.id)) return;
  const auto id = to_bytes(person.id);
  context.connection.query("INSERT INTO persons (person_id, name, role) VALUES (?, ?, ?)")
      .bind(id, person.name, person.role)
      .run();
  context.reload_directory();
}

bool change_head(WriteContext& context, RecordRow row, const RecordRow& before, const Record& record,
                 bool deleted, std::optional<Date> team_from) {
  describe(row, record, deleted);
  FirstContactWatch contacts(context, before, row);
  update_record(context.connection, row);
  contacts.touch_changes();
  touch_weeks(context, before);
  touch_weeks(context, row);

  switch (row.type) {
    case RecordType::schedule:
      context.tallies.touch_days(context.connection, row.owner, *row.day,
                                 next_schedule(context.connection, row.owner, *row.day));
      break;
    case RecordType::policy:
      apply_policy(context);
      break;
    case RecordType::participant:
      move_participant(context, before, row);
      break;
    case RecordType::job:
      if (before.head && before.owner != row.owner) raise_scope(context, before.owner);
      break;
    case RecordType::person:
      apply_person(context, std::get<Person>(record), deleted, team_from);
      break;
    default:
      break;
  }
  return before.is_approved() && !row.is_approved();
}

}  // namespace waymark::server
