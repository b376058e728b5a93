#include "syncserver/web/spreadsheet.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace waymark::server {

namespace {

/// Spreadsheets read a cell that begins so as a formula; an apostrophe before it makes it text.
bool looks_like_formula(const std::string& text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
  // The same signs at full width: ＝ ＋ － ＠.
  const auto first = std::string_view(text).substr(0, 3);
  return first == "\xef\xbc\x9d" || first == "\xef\xbc\x8b" || first == "\xef\xbc\x8d" ||
         first == "\xef\xbc\xa0";
}

std::string csv_text(const std::string& given) {
  const auto text = looks_like_formula(given) ? "'" + given : given;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_cell(const SheetCell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  return csv_text(std::get<std::string>(cell));
}

/// What the format's XML cannot say: two characters that are none, and texts that its readers would take for
/// an escape of theirs.
std::string xlsx_text(const std::string& given) {
  std::string text;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto rest = std::string_view(given).substr(i);
    if (rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf")) {
      text += "\xef\xbf\xbd";
      i += 2;
      continue;
    }
    const auto is_hex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_' &&
        std::all_of(rest.begin() + 2, rest.begin() + 6, is_hex))
      text += "_x005F";
    text += rest.front();
  }
  return text;
}

/// Where the library puts what it works on: names and notes have no place on a disk. "" where there is no
/// such place, and then no spreadsheet.
std::string memory_directory() {
  const char* directory = "/dev/shm";
  return ::access(directory, W_OK | X_OK) == 0 ? directory : "";
}

/// A file without a name, in memory: this version of the library writes to files only.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("sheet", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("there is no memory for a spreadsheet");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  std::string content() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  int descriptor_;
};

}  // namespace

std::string csv_of(const SheetTable& table) {
  std::string text = "\xef\xbb\xbf";
  const auto line = [&](const auto& cells, auto write) {
    bool first = true;
    for (const auto& cell : cells) {
      if (!first) text += ',';
      first = false;
      text += write(cell);
    }
    text += "\r\n";
  };
  line(table.columns, csv_text);
  for (const auto& row : table.rows) line(row, csv_cell);
  return text;
}

std::string xlsx_of(const SheetTable& table) {
  const MemoryFile file;
  auto directory = memory_directory();
  if (directory.empty()) throw std::runtime_error("a spreadsheet needs /dev/shm, which is not there");
  lxw_workbook_options options{};
  options.tmpdir = directory.data();
  auto* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) throw std::runtime_error("a spreadsheet could not be begun");
  auto* sheet = workbook_add_worksheet(book, table.name.c_str());
  auto* heading = workbook_add_format(book);
  format_set_bold(heading);
  lxw_col_t column = 0;
  for (const auto& name : table.columns) worksheet_write_string(sheet, 0, column++, name.c_str(), heading);
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.columns.size()), 16, nullptr);
  worksheet_freeze_panes(sheet, 1, 1);
  lxw_row_t row = 1;
  for (const auto& cells : table.rows) {
    column = 0;
    for (const auto& cell : cells) {
      // A string cell stays a string here, whatever it begins with.
      if (const auto* number = std::get_if<double>(&cell))
        worksheet_write_number(sheet, row, column, *number, nullptr);
      else if (const auto& text = std::get<std::string>(cell); !text.empty())
        worksheet_write_string(sheet, row, column, xlsx_text(text).c_str(), nullptr);
      ++column;
    }
    ++row;
  }
  if (const auto error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("a spreadsheet could not be written: {}", lxw_strerror(error)));
  return file.content();
}

}  // namespace waymark::server
