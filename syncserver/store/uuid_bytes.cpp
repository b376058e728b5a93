#include "syncserver/store/uuid_bytes.h"

namespace waymark::server {

namespace {

constexpr std::uint8_t nibble(char c) {
  return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

}  // namespace

UuidBytes to_bytes(std::string_view text) {
  UuidBytes bytes{};
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < text.size() && at < bytes.size();) {
    if (text[i] == '-') {
      ++i;
      continue;
    }
    bytes[at++] = static_cast<std::uint8_t>(nibble(text[i]) << 4 | nibble(text[i + 1]));
    i += 2;
  }
  return bytes;
}

std::string uuid_text(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  if (bytes.size() != 16) return {};
  std::string text(36, '-');
  std::size_t at = 0;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) ++at;
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    text[at++] = digits[byte >> 4];
    text[at++] = digits[byte & 15];
  }
  return text;
}

}  // namespace waymark::server
