// A look into the server's own tables with a connection of the test's, past all code of the server.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/sync/messages.h"

namespace SQLite {
class Database;
}

namespace waymark::simulation {

struct TableOp {
  std::int64_t seq = 0;
  std::string op, payload;
  OpStatus status = OpStatus::head;  ///< as of now
};

struct TableTally {
  std::string person;  ///< id
  std::string week;    ///< YYYY-MM-DD
  std::string json;
};

class ServerTables {
 public:
  explicit ServerTables(const std::filesystem::path& database);
  ~ServerTables();

  std::vector<TableOp> ops_after(std::int64_t seq);
  std::vector<TableTally> tallies();
  SQLite::Database& database() { return *database_; }
  /// Ids of ops listed as conflicting or held, in order.
  std::vector<std::string> listed(const char* table);

 private:
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace waymark::simulation
