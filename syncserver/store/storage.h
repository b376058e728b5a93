// How much there is and how much room is left.
#pragma once

#include <filesystem>

#include "syncserver/store/admin_types.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

StoreHealth read_health(Connection& connection);
/// When anything in the store was changed last, by the clock of the machine that did it.
Instant last_change(Connection& connection);
StoreCounts count_rows(Connection& connection);
StorageReport measure_storage(Connection& connection, const std::filesystem::path& path);

}  // namespace waymark::server
