#include "mobile/device/outbox.h"

#include <algorithm>
#include <limits>

#include "shared/sync/message_codec.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

#define OP_COLUMNS "no, op, rid, made_at, names, state, status, seq, code, field, from_row"

OutboxOp read_op(const Query& query) {
  OutboxOp op;
  op.no = query.integer(0);
  op.op = query.text(1);
  op.rid = query.text(2);
  op.made_at = query.instant(3);
  op.names = split(query.text(4));
  const auto state = query.text(5);
  op.state = state == "acked" ? OpState::acked : state == "refused" ? OpState::refused : OpState::unsent;
  op.status = query.text(6);
  op.seq = query.integer(7);
  op.code = query.text(8);
  op.field = query.text(9);
  op.from_row = query.flag(10);
  return op;
}

/// `no` is its place in the order of sending; 0: the last.
Result<void> queue(Work& work, const Op& op, std::int64_t no, bool from_row) {
  const auto frozen = to_json(op);
  if (frozen.size() > max_op_bytes)
    return fail(ErrorCode::too_large, "This record is too long to send: shorten its note.", "note");
  Ids names;
  append_new(names, op.parents);
  append_new(names, op.anc);
  Query(work.sql,
        "INSERT INTO ops (no, op, rid, made_at, names, frozen, size, offered, from_row)"
        " VALUES (nullif(?, 0),?,?,?,?,?,?,0,?)",
        no, op.op, op.rid, work.clock.now(), join(names), work.seal(frozen),
        static_cast<std::int64_t>(frozen.size()), from_row)
      .run();
  return {};
}

}  // namespace

Result<void> queue_op(Work& work, const Op& op) {
  return queue(work, op, 0, false);
}

Result<void> queue_op_from_row(Work& work, const Op& op) {
  if (op.type != RecordType::participant) return queue(work, op, 0, true);
  Query first(work.sql, "SELECT min(coalesce(min(no), 0), 0) - 1 FROM ops");
  return queue(work, op, first.next() ? first.integer(0) : 0, true);
}

void rewrite_unoffered(Work& work, std::string_view rid,
                       const std::function<std::string(const std::string&)>& change) {
  std::vector<std::pair<std::int64_t, std::string>> changed;
  for (Query query(work.sql, "SELECT no, frozen FROM ops WHERE rid = ? AND offered = 0", rid);
       query.next();) {
    auto op = parse_op(work.open(query.blob(1)));
    if (!op) continue;
    auto body = change(op->body);
    if (body.empty()) continue;
    op->body = std::move(body);
    changed.emplace_back(query.integer(0), to_json(*op));
  }
  for (const auto& [no, frozen] : changed)
    Query(work.sql, "UPDATE ops SET frozen = ?, size = ? WHERE no = ?", work.seal(frozen),
          static_cast<std::int64_t>(frozen.size()), no)
        .run();
}

std::vector<OutboxOp> ops_of(Work& work, std::string_view rid) {
  Query query(work.sql, "SELECT " OP_COLUMNS " FROM ops WHERE rid = ? ORDER BY no", rid);
  std::vector<OutboxOp> ops;
  while (query.next()) ops.push_back(read_op(query));
  return ops;
}

std::optional<OutboxOp> find_op(Work& work, std::string_view op) {
  Query query(work.sql, "SELECT " OP_COLUMNS " FROM ops WHERE op = ?", op);
  if (!query.next()) return std::nullopt;
  return read_op(query);
}

Op frozen_op(Work& work, std::string_view op) {
  Query query(work.sql, "SELECT frozen FROM ops WHERE op = ?", op);
  if (query.next()) {
    auto parsed = parse_op(work.open(query.blob(0)));
    if (parsed) return std::move(*parsed);
  }
  throw Failure(
      {ErrorCode::corrupt,
       "An edit in the file with your records is damaged: keep a copy of it and ask your agency for help.",
       ""});
}

bool is_pending(Work& work, std::string_view rid) {
  return Query(work.sql, "SELECT 1 FROM ops WHERE rid = ? AND state <> 'acked' LIMIT 1", rid).next();
}

bool has_kept_op(Work& work, std::string_view rid) {
  return Query(work.sql, "SELECT 1 FROM ops WHERE rid = ? AND state <> 'refused' LIMIT 1", rid).next();
}

bool anything_unsent(Work& work) {
  return Query(work.sql, "SELECT 1 FROM ops WHERE state <> 'acked' AND state = 'unsent' LIMIT 1").next();
}

bool anything_unsafe(Work& work, std::int64_t safe_seq) {
  if (safe_seq == 0) return false;
  return Query(work.sql, "SELECT 1 FROM ops WHERE state = 'acked' AND seq > ? LIMIT 1", safe_seq).next();
}

void mark_acked(Work& work, const OpResult& result) {
  Query(work.sql, "UPDATE ops SET state = 'acked', status = ?, seq = ?, code = '', field = '' WHERE op = ?",
        to_wire(result.status), result.seq, result.op)
      .run();
}

void mark_refused(Work& work, const OpResult& result) {
  if (!rule_holds(Rule::refused_kept)) return drop_op(work, result.op);
  // The message is not kept: it is the server's English, and could repeat what was typed.
  const auto code = result.error ? to_wire(result.error->code) : to_wire(result.status);
  Query(work.sql, "UPDATE ops SET state = 'refused', code = ?, field = ? WHERE op = ? AND state = 'unsent'",
        code, result.error ? result.error->field : std::string(), result.op)
      .run();
}

void drop_op(Work& work, std::string_view op) {
  Query(work.sql, "DELETE FROM ops WHERE op = ?", op).run();
}

void drop_refused_under(Work& work, const OutboxOp& later) {
  if (!rule_holds(Rule::refused_go_with_later)) return;
  // From the newest down: an edit names the one before it, so a chain longer than 16 is followed to its end.
  const auto ops = ops_of(work, later.rid);
  Ids below = later.names;
  for (auto op = ops.rbegin(); op != ops.rend(); ++op) {
    if (op->no >= later.no || !contains(below, op->op)) continue;
    append_new(below, op->names);
    if (op->state == OpState::refused) drop_op(work, op->op);
  }
}

void mark_all_unsent(Work& work) {
  Query(work.sql, "UPDATE ops SET state = 'unsent', status = '', seq = 0 WHERE state = 'acked'").run();
}

Ids forget_safe_ops(Work& work, std::int64_t safe_seq) {
  const auto safe = rule_holds(Rule::kept_until_safe) ? safe_seq : std::numeric_limits<std::int64_t>::max();
  Ids rids;
  for (Query query(work.sql,
                   "DELETE FROM ops WHERE state = 'acked' AND seq <= ?"
                   " AND NOT (? AND EXISTS (SELECT 1 FROM sides WHERE sides.op = ops.op)) RETURNING rid",
                   safe, rule_holds(Rule::listed_not_forgotten));
       query.next();)
    append_new(rids, query.text(0));
  return rids;
}

}  // namespace waymark::device
