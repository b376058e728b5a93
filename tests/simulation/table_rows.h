// All rows of a database, kept so that another connection's tables can be made the same again.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace waymark::simulation {

class TableRows {
 public:
  explicit TableRows(const std::filesystem::path& database);

  /// Replaces every row of the same tables, inside the caller's transaction. Throws on failure.
  void put_back(sqlite3* connection) const;

 private:
  struct FreeValue {
    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
  };
  using Row = std::vector<std::unique_ptr<sqlite3_value, FreeValue>>;
  struct Table {
    std::string name;
    std::vector<Row> rows;
  };
  std::vector<Table> tables_;
};

}  // namespace waymark::simulation
