// Whole files written so that a crash leaves the old one or the new one, never a part.
#pragma once

#include <filesystem>
#include <string_view>

#include "shared/error.h"

namespace waymark::device {

enum class Existing { replace, refuse };

/// Writes `text` to a file only its owner may read: to a neighbour first, flushed to the storage, then
/// renamed. `disk_full`, `cannot_open`, or `already_exists` with Existing::refuse; then `file` is as it was.
Result<void> write_private_file(const std::filesystem::path& file, std::string_view text, Existing existing);

}  // namespace waymark::device
