#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "shared/sync/message_codec.h"
#include "syncserver/store/body_equality.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/verify.h"

namespace waymark::server {

namespace {

void add(Verification& result, std::string kind, std::string where, std::string message) {
  result.report.faults.push_back({std::move(kind), std::move(where), std::move(message)});
}

std::int64_t count_rows(Connection& connection, std::string_view table) {
  auto query = connection.query(fmt::format("SELECT count(*) FROM {}", table));
  return query.next() ? query.integer(0) : 0;
}

/// The op a log row is about must still say what the chain was made over, and say it of the right record.
void check_payload(const Query& row, Verification& result) {
  const auto op_id = row.uuid(4);
  const auto op = parse_op(row.text(5));
  if (!op) return add(result, "payload", fmt::format("op {}", op_id), "The stored op cannot be read.");
  if (op->op != op_id || op->rid != row.uuid(6) || op->type != row.code<RecordType>(7))
    add(result, "payload", fmt::format("op {}", op_id), "The stored op names another op or record.");
  if (body_of(row.text(5), {row.integer(8), row.integer(9)}) != op->body)
    add(result, "payload", fmt::format("op {}", op_id), "The place of its body is wrong.");
}

}  // namespace

void verify_chain(Connection& connection, Verification& result, const ProgressSink& progress) {
  const auto total = count_rows(connection, "log");
  std::string chain;
  std::int64_t seq = 0;
  auto row = connection.query(
      "SELECT l.seq, l.op, l.status, l.chain, o.op, o.payload, r.rid, r.type, o.body_at, o.body_size"
      " FROM log l LEFT JOIN ops o ON o.seq = l.op LEFT JOIN records r ON r.n = o.record ORDER BY l.seq");
  while (row.next()) {
    if (progress && result.report.ops % 10000 == 0) progress("chain", result.report.ops, total);
    ++result.report.ops;
    ++seq;
    if (row.integer(0) != seq) {
      add(result, "chain", fmt::format("seq {}", seq), "A place on the chain is missing.");
      seq = row.integer(0);
    }
    if (row.is_null(4)) {
      add(result, "chain", fmt::format("seq {}", seq), "The op of this place is missing.");
    } else {
      const auto expected = chain_step(chain, row.uuid(4), digest(row.text(5)), row.code<OpStatus>(2));
      if (as_text(expected) != row.text(3))
        add(result, "chain", fmt::format("seq {}", seq),
            "The chain does not follow from the stored op: the op, its status or the chain was changed.");
      check_payload(row, result);
    }
    chain = row.text(3);
  }
  result.end = {seq, hex(chain)};
}

namespace {

/// What the log and the listings say an op is now; `status` in ops must agree.
void check_statuses(Connection& connection, Verification& result) {
  auto query = connection.query(
      "SELECT o.op, o.status, r.head IS o.seq,"
      " EXISTS (SELECT 1 FROM conflicts c WHERE c.op = o.seq AND c.record = o.record),"
      " EXISTS (SELECT 1 FROM held h WHERE h.op = o.seq AND h.record = o.record),"
      " EXISTS (SELECT 1 FROM log l WHERE l.seq = o.seq AND l.op = o.seq)"
      " FROM ops o JOIN records r ON r.n = o.record");
  while (query.next()) {
    const auto where = fmt::format("op {}", query.uuid(0));
    const auto status = query.code<OpStatus>(1);
    const bool head = query.integer(2) != 0;
    const bool conflict = query.integer(3) != 0;
    const bool held = query.integer(4) != 0;
    if (head != (status == OpStatus::head))
      add(result, "head", where, "Its status and its record disagree on whether it is the head.");
    if (conflict != (status == OpStatus::conflict))
      add(result, "conflict", where, "Its status and the list of conflicts disagree.");
    if (held != (status == OpStatus::held))
      add(result, "status", where, "Its status and the list of held ops disagree.");
    if (query.integer(5) == 0) add(result, "chain", where, "The op has no place on the chain.");
  }
}

/// No edit overwritten unseen (invariant 3): what is superseded was known to another op of its record, or
/// says the same as one.
void check_superseded(Connection& connection, Verification& result) {
  auto records = connection.query("SELECT DISTINCT record FROM ops WHERE status = ?");
  records.bind(OpStatus::superseded);
  while (records.next()) {
    std::vector<std::pair<OpStatus, Op>> ops;
    auto each = connection.query("SELECT status, payload FROM ops WHERE record = ? ORDER BY seq");
    each.bind(records.integer(0));
    while (each.next())
      if (auto op = parse_op(each.text(1))) ops.emplace_back(each.code<OpStatus>(0), std::move(*op));
    for (const auto& each_op : ops) {
      if (each_op.first != OpStatus::superseded) continue;
      const auto& op = each_op.second;
      const bool accounted_for = std::any_of(ops.begin(), ops.end(), [&](const auto& other) {
        return other.second.op != op.op &&
               (other.second.names(op.op) ||
                (other.second.deleted == op.deleted && bodies_equal(other.second.body, op.body)));
      });
      if (!accounted_for)
        add(result, "status", fmt::format("op {}", op.op),
            "It is superseded, but no other op was written knowing of it.");
    }
  }
}

/// Whose phones are shown the record; 0 for everyone's.
std::int64_t owner_of(Connection& connection, const Record& record) {
  if (const auto* job = std::get_if<Job>(&record)) {
    const auto participant = find_record(connection, job->participant_id);
    return participant ? participant->owner : 0;
  }
  const auto person = specialist_of(record);
  if (person.empty()) return 0;
  const auto id = to_bytes(person);
  auto query = connection.query("SELECT n FROM persons WHERE person_id = ?");
  query.bind(id);
  return query.next() ? query.integer(0) : 0;
}

/// The columns that rules and queries use must be what the head says.
void check_columns(Connection& connection, const RecordRow& row, Verification& result) {
  const auto where = fmt::format("record {}", row.rid);
  if (!row.head) {
    if (row.live) add(result, "head", where, "It counts as live, but has no head.");
    return;
  }
  const auto head = load_op(connection, *row.head).op;
  if (head.rid != row.rid) return add(result, "head", where, "Its head is an op of another record.");
  RecordRow expected;
  const auto record = stored_record_of(head);
  describe(expected, record, head.deleted);
  if (expected.live != row.live || expected.starts_at != row.starts_at || expected.ends_at != row.ends_at ||
      expected.day != row.day || expected.state != row.state || expected.employer != row.employer)
    add(result, "head", where, "Its columns are not what its head says.");
  if (owner_of(connection, record) != row.owner)
    add(result, "head", where, "It is shown to another person than its head names.");
}

}  // namespace

void verify_heads(Connection& connection, Verification& result, const ProgressSink& progress) {
  const auto total = count_rows(connection, "records");
  check_statuses(connection, result);
  check_superseded(connection, result);
  std::int64_t done = 0;
  auto query = connection.query(
      "SELECT r.n, r.seq, (SELECT max(max(o.seq), coalesce(max(l.seq), 0)) FROM ops o"
      " LEFT JOIN log l ON l.op = o.seq AND l.op <> l.seq WHERE o.record = r.n)"
      " FROM records r ORDER BY r.n");
  while (query.next()) {
    if (progress && done % 10000 == 0) progress("records", done, total);
    ++done;
    const auto row = find_record(connection, query.integer(0));
    check_columns(connection, *row, result);
    if (query.maybe(2) != query.integer(1))
      add(result, "head", fmt::format("record {}", row->rid),
          "Its last change is not its last place on the chain.");
  }
}

}  // namespace waymark::server
