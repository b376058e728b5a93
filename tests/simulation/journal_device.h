// The disk that a server's journal lies on: another one than its store's, lost and full by itself. What was
// not flushed when the power is cut is lost from some byte on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <random>

#include "syncserver/store/journal_file.h"

namespace waymark::simulation {

class JournalDevice final : public server::JournalDisk {
 public:
  int create(const std::filesystem::path& path) override;
  ssize_t write(int descriptor, const char* data, std::size_t size) override;
  int sync(int descriptor) override;

  /// At the `call`-th of its calls from here (from 1) the process dies: `dies` is called, and nothing changes
  /// any more. 0: it does not.
  void die_at(int call, std::function<void()> dies);
  /// The process is dead already.
  void stop() { stopped_ = true; }
  bool is_stopped() const { return stopped_; }
  /// Its successor may write.
  void revive();
  void cut_power(std::mt19937_64& random);
  /// Writes fail until it is false again.
  void set_full(bool full) { full_ = full; }
  bool is_full() const { return full_; }

 private:
  struct Written {
    std::uintmax_t bytes = 0, flushed = 0;
  };
  bool fails();

  std::map<std::filesystem::path, Written> files_;
  int dies_at_ = 0;  ///< calls left; 0: it does not
  std::function<void()> dies_;
  bool stopped_ = false, full_ = false;
};

}  // namespace waymark::simulation
