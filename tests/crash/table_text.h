// A database as text: every row of every table, so that two states can be compared whole.
#pragma once

#include <string>
#include <vector>

struct sqlite3;

namespace waymark::test {

/// Tables by name, rows by key. `except`: columns ("table.column") that are left out. Throws
/// std::runtime_error where a row cannot be read.
std::string table_text(sqlite3* database, const std::vector<std::string>& except = {});

}  // namespace waymark::test
