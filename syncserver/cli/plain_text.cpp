#include "syncserver/cli/plain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

std::string age_text(Instant since, Instant now) {
  const auto minutes = std::max<std::int64_t>(0, (now - since) / std::chrono::minutes{1});
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes < 72 * 60) return fmt::format("{} h", minutes / 60);
  return fmt::format("{} days", minutes / (24 * 60));
}

std::string local_time_text(Instant instant, const Zone& zone) {
  const int minute = zone.minute_of_day(instant);
  return fmt::format("{} {:02}:{:02}", format_date(zone.date_of(instant)), minute / 60, minute % 60);
}

std::string bytes_text(std::int64_t bytes) {
  constexpr std::array units = {"KB", "MB", "GB", "TB", "PB"};
  if (bytes < 1'000) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / 1'000;
  std::size_t unit = 0;
  for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1'000;
  return size < 9.95 ? fmt::format("{:.1f} {}", size, units[unit])
                     : fmt::format("{:.0f} {}", size, units[unit]);
}

}  // namespace waymark::server
