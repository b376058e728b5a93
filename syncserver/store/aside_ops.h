// The edits that did not simply go in: in conflict, held until a week is returned, or refused. For admins:
// who, what kind, why and since when, and nothing of what the edits say.
#pragma once

#include "syncserver/store/admin_types.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

AsideList list_aside(Connection& connection, const AsideQuery& query);

}  // namespace waymark::server
