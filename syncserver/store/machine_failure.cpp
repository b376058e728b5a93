#include "syncserver/store/machine_failure.h"

#include <fmt/format.h>

#include <new>

#include "syncserver/store/agency_rules.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

Error machine_failure(const std::exception& failure, const std::filesystem::path& store) {
  if (const auto* of_sqlite = dynamic_cast<const SQLite::Exception*>(&failure))
    return opening_error(*of_sqlite, store);
  if (dynamic_cast<const StoreDamage*>(&failure))
    return {ErrorCode::corrupt,
            fmt::format("{} is damaged ({}): restore a backup.", store.string(), failure.what()),
            {}};
  if (dynamic_cast<const std::bad_alloc*>(&failure))
    return {ErrorCode::internal, "This machine has no memory left: end other programs and try again.", {}};
  return {ErrorCode::internal, fmt::format("The machine failed ({}): try again.", failure.what()), {}};
}

}  // namespace waymark::server
