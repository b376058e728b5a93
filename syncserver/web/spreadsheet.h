// A plain table as CSV (RFC 4180) and as XLSX. Texts that a spreadsheet would take for a formula are kept
// from it: a name must not run anything.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace waymark::server {

using SheetCell = std::variant<std::string, double>;  ///< an empty text is an empty cell

struct SheetTable {
  std::string name;  ///< of the sheet
  std::vector<std::string> columns;
  std::vector<std::vector<SheetCell>> rows;
};

/// UTF-8 with a mark that says so, lines ended by CR LF.
std::string csv_of(const SheetTable& table);
/// Throws std::runtime_error where the machine has no memory or room for it.
std::string xlsx_of(const SheetTable& table);

}  // namespace waymark::server
