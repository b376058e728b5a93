#include "syncserver/cli/plain_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::server {

namespace {

/// Code points of UTF-8: near enough to columns for names.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string TextTable::text() const {
  std::vector<std::size_t> widths(rows_.front().size());
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  std::string text;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width_of(row[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

std::string local_time_text(Instant instant, const Zone& zone) {
  const int minute = zone.minute_of_day(instant);
  return fmt::format("{} {:02}:{:02}", format_date(zone.date_of(instant)), minute / 60, minute % 60);
}

}  // namespace waymark::server
