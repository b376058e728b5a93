#include "tests/simulation/server_tables.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace waymark::simulation {
namespace {

std::string bytes_of(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

std::string uuid_of(const SQLite::Column& column) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes_of(column)) {
    if (text.size() == 8 || text.size() == 13 || text.size() == 18 || text.size() == 23) text += '-';
    text += digits[static_cast<unsigned char>(byte) >> 4];
    text += digits[static_cast<unsigned char>(byte) & 15];
  }
  return text;
}

}  // namespace

ServerTables::ServerTables(const std::filesystem::path& database)
    : database_(std::make_unique<SQLite::Database>(database.string(),
                                                   SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX)) {}

ServerTables::~ServerTables() = default;

std::vector<TableOp> ServerTables::ops_after(std::int64_t seq) {
  SQLite::Statement rows(*database_, "SELECT seq, op, payload, status FROM ops WHERE seq > ? ORDER BY seq");
  rows.bind(1, static_cast<std::int64_t>(seq));
  std::vector<TableOp> ops;
  while (rows.executeStep())
    ops.push_back({rows.getColumn(0).getInt64(), uuid_of(rows.getColumn(1)), bytes_of(rows.getColumn(2)),
                   static_cast<OpStatus>(rows.getColumn(3).getInt())});
  return ops;
}

std::vector<TableTally> ServerTables::tallies() {
  SQLite::Statement rows(
      *database_, "SELECT p.person_id, t.week, t.tally FROM tallies t JOIN persons p ON p.n = t.person");
  std::vector<TableTally> tallies;
  while (rows.executeStep())
    tallies.push_back(
        {uuid_of(rows.getColumn(0)), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
  return tallies;
}

std::vector<std::string> ServerTables::listed(const char* table) {
  SQLite::Statement rows(
      *database_, std::string("SELECT o.op FROM ") + table + " l JOIN ops o ON o.seq = l.op ORDER BY o.seq");
  std::vector<std::string> ops;
  while (rows.executeStep()) ops.push_back(uuid_of(rows.getColumn(0)));
  return ops;
}

}  // namespace waymark::simulation
