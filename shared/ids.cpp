#include "shared/ids.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <stdexcept>

namespace waymark {
namespace {

using UuidBytes = std::array<std::uint8_t, 16>;

// c2f7dece-e263-50d8-ba81-6db6433833df, the project's namespace (sync.md, Operations).
constexpr UuidBytes name_space = {0xc2, 0xf7, 0xde, 0xce, 0xe2, 0x63, 0x50, 0xd8,
                                  0xba, 0x81, 0x6d, 0xb6, 0x43, 0x38, 0x33, 0xdf};

constexpr bool hyphen_at(std::size_t index) {
  return index == 8 || index == 13 || index == 18 || index == 23;
}

std::string format(UuidBytes bytes, int version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);  // the variant of RFC 4122
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (const auto byte : bytes) {
    if (hyphen_at(text.size())) text += '-';
    text += digits[byte >> 4];
    text += digits[byte & 0x0f];
  }
  return text;
}

}  // namespace

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
  // Harmless when it was called before; only a machine without any randomness fails it.
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot find a source of randomness");
  randombytes_buf(bytes.data(), bytes.size());
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool good = hyphen_at(i) ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (!good) return false;
  }
  return true;
}

std::string make_op_id(RandomSource& random) {
  UuidBytes bytes{};
  random.fill(bytes);
  return format(bytes, 4);
}

std::string make_record_id(RandomSource& random, Instant now) {
  UuidBytes bytes{};
  random.fill(bytes);
  const auto ms = static_cast<std::uint64_t>(to_ms(now));
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
  return format(bytes, 7);
}

std::string make_named_id(std::string_view name) {
  boost::uuids::uuid space{};
  std::copy(name_space.begin(), name_space.end(), space.begin());
  const auto named = boost::uuids::name_generator_sha1(space)(name.data(), name.size());
  UuidBytes bytes{};
  std::copy(named.begin(), named.end(), bytes.begin());
  return format(bytes, 5);
}

}  // namespace waymark
