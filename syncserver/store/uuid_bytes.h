// Ids as the store keeps them: 16 bytes instead of 36 characters, which halves the indexes of millions of
// ops.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark::server {

using UuidBytes = std::array<std::uint8_t, 16>;

/// `text` must be what is_uuid() accepts.
UuidBytes to_bytes(std::string_view text);
/// `bytes` must hold 16 bytes; anything else gives "" (a damaged file, which verify reports).
std::string uuid_text(std::string_view bytes);

}  // namespace waymark::server
