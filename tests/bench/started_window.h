// A program with a window, started and watched until its first frame (first_frame_watch.cpp is linked into
// it).
#pragma once

#include <string>
#include <vector>

namespace waymark::bench {

struct Start {
  double first_frame_s = 0;   ///< from before the process was made
  double memory_mb = 0;       ///< resident at the first frame
  double own_memory_mb = 0;   ///< of that, what no other process shares
  double second_frame_s = 0;  ///< the same, of the first frame with more in it; 0 where there was none
  double second_memory_mb = 0;
  double rest_memory_mb = 0;  ///< resident when it has come to rest
};

/// Throws when the program says nothing of a first frame.
Start start_window(const std::string& program, const std::vector<std::string>& arguments);

}  // namespace waymark::bench
