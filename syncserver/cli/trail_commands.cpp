// `backups`, `audit`, `storage`: what was done, how far backups reach, how much there is.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"
#include "syncserver/web/figures.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

/// A time of the answer by the agency's clock; in UTC where this machine does not know its zone.
std::string time_at(const bj::value& answer, const bj::value& row, std::string_view member) {
  auto zone = Zone::find(text_at(answer, "time_zone"));
  const bool known = zone.has_value();
  if (!known) zone = Zone::find("UTC");
  if (!zone) return std::to_string(number_at(row, member));
  return local_time_text(instant_from_ms(number_at(row, member)), *zone) + (known ? "" : " UTC");
}

std::string backups_listed(const bj::value& answer, Instant now) {
  TextTable table({"made", "age", "reaches", "size", "by", "file"});
  for (const auto& backup : answer.at("backups").as_array())
    table.add({time_at(answer, backup, "at"), age_words(instant_from_ms(number_at(backup, "at")), now),
               std::to_string(number_at(backup, "seq")),
               backup.at("bytes").is_null() ? "?" : size_words(number_at(backup, "bytes")),
               backup.at("actor").is_null() ? "command line" : text_at(backup, "actor"),
               text_at(backup, "file")});
  if (table.empty())
    return "No verified backup was made yet; `waymark-server backup --db FILE --to FILE` makes one.";
  return table.text() + fmt::format("\n{} changes are in no verified backup yet.",
                                    number_at(answer, "seq") - number_at(answer, "safe_seq"));
}

std::string audit_listed(const bj::value& answer) {
  TextTable table({"id", "at", "who", "from", "action", "subject", "detail"});
  for (const auto& row : answer.at("rows").as_array())
    table.add({std::to_string(number_at(row, "id")), time_at(answer, row, "at"),
               row.at("actor").is_null()
                   ? (row.at("actor_id").is_null() ? "command line" : text_at(row, "actor_id"))
                   : text_at(row, "actor"),
               text_at(row, "address"), text_at(row, "action"),
               row.at("subject_name").is_null() ? text_at(row, "subject") : text_at(row, "subject_name"),
               text_at(row, "detail")});
  const auto& next = answer.at("next_before");
  const auto more = next.is_null() ? "" : fmt::format("\nOlder ones: --before {}", next.as_int64());
  return (table.empty() ? "Nothing of that kind is in the audit trail." : table.text()) + more;
}

std::string storage_shown(const bj::value& answer) {
  std::string text =
      fmt::format("{}: {}, with a log of {}; {} of {} free.\n", text_at(answer, "file"),
                  size_words(number_at(answer, "file_bytes")), size_words(number_at(answer, "log_bytes")),
                  size_words(number_at(answer, "free_bytes")), size_words(number_at(answer, "disk_bytes")));
  TextTable table({"what", "count"});
  for (const auto* member : {"people", "devices", "ops", "conflicts", "held", "refused", "tallies"})
    table.add({member, std::to_string(number_at(answer, member))});
  for (const auto& [type, count] : answer.at("records").as_object())
    table.add({"records: " + std::string(type), std::to_string(count.as_int64())});
  text += table.text();
  if (!answer.at("first_op_at").is_null())
    text += fmt::format("\nFrom {} to {}.", time_at(answer, answer, "first_op_at"),
                        time_at(answer, answer, "last_op_at"));
  return text;
}

}  // namespace

void add_backups_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "backups", "List the verified backups that were made");
  const auto limit = std::make_shared<int>(20);
  command->add_option("--limit", *limit, "How many at most")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->callback([&invocation, limit] {
    invocation.exit_code =
        carry_out(invocation, "backup-list", {{"limit", *limit}}, [&invocation](const bj::value& answer) {
          return backups_listed(answer, invocation.world.clock.now());
        });
  });
}

void add_audit_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "audit", "Search the audit trail, newest first");
  struct Words {
    std::string search, action, person, from, to;
    std::int64_t before = 0;
    int limit = 50;
  };
  const auto words = std::make_shared<Words>();
  command->add_option("--search", words->search,
                      "A part of an action, a name, an id, a detail or an address");
  command->add_option("--action", words->action, "Only this action, such as device_revoked");
  command->add_option("--person", words->person, "Only what they did or what was done to them, by their id");
  command->add_option("--from", words->from, "The first day, YYYY-MM-DD");
  command->add_option("--to", words->to, "The last day, YYYY-MM-DD");
  command->add_option("--before", words->before, "Only rows older than the one with this id")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--limit", words->limit, "How many at most")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->callback([&invocation, words] {
    bj::object params{{"search", words->search},
                      {"action", words->action},
                      {"before", words->before},
                      {"limit", words->limit}};
    if (!words->person.empty()) params["person"] = words->person;
    if (!words->from.empty()) params["from"] = words->from;
    if (!words->to.empty()) params["to"] = words->to;
    invocation.exit_code = carry_out(invocation, "audit", params, audit_listed);
  });
}

void add_storage_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "storage", "Show how much there is and how much room is left");
  command->callback(
      [&invocation] { invocation.exit_code = carry_out(invocation, "storage", {}, storage_shown); });
}

}  // namespace waymark::server
