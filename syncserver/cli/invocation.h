// One run of one command: what all commands share in reading their words and giving their answer.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>

#include "shared/error.h"
#include "syncserver/cli/surroundings.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

struct Invocation {
  explicit Invocation(const Surroundings& surroundings) : world(surroundings) {}

  const Surroundings& world;
  std::filesystem::path db;
  bool json = false;
  int exit_code = exit_done;

  /// Adds a command with --db and --json. `run` is called once all words are read, and its answer is the exit
  /// code.
  CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& description);

  /// With --json the object, otherwise the text.
  int answer(std::string_view json_object, std::string_view text) const;
  /// The sentence on stderr, with --json the error on stdout too; returns the exit code that belongs to it.
  int refuse(const Error& error) const;
  /// Tells a terminal how far a long call is; says nothing to a file or a pipe.
  ProgressSink progress() const;
};

/// 2 for what other words would mend, 3 for what the machine or the file does not allow.
int exit_code_of(const Error& error);

}  // namespace waymark::server
