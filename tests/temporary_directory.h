// A directory of a test's own, removed with all that is in it when the test ends.
#pragma once

#include <filesystem>
#include <string_view>

namespace waymark::test {

class TemporaryDirectory {
 public:
  enum class Kind {
    disk,    ///< where the system keeps temporary files
    memory,  ///< in memory where the system offers that, for tests that flush thousands of times
  };

  /// Throws std::runtime_error if no directory can be made.
  explicit TemporaryDirectory(Kind kind = Kind::disk);
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace waymark::test
