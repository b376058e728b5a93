#include "syncserver/store/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/records/record_codec.h"
#include "syncserver/store/record_row.h"
#include "syncserver/store/server_edit.h"
#include "syncserver/store/sign_in.h"
#include "syncserver/store/stored_op.h"

namespace waymark::server {

namespace {

constexpr std::size_t longest_login = 200;

Error no_such_person() {
  return {ErrorCode::not_found, "No such person: `waymark-server user list` shows who works here.", "person"};
}

Result<void> write_login(WriteContext& context, std::int64_t person, std::string_view login,
                         std::string_view password_hash) {
  if (login.size() > longest_login)
    return fail(ErrorCode::too_long, fmt::format("Keep the login to {} characters.", longest_login), "login");
  auto& connection = context.connection;
  {
    auto query = connection.query("SELECT 1 FROM persons WHERE login = ? AND n <> ?");
    query.bind(login, person);
    if (query.next())
      return fail(ErrorCode::already_exists, "Somebody signs in with that name already: choose another.",
                  "login");
  }
  std::optional<std::string_view> stored;
  if (!login.empty()) stored = login;
  connection.query("UPDATE persons SET login = ?, password_hash = ? WHERE n = ?")
      .bind(stored, password_hash, person)
      .run();
  end_sessions_of(connection, person);
  return {};
}

PersonInfo info_of(Connection& connection, const Member& member, Date today) {
  PersonInfo info{member.person_id, member.name, member.role, std::string(member.team_on(today)), {},
                  member.disabled};
  auto query = connection.query("SELECT coalesce(login, '') FROM persons WHERE n = ?");
  query.bind(member.n);
  if (query.next()) info.login = query.text(0);
  return info;
}

}  // namespace

Result<PersonInfo> add_person(WriteContext& context, const NewPerson& person, const Actor& actor) {
  const auto rid = person.person_id.empty() ? make_record_id(context.random, context.now) : person.person_id;
  if (!is_uuid(rid)) return fail(ErrorCode::bad_id, "A person's id is a lower-case UUID.", "person_id");
  if (find_record(context.connection, rid))
    return fail(ErrorCode::already_exists, "This id is taken: leave it out to add somebody new.",
                "person_id");
  Person record;
  record.id = rid;
  record.name = person.name;
  record.role = person.role;
  record.team = person.team;
  auto edit = write_server_record(context, RecordType::person, rid, to_json(record), false, actor);
  if (!edit) return tl::unexpected(edit.error());
  const auto* member = context.directory.find(rid);
  if (!person.login.empty())
    if (auto written = write_login(context, member->n, person.login, person.password_hash); !written)
      return tl::unexpected(written.error());
  return info_of(context.connection, *member, context.today());
}

Result<void> set_disabled(WriteContext& context, std::string_view person_id, bool disabled,
                          const Actor& actor) {
  const auto* member = context.directory.find(person_id);
  if (!member) return tl::unexpected(no_such_person());
  if (member->disabled == disabled) return {};
  std::optional<std::int64_t> at;
  if (disabled) at = to_ms(context.now);
  context.connection.query("UPDATE persons SET disabled_at = ? WHERE n = ?").bind(at, member->n).run();
  // Else a browser left open would be signed in again with the day they are enabled.
  if (disabled) end_sessions_of(context.connection, member->n);
  context.audit(actor, disabled ? "person_disabled" : "person_enabled", person_id);
  context.reload_directory();
  return {};
}

Result<void> move_person(WriteContext& context, std::string_view person_id, std::string_view team, Date from,
                         const Actor& actor) {
  const auto row = find_record(context.connection, person_id);
  if (!context.directory.find(person_id) || !row || !row->head) return tl::unexpected(no_such_person());
  auto person = stored_record<Person>(load_op(context.connection, *row->head).op.body, person_id);
  person.team = team;
  AcceptOptions options;
  options.team_from = from;
  auto edit = write_server_record(context, RecordType::person, std::string(person_id), to_json(person), false,
                                  actor, options, fmt::format("team {} from {}", team, format_date(from)));
  if (!edit) return tl::unexpected(edit.error());
  return {};
}

Result<PersonInfo> change_person(WriteContext& context, std::string_view person_id,
                                 const PersonChange& change, const Actor& actor) {
  const auto row = find_record(context.connection, person_id);
  const auto* member = context.directory.find(person_id);
  if (member == nullptr || !row || !row->head) return tl::unexpected(no_such_person());
  auto person = stored_record<Person>(load_op(context.connection, *row->head).op.body, person_id);
  std::string detail;
  if (change.name && *change.name != person.name) detail = "name";
  if (change.role && *change.role != person.role)
    detail += fmt::format("{}role {} to {}", detail.empty() ? "" : ", ", to_wire(person.role),
                          to_wire(*change.role));
  if (!detail.empty()) {
    person.name = change.name.value_or(person.name);
    person.role = change.role.value_or(person.role);
    // The record names the newest team, which may only begin next month: it goes on holding from then.
    AcceptOptions options;
    if (!member->teams.empty()) options.team_from = member->teams.rbegin()->first;
    auto edit = write_server_record(context, RecordType::person, std::string(person_id), to_json(person),
                                    false, actor, options, detail);
    if (!edit) return tl::unexpected(edit.error());
  }
  return info_of(context.connection, *context.directory.find(person_id), context.today());
}

Result<void> set_login(WriteContext& context, std::string_view person_id, std::string_view login,
                       std::string_view password_hash, const Actor& actor) {
  const auto* member = context.directory.find(person_id);
  if (!member) return tl::unexpected(no_such_person());
  if (auto written = write_login(context, member->n, login, password_hash); !written) return written;
  context.audit(actor, "login_set", person_id);
  return {};
}

std::vector<PersonInfo> list_people(Connection& connection, Date today) {
  const auto directory = Directory::load(connection);
  std::vector<PersonInfo> people;
  for (const auto& member : directory.members()) people.push_back(info_of(connection, member, today));
  std::stable_sort(people.begin(), people.end(),
                   [](const PersonInfo& a, const PersonInfo& b) { return a.name < b.name; });
  return people;
}

Result<PersonInfo> find_person(Connection& connection, std::string_view person_id, Date today) {
  const auto directory = Directory::load(connection);
  const auto* member = directory.find(person_id);
  if (!member) return tl::unexpected(no_such_person());
  return info_of(connection, *member, today);
}

Result<PersonDetail> find_person_detail(Connection& connection, std::string_view person_id, Date today) {
  const auto directory = Directory::load(connection);
  const auto* member = directory.find(person_id);
  if (!member) return tl::unexpected(no_such_person());
  PersonDetail detail{info_of(connection, *member, today), {}};
  for (const auto& [from, team] : member->teams) detail.teams.push_back({from, team});
  return detail;
}

Result<Account> find_account(Connection& connection, std::string_view login) {
  auto query =
      connection.query("SELECT person_id, password_hash, role, disabled_at FROM persons WHERE login = ?");
  query.bind(login);
  if (!query.next()) return fail(ErrorCode::not_found, "Check the name and the password.", "login");
  return Account{query.uuid(0), std::string(query.text(1)), query.code<Role>(2), !query.is_null(3)};
}

}  // namespace waymark::server
