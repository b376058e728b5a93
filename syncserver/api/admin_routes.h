// The routes of the Unix socket beside the database, for the command line of whoever owns the file. Reaching
// the socket (mode 0600) is the permission; none of this is on the network.
#pragma once

#include "syncserver/api/admin_actions.h"
#include "syncserver/api/router.h"

namespace waymark::server {

/// `POST /command/{name}` runs an admin action.
Router make_command_router(CentralStore& store, std::string public_url,
                           std::function<void(const std::string&)> alarm);

}  // namespace waymark::server
