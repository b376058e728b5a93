#include "tests/syncserver/cli/test_database.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <stdexcept>

namespace waymark::test {

std::vector<std::string> TestDatabase::words(const std::string& command,
                                             const std::vector<std::string>& more) const {
  std::vector<std::string> all = {command, "--db", path.string()};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

Finished TestDatabase::command(const std::string& command, const std::vector<std::string>& more,
                               const std::string& input) const {
  return run(words(command, more), input);
}

boost::json::object TestDatabase::ask(const std::string& command,
                                      const std::vector<std::string>& more) const {
  auto all = words(command, more);
  all.push_back("--json");
  const auto finished = run(all);
  if (finished.exit_code != 0) throw std::runtime_error(command + " failed: " + finished.err);
  return finished.json();
}

void TestDatabase::init() const {
  ask("init", {"--agency", "North County IPS", "--zone", "America/New_York"});
}

std::string TestDatabase::add(const std::string& name, const std::string& role) const {
  return std::string(
      ask("user", {"add", "--name", name, "--role", role, "--team", "North"}).at("person_id").as_string());
}

std::string TestDatabase::bytes() const {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void TestDatabase::run_sql(const char* sql) const {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
  char* problem = nullptr;
  const int result = sqlite3_exec(connection, sql, nullptr, nullptr, &problem);
  INFO((problem != nullptr ? problem : ""));
  CHECK(result == SQLITE_OK);
  sqlite3_free(problem);
  sqlite3_close(connection);
}

int port_of(const std::string& line) {
  const std::string start = "listening on http://127.0.0.1:";
  if (!line.starts_with(start)) throw std::runtime_error("not ready: " + line);
  return std::stoi(line.substr(start.size()));
}

}  // namespace waymark::test
