// The store as a file: made, opened, copied. What each refuses is in central_store.h.
#pragma once

#include <filesystem>

#include "shared/ids.h"
#include "syncserver/store/agency_rules.h"
#include "syncserver/store/connection.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

Result<void> init_store(const std::filesystem::path& path, const InitRequest& request, const Clock& clock,
                        RandomSource& random);

/// What a store says of itself.
struct StoreHeader {
  Agency agency;
  Zone zone;
};

/// Checks the file, brings its tables up to date and reads its header. The caller holds the lock.
Result<StoreHeader> prepare_store(const std::filesystem::path& path);

Result<StoreHeader> read_header(Connection& connection, const std::filesystem::path& path);
std::string read_meta(Connection& connection, std::string_view key);
void write_meta(Connection& connection, std::string_view key, std::string_view value);

/// The log of another database that lies where the one at `path` would have its own: SQLite would play it
/// into a file that is put there.
std::optional<std::filesystem::path> log_left_at(const std::filesystem::path& path);
/// The refusal to put a file there.
Error log_in_the_way(const std::filesystem::path& log);

}  // namespace waymark::server
