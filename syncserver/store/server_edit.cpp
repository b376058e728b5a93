#include "syncserver/store/server_edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/op_acceptance.h"

namespace waymark::server {

namespace {

Author server_author(const WriteContext& context, const Actor& actor) {
  Author author;
  author.is_server = true;
  if (const auto* member = context.directory.find(actor.person_id)) author.person = member->n;
  return author;
}

}  // namespace

void name_what_is_there(Op& op, Connection& connection, const RecordRow& row, Conflicts conflicts) {
  if (row.head) {
    const auto head = load_op(connection, *row.head);
    op.parents.push_back(head.op.op);
    op.anc.push_back(head.op.op);
    for (const auto* list : {&head.op.parents, &head.op.anc})
      for (const auto& ancestor : *list)
        if (std::find(op.anc.begin(), op.anc.end(), ancestor) == op.anc.end()) op.anc.push_back(ancestor);
  }
  if (conflicts == Conflicts::settled)
    for (const auto& conflict : load_conflicts(connection, row.n)) op.parents.push_back(conflict.op.op);
  if (op.anc.size() > max_ancestors) op.anc.resize(max_ancestors);
  // With more, nobody could read the op again. What it does not name stays listed for the next edit.
  if (op.parents.size() > max_parents) op.parents.resize(max_parents);
}

Result<ServerEdit> write_server_record(WriteContext& context, RecordType type, std::string rid,
                                       std::string body, bool deleted, const Actor& actor,
                                       const AcceptOptions& options, std::string_view detail) {
  if (rid.empty()) rid = make_record_id(context.random, context.now);
  if (!is_uuid(rid)) return fail(ErrorCode::bad_id, "A record id is a lower-case UUID.", "rid");
  Op op;
  op.op = make_op_id(context.random);
  op.rid = rid;
  op.type = type;
  op.deleted = deleted;
  op.body = std::move(body);
  if (const auto row = find_record(context.connection, rid))
    name_what_is_there(op, context.connection, *row, Conflicts::settled);
  const ReceivedOp received{op.op, op, to_json(op)};
  auto result = OpAcceptance(context).accept(prepare(received, context.rules, context.now),
                                             server_author(context, actor), options);
  if (result.error) return tl::unexpected(std::move(*result.error));
  context.audit(actor, fmt::format("{}_{}", to_wire(type), deleted ? "deleted" : "written"), rid, detail);
  return ServerEdit{std::move(rid), std::move(result)};
}

Result<OpResult> set_schedule(WriteContext& context, std::string_view person_id, Date effective_from,
                              const std::array<int, 7>& minutes_from_monday, const Actor& actor) {
  const auto* member = context.directory.find(person_id);
  if (!member)
    return fail(ErrorCode::not_found, "No such person: `waymark-server user list` shows who works here.",
                "person");
  Schedule schedule;
  schedule.id = schedule_id(person_id, effective_from);
  // What a newer version wrote beside the minutes stays.
  if (const auto row = find_record(context.connection, schedule.id); row && row->head)
    schedule = stored_record<Schedule>(load_op(context.connection, *row->head).op.body, schedule.id);
  schedule.specialist_id = person_id;
  schedule.effective_from = effective_from;
  schedule.minutes = minutes_from_monday;
  auto edit =
      write_server_record(context, RecordType::schedule, schedule.id, to_json(schedule), false, actor);
  if (!edit) return tl::unexpected(edit.error());
  return std::move(edit->result);
}

Result<ImportSummary> import_ops(WriteContext& context, std::span<const AuthoredOp> ops) {
  OpAcceptance acceptance(context);
  ImportSummary summary;
  for (const auto& authored : ops) {
    Author author;
    author.is_server = authored.person_id.empty();
    if (const auto* member = context.directory.find(authored.person_id)) author.person = member->n;
    const ReceivedOp received{authored.op.op, authored.op, to_json(authored.op)};
    AcceptOptions options;
    options.received_at = authored.received_at;
    auto result = acceptance.accept(prepare(received, context.rules, context.now), author, options);
    if (result.error) {
      auto error = std::move(*result.error);
      error.message = fmt::format("Op {} ({} {}) was refused: {}", authored.op.op, to_wire(authored.op.type),
                                  authored.op.rid, error.message);
      return tl::unexpected(std::move(error));
    }
    ++summary.ops;
  }
  return summary;
}

}  // namespace waymark::server
