#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

std::string state_of(const bj::value& code, Instant now) {
  if (!code.at("device_id").is_null()) return "used by " + text_at(code, "device");
  const auto expires = instant_from_ms(number_at(code, "expires_at"));
  if (expires <= now) return "expired";
  return fmt::format("open, {} left", age_words(now, expires));
}

std::string listed(const bj::value& answer, Instant now) {
  TextTable table({"id", "made", "for", "state"});
  for (const auto& code : answer.at("codes").as_array())
    table.add({text_at(code, "code_id"), age_words(instant_from_ms(number_at(code, "made_at")), now) + " ago",
               text_at(code, "person"), state_of(code, now)});
  return table.empty() ? "No code was made in the last seven days; `waymark-server enroll` makes one."
                       : table.text();
}

}  // namespace

void add_code_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "code", "List and cancel enrolment codes");
  command->require_subcommand(1);
  command->add_subcommand("list", "List the codes that can be used, and those of the last seven days")
      ->fallthrough()
      ->callback([&invocation] {
        invocation.exit_code = carry_out(invocation, "code-list", {}, [&invocation](const bj::value& answer) {
          return listed(answer, invocation.world.clock.now());
        });
      });
  auto* cancelling = command->add_subcommand("cancel", "Make a code useless")->fallthrough();
  const auto code = std::make_shared<std::string>();
  cancelling->add_option("--code", *code, "Its id, from `code list`")->required();
  cancelling->callback([&invocation, code] {
    invocation.exit_code = carry_out(invocation, "code-cancel", {{"code", *code}}, [](const bj::value& done) {
      return text_at(done, "code_id") + " cannot be used any more.";
    });
  });
}

}  // namespace waymark::server
