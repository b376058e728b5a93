#include "syncserver/web/svg.h"

#include <fmt/format.h>

#include <algorithm>

namespace waymark::server {

namespace {

constexpr int small_width = 190;
constexpr int large_width = 460;
constexpr int line_width = 110;
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
      R"(<svg class="bar" viewBox="0 0 {0} 20" aria-hidden="true"><use href="#t"/><path class="share" d="M0 7h{1}v6H0z"/><use href="#k"/></svg>)",
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
  const auto count = static_cast<int>(weeks.size());
  int last_x = 0, last_y = 0;
  bool ends = false;
  for (int i = 0; i < count; ++i) {
    const auto& week = weeks[static_cast<std::size_t>(i)];
    const auto tenths = week.counts() ? week.share->tenths() : std::nullopt;
    ends = tenths.has_value();
    if (!tenths) {
      pen_down = false;
      continue;
    }
    last_x = 3 + (count > 1 ? i * (line_width - 6) / (count - 1) : 0);
    last_y = line_y(*tenths);
    // A single week between two gaps is a dot: a line of no length with round ends.
    path += pen_down ? 'L' : 'M';
    path += std::to_string(last_x);
    path += ' ';
    path += std::to_string(last_y);
    if (!pen_down) path += "h0";
    pen_down = true;
  }
  if (path.empty()) return {};
  static const auto begin =
      fmt::format(R"(<svg class="line" viewBox="0 0 {} {}" aria-hidden="true"><use href="#l"/><path d=")",
                  line_width, line_height);
  auto svg = begin + path + R"("/>)";
  if (ends) svg += fmt::format(R"(<circle cx="{}" cy="{}" r="2.5"/>)", last_x, last_y);
  return svg + "</svg>";
}

std::string day_strip(const DayTally& day, std::int64_t longest_s) {
  constexpr int width = 320;
  if (longest_s <= 0) return {};
  const auto logged = day.time.community_s + day.time.on_site_s;
  const auto missing = std::max<std::int64_t>(0, day.scheduled_s - logged);
  const auto length = [&](std::int64_t seconds) { return seconds * width / longest_s; };
  const auto community = length(day.time.community_s);
  const auto on_site = length(day.time.on_site_s);
  return fmt::format(
      R"(<svg class="day" viewBox="0 0 {0} 16" preserveAspectRatio="none" aria-hidden="true"><path class="share" d="M0 0h{1}v16H0z"/>)"
      R"x(<path class="on-site" d="M{1} 3h{2}v10h-{2}z"/><path fill="url(#h)" d="M{3} 5h{4}v6h-{4}z"/></svg>)x",
      width, community, on_site, community + on_site, length(missing));
}

}  // namespace waymark::server
