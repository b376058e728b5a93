#include "syncserver/store/head_change.h"

#include "shared/sync/rule.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

constexpr Date first_day = Date{std::chrono::year{2000} / 1 / 1};

void raise_scope(WriteContext& context, std::int64_t person) {
  if (person == 0 || !rule_holds(Rule::sight_raises_scope)) return;
  context.connection.query("UPDATE persons SET scope = scope + 1 WHERE n = ?").bind(person).run();
}

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

FirstContactWatch::FirstContactWatch(WriteContext& context, const RecordRow& before, const RecordRow& after)
    : context_(context) {
  for (const auto* row : {&before, &after})
    if (!row->employer.empty())
      firsts_.insert(
          {{row->owner, row->employer}, first_contact(context.connection, row->owner, row->employer)});
}

void FirstContactWatch::touch_changes() {
  for (const auto& [key, before] : firsts_) {
    const auto after = first_contact(context_.connection, key.first, key.second);
    if (before == after) continue;
    for (const auto& instant : {before, after})
      if (instant) context_.tallies.touch(key.first, context_.rules->week_containing(*instant));
  }
}

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

namespace {

const RecordRow& described(RecordRow& row, const Record& record, bool deleted) {
  describe(row, record, deleted);
  return row;
}

}  // namespace

HeadChange::HeadChange(WriteContext& context, RecordRow& row, const RecordRow& before, const Record& record,
                       bool deleted)
    : context_(context),
      before_(before),
      row_(described(row, record, deleted)),
      record_(record),
      contacts_(context, before_, row_) {
  if (row.n == 0)
    insert_record(context.connection, row);
  else
    update_record(context.connection, row);
  row_.n = row.n;
  // Its week is tallied at the end of the group: what is parsed here need not be read back for that.
  if (const auto* entry = std::get_if<Entry>(&record)) context.entries.keep(*row_.head, *entry);
}

void HeadChange::follow(std::optional<Date> team_from) {
  if (rule_holds(Rule::contact_weeks_tallied)) contacts_.touch_changes();
  if (rule_holds(Rule::both_weeks_tallied)) touch_weeks(context_, before_);
  touch_weeks(context_, row_);
  switch (row_.type) {
    case RecordType::schedule:
      if (rule_holds(Rule::schedule_weeks_tallied))
        context_.tallies.touch_days(context_.connection, row_.owner, *row_.day,
                                    next_schedule(context_.connection, row_.owner, *row_.day));
      break;
    case RecordType::policy:
      apply_policy(context_);
      break;
    case RecordType::participant:
      move_participant(context_, before_, row_);
      break;
    case RecordType::job:
      if (before_.head && before_.owner != row_.owner) raise_scope(context_, before_.owner);
      break;
    case RecordType::person:
      apply_person(context_, std::get<Person>(record_), !row_.live, team_from);
      break;
    default:
      break;
  }
}

}  // namespace waymark::server
