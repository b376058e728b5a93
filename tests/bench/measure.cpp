#include "tests/bench/measure.h"

#include <time.h>

#include <algorithm>
#include <cmath>

namespace waymark::bench {

double ThreadWatch::now() {
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

double percentile(std::vector<double> samples, double part) {
  if (samples.empty()) return 0;
  const auto place =
      static_cast<std::size_t>(std::floor(part * static_cast<double>(samples.size() - 1) + 0.5));
  const auto at = samples.begin() + static_cast<std::ptrdiff_t>(place);
  std::nth_element(samples.begin(), at, samples.end());
  return *at;
}

}  // namespace waymark::bench
