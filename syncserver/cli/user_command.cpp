#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <iostream>

#include "syncserver/accounts/password.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/listen_address.h"
#include "syncserver/cli/store_door.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct AddWords {
  std::string name, role, team, login, person, server;
  bool password_on_stdin = false;
};

/// A link with which the person sets their password, as the running server is reached or, when none runs, as
/// `serve` listens unless told otherwise.
Result<std::string> password_link(const Invocation& invocation, const std::string& person,
                                  const std::string& login, const std::string& server) {
  bj::object params{{"person", person}, {"login", login}, {"server", server}};
  auto made = run_on_store(invocation, "password-link", bj::serialize(params));
  if (!made && server.empty() && made.error().field == "server") {
    params["server"] = fmt::format("http://{}", default_listen);
    invocation.world.err << fmt::format(
        "No server is running on this database, so the link leads to http://{}; give --server URL if people "
        "reach it elsewhere.\n",
        default_listen);
    made = run_on_store(invocation, "password-link", bj::serialize(params));
  }
  return made;
}

std::string link_in(const std::string& answer) {
  return std::string(bj::parse(answer).at("password_link").as_string());
}

constexpr std::string_view link_words = "Password link, for one use within 7 days: {}";

/// The first line of stdin: never a command-line argument, where every user of the machine could read it.
Result<std::string> password_hash_from(std::istream& in) {
  std::string password;
  std::getline(in, password);
  if (!password.empty() && password.back() == '\r') password.pop_back();
  PasswordHasher hasher;
  return hasher.hash(password);
}

int add(const Invocation& invocation, const AddWords& words) {
  bj::object params{{"name", words.name}, {"role", words.role}, {"team", words.team}, {"login", words.login}};
  if (!words.person.empty()) params["person_id"] = words.person;
  if (words.password_on_stdin) {
    if (words.login.empty())
      return invocation.refuse(
          {ErrorCode::bad_request, "A password needs a --login to go with it.", "login"});
    const auto hash = password_hash_from(invocation.world.in);
    if (!hash) return invocation.refuse(hash.error());
    params["password_hash"] = *hash;
  }
  const auto added = run_on_store(invocation, "user-add", bj::serialize(params));
  if (!added) return invocation.refuse(added.error());
  const std::string id(bj::parse(*added).at("person_id").as_string());
  auto text = fmt::format("{} has the id {}.\n", words.name, id);
  auto answer = bj::parse(*added).as_object();
  if (!words.login.empty() && !words.password_on_stdin) {
    const auto link = password_link(invocation, id, {}, words.server);
    if (!link) return invocation.refuse(link.error());
    answer["password_link"] = link_in(*link);
    text += fmt::format(link_words, link_in(*link)) + "\n";
  }
  text += fmt::format("Next: waymark-server enroll --db {} --person {}", invocation.db.string(), id);
  return invocation.answer(bj::serialize(answer), text);
}

int link(const Invocation& invocation, const AddWords& words) {
  const auto made = password_link(invocation, words.person, words.login, words.server);
  if (!made) return invocation.refuse(made.error());
  return invocation.answer(*made, fmt::format(link_words, link_in(*made)));
}

int list(const Invocation& invocation) {
  const auto listed = run_on_store(invocation, "user-list", "{}");
  if (!listed) return invocation.refuse(listed.error());
  std::string text = fmt::format("{:36}  {:10}  {:16}  {}", "id", "role", "team", "name");
  const auto list = bj::parse(*listed);
  for (const auto& person : list.at("people").as_array())
    text += fmt::format(
        "\n{:36}  {:10}  {:16}  {}{}", std::string(person.at("person_id").as_string()),
        std::string(person.at("role").as_string()), std::string(person.at("team").as_string()),
        std::string(person.at("name").as_string()), person.at("disabled").as_bool() ? " (disabled)" : "");
  return invocation.answer(*listed, text);
}

int disable(const Invocation& invocation, const std::string& person) {
  const auto done = run_on_store(invocation, "user-disable", bj::serialize(bj::object{{"person", person}}));
  if (!done) return invocation.refuse(done.error());
  return invocation.answer(*done,
                           fmt::format("{} is disabled: their devices are refused from now on.", person));
}

}  // namespace

void add_user_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "user", "Add, list, change and disable people");
  command->require_subcommand(1);

  auto* adding = command->add_subcommand("add", "Add a person")->fallthrough();
  auto words = std::make_shared<AddWords>();
  adding->add_option("--name", words->name, "Their name")->required();
  adding->add_option("--role", words->role, "What they may do")
      ->required()
      ->check(CLI::IsMember({"specialist", "lead", "admin"}));
  adding->add_option("--team", words->team, "Their team");
  adding->add_option("--login", words->login, "Their name for signing in to the web pages");
  adding->add_option("--person", words->person,
                     "The id they had, if a restored backup does not know them: what their phone holds is "
                     "under it");
  adding->add_flag("--password-stdin", words->password_on_stdin, "Read their password, one line, from stdin");
  adding->add_option(
      "--server", words->server,
      "Where people reach the server, for the link that sets a password, if not as the running "
      "one says");
  adding->callback([&invocation, words] { invocation.exit_code = add(invocation, *words); });

  auto* linking = command
                      ->add_subcommand("link",
                                       "Make a link with which a person sets a new password, and give "
                                       "them a login first if they have none")
                      ->fallthrough();
  auto link_of = std::make_shared<AddWords>();
  linking->add_option("--person", link_of->person, "Their id, from `user list`")->required();
  linking->add_option("--login", link_of->login, "Their name for signing in, if it is new or another");
  linking->add_option("--server", link_of->server,
                      "Where people reach the server, if not as the running one says");
  linking->callback([&invocation, link_of] { invocation.exit_code = link(invocation, *link_of); });

  auto* listing = command->add_subcommand("list", "List everybody")->fallthrough();
  listing->callback([&invocation] { invocation.exit_code = list(invocation); });

  auto* disabling =
      command->add_subcommand("disable", "Refuse a person's devices and sign-in")->fallthrough();
  auto person = std::make_shared<std::string>();
  disabling->add_option("--person", *person, "Their id, from `user list`")->required();
  disabling->callback([&invocation, person] { invocation.exit_code = disable(invocation, *person); });

  add_user_changes(*command, invocation);
}

}  // namespace waymark::server
