// People, their teams and logins, and the codes that enrol their phones.
#include "syncserver/accounts/password.h"
#include "syncserver/api/action_params.h"
#include "syncserver/store/admin_desk.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

Result<std::string> show_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    if (reader.error()) return refused(reader);
    const auto found = context.store.desk().person(person);
    if (!found) return tl::unexpected(found.error());
    bj::array teams, devices;
    for (const auto& [from, team] : found->teams)
      teams.push_back(bj::object{{"from", format_date(from)}, {"team", team}});
    for (const auto& condition : context.store.desk().devices())
      if (condition.device.person_id == person)
        devices.push_back(
            bj::object{{"device_id", condition.device.device_id}, {"name", condition.device.name}});
    return answer({{"person_id", person},
                   {"name", found->info.name},
                   {"role", wire_text(found->info.role)},
                   {"team", found->info.team},
                   {"login", found->info.login},
                   {"disabled", found->info.disabled},
                   {"teams", std::move(teams)},
                   {"devices", std::move(devices)}});
  });
}

Result<std::string> enable_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    if (reader.error()) return refused(reader);
    return answer(context.store.enable_person(person, {}), {{"person_id", person}});
  });
}

Result<std::string> change_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    PersonChange change;
    if (reader.has("name")) change.name = reader.required_text("name", 200);
    change.role = reader.code<Role>("role");
    if (reader.error()) return refused(reader);
    const auto changed = context.store.desk().change_person(person, change, {});
    if (!changed) return tl::unexpected(changed.error());
    return answer({{"person_id", person}, {"name", changed->name}, {"role", wire_text(changed->role)}});
  });
}

Result<std::string> move_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    const auto team = reader.text("team", 200);
    const auto from = reader.required_date("from");
    if (reader.error()) return refused(reader);
    return answer(context.store.move_person(person, team, from, {}),
                  {{"person_id", person}, {"team", team}, {"from", format_date(from)}});
  });
}

Result<std::string> set_user_login(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    const auto login = reader.text("login", 200);
    const auto hash = reader.text("password_hash", 200);
    if (reader.error()) return refused(reader);
    if (!hash.empty() && !is_password_hash(hash))
      return fail(ErrorCode::out_of_range, "The password must come as an Argon2id hash.", "password_hash");
    return answer(context.store.set_login(person, login, hash, {}),
                  {{"person_id", person}, {"login", login}});
  });
}

Result<std::string> list_codes(const AdminContext& context, std::string_view) {
  bj::array codes;
  for (const auto& code : context.store.desk().codes())
    codes.push_back(bj::object{{"code_id", code.code_id},
                               {"person_id", code.person_id},
                               {"person", code.person_name},
                               {"made_at", to_ms(code.made_at)},
                               {"expires_at", to_ms(code.expires_at)},
                               {"device_id", text_or_null(code.device_id)},
                               {"device", text_or_null(code.device_name)}});
  return answer({{"codes", std::move(codes)}});
}

Result<std::string> cancel_code(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto code = reader.required_text("code", 12);
    if (reader.error()) return refused(reader);
    return answer(context.store.desk().cancel_code(code, {}), {{"code_id", code}});
  });
}

}  // namespace

void add_people_actions(AdminActions& actions) {
  actions.insert({{"user-show", show_user},
                  {"user-enable", enable_user},
                  {"user-change", change_user},
                  {"user-move", move_user},
                  {"user-login", set_user_login},
                  {"code-list", list_codes},
                  {"code-cancel", cancel_code}});
}

}  // namespace waymark::server
