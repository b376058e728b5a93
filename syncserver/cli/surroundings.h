// What the command line touches of the world, handed in so that every command can run inside a test.
#pragma once

#include <functional>
#include <iosfwd>

#include "shared/ids.h"
#include "shared/time/instant.h"

namespace waymark::server {

/// sync.md, "The server's settings and command line".
enum ExitCode : int {
  exit_done = 0,
  exit_fault_found = 1,
  exit_wrong_usage = 2,
  exit_cannot_open = 3,  ///< cannot open, create or listen
};

/// Waits until the process is asked to end, or until end() is called from any thread.
class StopWait {
 public:
  virtual ~StopWait() = default;
  /// Called before any thread is made by a command that will wait; from then on being asked to end interrupts
  /// nothing.
  virtual void arm() = 0;
  virtual void wait() = 0;
  virtual void end() = 0;
};

struct Surroundings {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  const Clock& clock;
  RandomSource& random;
  StopWait& stop;
};

}  // namespace waymark::server
