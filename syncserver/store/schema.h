// The tables of the central store, their versions and migrations.
#pragma once

#include <filesystem>

#include "shared/error.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

inline constexpr int schema_version = 6;
inline constexpr std::int64_t application_id = 0x5761796D;  // "Waym"

/// Looks at a file's header without opening it as a database, so that refusing changes nothing: cannot_open
/// (absent, unreadable), corrupt (no Waymark store), schema_too_new.
Result<void> check_header(const std::filesystem::path& path);

/// Makes the tables in an empty database.
void create_schema(Connection& connection);

/// Brings an older store to schema_version, one transaction a step. schema_too_new and corrupt as above.
Result<void> migrate(Connection& connection, const std::filesystem::path& path);

}  // namespace waymark::server
