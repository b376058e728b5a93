// Room on the storage set aside for a day on which it is full, as database servers keep a ballast file.
#pragma once

#include <cstddef>
#include <filesystem>

namespace waymark::device {

class SpareRoom {
 public:
  virtual ~SpareRoom() = default;
  /// Sets the room aside if it is not, and if there is much more than that free. Cheap where there is nothing
  /// to do; never fails loudly.
  virtual void keep() = 0;
  /// Gives the room back to the storage. False if none was set aside: what failed would fail again.
  virtual bool give_up() = 0;
};

/// The room is a file of its own, whose bytes mean nothing.
class FileSpareRoom final : public SpareRoom {
 public:
  static constexpr std::size_t bytes = std::size_t{4} << 20;  ///< hundreds of taps and their log
  /// It is set aside only where this many times as much is free, so that nobody else goes short.
  static constexpr std::size_t times_free = 8;

  explicit FileSpareRoom(std::filesystem::path file);
  void keep() override;
  bool give_up() override;

 private:
  std::filesystem::path file_;
};

}  // namespace waymark::device
