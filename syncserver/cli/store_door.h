// The way to a store for commands that work beside a running server as well as without one.
#pragma once

#include <string>
#include <string_view>

#include "syncserver/cli/invocation.h"

namespace waymark::server {

class CentralStore;

/// Runs an admin action (admin_actions.h) through the server that holds the database, or on the file itself
/// when none runs. Another command that holds the file is waited for, a few seconds long.
Result<std::string> run_on_store(const Invocation& invocation, std::string_view action,
                                 const std::string& params_json);

/// Opens the file of a command that needs it alone (serve, demo).
Result<std::unique_ptr<CentralStore>> open_store(const Invocation& invocation);

}  // namespace waymark::server
