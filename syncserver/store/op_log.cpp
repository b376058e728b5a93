#include "syncserver/store/op_log.h"

#include "shared/sync/rule.h"

namespace waymark::server {

namespace {

std::optional<std::string> chain_at(Connection& connection, std::int64_t seq) {
  auto query = connection.query("SELECT chain FROM log WHERE seq = ?");
  query.bind(seq);
  if (!query.next()) return std::nullopt;
  return hex(query.text(0));
}

}  // namespace

void append_to_log(WriteContext& context, std::int64_t op_seq, std::string_view op_id,
                   const Digest& payload_hash, OpStatus status) {
  const auto chain = chain_step(context.tail.chain, op_id, payload_hash, status);
  const auto seq = context.tail.seq + 1;
  context.connection.query("INSERT INTO log (seq, op, status, chain) VALUES (?, ?, ?, ?)")
      .bind(seq, op_seq, status, chain)
      .run();
  context.tail = {seq, std::string(as_text(chain))};
}

void set_status(Connection& connection, std::int64_t op_seq, OpStatus status) {
  connection.query("UPDATE ops SET status = ? WHERE seq = ?").bind(status, op_seq).run();
}

std::string stored_payload(Connection& connection, std::int64_t op_seq) {
  auto query = connection.query("SELECT payload FROM ops WHERE seq = ?");
  query.bind(op_seq);
  return query.next() ? std::string(query.text(0)) : std::string();
}

bool lies_on_chain(Connection& connection, const Mark& mark) {
  if (mark.seq == 0) return mark.chain.empty();
  const auto chain = chain_at(connection, mark.seq);
  return rule_holds(Rule::chain_compared) ? chain == mark.chain : chain.has_value();
}

Mark mark_at(Connection& connection, std::int64_t seq) {
  return {seq, seq == 0 ? std::string() : chain_at(connection, seq).value_or(std::string())};
}

}  // namespace waymark::server
