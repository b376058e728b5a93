// Waits for what happens in a directory: the instants at which a test kills a program are counted in these
// events, so that no test waits for time to pass.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace waymark::test {

class DirectoryWatch {
 public:
  explicit DirectoryWatch(const std::filesystem::path& directory);
  ~DirectoryWatch();
  DirectoryWatch(const DirectoryWatch&) = delete;
  DirectoryWatch& operator=(const DirectoryWatch&) = delete;

  /// True when `count` changes (files made, written, cut, renamed, removed) were seen since the last call;
  /// false when the process ended before. The same change again, seen at once, may count as one.
  bool wait_for(int count, pid_t process);

 private:
  int descriptor_ = -1;
};

}  // namespace waymark::test
