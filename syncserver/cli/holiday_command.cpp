#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

std::string listed(const bj::value& answer) {
  constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  TextTable table({"date", "day"});
  for (const auto& holiday : answer.at("holidays").as_array())
    if (const auto date = parse_date(text_at(holiday, "date"), "date"))
      table.add({format_date(*date), days[static_cast<std::size_t>(weekday_index(*date))]});
  return table.empty() ? "No holiday is set; `waymark-server holiday --db FILE add` sets one." : table.text();
}

}  // namespace

void add_holiday_command(CLI::App& app, Invocation& invocation) {
  auto* command =
      invocation.add_command(app, "holiday", "List, add and remove days on which nobody is scheduled");
  command->require_subcommand(1);
  command->add_subcommand("list", "List the holidays")->fallthrough()->callback([&invocation] {
    invocation.exit_code = carry_out(invocation, "holiday-list", {}, listed);
  });
  const auto date = std::make_shared<std::string>();
  for (const bool is_holiday : {true, false}) {
    auto* sub = command
                    ->add_subcommand(is_holiday ? "add" : "remove",
                                     is_holiday ? "Make a day a holiday" : "Make a holiday an ordinary day")
                    ->fallthrough();
    sub->add_option("--date", *date, "The day, YYYY-MM-DD")->required();
    sub->callback([&invocation, date, is_holiday] {
      invocation.exit_code =
          carry_out(invocation, "holiday-set", {{"date", *date}, {"holiday", is_holiday}},
                    [is_holiday](const bj::value& set) {
                      return text_at(set, "date") + (is_holiday ? " is a holiday now: nobody is scheduled."
                                                                : " is an ordinary day now.");
                    });
    });
  }
}

}  // namespace waymark::server
