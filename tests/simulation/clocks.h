// The time of the world, and clocks that are wrong about it.
#pragma once

#include "shared/time/instant.h"

namespace waymark::simulation {

class WorldClock final : public Clock {
 public:
  explicit WorldClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void pass(Millis time) { now_ += time; }

 private:
  Instant now_;
};

/// A device's: off by what somebody or a flat battery set it to.
class DeviceClock final : public Clock {
 public:
  /// Its time is this world's from now on, and right.
  void live_in(const WorldClock& world) {
    world_ = &world;
    off_by_ = Millis{0};
  }
  Instant now() const override { return world_->now() + off_by_; }
  void set_off_by(Millis off_by) { off_by_ = off_by; }
  Millis off_by() const { return off_by_; }

 private:
  const WorldClock* world_ = nullptr;
  Millis off_by_{0};
};

}  // namespace waymark::simulation
