#include "syncserver/cli/invocation.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "shared/sync/message_codec.h"

namespace waymark::server {

int exit_code_of(const Error& error) {
  switch (error.code) {
    case ErrorCode::cannot_open:
    case ErrorCode::corrupt:
    case ErrorCode::schema_too_new:
    case ErrorCode::locked:
    case ErrorCode::unreachable:
    case ErrorCode::timed_out:
    case ErrorCode::aborted:
    case ErrorCode::busy:
    case ErrorCode::internal:
    case ErrorCode::disk_full:
      return exit_cannot_open;
    case ErrorCode::unknown_zone:
      // As a word it is wrong; as an agency's that this machine lacks, the store can't be opened.
      return error.field.empty() ? exit_cannot_open : exit_wrong_usage;
    case ErrorCode::already_exists:
      // A file in the way can't be made; a login in use (`login`) is a wrong word.
      return error.field.empty() ? exit_cannot_open : exit_wrong_usage;
    default:
      return exit_wrong_usage;
  }
}

namespace {

/// The lock and the socket of a database lie beside the file itself: whoever names it by a link must find
/// the same ones.
std::string linked_file(std::string given) {
  std::error_code code;
  if (!std::filesystem::is_symlink(given, code)) return given;
  const auto file = std::filesystem::canonical(given, code);
  return code ? given : file.string();
}

}  // namespace

CLI::App* Invocation::add_command(CLI::App& app, const std::string& name, const std::string& description) {
  auto* command = app.add_subcommand(name, description);
  command->add_option("--db", db, "The agency's database file")->required()->transform(linked_file);
  command->add_flag("--json", json, "Print one JSON object on stdout");
  return command;
}

int Invocation::answer(std::string_view json_object, std::string_view text) const {
  world.out << (json ? json_object : text) << '\n' << std::flush;
  return exit_done;
}

int Invocation::refuse(const Error& error) const {
  if (json) world.out << error_json(error) << '\n' << std::flush;
  world.err << error.message << '\n' << std::flush;
  return exit_code_of(error);
}

ProgressSink Invocation::progress() const {
  if (!world.err_is_terminal || json) return {};
  auto last = std::make_shared<std::string>();
  return [&err = world.err, last](std::string_view stage, std::int64_t done, std::int64_t total) {
    const bool finished = total > 0 && done >= total;
    const auto line = total > 0 ? fmt::format("{} {} %", stage, done * 100 / total) : std::string(stage);
    if (line == *last) return;
    *last = line;
    err << "\r\x1b[K" << line << (finished ? "\n" : "") << std::flush;
  };
}

}  // namespace waymark::server
