#include "syncserver/store/aside_ops.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace waymark::server {

namespace {

// No column of a payload is read here, so that nothing a record says can get to an admin. A refused edit is
// mended once its author got a later edit of the same record accepted.
constexpr std::string_view aside_rows = R"sql(
SELECT o.op, r.rid, 0, p.person_id, coalesce(p.name, ''), coalesce(d.name, ''), r.type, '', '', o.received_at, 0
FROM conflicts c JOIN ops o ON o.seq = c.op JOIN records r ON r.n = c.record
LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n = o.device
UNION ALL
SELECT o.op, r.rid, 1, p.person_id, coalesce(p.name, ''), coalesce(d.name, ''), r.type, '', '', o.received_at, 0
FROM held h JOIN ops o ON o.seq = h.op JOIN records r ON r.n = h.record
LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n = o.device
UNION ALL
SELECT f.op, f.rid, 2, p.person_id, coalesce(p.name, ''), coalesce(d.name, ''), f.type, f.code, f.field,
       f.received_at,
       EXISTS (SELECT 1 FROM records r JOIN ops o ON o.record = r.n
               WHERE r.rid = f.rid AND o.author IS f.author AND o.received_at > f.received_at)
FROM refused f LEFT JOIN persons p ON p.n = f.author LEFT JOIN devices d ON d.n = f.device
ORDER BY 10, 1
)sql";

AsideOp read_row(const Query& query) {
  AsideOp op;
  op.op = query.uuid(0);
  op.rid = query.uuid(1);
  op.kind = query.code<AsideKind>(2);
  op.person_id = query.uuid(3);
  op.person_name = query.text(4);
  op.device_name = query.text(5);
  if (!query.is_null(6)) op.type = query.code<RecordType>(6);
  op.code = query.text(7);
  op.field = query.text(8);
  op.received_at = instant_from_ms(query.integer(9));
  op.mended = query.integer(10) != 0;
  return op;
}

bool asked_for(const AsideOp& op, const AsideQuery& query) {
  return (!query.kind || op.kind == *query.kind) &&
         (query.person_id.empty() || op.person_id == query.person_id) && (query.with_mended || !op.mended);
}

void count(std::vector<AsideGroup>& groups, const AsideOp& op) {
  const auto same = [&](const AsideGroup& group) {
    return std::tie(group.kind, group.person_id, group.type, group.code) ==
           std::tie(op.kind, op.person_id, op.type, op.code);
  };
  // Rows come oldest first, and so does the first of each group.
  auto found = std::find_if(groups.begin(), groups.end(), same);
  if (found == groups.end())
    found = groups.insert(groups.end(),
                          {op.kind, op.person_id, op.person_name, op.type, op.code, 0, op.received_at});
  ++found->count;
}

}  // namespace

AsideList list_aside(Connection& connection, const AsideQuery& asked) {
  AsideList list;
  auto query = connection.query(aside_rows);
  while (query.next()) {
    auto op = read_row(query);
    if (!asked_for(op, asked)) continue;
    ++list.total;
    count(list.groups, op);
    if (list.total <= asked.limit) list.ops.push_back(std::move(op));
  }
  return list;
}

}  // namespace waymark::server

namespace waymark {

template <>
std::span<const std::string_view> wire_names<server::AsideKind>() {
  static constexpr auto names = std::to_array<std::string_view>({"conflict", "held", "refused"});
  static_assert(names.size() == static_cast<std::size_t>(server::AsideKind::refused) + 1);
  return names;
}

}  // namespace waymark
