// What to tell an admin when a call on a store threw (central_store.h): that the file is damaged, that its
// disk fails or is full, or what else failed; each with what to do about it.
#pragma once

#include <exception>
#include <filesystem>

#include "shared/error.h"

namespace waymark::server {

/// cannot_open (the disk), disk_full, corrupt (the store), or internal.
Error machine_failure(const std::exception& failure, const std::filesystem::path& store);

}  // namespace waymark::server
