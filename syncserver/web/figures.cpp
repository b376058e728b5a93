#include "syncserver/web/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace waymark::server {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::string_view month_name(Date date) {
  return months[static_cast<unsigned>(date.month()) - 1];
}

unsigned day_of(Date date) {
  return static_cast<unsigned>(date.day());
}

int year_of(Date date) {
  return static_cast<int>(date.year());
}

}  // namespace

std::string percent_words(const Share& share) {
  const auto text = share.text();
  return text ? *text + " %" : "–";
}

std::string duration_words(std::int64_t seconds) {
  const auto minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{} m", minutes);
  return fmt::format("{} h {:02} m", minutes / 60, minutes % 60);
}

std::string decimal_hours(std::int64_t seconds) {
  const auto tenths = seconds / 360;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

std::string number_words(std::int64_t number) {
  auto text = std::to_string(number);
  const std::ptrdiff_t first = number < 0 ? 1 : 0;
  for (auto at = std::ssize(text) - 3; at > first; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
  return text;
}

std::string count_words(std::int64_t count, std::string_view one, std::string_view many) {
  if (count != 1 && many.empty()) return fmt::format("{} {}s", number_words(count), one);
  return fmt::format("{} {}", number_words(count), count == 1 ? one : many);
}

std::string size_words(std::int64_t bytes) {
  constexpr std::array units = {"KB", "MB", "GB", "TB", "PB"};
  if (bytes < 1'000) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / 1'000;
  std::size_t unit = 0;
  for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1'000;
  return size < 9.95 ? fmt::format("{:.1f} {}", size, units[unit])
                     : fmt::format("{:.0f} {}", size, units[unit]);
}

std::string weekday_name(Date date) {
  return std::string(weekdays[static_cast<std::size_t>(weekday_index(date))]);
}

std::string short_weekday(Date date) {
  return weekday_name(date).substr(0, 3);
}

std::string date_words(Date date) {
  return fmt::format("{} {} {}", day_of(date), month_name(date), year_of(date));
}

std::string day_and_month(Date date) {
  return fmt::format("{} {}", day_of(date), month_name(date).substr(0, 3));
}

std::string short_date(Date date) {
  return fmt::format("{} {}", short_weekday(date), day_and_month(date));
}

std::string long_date(Date date) {
  return fmt::format("{} {}", short_date(date), year_of(date));
}

std::string week_words(Date first) {
  const auto last = add_days(first, 6);
  if (first.year() != last.year()) return date_words(first) + " – " + date_words(last);
  if (first.month() != last.month())
    return fmt::format("{} {} – {}", day_of(first), month_name(first), date_words(last));
  return fmt::format("{} – {}", day_of(first), date_words(last));
}

std::string clock_words(Instant at, const Zone& zone) {
  const auto minute = zone.minute_of_day(at);
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string moment_words(Instant at, Instant now, const Zone& zone) {
  const auto date = zone.date_of(at);
  const auto days = days_between(date, zone.date_of(now));
  const bool near = days >= 0 && days <= 6;
  return fmt::format("{} {}", near ? short_weekday(date) : short_date(date), clock_words(at, zone));
}

std::string long_moment(Instant at, const Zone& zone) {
  return fmt::format("{}, {}", long_date(zone.date_of(at)), clock_words(at, zone));
}

std::string age_words(Instant since, Instant now) {
  const auto minutes = std::max<std::int64_t>(0, (now - since) / std::chrono::minutes{1});
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes < 72 * 60) return fmt::format("{} h", minutes / 60);
  return fmt::format("{} days", minutes / (24 * 60));
}

std::string when_words(Instant at, Instant now) {
  if (at > now) return "in " + age_words(now, at);
  return now - at < std::chrono::minutes{1} ? "just now" : age_words(at, now) + " ago";
}

std::string ago_words(Instant at, Instant now, const Zone& zone) {
  const bool within_a_day = at <= now && now - at < std::chrono::hours{24};
  return within_a_day ? when_words(at, now) : moment_words(at, now, zone);
}

}  // namespace waymark::server
