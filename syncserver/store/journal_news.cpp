#include "syncserver/store/journal_news.h"

#include <charconv>

#include "syncserver/store/op_log.h"
#include "syncserver/store/store_file.h"

namespace waymark::server {

namespace {

std::optional<Instant> maybe_instant(const Query& query, int column) {
  const auto ms = query.maybe(column);
  return ms ? std::optional(instant_from_ms(*ms)) : std::nullopt;
}

std::optional<DeviceLine> device_line(Connection& connection, std::string_view device_id,
                                      const JournalCause& cause) {
  if (!is_uuid(device_id)) return std::nullopt;
  const auto id = to_bytes(device_id);
  auto query = connection.query(
      "SELECT p.person_id, d.name, d.platform, d.app, d.enrolled_at, d.revoked_at, d.wiped_at, d.wipe"
      " FROM devices d JOIN persons p ON p.n = d.person WHERE d.device_id = ?");
  query.bind(id);
  if (!query.next()) return std::nullopt;
  DeviceLine line;
  line.cause = cause;
  line.device = device_id;
  line.person = query.uuid(0);
  line.name = query.text(1);
  line.platform = query.text(2);
  line.app = query.text(3);
  line.enrolled_at = instant_from_ms(query.integer(4));
  line.revoked_at = maybe_instant(query, 5);
  line.wiped_at = maybe_instant(query, 6);
  line.wipe = query.code<WipeOrder>(7);
  return line;
}

std::optional<AccountLine> account_line(Connection& connection, std::string_view person_id,
                                        const JournalCause& cause) {
  if (!is_uuid(person_id)) return std::nullopt;
  const auto id = to_bytes(person_id);
  AccountLine line;
  std::int64_t person = 0;
  {
    auto query = connection.query(
        "SELECT n, coalesce(login, ''), password_hash, disabled_at FROM persons WHERE person_id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    person = query.integer(0);
    line.cause = cause;
    line.person = person_id;
    line.login = query.text(1);
    line.password_hash = query.text(2);
    line.disabled_at = maybe_instant(query, 3);
  }
  auto query = connection.query("SELECT from_date, team FROM membership WHERE person = ? ORDER BY from_date");
  query.bind(person);
  while (query.next())
    if (const auto from = parse_date(query.text(0), "from"))
      line.teams.emplace_back(*from, std::string(query.text(1)));
  return line;
}

constexpr std::string_view code_columns =
    "SELECT c.code_hash, c.link_hash, p.person_id, c.made_at, c.expires_at, d.device_id FROM codes c"
    " JOIN persons p ON p.n = c.person LEFT JOIN devices d ON d.n = c.device ";

void tell_codes(Query query, const JournalCause& cause, const JournalNews::Sink& sink) {
  while (query.next()) {
    CodeLine line;
    line.cause = cause;
    line.code_hash = hex(query.text(0));
    line.link_hash = hex(query.text(1));
    line.person = query.uuid(2);
    line.made_at = instant_from_ms(query.integer(3));
    line.expires_at = instant_from_ms(query.integer(4));
    line.device = query.uuid(5);
    sink(line);
  }
}

AuditLine audit_line(const Query& query) {
  AuditLine line;
  line.id = query.integer(0);
  line.at = instant_from_ms(query.integer(1));
  line.actor = query.uuid(2);
  line.address = query.text(3);
  line.action = query.text(4);
  line.subject = query.text(5);
  line.detail = query.text(6);
  return line;
}

/// How what the row says was changed stands now.
void tell_subject(Connection& connection, const AuditLine& row, const JournalNews::Sink& sink) {
  const JournalCause cause{0, row.id};
  const auto is = [&](std::initializer_list<std::string_view> actions) {
    return std::find(actions.begin(), actions.end(), row.action) != actions.end();
  };
  if (is({"person_written", "person_deleted", "person_disabled", "person_enabled", "login_set",
          "password_changed"})) {
    if (const auto line = account_line(connection, row.subject, cause)) sink(*line);
  } else if (is({"device_enrolled", "device_revoked", "device_wiped", "wipe_ordered"})) {
    if (const auto line = device_line(connection, row.subject, cause)) sink(*line);
    if (row.action != "device_enrolled" || !is_uuid(row.subject)) return;
    const auto device = to_bytes(row.subject);
    auto query = connection.query(std::string(code_columns) + "WHERE d.device_id = ?");
    query.bind(device);
    tell_codes(std::move(query), cause, sink);
  } else if (is({"code_made"}) && is_uuid(row.subject)) {
    const auto person = to_bytes(row.subject);
    auto query = connection.query(std::string(code_columns) + "WHERE p.person_id = ? AND c.made_at = ?");
    query.bind(person, to_ms(row.at));
    tell_codes(std::move(query), cause, sink);
  } else if (is({"code_cancelled"}) && is_uuid(row.subject)) {
    const auto person = to_bytes(row.subject);
    auto query = connection.query(std::string(code_columns) + "WHERE p.person_id = ? AND c.expires_at = ?");
    query.bind(person, to_ms(row.at));
    tell_codes(std::move(query), cause, sink);
  }
}

}  // namespace

std::string store_identity(Connection& connection) {
  return mark_at(connection, 1).chain;
}

std::optional<AuditLine> find_audit_row(Connection& connection, std::int64_t id) {
  auto query =
      connection.query("SELECT id, at, actor, address, action, subject, detail FROM audit WHERE id = ?");
  query.bind(id);
  if (!query.next()) return std::nullopt;
  return audit_line(query);
}

bool lies_in_history(Connection& connection, const JournalPosition& position) {
  if (!lies_on_chain(connection, position.end)) return false;
  if (position.audit == 0) return true;
  const auto row = find_audit_row(connection, position.audit);
  return row && audit_mark(*row) == position.audit_mark;
}

JournalPosition first_position(Connection& connection) {
  const auto text = read_meta(connection, "safe_seq");
  std::int64_t safe = 0;
  std::from_chars(text.data(), text.data() + text.size(), safe);
  return {mark_at(connection, safe), 0, {}};
}

JournalPosition JournalNews::read(Connection& connection, const JournalPosition& position,
                                  std::set<std::string, std::less<>>& introduced, const Sink& sink) {
  auto reached = position;
  {
    auto query = connection.query(
        "SELECT l.seq, l.op = l.seq, l.status, l.chain, o.op, o.payload, o.received_at, p.person_id,"
        " d.device_id, r.type, r.rid FROM log l JOIN ops o ON o.seq = l.op JOIN records r ON r.n = o.record"
        " LEFT JOIN persons p ON p.n = o.author LEFT JOIN devices d ON d.n = o.device"
        " WHERE l.seq > ? ORDER BY l.seq");
    query.bind(position.end.seq);
    while (query.next()) {
      const auto seq = query.integer(0);
      const auto status = query.code<OpStatus>(2);
      const auto chain = hex(query.text(3));
      if (query.integer(1) != 0) {
        OpLine line{seq,
                    status,
                    chain,
                    instant_from_ms(query.integer(6)),
                    query.uuid(7),
                    query.uuid(8),
                    std::string(query.text(5))};
        if (!line.device.empty() && introduced.insert(line.device).second)
          if (const auto device = device_line(connection, line.device, {seq, 0})) sink(*device);
        sink(line);
      } else {
        sink(AgainLine{seq, status, chain, query.uuid(4)});
      }
      // A change of team holds from a day that only the account knows.
      if (query.code<RecordType>(9) == RecordType::person)
        if (const auto account = account_line(connection, query.uuid(10), {seq, 0})) sink(*account);
      reached.end = {seq, chain};
    }
  }
  auto query = connection.query(
      "SELECT id, at, actor, address, action, subject, detail FROM audit WHERE id > ? ORDER BY id");
  query.bind(position.audit);
  while (query.next()) {
    const auto row = audit_line(query);
    tell_subject(connection, row, sink);
    sink(row);
    reached.audit = row.id;
    reached.audit_mark = audit_mark(row);
  }
  return reached;
}

}  // namespace waymark::server
