#include "syncserver/store/sign_in.h"

#include <array>

#include "syncserver/store/people.h"

namespace waymark::server {

namespace {

/// 256 random bits, so that neither guessing nor a look at the hash helps.
std::string random_secret(RandomSource& random) {
  std::array<std::uint8_t, 32> bytes{};
  random.fill(bytes);
  return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Error bad_link() {
  return {ErrorCode::bad_code, "This link is wrong, used or expired: ask your admin for a new one.", "code"};
}

Result<const Member*> somebody(const WriteContext& context, std::string_view person_id) {
  const auto* member = context.directory.find(person_id);
  if (!member)
    return fail(ErrorCode::not_found, "No such person: `waymark-server user list` shows who works here.",
                "person");
  if (member->disabled)
    return fail(ErrorCode::person_disabled, "This person is disabled: enable them first.", "person");
  return member;
}

bool is_live_session(Instant made_at, Instant last_used, Instant now) {
  // A clock set back must not make a session last longer than promised.
  return now >= made_at - session_resolution && now - made_at < session_longest &&
         now - last_used < session_idle;
}

}  // namespace

Result<std::string> begin_session(WriteContext& context, std::string_view person_id, const Actor& actor) {
  const auto member = somebody(context, person_id);
  if (!member) return tl::unexpected(member.error());
  auto& connection = context.connection;
  connection.query("DELETE FROM sessions WHERE made_at <= ? OR last_used <= ?")
      .bind(to_ms(context.now - session_longest), to_ms(context.now - session_idle))
      .run();
  auto token = random_secret(context.random);
  connection.query("INSERT INTO sessions (token_hash, person, made_at, last_used) VALUES (?, ?, ?, ?)")
      .bind(digest(token), (*member)->n, to_ms(context.now), to_ms(context.now))
      .run();
  context.audit(actor, "signed_in", person_id);
  return token;
}

std::optional<SessionInfo> find_session(Connection& connection, std::string_view token, Instant now,
                                        Date today) {
  const auto hash = digest(token);
  auto query = connection.query(
      "SELECT p.person_id, p.name, coalesce(p.login, ''), p.role, s.made_at, s.last_used,"
      " coalesce((SELECT m.team FROM membership m WHERE m.person = p.n AND m.from_date <= ?"
      " ORDER BY m.from_date DESC LIMIT 1), '')"
      " FROM sessions s JOIN persons p ON p.n = s.person"
      " WHERE s.token_hash = ? AND p.disabled_at IS NULL");
  const auto day = format_date(today);
  query.bind(day, hash);
  if (!query.next()) return std::nullopt;
  const auto last_used = instant_from_ms(query.integer(5));
  if (!is_live_session(instant_from_ms(query.integer(4)), last_used, now)) return std::nullopt;
  return SessionInfo{query.uuid(0),       std::string(query.text(1)), std::string(query.text(2)),
                     query.code<Role>(3), std::string(query.text(6)), now - last_used >= session_resolution};
}

void note_session_used(WriteContext& context, std::string_view token) {
  context.connection.query("UPDATE sessions SET last_used = max(last_used, ?) WHERE token_hash = ?")
      .bind(to_ms(context.now), digest(token))
      .run();
}

void end_session(WriteContext& context, std::string_view token, const Actor& actor) {
  const int ended =
      context.connection.query("DELETE FROM sessions WHERE token_hash = ?").bind(digest(token)).run();
  if (ended > 0) context.audit(actor, "signed_out", actor.person_id);
}

void end_sessions_of(Connection& connection, std::int64_t person, std::string_view keep_token) {
  connection.query("DELETE FROM sessions WHERE person = ? AND token_hash <> ?")
      .bind(person, digest(keep_token))
      .run();
  connection.query("DELETE FROM password_links WHERE person = ?").bind(person).run();
}

Result<void> change_password(WriteContext& context, std::string_view person_id,
                             std::string_view password_hash, std::string_view keep_token,
                             const Actor& actor) {
  const auto member = somebody(context, person_id);
  if (!member) return tl::unexpected(member.error());
  context.connection.query("UPDATE persons SET password_hash = ? WHERE n = ?")
      .bind(password_hash, (*member)->n)
      .run();
  end_sessions_of(context.connection, (*member)->n, keep_token);
  context.audit(actor, "password_changed", person_id);
  return {};
}

Result<PasswordLink> create_password_link(WriteContext& context, std::string_view person_id,
                                          const Actor& actor) {
  const auto member = somebody(context, person_id);
  if (!member) return tl::unexpected(member.error());
  auto& connection = context.connection;
  {
    auto query = connection.query("SELECT 1 FROM persons WHERE n = ? AND login IS NOT NULL");
    query.bind((*member)->n);
    if (!query.next())
      return fail(ErrorCode::missing, "This person has no login yet: choose one first.", "login");
  }
  connection.query("DELETE FROM password_links WHERE person = ? OR expires_at <= ?")
      .bind((*member)->n, to_ms(context.now))
      .run();
  PasswordLink link{random_secret(context.random), context.now + password_link_lasts};
  connection.query("INSERT INTO password_links (link_hash, person, expires_at) VALUES (?, ?, ?)")
      .bind(digest(link.code), (*member)->n, to_ms(link.expires_at))
      .run();
  context.audit(actor, "password_link_made", person_id);
  return link;
}

Result<PersonInfo> password_link_person(Connection& connection, std::string_view code, Instant now,
                                        Date today) {
  std::string person_id;
  {
    const auto hash = digest(code);
    auto query = connection.query(
        "SELECT p.person_id FROM password_links l JOIN persons p ON p.n = l.person"
        " WHERE l.link_hash = ? AND l.expires_at > ? AND p.disabled_at IS NULL");
    query.bind(hash, to_ms(now));
    if (!query.next()) return tl::unexpected(bad_link());
    person_id = query.uuid(0);
  }
  return find_person(connection, person_id, today);
}

Result<PersonInfo> use_password_link(WriteContext& context, std::string_view code,
                                     std::string_view password_hash, const Actor& actor) {
  auto person = password_link_person(context.connection, code, context.now, context.today());
  if (!person) return person;
  // The link itself goes with all other links and sessions of the person.
  if (auto changed = change_password(context, person->person_id, password_hash, {}, actor); !changed)
    return tl::unexpected(changed.error());
  return person;
}

void forget_sign_ins(const std::filesystem::path& path) {
  Connection connection(path, Connection::Access::read_write);
  for (const auto* table : {"sessions", "password_links"}) {
    bool there = false;
    {
      auto query = connection.query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
      query.bind(table);
      there = query.next();
    }
    if (there) connection.execute(std::string("DELETE FROM ") + table);
  }
  connection.fold_log_in();
}

}  // namespace waymark::server
