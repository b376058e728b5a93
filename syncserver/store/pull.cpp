#include "syncserver/store/pull.h"

#include "shared/sync/rule.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

std::vector<SideOp> side_ops(std::vector<StoredOp> ops) {
  std::vector<SideOp> sides;
  for (auto& op : ops)
    sides.push_back({std::move(op.op.op), std::move(op.device_name), op.received_at, op.op.deleted,
                     std::move(op.op.body)});
  return sides;
}

// Two walks of records_in_sight, one for what is this person's and one for what is everyone's, merged by seq.
// The listed ops beside a head are rare, so that it is told here whether to look for them.
constexpr std::string_view changed_rows = R"sql(
SELECT seq, n, rid, type, head,
       EXISTS (SELECT 1 FROM conflicts c WHERE c.record = n), EXISTS (SELECT 1 FROM held h WHERE h.record = n)
FROM (SELECT seq, n, rid, type, head FROM records WHERE owner = ?1 AND seq > ?2
      UNION ALL
      SELECT seq, n, rid, type, head FROM records WHERE owner = 0 AND seq > ?2
      ORDER BY seq LIMIT ?3)
)sql";

std::vector<Row> read_rows(Connection& connection, std::int64_t person, std::int64_t after, int limit) {
  std::vector<Row> rows;
  auto query = connection.query(changed_rows);
  query.bind(person, after, limit);
  while (query.next()) {
    Row row;
    row.seq = query.integer(0);
    const auto record = query.integer(1);
    row.rid = query.uuid(2);
    row.type = query.code<RecordType>(3);
    if (const auto head = query.maybe(4)) {
      auto op = load_op(connection, *head).op;
      row.op = std::move(op.op);
      row.parents = std::move(op.parents);
      row.anc = std::move(op.anc);
      row.deleted = op.deleted;
      row.body = std::move(op.body);
    }
    if (query.integer(5) != 0) row.conflicts = side_ops(load_conflicts(connection, record));
    if (query.integer(6) != 0) row.held = side_ops(load_held(connection, record));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Only the simulation does so, where it takes the rule of one snapshot out.
void begin_another_snapshot(Connection& connection) {
  connection.query("COMMIT").run();
  connection.query("BEGIN").run();
}

}  // namespace

Page read_page(Connection& connection, std::int64_t person, std::int64_t after, int limit) {
  Page page;
  page.rows = read_rows(connection, person, after, limit);
  pass(Moment::between_rows_and_marks);
  if (!rule_holds(Rule::snapshot_reads)) begin_another_snapshot(connection);
  {
    auto tail = connection.query("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1");
    if (tail.next()) page.high = {tail.integer(0), hex(tail.text(1))};
  }
  const bool full = page.rows.size() == static_cast<std::size_t>(limit);
  page.next =
      full && rule_holds(Rule::page_ends_cursor) ? mark_at(connection, page.rows.back().seq) : page.high;
  return page;
}

std::int64_t scope_of(Connection& connection, std::int64_t person) {
  auto query = connection.query("SELECT scope FROM persons WHERE n = ?");
  query.bind(person);
  return query.next() ? query.integer(0) : 0;
}

}  // namespace waymark::server
