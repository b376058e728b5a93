#include "shared/sync/message_codec.h"
#include "syncserver/store/reading.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

/// The date whose team decides which lead may read the record.
std::optional<Date> week_of_record(const AgencyRules& rules, const RecordRow& row) {
  if (row.type == RecordType::entry && row.starts_at) return rules.week_containing(*row.starts_at);
  if ((row.type == RecordType::week || row.type == RecordType::approval) && row.day) return row.day;
  if (row.type == RecordType::leave && row.day) return rules.week_containing(*row.day);
  return std::nullopt;
}

}  // namespace

Subject subject_of(const Directory& directory, const AgencyRules& rules, const RecordRow& row) {
  return {row.type, directory.find(row.owner), week_of_record(rules, row)};
}

Result<History> read_history(Connection& connection, const AgencyRules& rules, const Viewer& viewer,
                             std::string_view rid, Instant now) {
  const auto row = is_uuid(rid) ? find_record(connection, rid) : std::nullopt;
  if (!row) return fail(ErrorCode::not_found, "There is no record with this id.", {});
  const auto directory = Directory::load(connection);
  const auto* reader = directory.find(viewer.person_id);
  if (!reader || !may_read(*reader, subject_of(directory, rules, *row), rules.today(now)))
    return fail(ErrorCode::forbidden, "This record is not yours to see: ask your team lead.", {});

  History history{std::string(rid), row->type, {}};
  auto query = connection.query(
      "SELECT o.seq, o.payload, o.status, p.person_id, d.name, o.received_at FROM ops o"
      " LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n = o.device"
      " WHERE o.record = ? ORDER BY o.seq");
  query.bind(row->n);
  while (query.next()) {
    auto op = parse_op(query.text(1));
    if (!op) throw StoreDamage("an op of the record cannot be read");
    HistoryOp entry;
    entry.op = std::move(op->op);
    entry.seq = query.integer(0);
    entry.status = query.code<OpStatus>(2);
    entry.parents = std::move(op->parents);
    entry.deleted = op->deleted;
    entry.body = std::move(op->body);
    entry.person_id = query.uuid(3);
    entry.device_name = query.text(4);
    entry.received_at = instant_from_ms(query.integer(5));
    history.ops.push_back(std::move(entry));
  }
  return history;
}

}  // namespace waymark::server
