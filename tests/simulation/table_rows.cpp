#include "tests/simulation/table_rows.h"

#include <stdexcept>

namespace waymark::simulation {
namespace {

class Statement {
 public:
  Statement(sqlite3* connection, const std::string& sql) {
    if (sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(connection));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  sqlite3_stmt* get() const { return statement_; }
  bool step() const {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
      throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement_)));
    return result == SQLITE_ROW;
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};

}  // namespace

TableRows::TableRows(const std::filesystem::path& database) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(database.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, Close> connection(opened);
  if (result != SQLITE_OK) throw std::runtime_error("the template cannot be read: " + database.string());
  {
    const Statement names(opened, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    while (names.step())
      tables_.push_back({reinterpret_cast<const char*>(sqlite3_column_text(names.get(), 0)), {}});
  }
  for (auto& table : tables_) {
    const Statement rows(opened, "SELECT * FROM " + table.name);
    while (rows.step()) {
      auto& row = table.rows.emplace_back();
      for (int column = 0; column < sqlite3_column_count(rows.get()); ++column)
        row.emplace_back(sqlite3_value_dup(sqlite3_column_value(rows.get(), column)));
    }
  }
}

void TableRows::put_back(sqlite3* connection) const {
  for (const auto& table : tables_) (void)Statement(connection, "DELETE FROM " + table.name).step();
  for (const auto& table : tables_) {
    if (table.rows.empty()) continue;
    std::string marks;
    for (std::size_t i = 0; i < table.rows.front().size(); ++i) marks += i == 0 ? "?" : ",?";
    const Statement insert(connection, "INSERT INTO " + table.name + " VALUES (" + marks + ")");
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i)
        sqlite3_bind_value(insert.get(), static_cast<int>(i) + 1, row[i].get());
      (void)insert.step();
      sqlite3_reset(insert.get());
    }
  }
}

}  // namespace waymark::simulation
