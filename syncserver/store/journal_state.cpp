#include "syncserver/store/journal_state.h"

#include <fmt/format.h>

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/devices.h"

namespace waymark::server {

namespace {

std::optional<std::int64_t> ms_of(std::optional<Instant> instant) {
  return instant ? std::optional(to_ms(*instant)) : std::nullopt;
}

std::int64_t person_of(Connection& connection, const std::string& person_id) {
  const auto id = to_bytes(person_id);
  auto query = connection.query("SELECT n FROM persons WHERE person_id = ?");
  query.bind(id);
  if (!query.next()) throw StoreDamage(fmt::format("person {} is not known", person_id));
  return query.integer(0);
}

Digest digest_of(const std::string& text) {
  const bool is_hex = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_hex) throw StoreDamage("a code's hash cannot be read");
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  Digest bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(nibble(text[2 * i]) << 4 | nibble(text[2 * i + 1]));
  return bytes;
}

}  // namespace

bool write_state(Connection& connection, const DeviceLine& line) {
  if (const auto known = find_device(connection, line.device)) {
    connection.query("UPDATE devices SET revoked_at = ?, wiped_at = ?, wipe = ? WHERE n = ?")
        .bind(ms_of(line.revoked_at), ms_of(line.wiped_at), line.wipe, *known)
        .run();
    return false;
  }
  const auto id = to_bytes(line.device);
  // A token's hash has 32 bytes. These 16 are the hash of none.
  const std::string_view no_token(reinterpret_cast<const char*>(id.data()), id.size());
  connection
      .query(
          "INSERT INTO devices (device_id, person, token_hash, name, platform, app, enrolled_at, revoked_at,"
          " wiped_at, wipe) VALUES (?, ?, CAST(? AS BLOB), ?, ?, ?, ?, ?, ?, ?)")
      .bind(id, person_of(connection, line.person), no_token, line.name, line.platform, line.app,
            to_ms(line.enrolled_at), ms_of(line.revoked_at), ms_of(line.wiped_at), line.wipe)
      .run();
  return true;
}

void write_state(Connection& connection, const AccountLine& line) {
  const auto person = person_of(connection, line.person);
  std::optional<std::string_view> login;
  if (!line.login.empty()) login = line.login;
  // Whoever had the name before has another by now, which their own line says.
  connection.query("UPDATE persons SET login = NULL WHERE login = ? AND n <> ?").bind(login, person).run();
  connection.query("UPDATE persons SET login = ?, password_hash = ?, disabled_at = ? WHERE n = ?")
      .bind(login, line.password_hash, ms_of(line.disabled_at), person)
      .run();
  connection.query("DELETE FROM membership WHERE person = ?").bind(person).run();
  for (const auto& [from, team] : line.teams)
    connection.query("INSERT INTO membership (person, from_date, team) VALUES (?, ?, ?)")
        .bind(person, format_date(from), team)
        .run();
}

void write_state(Connection& connection, const CodeLine& line) {
  std::optional<std::int64_t> device;
  if (!line.device.empty()) {
    device = find_device(connection, line.device);
    if (!device) throw StoreDamage(fmt::format("device {} is not known", line.device));
  }
  connection
      .query(
          "INSERT INTO codes (code_hash, link_hash, person, made_at, expires_at, device)"
          " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (code_hash) DO UPDATE SET device = excluded.device,"
          " expires_at = excluded.expires_at")
      .bind(digest_of(line.code_hash), digest_of(line.link_hash), person_of(connection, line.person),
            to_ms(line.made_at), to_ms(line.expires_at), device)
      .run();
}

void write_state(Connection& connection, const AuditLine& line) {
  std::optional<UuidBytes> actor;
  if (!line.actor.empty()) actor = to_bytes(line.actor);
  connection
      .query(
          "INSERT INTO audit (id, at, actor, address, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(line.id, to_ms(line.at), actor, line.address, line.action, line.subject, line.detail)
      .run();
}

}  // namespace waymark::server
