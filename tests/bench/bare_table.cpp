#include "tests/bench/bare_table.h"

namespace waymark::bench {
namespace {

SQLite::Database open(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
  return database;
}

}  // namespace

BareTable::BareTable(const std::filesystem::path& file)
    : database_(open(file)), insert_(database_, "INSERT INTO texts (text) VALUES (?)") {}

void BareTable::commit(std::span<const std::string> texts) {
  database_.exec("BEGIN IMMEDIATE");
  for (const std::string& text : texts) {
    insert_.bindNoCopy(1, text);
    insert_.exec();
    insert_.reset();
  }
  database_.exec("COMMIT");
}

}  // namespace waymark::bench
