#include "syncserver/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>
#include <vector>

#include "syncserver/cli/commands.h"

namespace waymark::server {

namespace {

/// CLI11's words about what is wrong, as one sentence that says where to look.
std::string usage_sentence(std::string what, const std::string& command) {
  std::replace(what.begin(), what.end(), '\n', ' ');
  while (!what.empty() && (what.back() == '.' || what.back() == ' ')) what.pop_back();
  return what + "; see waymark-server " + (command.empty() ? "" : command + " ") + "--help.";
}

/// What is said of a word that stands where a command has to and is none; "" where there is no such word.
std::string unknown_command(const CLI::App& app, const std::string& before = "") {
  const auto used = app.get_subcommands();
  if (!used.empty()) return unknown_command(*used.front(), before + used.front()->get_name() + ' ');
  const auto left = app.remaining();
  const bool takes_commands = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
  if (!takes_commands || left.empty() || left.front().starts_with("-")) return {};
  return "There is no command " + before + left.front() + "; see waymark-server " + before + "--help.";
}

int wrong_usage(const CLI::ParseError& problem, const CLI::App& app, const Invocation& invocation) {
  if (auto unknown = unknown_command(app); !unknown.empty())
    return invocation.refuse({ErrorCode::bad_request, std::move(unknown), {}});
  const auto used = app.get_subcommands();
  return invocation.refuse({ErrorCode::bad_request,
                            usage_sentence(problem.what(), used.empty() ? "" : used.front()->get_name()),
                            {}});
}

}  // namespace

int run_command_line(std::span<const std::string> words, const Surroundings& surroundings) {
  CLI::App app{"The sync server of Waymark, the field log for IPS employment specialists.", "waymark-server"};
  app.set_version_flag("--version", WAYMARK_VERSION);
  app.require_subcommand(1);
  Invocation invocation(surroundings);
  app.add_flag("--json", invocation.json, "Print one JSON object on stdout");
  add_init_command(app, invocation);
  add_serve_command(app, invocation);
  add_user_command(app, invocation);
  add_enroll_command(app, invocation);
  add_schedule_command(app, invocation);
  add_backup_command(app, invocation);
  add_restore_command(app, invocation);
  add_verify_command(app, invocation);
  add_demo_command(app, invocation);
  add_device_command(app, invocation);
  add_code_command(app, invocation);
  add_conflicts_command(app, invocation);
  add_place_command(app, invocation);
  add_holiday_command(app, invocation);
  add_policy_command(app, invocation);
  add_backups_command(app, invocation);
  add_audit_command(app, invocation);
  add_storage_command(app, invocation);

  // Known before the words are understood, so that even words nobody understands get a JSON answer.
  invocation.json = std::find(words.begin(), words.end(), "--json") != words.end();
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes the last word first
  } catch (const CLI::Success& asked) {
    // Of a command that there is not, there is no help either.
    if (auto unknown = unknown_command(app); !unknown.empty())
      return invocation.refuse({ErrorCode::bad_request, std::move(unknown), {}});
    return app.exit(asked, surroundings.out, surroundings.err);  // --help, --version
  } catch (const CLI::ParseError& problem) {
    return wrong_usage(problem, app, invocation);
  } catch (const std::exception& problem) {
    return invocation.refuse({ErrorCode::internal, std::string("The machine failed: ") + problem.what(), {}});
  }
  return invocation.exit_code;
}

}  // namespace waymark::server
