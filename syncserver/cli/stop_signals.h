// SIGTERM and SIGINT as something to wait for, instead of something that interrupts.
#pragma once

#include "syncserver/cli/surroundings.h"

namespace waymark::server {

/// Armed before any thread is made, so that all of them have the signals blocked and only wait() sees them.
class StopSignals final : public StopWait {
 public:
  StopSignals() = default;
  ~StopSignals() override;
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  void arm() override;
  void wait() override;
  void end() override;

 private:
  int signals_ = -1;
  int ended_ = -1;
};

}  // namespace waymark::server
