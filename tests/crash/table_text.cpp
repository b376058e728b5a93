#include "tests/crash/table_text.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace waymark::test {

namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

class Rows {
 public:
  Rows(sqlite3* database, const std::string& sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) stop();
    statement_.reset(statement);
  }
  bool next() {
    const int result = sqlite3_step(statement_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) stop();
    return result == SQLITE_ROW;
  }
  std::string text(int column) const {
    const auto* data = sqlite3_column_blob(statement_.get(), column);
    if (!data) return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL ? "null" : "";
    return {static_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }
  int columns() const { return sqlite3_column_count(statement_.get()); }
  const char* name(int column) const { return sqlite3_column_name(statement_.get(), column); }

 private:
  [[noreturn]] void stop() const { throw std::runtime_error(sqlite3_errmsg(database_)); }
  sqlite3* database_;
  Statement statement_;
};

}  // namespace

std::string table_text(sqlite3* database, const std::vector<std::string>& except) {
  std::string text;
  Rows tables(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (tables.next()) {
    const auto table = tables.text(0);
    text += "== " + table + "\n";
    Rows rows(database, "SELECT * FROM " + table);  // in the order of its key
    while (rows.next()) {
      for (int column = 0; column < rows.columns(); ++column)
        if (std::find(except.begin(), except.end(), table + "." + rows.name(column)) == except.end())
          text += rows.text(column) + "|";
      text += "\n";
    }
  }
  Rows version(database, "PRAGMA user_version");
  if (version.next()) text += "version " + version.text(0);
  return text;
}

}  // namespace waymark::test
