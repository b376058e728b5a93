#include "syncserver/store/stored_op.h"

#include <fmt/format.h>

#include "shared/records/stored_record.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/agency_rules.h"

namespace waymark::server {

namespace {

Op parse_stored(std::string_view payload, std::int64_t seq) {
  auto op = parse_op(payload);
  if (!op) throw StoreDamage(fmt::format("op {} cannot be read", seq));
  return std::move(*op);
}

constexpr std::string_view op_columns =
    "SELECT o.seq, o.payload, o.status, o.received_at, coalesce(d.name, '')"
    " FROM ops o LEFT JOIN devices d ON d.n = o.device ";

StoredOp read_row(const Query& query) {
  const auto seq = query.integer(0);
  return {seq, parse_stored(query.text(1), seq), query.code<OpStatus>(2), instant_from_ms(query.integer(3)),
          std::string(query.text(4))};
}

std::vector<StoredOp> load_listed(Connection& connection, std::string_view table, std::int64_t record) {
  std::vector<StoredOp> ops;
  auto query = connection.query(
      fmt::format("{} JOIN {} l ON l.op = o.seq WHERE l.record = ? ORDER BY o.seq", op_columns, table));
  query.bind(record);
  while (query.next()) ops.push_back(read_row(query));
  return ops;
}

}  // namespace

BodyPlace find_body(std::string_view payload, std::string_view body) {
  const auto member = fmt::format("\"body\":{}", body);
  const auto at = payload.find(member);
  if (body.empty() || at == std::string_view::npos) return {};
  return {static_cast<std::int64_t>(at + member.size() - body.size()),
          static_cast<std::int64_t>(body.size())};
}

std::string body_of(std::string_view payload, BodyPlace place) {
  if (place.at < 0) return parse_stored(payload, 0).body;
  if (static_cast<std::size_t>(place.at) > payload.size()) throw StoreDamage("a body lies outside its op");
  return std::string(
      payload.substr(static_cast<std::size_t>(place.at), static_cast<std::size_t>(place.size)));
}

StoredOp load_op(Connection& connection, std::int64_t seq) {
  auto query = connection.query(fmt::format("{}WHERE o.seq = ?", op_columns));
  query.bind(seq);
  if (!query.next()) throw StoreDamage(fmt::format("op {} is missing", seq));
  return read_row(query);
}

std::vector<StoredOp> load_conflicts(Connection& connection, std::int64_t record) {
  return load_listed(connection, "conflicts", record);
}

std::vector<StoredOp> load_held(Connection& connection, std::int64_t record) {
  return load_listed(connection, "held", record);
}

template <class R>
R stored_record(std::string_view body, std::string_view rid) {
  auto record = read_stored<R>(body, rid);
  if (!record) throw StoreDamage(fmt::format("the body of record {} cannot be read", rid));
  return std::move(*record);
}

Record stored_record_of(const Op& op) {
  auto record = read_stored_record(op.type, op.body, op.rid);
  if (!record) throw StoreDamage(fmt::format("the body of record {} cannot be read", op.rid));
  return std::move(*record);
}

template Entry stored_record(std::string_view, std::string_view);
template KnownPlace stored_record(std::string_view, std::string_view);
template Approval stored_record(std::string_view, std::string_view);
template Participant stored_record(std::string_view, std::string_view);
template Employer stored_record(std::string_view, std::string_view);
template Schedule stored_record(std::string_view, std::string_view);
template Leave stored_record(std::string_view, std::string_view);
template WeekRecord stored_record(std::string_view, std::string_view);
template Policy stored_record(std::string_view, std::string_view);
template Person stored_record(std::string_view, std::string_view);

}  // namespace waymark::server
