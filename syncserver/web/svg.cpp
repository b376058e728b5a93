#include "syncserver/web/svg.h"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::server {

namespace {

constexpr int small_width = 190;
constexpr int large_width = 460;
constexpr int week_width = 10;
constexpr int line_margin = 3;
constexpr int line_width = 2 * line_margin + (trend_weeks - 1) * week_width;
constexpr int line_height = 28;

/// Tenths of a percent to a length.
int length_of(int tenths, int whole) {
  return std::min(tenths, 1'000) * whole / 1'000;
}

int at_percent(int percent, int whole) {
  return percent * whole / 100;
}

int line_y(int tenths) {
  return 1 + (line_height - 2) - std::min(tenths, 1'000) * (line_height - 2) / 1'000;
}

/// Nothing where the line has a gap: too little is known of the week.
std::optional<int> shown_tenths(const TrendWeek& week) {
  return week.counts() ? week.share->tenths() : std::nullopt;
}

}  // namespace

std::string bar_definitions(const Policy& policy) {
  const int must = at_percent(policy.minimum_percent, small_width);
  const int should = at_percent(policy.recommended_percent, small_width);
  return fmt::format(
      R"(<svg class="defs" width="0" height="0" aria-hidden="true"><defs>)"
      R"(<g id="t"><path class="track" d="M0 3h{0}v14h-{0}z"/><path class="zone" d="M0 3h{1}v14h-{1}z"/></g>)"
      R"(<g id="k"><path class="must" d="M{2} 0v20"/><path class="should" d="M{1} 0v20"/></g>)"
      R"(<g id="l"><path class="goal" d="M0 {3}h{5}M0 {4}h{5}"/></g>)"
      R"x(<pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)x"
      R"(<path class="hatch-ground" d="M0 0h6v6h-6z"/><path class="hatch" d="M0 0v6"/></pattern>)"
      R"(</defs></svg>)",
      small_width, should, must, line_y(policy.minimum_percent * 10), line_y(policy.recommended_percent * 10),
      line_width);
}

std::string small_bar(const Share& share) {
  const auto tenths = share.tenths();
  if (!tenths) return {};
  return fmt::format(
      R"(<svg class="bar" viewBox="0 0 {0} 20" aria-hidden="true"><use href="#t"/><path d="M0 10h{1}"/><use href="#k"/></svg>)",
      small_width, length_of(*tenths, small_width));
}

std::string large_bar(const Share& share, const Policy& policy) {
  const auto tenths = share.tenths();
  const int must = at_percent(policy.minimum_percent, large_width);
  const int should = at_percent(policy.recommended_percent, large_width);
  return fmt::format(
      R"(<svg class="bar large" viewBox="0 0 {0} 26" aria-hidden="true"><path class="track" d="M0 5h{0}v16H0z"/>)"
      R"(<path class="zone" d="M0 5h{1}v16H0z"/><path class="share" d="M0 9h{2}v8H0z"/>)"
      R"(<path class="must" d="M{3} 1v24"/><path class="should" d="M{1} 1v24"/></svg>)",
      large_width, should, tenths ? length_of(*tenths, large_width) : 0, must);
}

std::string sparkline(const std::vector<TrendWeek>& weeks) {
  std::string path;
  bool pen_down = false;
  int x = line_margin, y = 0;
  for (const auto& week : weeks) {
    const auto tenths = shown_tenths(week);
    // In lengths from week to week, which are short to write. A single week between two gaps is a dot: a line
    // of no length with round ends.
    if (tenths && pen_down)
      fmt::format_to(std::back_inserter(path), "{} {}", week_width, line_y(*tenths) - y);
    else if (tenths)
      fmt::format_to(std::back_inserter(path), "M{} {}l0 0", x, line_y(*tenths));
    if (tenths) path += ' ';
    if (tenths) y = line_y(*tenths);
    pen_down = tenths.has_value();
    x += week_width;
  }
  if (path.empty()) return {};
  path.pop_back();
  static const auto begin =
      fmt::format(R"(<svg class="line" viewBox="0 0 {} {}" aria-hidden="true"><use href="#l"/><path d=")",
                  line_width, line_height);
  auto svg = begin + path + R"("/>)";
  if (pen_down) svg += fmt::format(R"(<circle cx="{}" cy="{}" r="2.5"/>)", x - week_width, y);
  return svg + "</svg>";
}

std::string trend_cells(const std::vector<TrendWeek>& weeks) {
  std::string cells;
  for (std::size_t i = 0; i < trend_weeks; ++i) {
    const auto tenths = i < weeks.size() ? shown_tenths(weeks[i]) : std::nullopt;
    if (tenths)
      fmt::format_to(std::back_inserter(cells), "<td>{}.{}", *tenths / 10, *tenths % 10);
    else
      cells += "<td>–";
  }
  return cells;
}

std::string day_strip(const DayTally& day, std::int64_t longest_s) {
  constexpr int width = 320;
  if (longest_s <= 0) return {};
  const auto logged = day.time.community_s + day.time.on_site_s;
  const auto missing = std::max<std::int64_t>(0, day.scheduled_s - logged);
  if (logged + missing == 0) return {};
  const auto length = [&](std::int64_t seconds) { return seconds * width / longest_s; };
  const auto community = length(day.time.community_s);
  const auto on_site = length(day.time.on_site_s);
  return fmt::format(
      R"(<svg class="day" viewBox="0 0 {0} 16" preserveAspectRatio="none" aria-hidden="true"><path class="share" d="M0 0h{1}v16H0z"/>)"
      R"x(<path class="on-site" d="M{1} 3h{2}v10h-{2}z"/><path fill="url(#h)" d="M{3} 5h{4}v6h-{4}z"/></svg>)x",
      width, community, on_site, community + on_site, length(missing));
}

}  // namespace waymark::server
