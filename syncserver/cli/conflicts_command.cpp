#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

std::string listed(const bj::value& answer, Instant now) {
  TextTable table({"what", "of", "device", "type", "code", "field", "since", "op"});
  for (const auto& op : answer.at("ops").as_array())
    table.add({text_at(op, "kind") + (op.at("mended").as_bool() ? ", mended" : ""), text_at(op, "person"),
               text_at(op, "device"), text_at(op, "type"), text_at(op, "code"), text_at(op, "field"),
               age_words(instant_from_ms(number_at(op, "received_at")), now), text_at(op, "op")});
  if (table.empty()) return "Nothing: every edit that arrived went in.";
  const auto total = static_cast<std::size_t>(number_at(answer, "total"));
  const auto shown = answer.at("ops").as_array().size();
  return table.text() + (total > shown ? fmt::format("\n… and {} more.", total - shown) : "");
}

}  // namespace

void add_conflicts_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(
      app, "conflicts", "List edits that are in conflict, held or refused: whose, of what type, since when");
  struct Words {
    std::string kind, person;
    bool mended = false;
    int limit = 200;
  };
  const auto words = std::make_shared<Words>();
  command->add_option("--kind", words->kind, "Only these")
      ->check(CLI::IsMember({"conflict", "held", "refused"}));
  command->add_option("--person", words->person, "Only theirs, by the id from `user list`");
  command->add_flag("--mended", words->mended, "Refused ones, too, whose correction arrived since");
  command->add_option("--limit", words->limit, "How many at most")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->callback([&invocation, words] {
    bj::object params{{"mended", words->mended}, {"limit", words->limit}};
    if (!words->kind.empty()) params["kind"] = words->kind;
    if (!words->person.empty()) params["person"] = words->person;
    invocation.exit_code = carry_out(
        invocation, "conflict-list", params,
        [&invocation](const bj::value& answer) { return listed(answer, invocation.world.clock.now()); });
  });
}

}  // namespace waymark::server
