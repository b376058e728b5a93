#include "syncserver/store/op_acceptance.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/sync/rule.h"
#include "syncserver/store/body_equality.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/rights.h"

namespace waymark::server {

namespace {

bool names_any(const Op& op, std::string_view other, const std::vector<StoredOp>& listed) {
  return op.names(other) ||
         std::any_of(listed.begin(), listed.end(), [&](const StoredOp& l) { return l.op.names(other); });
}

/// Records the server itself writes, at the command line or for an admin.
bool server_may_write(RecordType type) {
  switch (type) {
    case RecordType::policy:
    case RecordType::person:
    case RecordType::place:
    case RecordType::schedule:
    case RecordType::employer:
      return true;
    default:
      return false;
  }
}

/// A program that was struck from today's policy is still right in a week of its time.
Result<Record> check_body(const Op& op, const AgencyRules& rules, Instant now) {
  auto record = parse_record(op.type, op.body, {op.rid, now, &rules.policy_today(now)});
  if (record || record.error().field != "program" || op.type != RecordType::entry) return record;
  const auto unchecked = parse_record(op.type, op.body, {op.rid, now, nullptr});
  if (!unchecked) return record;
  const auto week = rules.week_containing(std::get<Entry>(*unchecked).starts_at);
  return parse_record(op.type, op.body, {op.rid, now, &rules.policy_of_week(week)});
}

}  // namespace

PreparedOp prepare(const ReceivedOp& received, std::shared_ptr<const AgencyRules> rules, Instant now) {
  PreparedOp op{&received, digest(received.payload), std::nullopt, std::move(rules)};
  if (received.op) op.record = check_body(*received.op, *op.checked_with, now);
  return op;
}

OpResult OpAcceptance::accept(PreparedOp op, const Author& author, const AcceptOptions& options) {
  if (op.checked_with != context_.rules) op = prepare(*op.received, context_.rules, context_.now);
  const auto& received = *op.received;
  if (!is_uuid(received.op_id)) {
    // Without an id there is nothing to keep it under, and no repeat to recognise.
    auto error =
        received.op ? Error{ErrorCode::bad_id, "An op needs an id of its own.", "op"} : received.op.error();
    return {received.op_id, OpStatus::invalid, 0, {}, std::move(error)};
  }
  if (auto result = known(op, author)) return *result;
  if (!received.op) return refuse(op, author, options, OpStatus::invalid, received.op.error());

  const auto& edit = *received.op;
  const auto row = find_record(context_.connection, edit.rid);
  if (row && row->type != edit.type && rule_holds(Rule::types_kept))
    return refuse(
        op, author, options, OpStatus::invalid,
        {ErrorCode::type_changed,
         fmt::format("This record is of type {}: give a new record a new id.", to_wire(row->type)), "type"});
  if (!*op.record) return refuse(op, author, options, OpStatus::invalid, op.record->error());
  const auto& record = **op.record;
  if (auto error = rights_error(row, record, edit, author)) {
    const auto status = error->code == ErrorCode::forbidden ? OpStatus::forbidden : OpStatus::invalid;
    return refuse(op, author, options, status, std::move(*error));
  }
  if (auto error = store_rule_error(context_, record, edit.deleted))
    return refuse(op, author, options, OpStatus::invalid, std::move(*error));
  const auto decision = decide(row, edit, record);
  if (const auto* error = std::get_if<Error>(&decision))
    return refuse(op, author, options, OpStatus::invalid, *error);
  return enter_new(op, row, std::get<OpStatus>(decision), author, options);
}

OpResult OpAcceptance::accept_again(const ReceivedOp& received, const Author& author) {
  const auto& edit = *received.op;
  const PreparedOp op{&received, digest(received.payload), stored_record_of(edit), context_.rules};
  if (auto result = known(op, author)) return *result;
  const auto refused = [&](std::string message) {
    return OpResult{
        received.op_id, OpStatus::invalid, 0, {}, Error{ErrorCode::corrupt, std::move(message), {}}};
  };
  const auto row = find_record(context_.connection, edit.rid);
  const auto& record = **op.record;
  if (row && row->type != edit.type) return refused("This record is of another type.");
  if (edit.type != RecordType::person && !ownership_of(context_, record).owner)
    return refused("The person this record names is not known.");
  const auto decision = decide(row, edit, record);
  if (const auto* error = std::get_if<Error>(&decision)) return refused(error->message);
  return enter_new(op, row, std::get<OpStatus>(decision), author, {});
}

std::optional<OpResult> OpAcceptance::known(const PreparedOp& op, const Author& author) {
  refused_to_another_ = false;
  const auto id = to_bytes(op.received->op_id);
  {
    auto query = context_.connection.query(
        "SELECT o.payload, l.seq, l.status, l.chain, o.record FROM ops o JOIN log l ON l.seq = o.seq"
        " WHERE o.op = ?");
    query.bind(id);
    if (query.next()) {
      if (rule_holds(Rule::payload_compared) && query.text(0) != op.received->payload) return reused(op);
      if (!rule_holds(Rule::op_known)) return enter_again(query.integer(1), query.integer(4));
      return OpResult{op.received->op_id, query.code<OpStatus>(2), query.integer(1), hex(query.text(3)), {}};
    }
  }
  auto query = context_.connection.query(
      "SELECT payload_hash, status, code, message, field, author FROM refused WHERE op = ?");
  query.bind(id);
  if (!query.next()) return std::nullopt;
  if (query.text(0) != as_text(op.payload_hash)) return reused(op);
  if (query.code<OpStatus>(1) == OpStatus::forbidden && query.maybe(5) != author.person) {
    // After a restore somebody may bring another's op back who may not write it. Its writer is judged anew.
    refused_to_another_ = true;
    return std::nullopt;
  }
  Error error{error_code_from_wire(query.text(2)), std::string(query.text(3)), std::string(query.text(4))};
  return OpResult{op.received->op_id, query.code<OpStatus>(1), 0, {}, std::move(error)};
}

OpResult OpAcceptance::reused(const PreparedOp& op) {
  context_.raise_alarm(op.received->op_id,
                       fmt::format("Op {} came again with another content: a device may be cloned or faulty.",
                                   op.received->op_id));
  return {op.received->op_id,
          OpStatus::invalid,
          0,
          {},
          Error{ErrorCode::op_reused, "This op id was used before: send the edit again as a new op.", "op"}};
}

OpResult OpAcceptance::refuse(const PreparedOp& op, const Author& author, const AcceptOptions& options,
                              OpStatus status, Error error) {
  const auto& received = *op.received;
  const auto id = to_bytes(received.op_id);
  std::optional<UuidBytes> rid;
  std::optional<RecordType> type;
  if (received.op) {
    rid = to_bytes(received.op->rid);
    type = received.op->type;
  }
  if (!rule_holds(Rule::refused_remembered)) return {received.op_id, status, 0, {}, std::move(error)};
  const auto payload =
      received.payload.size() <= max_op_bytes ? std::string_view(received.payload) : std::string_view();
  context_.connection
      .query(
          "INSERT OR IGNORE INTO refused (op, payload_hash, status, code, field, message, rid, type, author, "
          "device,"
          " received_at, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id, op.payload_hash, status, to_wire(error.code), error.field, error.message, rid, type,
            author.person, author.device, to_ms(options.received_at.value_or(context_.now)), payload)
      .run();
  return {received.op_id, status, 0, {}, std::move(error)};
}

std::optional<Error> OpAcceptance::rights_error(const std::optional<RecordRow>& row, const Record& record,
                                                const Op& op, const Author& author) {
  const std::string field(field_of_right(op.type));
  const auto owner = ownership_of(context_, record).owner;
  if (author.is_server) {
    if (!server_may_write(op.type))
      return Error{ErrorCode::forbidden, "The server does not write records of this type.", "type"};
    // A new person is not in the directory yet; every other record must name someone who is.
    if (op.type != RecordType::person && !owner)
      return Error{ErrorCode::bad_id, "No such person: choose one who works here.", field};
    return std::nullopt;
  }
  const auto* writer = author.person ? context_.directory.find(*author.person) : nullptr;
  Subject after{op.type, owner ? context_.directory.find(*owner) : nullptr, {}};
  if (const auto* approval = std::get_if<Approval>(&record)) after.week_start = approval->week_start;
  bool allowed =
      writer && (may_write(*writer, after, context_.today()) || !rule_holds(Rule::new_body_rights));
  // A record that has only held ops has no head, but it is its writer's all the same.
  if (allowed && row && rule_holds(Rule::old_head_rights)) {
    Subject before{op.type, context_.directory.find(row->owner), {}};
    if (op.type == RecordType::approval) before.week_start = row->day;
    allowed = may_write(*writer, before, context_.today());
  }
  if (!allowed)
    return Error{ErrorCode::forbidden, "This record is not yours to change: ask your team lead.", field};
  if (op.type != RecordType::person && !owner)
    return Error{ErrorCode::bad_id, "No such person: choose one who works here.", field};
  return std::nullopt;
}

OpAcceptance::Decision OpAcceptance::decide(const std::optional<RecordRow>& row, const Op& op,
                                            const Record& record) {
  // 3. Late news: something already here was written knowing of it, or says the same.
  std::optional<StoredOp> head;
  if (row) {
    if (row->head) head = load_op(context_.connection, *row->head);
    const auto conflicts = load_conflicts(context_.connection, row->n);
    const bool is_late =
        head ? names_any(head->op, op.op, conflicts)
             : std::any_of(conflicts.begin(), conflicts.end(),
                           [&](const StoredOp& conflict) { return conflict.op.names(op.op); });
    if (rule_holds(Rule::ancestors_superseded) && is_late) return OpStatus::superseded;
    const bool knows_head = head && op.names(head->op.op) && rule_holds(Rule::knowing_repeats_count);
    if (rule_holds(Rule::equal_superseded) && head && !knows_head && op.deleted == head->op.deleted &&
        bodies_equal(op.body, head->op.body))
      return OpStatus::superseded;
  }

  // 4. Approved weeks stand.
  const auto owner = ownership_of(context_, record).owner.value_or(0);
  auto weeks = weeks_of(*context_.rules, record);
  if (row && row->head) {
    const auto before = weeks_of(*context_.rules, *row);
    weeks.insert(weeks.end(), before.begin(), before.end());
  }
  for (const auto week : weeks)
    if (rule_holds(Rule::approved_held) && is_week_approved(context_.connection, owner, week))
      return OpStatus::held;
  const auto reached = rule_holds(Rule::approved_not_reached)
                           ? reached_approved_week(context_, row, record, op.deleted, owner)
                           : std::nullopt;
  if (reached)
    return Error{ErrorCode::approved_week,
                 fmt::format("This would change {}'s week of {}, which is already approved: choose a later "
                             "day, or have their lead return that week first.",
                             reached->name, reached->week),
                 "effective_from"};

  // 5 and 6.
  if (!head || op.names(head->op.op) || !rule_holds(Rule::heads_compared)) return OpStatus::head;
  return OpStatus::conflict;
}

OpResult OpAcceptance::enter_new(const PreparedOp& op, const std::optional<RecordRow>& found, OpStatus status,
                                 const Author& author, const AcceptOptions& options) {
  const auto& edit = *op.received->op;
  const auto& record = **op.record;
  const auto seq = context_.tail.seq + 1;
  if (const auto* person = std::get_if<Person>(&record)) ensure_person(context_, *person);

  RecordRow row;
  if (found) {
    row = *found;
  } else {
    row.rid = edit.rid;
    row.type = edit.type;
    row.seq = seq;
    row.owner = ownership_of(context_, record).owner.value_or(0);
  }
  const auto before = row;
  std::optional<HeadChange> change;
  if (status == OpStatus::head)
    change.emplace(become_head(row, seq, seq, edit, record));
  else if (!found)
    insert_record(context_.connection, row);
  const auto place = find_body(op.received->payload, edit.body);
  const auto id = to_bytes(edit.op);
  context_.connection
      .query(
          "INSERT INTO ops (seq, op, record, status, author, device, received_at, body_at, body_size, "
          "payload)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(seq, id, row.n, status, author.person, author.device,
            to_ms(options.received_at.value_or(context_.now)), place.at, place.size, op.received->payload)
      .run();
  append_to_log(context_, seq, edit.op, op.payload_hash, status);
  if (refused_to_another_) context_.connection.query("DELETE FROM refused WHERE op = ?").bind(id).run();
  const auto mark = context_.tail.mark();
  if (change)
    change->follow(options.team_from);
  else
    stand_beside(row, seq, edit, status);
  if (rule_holds(Rule::held_replayed) && before.is_approved() && !row.is_approved())
    replay_held(before.owner, *before.day);
  return {edit.op, status, mark.seq, mark.chain, {}};
}

HeadChange OpAcceptance::become_head(RecordRow& row, std::int64_t op_seq, std::int64_t log_seq, const Op& op,
                                     const Record& record) {
  const auto before = row;
  clear_named_conflicts(row, op);
  if (row.head) set_status(context_.connection, *row.head, OpStatus::superseded);
  const auto ownership = ownership_of(context_, record);
  row.head = op_seq;
  row.seq = log_seq;
  row.owner = ownership.owner.value_or(0);
  row.participant = ownership.participant;
  return {context_, row, before, record, op.deleted};
}

void OpAcceptance::stand_beside(const RecordRow& row, std::int64_t op_seq, const Op& op, OpStatus status) {
  auto& connection = context_.connection;
  if (status == OpStatus::conflict) {
    clear_named_conflicts(row, op);
    if (rule_holds(Rule::conflicts_kept))
      connection.query("INSERT OR IGNORE INTO conflicts (record, op) VALUES (?, ?)")
          .bind(row.n, op_seq)
          .run();
  }
  if (status == OpStatus::held)
    connection.query("INSERT OR IGNORE INTO held (record, op, person) VALUES (?, ?, ?)")
        .bind(row.n, op_seq, row.owner)
        .run();
  if (rule_holds(Rule::every_op_moves_record))
    connection.query("UPDATE records SET seq = ? WHERE n = ?").bind(context_.tail.seq, row.n).run();
}

void OpAcceptance::clear_named_conflicts(const RecordRow& row, const Op& op) {
  if (row.n == 0 || !rule_holds(Rule::named_conflicts_clear)) return;
  auto& connection = context_.connection;
  for (const auto& conflict : load_conflicts(connection, row.n)) {
    if (!op.names(conflict.op.op)) continue;
    connection.query("DELETE FROM conflicts WHERE record = ? AND op = ?").bind(row.n, conflict.seq).run();
    set_status(connection, conflict.seq, OpStatus::superseded);
  }
}

void OpAcceptance::replay_held(std::int64_t person, Date week) {
  auto& connection = context_.connection;
  std::vector<std::pair<std::int64_t, std::int64_t>> held;  // op, record
  {
    auto query = connection.query("SELECT op, record FROM held WHERE person = ? ORDER BY op");
    query.bind(person);
    while (query.next()) held.emplace_back(query.integer(0), query.integer(1));
  }
  // Chosen before the first goes in: it may take its record out of this week, and the edits that were held
  // after it would be left behind.
  std::erase_if(held, [&](const auto& one) { return !holds_week(one.first, one.second, week); });
  for (const auto& [op_seq, record_n] : held) enter_again(op_seq, record_n);
}

OpResult OpAcceptance::enter_again(std::int64_t op_seq, std::int64_t record_n) {
  auto& connection = context_.connection;
  auto row = find_record(connection, record_n);
  const auto stored = load_op(connection, op_seq);
  // The body passed every rule when it came; what it is measured by now is the present head alone.
  const auto record = stored_record_of(stored.op);
  const auto decision = decide(row, stored.op, record);
  const auto status = std::get<OpStatus>(decision);  // only schedules and policies can be refused here
  append_to_log(context_, op_seq, stored.op.op, digest(stored_payload(connection, op_seq)), status);
  set_status(connection, op_seq, status);
  if (status != OpStatus::held)
    connection.query("DELETE FROM held WHERE record = ? AND op = ?").bind(record_n, op_seq).run();
  const auto mark = context_.tail.mark();
  if (status == OpStatus::head)
    become_head(*row, op_seq, mark.seq, stored.op, record).follow({});
  else
    stand_beside(*row, op_seq, stored.op, status);
  return {stored.op.op, status, mark.seq, mark.chain, {}};
}

bool OpAcceptance::holds_week(std::int64_t op_seq, std::int64_t record_n, Date week) {
  const auto row = find_record(context_.connection, record_n);
  if (!row) return false;
  auto weeks = weeks_of(*context_.rules, stored_record_of(load_op(context_.connection, op_seq).op));
  if (row->head) {
    const auto before = weeks_of(*context_.rules, *row);
    weeks.insert(weeks.end(), before.begin(), before.end());
  }
  return std::find(weeks.begin(), weeks.end(), week) != weeks.end();
}

}  // namespace waymark::server
