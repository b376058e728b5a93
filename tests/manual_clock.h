// A clock that a test turns. May be read from any thread.
#pragma once

#include <atomic>

#include "shared/time/instant.h"

namespace waymark::test {

class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : ms_(to_ms(start)) {}
  Instant now() const override { return instant_from_ms(ms_.load()); }
  void set(Instant now) { ms_ = to_ms(now); }
  void pass(Millis time) { ms_ += time.count(); }

 private:
  std::atomic<std::int64_t> ms_;
};

}  // namespace waymark::test
