#include "syncserver/web/time_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace waymark::server {

std::string age_text(Instant since, Instant now) {
  const auto minutes = std::max<std::int64_t>(0, (now - since) / std::chrono::minutes{1});
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes < 72 * 60) return fmt::format("{} h", minutes / 60);
  return fmt::format("{} days", minutes / (24 * 60));
}

std::string when_text(Instant at, Instant now) {
  if (at > now) return "in " + age_text(now, at);
  return now - at < std::chrono::minutes{1} ? "just now" : age_text(at, now) + " ago";
}

std::string day_text(Date date) {
  constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{} {} {} {}", days[static_cast<std::size_t>(weekday_index(date))],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()));
}

std::string time_text(Instant instant, const Zone& zone) {
  const int minute = zone.minute_of_day(instant);
  return fmt::format("{}, {:02}:{:02}", day_text(zone.date_of(instant)), minute / 60, minute % 60);
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

std::string count_text(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number_text(count), count == 1 ? one : many);
}

std::string number_text(std::int64_t number) {
  auto text = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (auto at = std::ssize(text) - 3; at > first; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

}  // namespace waymark::server
