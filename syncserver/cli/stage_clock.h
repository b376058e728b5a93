#pragma once

#include "shared/time/instant.h"

namespace waymark::server {

/// A clock that stands where it is put, so that things can have happened before now.
class StageClock final : public Clock {
 public:
  explicit StageClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

}  // namespace waymark::server
