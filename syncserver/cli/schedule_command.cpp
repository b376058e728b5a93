#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <charconv>

#include "syncserver/cli/commands.h"
#include "syncserver/cli/store_door.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

/// "450,450,450,450,450,0,0"; what stands for a day is named when it is no number of minutes.
Result<bj::array> parse_minutes(std::string_view text) {
  constexpr const char* days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                  "Friday", "Saturday", "Sunday"};
  bj::array minutes;
  while (true) {
    const auto part = text.substr(0, text.find(','));
    int value = -1;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == part.data() + part.size();
    if (minutes.size() < 7 && (!whole || value < 0 || value > 1'440))
      return fail(
          ErrorCode::out_of_range,
          fmt::format("\"{}\" is no number of minutes for {}; give 0 to 1440.", part, days[minutes.size()]),
          "minutes");
    minutes.push_back(value);
    if (part.size() == text.size()) break;
    text.remove_prefix(part.size() + 1);
  }
  if (minutes.size() != 7)
    return fail(ErrorCode::out_of_range,
                fmt::format("--minutes has {} numbers; give seven, from Monday to Sunday, such as "
                            "450,450,450,450,450,0,0.",
                            minutes.size()),
                "minutes");
  return minutes;
}

int schedule(const Invocation& invocation, const std::string& person, const std::string& from,
             const std::string& minutes_text) {
  auto minutes = parse_minutes(minutes_text);
  if (!minutes) return invocation.refuse(minutes.error());
  std::int64_t total = 0;
  for (const auto& day : *minutes) total += day.as_int64();
  const bj::object params{{"person", person}, {"from", from}, {"minutes", *std::move(minutes)}};
  const auto set = run_on_store(invocation, "schedule", bj::serialize(params));
  if (!set) return invocation.refuse(set.error());
  return invocation.answer(*set, fmt::format("From {} on, {} is scheduled {} h {} min a week.", from, person,
                                             total / 60, total % 60));
}

}  // namespace

void add_schedule_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "schedule", "Set a specialist's role minutes of each weekday");
  struct Words {
    std::string person, from, minutes;
  };
  auto words = std::make_shared<Words>();
  command->add_option("--person", words->person, "Whose, by the id from `user list`")->required();
  command->add_option("--from", words->from, "The first day it holds, YYYY-MM-DD")->required();
  command
      ->add_option("--minutes", words->minutes, "Seven numbers from Monday, such as 450,450,450,450,450,0,0")
      ->required();
  command->callback([&invocation, words] {
    invocation.exit_code = schedule(invocation, words->person, words->from, words->minutes);
  });
}

}  // namespace waymark::server
