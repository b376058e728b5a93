// A directory with a place for a database in it, and the commands on it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/syncserver/cli/process.h"
#include "tests/temporary_directory.h"

namespace waymark::test {

struct TestDatabase {
  TemporaryDirectory directory;
  std::filesystem::path path = directory.path() / "agency.db";

  /// `waymark-server WORD --db PATH MORE…`
  std::vector<std::string> words(const std::string& command, const std::vector<std::string>& more = {}) const;
  Finished command(const std::string& command, const std::vector<std::string>& more = {},
                   const std::string& input = {}) const;
  /// The same with --json; the exit code must be 0.
  boost::json::object ask(const std::string& command, const std::vector<std::string>& more = {}) const;
  void init() const;
  std::string add(const std::string& name,
                  const std::string& role = "specialist") const;  ///< the person's id
  std::string bytes() const;
  /// What no command does.
  void run_sql(const char* sql) const;
};

/// The port of "listening on http://127.0.0.1:PORT"; throws if the line is another.
int port_of(const std::string& line);

}  // namespace waymark::test
