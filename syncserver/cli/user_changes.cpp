// `user show, enable, change, move, login`: what becomes of people who were added.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "syncserver/accounts/password.h"
#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct Words {
  std::string person, name, role, team, from, login;
  bool password_on_stdin = false;
};

std::string shown(const bj::value& person) {
  auto text = fmt::format("{}{}\nid:      {}\nrole:    {}\nlogin:   {}", text_at(person, "name"),
                          person.at("disabled").as_bool() ? " (disabled)" : "", text_at(person, "person_id"),
                          text_at(person, "role"),
                          text_at(person, "login").empty() ? "none" : text_at(person, "login"));
  for (const auto& spell : person.at("teams").as_array())
    text +=
        fmt::format("\nteam:    {} from {}", text_at(spell, "team").empty() ? "none" : text_at(spell, "team"),
                    text_at(spell, "from"));
  for (const auto& device : person.at("devices").as_array())
    text += fmt::format("\ndevice:  {} ({})", text_at(device, "name"), text_at(device, "device_id"));
  return text;
}

int change(const Invocation& invocation, const Words& words) {
  bj::object params{{"person", words.person}};
  if (!words.name.empty()) params["name"] = words.name;
  if (!words.role.empty()) params["role"] = words.role;
  if (params.size() == 1)
    return invocation.refuse({ErrorCode::bad_request, "Say what to change: --name or --role.", {}});
  return carry_out(invocation, "user-change", params, [](const bj::value& changed) {
    return fmt::format("{} is {} now.", text_at(changed, "name"), text_at(changed, "role"));
  });
}

int set_login(const Invocation& invocation, const Words& words) {
  bj::object params{{"person", words.person}, {"login", words.login}};
  if (words.password_on_stdin) {
    if (words.login.empty())
      return invocation.refuse(
          {ErrorCode::bad_request, "A password needs a --login to go with it.", "login"});
    std::string password;
    std::getline(invocation.world.in, password);
    if (!password.empty() && password.back() == '\r') password.pop_back();
    PasswordHasher hasher;
    const auto hash = hasher.hash(password);
    if (!hash) return invocation.refuse(hash.error());
    params["password_hash"] = *hash;
  }
  return carry_out(invocation, "user-login", params, [](const bj::value& done) {
    return text_at(done, "login").empty() ? std::string("They cannot sign in to the pages any more.")
                                          : fmt::format("They sign in as {}.", text_at(done, "login"));
  });
}

}  // namespace

void add_user_changes(CLI::App& command, Invocation& invocation) {
  const auto words = std::make_shared<Words>();
  const auto add = [&](const char* name, const char* what) {
    auto* sub = command.add_subcommand(name, what)->fallthrough();
    sub->add_option("--person", words->person, "Their id, from `user list`")->required();
    return sub;
  };

  add("show", "Show a person with their teams and devices")->callback([&invocation, words] {
    invocation.exit_code = carry_out(invocation, "user-show", {{"person", words->person}}, shown);
  });
  add("enable", "Let a disabled person in again")->callback([&invocation, words] {
    invocation.exit_code =
        carry_out(invocation, "user-enable", {{"person", words->person}}, [](const bj::value& done) {
          return text_at(done, "person_id") + " is enabled: their devices and sign-in work again.";
        });
  });

  auto* changing = add("change", "Give a person another name or role");
  changing->add_option("--name", words->name, "Their name");
  changing->add_option("--role", words->role, "What they may do")
      ->check(CLI::IsMember({"specialist", "lead", "admin"}));
  changing->callback([&invocation, words] { invocation.exit_code = change(invocation, *words); });

  auto* moving = add("move", "Move a person to another team from a day on");
  moving->add_option("--team", words->team, "The team; \"\" for none")->required();
  moving->add_option("--from", words->from, "The first day there; weeks that began before it stay")
      ->required();
  moving->callback([&invocation, words] {
    invocation.exit_code = carry_out(
        invocation, "user-move", {{"person", words->person}, {"team", words->team}, {"from", words->from}},
        [](const bj::value& moved) {
          const auto team = text_at(moved, "team");
          return fmt::format("From {} on they are in {}.", text_at(moved, "from"),
                             team.empty() ? "no team" : "team " + team);
        });
  });

  auto* naming = add("login", "Set or take away what a person signs in to the pages with");
  naming->add_option("--login", words->login, "Their name for signing in; left out, they cannot sign in");
  naming->add_flag("--password-stdin", words->password_on_stdin,
                   "Read their password, one line, from stdin; without it the old one ends");
  naming->callback([&invocation, words] { invocation.exit_code = set_login(invocation, *words); });
}

}  // namespace waymark::server
