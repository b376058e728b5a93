// Times, and what many of them come to.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "shared/error.h"

namespace waymark::bench {

/// Seconds since it was made, by a clock that only goes forward.
class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// Seconds that the processor spent on this thread since it was made: what else the machine does is not in
/// it, nor is waiting.
class ThreadWatch {
 public:
  double seconds() const { return now() - begun_; }

 private:
  static double now();
  double begun_ = now();
};

/// Seconds that one call takes.
template <class Call>
double time_of(Call&& call) {
  const Stopwatch watch;
  std::forward<Call>(call)();
  return watch.seconds();
}

/// The value below which this part (0 to 1) of the samples lies; 0 without samples.
double percentile(std::vector<double> samples, double part);
inline double median(std::vector<double> samples) {
  return percentile(std::move(samples), 0.5);
}

/// The value, or an exception with the error's sentence: a benchmark has nobody to hand an error to.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace waymark::bench
