// The hashes of the store: payloads, the chain over everything that ever happened, tokens and codes. All are
// BLAKE2b-256.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/sync/messages.h"

namespace waymark::server {

using Digest = std::array<std::uint8_t, 32>;

Digest digest(std::string_view text);
/// The first eight bytes of it, for a column: to tell one text of our own from another.
std::int64_t short_digest(std::string_view text);

/// chain_seq = BLAKE2b(chain_(seq-1) ‖ op ‖ payload hash ‖ status) (sync.md, "On the server"). `previous` is
/// the 32 raw bytes before it, or empty for the first op.
Digest chain_step(std::string_view previous, std::string_view op_id, const Digest& payload, OpStatus status);

std::string_view as_text(const Digest& digest);
/// Lower-case hex, as marks carry it.
std::string hex(std::string_view bytes);

}  // namespace waymark::server
