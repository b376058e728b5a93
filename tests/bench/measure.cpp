#include "tests/bench/measure.h"

#include <algorithm>
#include <cmath>

namespace waymark::bench {

double percentile(std::vector<double> samples, double part) {
  if (samples.empty()) return 0;
  const auto place =
      static_cast<std::size_t>(std::floor(part * static_cast<double>(samples.size() - 1) + 0.5));
  const auto at = samples.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(samples.begin(), at, samples.end());
  return *at;
}

}  // namespace waymark::bench
