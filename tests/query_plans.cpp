#include "tests/query_plans.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <mutex>

namespace waymark::test {

namespace {

std::mutex mutex;
std::set<std::string> heard;

int note(unsigned, void*, void* statement, void*) {
  const std::lock_guard lock(mutex);
  if (const char* text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement))) heard.insert(text);
  return 0;
}

int listen(sqlite3* connection, const char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note, nullptr);
}

// As SQLite's own description has it: an extension's entry point is cast to a function without parameters.
const auto entry_point = reinterpret_cast<void (*)()>(listen);

}  // namespace

StatementsHeard::StatementsHeard() {
  forget();
  sqlite3_auto_extension(entry_point);
}

StatementsHeard::~StatementsHeard() {
  sqlite3_cancel_auto_extension(entry_point);
}

void StatementsHeard::forget() {
  const std::lock_guard lock(mutex);
  heard.clear();
}

std::set<std::string> StatementsHeard::texts() const {
  const std::lock_guard lock(mutex);
  return heard;
}

std::set<std::string> plan_steps(const std::filesystem::path& path, const std::set<std::string>& statements) {
  const SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
  std::set<std::string> steps;
  for (const auto& statement : statements) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + statement);
    while (plan.executeStep()) steps.insert(plan.getColumn(3).getString());
  }
  return steps;
}

}  // namespace waymark::test
