#include "syncserver/store/write_context.h"

#include "shared/sync/rule.h"

namespace waymark::server {

Tail Tail::load(Connection& connection) {
  auto query = connection.query("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1");
  if (!query.next()) return {};
  return {query.integer(0), std::string(query.text(1))};
}

void WriteContext::reload() {
  if (rule_holds(Rule::seq_in_transaction) || tail.seq == 0) reload_tail();
  reload_rules();
  reload_directory();
  entries.forget();
}

void WriteContext::audit(const Actor& actor, std::string_view action, std::string_view subject,
                         std::string_view detail) {
  std::optional<UuidBytes> person;
  if (is_uuid(actor.person_id)) person = to_bytes(actor.person_id);
  connection
      .query("INSERT INTO audit (at, actor, address, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(to_ms(now), person, actor.address, action, subject, detail)
      .run();
}

void WriteContext::raise_alarm(std::string_view subject, const std::string& message) {
  audit({}, "alarm", subject, message);
  alarm(message);
}

}  // namespace waymark::server
