// Shares of several weeks or people put together. The mean is taken of exact ratios: no order of people and
// no rounding on the way can move the figure a team is shown.
#include <boost/multiprecision/cpp_int.hpp>

#include <fmt/core.h>

#include "shared/tally/share.h"

namespace waymark {

Share pooled(std::span<const Share> shares) {
  Share sum;
  for (const Share& share : shares) {
    sum.community_s += share.community_s;
    sum.work_s += share.work_s;
  }
  return sum;
}

std::optional<std::string> mean_share(std::span<const Share> shares) {
  using boost::multiprecision::cpp_int;
  using boost::multiprecision::cpp_rational;

  cpp_rational sum;
  int counted = 0;
  for (const Share& share : shares) {
    if (share.work_s <= 0) continue;
    sum += cpp_rational(share.community_s, share.work_s);
    ++counted;
  }
  if (counted == 0) return std::nullopt;
  const cpp_int tenths = numerator(sum) * 1000 / (denominator(sum) * counted);
  const int value = tenths.convert_to<int>();
  return fmt::format("{}.{}", value / 10, value % 10);
}

}  // namespace waymark
