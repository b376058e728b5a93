// The agency's known places, as admins keep them.
#pragma once

#include "syncserver/store/admin_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

std::vector<KnownPlace> list_places(Connection& connection);
Result<KnownPlace> find_place(Connection& connection, std::string_view place_id);
Result<KnownPlace> save_place(WriteContext& context, const KnownPlace& place, const Actor& actor);
Result<void> remove_place(WriteContext& context, std::string_view place_id, const Actor& actor);

}  // namespace waymark::server
