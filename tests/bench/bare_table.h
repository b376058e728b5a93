// What the disk and SQLite alone cost: one table, one row a text, one commit a batch, flushed as fully as the
// stores do it (WAL, synchronous FULL).
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <span>
#include <string>

namespace waymark::bench {

class BareTable {
 public:
  explicit BareTable(const std::filesystem::path& file);
  /// One transaction: durable when it returns.
  void commit(std::span<const std::string> texts);
  void commit(const std::string& text) { commit(std::span(&text, 1)); }

 private:
  SQLite::Database database_;
  SQLite::Statement insert_;
};

}  // namespace waymark::bench
