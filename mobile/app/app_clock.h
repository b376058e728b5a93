// The app's clock: the system's, until a script takes it over.
#pragma once

#include <atomic>
#include <cstdint>

#include "shared/time/instant.h"

namespace waymark::app {

/// Read from any thread.
class AppClock final : public Clock {
 public:
  Instant now() const override { return held_ ? instant_from_ms(held_ms_) : system_.now(); }

  /// Stands at this instant until set again.
  void hold(Instant instant) {
    held_ms_ = to_ms(instant);
    held_ = true;
  }
  /// Runs with the system's again.
  void release() { held_ = false; }
  bool held() const { return held_; }

 private:
  SystemClock system_;
  std::atomic<bool> held_{false};
  std::atomic<std::int64_t> held_ms_{0};
};

}  // namespace waymark::app
