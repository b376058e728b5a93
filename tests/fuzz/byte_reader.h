// Decisions taken from an input's bytes, front to back, for targets that build something from them. Once the
// bytes are used up every decision is the first one, so that a prefix of an input means the same as before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark::fuzz {

class ByteReader {
 public:
  ByteReader(const std::uint8_t* data, std::size_t size) : at_(data), left_(size) {}

  bool empty() const { return left_ == 0; }
  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *at_++;
  }
  /// From 0 to below `bound`, which is at most 256.
  std::size_t below(std::size_t bound) { return byte() % bound; }
  bool chance(int of_256) { return byte() < of_256; }
  std::int64_t integer(int bytes) {
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | byte();
    return static_cast<std::int64_t>(value);
  }
  std::string_view text(std::size_t size) {
    if (size > left_) size = left_;
    const std::string_view view(reinterpret_cast<const char*>(at_), size);
    at_ += size;
    left_ -= size;
    return view;
  }
  std::string_view rest() { return text(left_); }

 private:
  const std::uint8_t* at_;
  std::size_t left_;
};

}  // namespace waymark::fuzz
