#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "shared/records/json_fields.h"
#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct Words {
  std::string from;
  std::vector<std::string> sets;
};

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "yes", "65", "30,40,50,65" or "pros,act" as the JSON a policy holds. What is no such thing goes as it is
/// and is refused by whoever knows the member.
bj::value value_of(std::string_view member, std::string_view text) {
  if (text == "true" || text == "yes") return true;
  if (text == "false" || text == "no") return false;
  const bool is_list = text.find(',') != std::string_view::npos || member == "programs";
  if (!is_list && is_number(text))
    if (const auto number = json::parse(text)) return *number;
  if (!is_list) return bj::string(text);
  bj::array list;
  while (true) {
    const auto part = text.substr(0, text.find(','));
    const auto number = is_number(part) ? json::parse(part) : Result<bj::value>(bj::string(part));
    list.push_back(number ? *number : bj::value(bj::string(part)));
    if (part.size() == text.size()) return list;
    text.remove_prefix(part.size() + 1);
  }
}

Result<bj::object> params_of(const Words& words) {
  bj::object changes;
  for (const auto& set : words.sets) {
    const auto equals = set.find('=');
    if (equals == 0 || equals == std::string::npos)
      return fail(
          ErrorCode::bad_request,
          "Write --set as MEMBER=VALUE, such as recommended_percent=70; `policy list` shows the members.",
          "set");
    const auto member = set.substr(0, equals);
    changes[member] = value_of(member, std::string_view(set).substr(equals + 1));
  }
  return bj::object{{"from", words.from}, {"changes", std::move(changes)}};
}

std::string listed(const bj::value& answer) {
  std::string text;
  for (const auto& policy : answer.at("policies").as_array()) {
    text += fmt::format("{}from {}", text.empty() ? "" : "\n\n", text_at(policy, "effective_from"));
    for (const auto& [member, value] : policy.as_object())
      if (member != "effective_from" && member != "policy_id" && member != "holidays")
        text += fmt::format("\n  {:28} {}", std::string_view(member), bj::serialize(value));
    text += fmt::format("\n  {:28} {}", "holidays", policy.at("holidays").as_array().size());
  }
  return text;
}

std::string weeks_text(std::int64_t weeks) {
  return weeks == 1 ? "1 week" : fmt::format("{} weeks", weeks);
}

std::string previewed(const bj::value& preview) {
  std::string text = fmt::format("From {}; the first week it would govern is that of {}.",
                                 text_at(preview, "from"), text_at(preview, "first_week"));
  if (!preview.at("until").is_null())
    text += fmt::format(" The next policy begins {}.", text_at(preview, "until"));
  for (const auto& difference : preview.at("differences").as_array())
    text += fmt::format("\n  {}: {} -> {}", text_at(difference, "member"),
                        bj::serialize(difference.at("before")), bj::serialize(difference.at("after")));
  if (preview.at("differences").as_array().empty()) text += "\n  Nothing would differ.";
  text += fmt::format(
      "\n{} recorded so far would be tallied by it: the share would change in {}, the standing in {}.",
      weeks_text(number_at(preview, "looked_at")), number_at(preview, "shares_changed"),
      number_at(preview, "standings_changed"));
  for (const auto& move : preview.at("moves").as_array())
    text += fmt::format("\n  {} -> {}: {}", text_at(move, "before"), text_at(move, "after"),
                        weeks_text(number_at(move, "weeks")));
  if (const auto approved = number_at(preview, "approved"); approved > 0) {
    const auto& first = preview.at("first_approved").as_object();
    text += fmt::format(
        "\nIt would be refused: it reaches {} that {} approved, first {}'s of {}. Choose a later day.",
        weeks_text(approved), approved == 1 ? "was" : "were", text_at(first, "name"), text_at(first, "week"));
  }
  return text + "\nNothing was stored.";
}

}  // namespace

void add_policy_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "policy", "List policies, try one out, set and remove them");
  command->require_subcommand(1);
  command->add_subcommand("list", "List the policies")->fallthrough()->callback([&invocation] {
    invocation.exit_code = carry_out(invocation, "policy-list", {}, listed);
  });

  const auto words = std::make_shared<Words>();
  const auto run = [&invocation, words](std::string_view action, std::string (*text)(const bj::value&)) {
    const auto params = params_of(*words);
    invocation.exit_code =
        params ? carry_out(invocation, action, *params, text) : invocation.refuse(params.error());
  };
  const auto add = [&](const char* name, const char* what) {
    auto* sub = command->add_subcommand(name, what)->fallthrough();
    sub->add_option("--from", words->from, "The first day it holds, YYYY-MM-DD")->required();
    return sub;
  };
  const auto add_sets = [&](CLI::App* sub) {
    sub->add_option("--set", words->sets, "MEMBER=VALUE; the others stay as in the policy before")
        ->required();
  };

  auto* previewing = add("preview", "Show what a policy would change; nothing is stored");
  add_sets(previewing);
  previewing->callback([run] { run("policy-preview", previewed); });
  auto* setting = add("set", "Set a policy from a day on, or edit the one of that very day");
  add_sets(setting);
  setting->callback([run] {
    run("policy-set", [](const bj::value& policy) {
      return fmt::format("The policy from {} on is set; weeks it reaches are tallied by it.",
                         text_at(policy, "effective_from"));
    });
  });
  add("remove", "Remove a policy: the one before it holds instead")->callback([&invocation, words] {
    invocation.exit_code =
        carry_out(invocation, "policy-remove", {{"from", words->from}}, [](const bj::value& removed) {
          return fmt::format("The policy from {} is removed: the one before it holds on.",
                             text_at(removed, "from"));
        });
  });
}

}  // namespace waymark::server
