#include "syncserver/api/admin_actions.h"

#include <fmt/format.h>

#include "shared/sync/enrol_link.h"
#include "syncserver/accounts/password.h"
#include "syncserver/api/action_params.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

Result<std::string> add_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    NewPerson person;
    person.name = reader.required_text("name", 200);
    person.role = reader.required_code<Role>("role", Role::specialist);
    person.team = reader.text("team", 200);
    person.login = reader.text("login", 200);
    person.password_hash = reader.text("password_hash", 200);
    person.person_id = reader.uuid("person_id");
    if (reader.error()) return refused(reader);
    if (!person.password_hash.empty() && !is_password_hash(person.password_hash))
      return fail(ErrorCode::out_of_range, "The password must come as an Argon2id hash.", "password_hash");
    const auto added = context.store.add_person(person, {});
    if (!added) return tl::unexpected(added.error());
    return bj::serialize(bj::object{{"person_id", added->person_id}});
  });
}

/// "" where nobody has said how people reach the server.
Result<std::string> server_address(const AdminContext& context, std::string given) {
  if (given.empty()) given = context.public_url;
  if (given.empty()) return given;
  return parse_server_address(given);
}

Result<std::string> make_password_link(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    const auto login = reader.text("login", 200);
    auto server = reader.text("server", 2'000);
    if (reader.error()) return refused(reader);
    const auto address = server_address(context, std::move(server));
    if (!address) return tl::unexpected(address.error());
    if (address->empty())
      return fail(ErrorCode::bad_request,
                  "No server is running on this database, so say where people reach it with --server URL.",
                  "server");
    if (!login.empty())
      if (const auto set = context.store.set_login(person, login, {}, {}); !set)
        return tl::unexpected(set.error());
    const auto link = context.store.create_password_link(person, {});
    if (!link) return tl::unexpected(link.error());
    return bj::serialize(
        bj::object{{"person_id", person}, {"password_link", *address + "/password/" + link->code}});
  });
}

Result<std::string> list_users(const AdminContext& context, std::string_view) {
  bj::array people;
  for (const auto& person : context.store.people())
    people.push_back(bj::object{{"person_id", person.person_id},
                                {"name", person.name},
                                {"role", std::string(to_wire(person.role))},
                                {"team", person.team},
                                {"login", person.login},
                                {"disabled", person.disabled}});
  return bj::serialize(bj::object{{"people", std::move(people)}});
}

Result<std::string> disable_user(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    if (reader.error()) return refused(reader);
    if (const auto disabled = context.store.disable_person(person, {}); !disabled)
      return tl::unexpected(disabled.error());
    return bj::serialize(bj::object{{"person_id", person}});
  });
}

Result<std::string> make_code(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    const auto minutes = reader.integer("minutes", 1, 10'080, 60);
    auto server = reader.text("server", 2'000);
    if (reader.error()) return refused(reader);
    if (server.empty()) server = context.public_url;
    if (server.empty())
      return fail(ErrorCode::bad_request,
                  "No server is running on this database, so say where phones reach it with --server URL.",
                  "server");
    const auto address = parse_server_address(server);
    if (!address) return tl::unexpected(address.error());
    const auto code = context.store.create_code(person, static_cast<int>(minutes), {});
    if (!code) return tl::unexpected(code.error());
    return bj::serialize(
        bj::object{{"code", code->code}, {"link", format_enrol_link({*address, code->link_code})}});
  });
}

Result<std::string> set_schedule(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto person = reader.required_uuid("person");
    const auto from = reader.required_date("from");
    const auto* list = reader.array("minutes");
    if (list == nullptr) reader.require("minutes");
    if (reader.error()) return refused(reader);
    std::array<int, 7> minutes{};
    if (list->size() != minutes.size())
      return fail(ErrorCode::out_of_range, "Give seven numbers of minutes, from Monday to Sunday.",
                  "minutes");
    for (std::size_t day = 0; day < minutes.size(); ++day) {
      const auto* value = (*list)[day].if_int64();
      if (value == nullptr || *value < 0 || *value > 1'440)
        return fail(ErrorCode::out_of_range, "The minutes of a day are a whole number from 0 to 1440.",
                    "minutes");
      minutes[day] = static_cast<int>(*value);
    }
    const auto set = context.store.set_schedule(person, from, minutes, {});
    if (!set) return tl::unexpected(set.error());
    if (set->error) return tl::unexpected(*set->error);
    return bj::serialize(bj::object{{"person_id", person},
                                    {"from", format_date(from)},
                                    {"minutes", bj::array(minutes.begin(), minutes.end())},
                                    {"status", std::string(to_wire(set->status))}});
  });
}

Result<std::string> verify(const AdminContext& context, std::string_view) {
  const auto report = context.store.verify(context.progress);
  bj::array faults;
  for (const auto& fault : report.faults)
    faults.push_back(bj::object{{"kind", fault.kind}, {"where", fault.where}, {"message", fault.message}});
  return bj::serialize(bj::object{{"ok", report.ok()}, {"faults", std::move(faults)}});
}

Result<std::string> back_up(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto to = reader.required_text("to", 4'000);
    if (reader.error()) return refused(reader);
    const auto made = context.store.backup(to, {}, context.progress);
    if (!made) return tl::unexpected(made.error());
    return bj::serialize(bj::object{{"to", to}, {"seq", made->seq}, {"bytes", made->bytes}});
  });
}

const AdminActions& admin_actions() {
  static const AdminActions actions = [] {
    AdminActions all = {
        {"user-add", add_user},
        {"user-list", list_users},
        {"user-disable", disable_user},
        {"enroll", make_code},
        {"schedule", set_schedule},
        {"verify", verify},
        {"backup", back_up},
        {"password-link", make_password_link},
    };
    add_people_actions(all);
    add_device_actions(all);
    add_agency_actions(all);
    add_trail_actions(all);
    return all;
  }();
  return actions;
}

}  // namespace

Result<std::string> run_admin_action(std::string_view name, const AdminContext& context,
                                     std::string_view params_json) {
  const auto found = admin_actions().find(name);
  if (found == admin_actions().end())
    return fail(ErrorCode::not_found, "The running server does not know this command; update it.");
  try {
    return found->second(context, params_json);
  } catch (const std::exception& failure) {
    if (context.alarm) context.alarm(fmt::format("The command {} failed: {}", name, failure.what()));
    return tl::unexpected(context.store.explain(failure));
  }
}

}  // namespace waymark::server
