// The model as the server's own tables have it: for runs in which the server may answer what it likes, and
// only what comes of it is judged.
#include <SQLiteCpp/SQLiteCpp.h>

#include "shared/sync/message_codec.h"
#include "tests/simulation/reference_model.h"

namespace waymark::simulation {
namespace {

/// Walks a query's rows.
class Rows {
 public:
  Rows(SQLite::Database& database, const char* sql) : statement_(database, sql) {}
  bool next() { return statement_.executeStep(); }
  std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
  bool is_null(int column) { return statement_.getColumn(column).isNull(); }
  std::string text(int column) {
    const auto value = statement_.getColumn(column);
    return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
  }
  /// Of a column read as `lower(hex(…))`; "" for null.
  std::string id(int column) {
    auto digits = text(column);
    if (digits.size() != 32) return {};
    for (const std::size_t at : {8, 13, 18, 23}) digits.insert(at, 1, '-');
    return digits;
  }

 private:
  SQLite::Statement statement_;
};

}  // namespace

void ReferenceModel::follow_people(SQLite::Database& database) {
  for (Rows rows(database, "SELECT lower(hex(person_id)), role, scope, disabled_at FROM persons");
       rows.next();) {
    auto& person = people[rows.id(0)];
    person.role = static_cast<Role>(rows.number(1));
    person.scope = rows.number(2);
    person.disabled = !rows.is_null(3);
    person.teams.clear();
  }
  for (Rows rows(database,
                 "SELECT lower(hex(p.person_id)), m.from_date, m.team FROM membership m JOIN persons p ON "
                 "p.n = m.person");
       rows.next();)
    people[rows.id(0)].teams[*parse_date(rows.text(1), "from")] = rows.text(2);
  std::map<std::string, ModelDevice*> by_id;
  for (auto& [token, device] : devices) by_id[device.id] = &device;
  for (Rows rows(database, "SELECT lower(hex(device_id)), revoked_at, wiped_at, wipe FROM devices");
       rows.next();) {
    const auto found = by_id.find(rows.id(0));
    if (found == by_id.end()) continue;
    found->second->revoked = !rows.is_null(1);
    found->second->wiped = !rows.is_null(2);
    found->second->wipe = static_cast<WipeOrder>(rows.number(3));
  }
}

void ReferenceModel::follow_ops(SQLite::Database& database) {
  const auto before = std::move(ops_);
  ops_.clear();
  statuses_.clear();
  places_.clear();
  log_.clear();
  for (Rows rows(database,
                 "SELECT o.seq, lower(hex(o.op)), o.payload, o.status, lower(hex(p.person_id)), "
                 "coalesce(d.name, ''),"
                 " o.received_at FROM ops o LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n "
                 "= o.device");
       rows.next();) {
    const auto id = rows.id(1);
    const auto payload = rows.text(2);
    places_[id] = rows.number(0);
    statuses_[id] = static_cast<OpStatus>(rows.number(3));
    if (const auto known = before.find(id); known != before.end() && known->second->payload == payload) {
      ops_[id] = known->second;
      continue;
    }
    auto op = parse_op(payload);
    if (!op) continue;
    const auto received_at = instant_from_ms(rows.number(6));
    const auto facts = facts_of(*op, received_at);
    ops_[id] = std::make_shared<const ModelOp>(
        ModelOp{std::move(*op), payload, facts, rows.id(4), rows.text(5), received_at});
  }
  for (Rows rows(database,
                 "SELECT l.seq, lower(hex(o.op)), l.status, lower(hex(l.chain)) FROM log l JOIN ops o ON "
                 "o.seq = l.op"
                 " ORDER BY l.seq");
       rows.next();) {
    log_.resize(static_cast<std::size_t>(rows.number(0)));  // a place without a line stays empty
    log_.back() = {rows.id(1), static_cast<OpStatus>(rows.number(2)), rows.text(3)};
  }
}

void ReferenceModel::follow(SQLite::Database& database) {
  follow_people(database);
  follow_ops(database);
  records_.clear();
  for (Rows rows(database,
                 "SELECT lower(hex(r.rid)), r.type, lower(hex(o.op)), r.seq, lower(hex(p.person_id)),"
                 " lower(hex(j.rid)) FROM records r LEFT JOIN ops o ON o.seq = r.head"
                 " LEFT JOIN persons p ON p.n = r.owner LEFT JOIN records j ON j.n = r.participant");
       rows.next();)
    records_[rows.id(0)] = {
        static_cast<RecordType>(rows.number(1)), rows.id(2), {}, {}, rows.number(3), rows.id(4), rows.id(5)};
  for (const bool held : {false, true}) {
    Rows rows(database,
              held ? "SELECT lower(hex(r.rid)), lower(hex(o.op)) FROM held l JOIN records r ON r.n = l.record"
                     " JOIN ops o ON o.seq = l.op ORDER BY l.op"
                   : "SELECT lower(hex(r.rid)), lower(hex(o.op)) FROM conflicts l"
                     " JOIN records r ON r.n = l.record JOIN ops o ON o.seq = l.op ORDER BY l.op");
    while (rows.next()) {
      auto& record = records_[rows.id(0)];
      (held ? record.held : record.conflicts).push_back(rows.id(1));
    }
  }
  // A refusal stands, whether the server remembers it or not.
  for (Rows rows(database, "SELECT lower(hex(op)), payload FROM refused"); rows.next();)
    know_refused(rows.id(0));
  Rows safe(database, "SELECT value FROM meta WHERE key = 'safe_seq'");
  safe_seq = safe.next() ? std::stoll(safe.text(0)) : 0;
}

}  // namespace waymark::simulation
