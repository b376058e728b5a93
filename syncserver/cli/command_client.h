// Asks the server that runs on a database, over the Unix socket beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "shared/error.h"

namespace waymark::server {

/// Has the running server do an admin action (admin_actions.h). None when no server answers there;
/// `unreachable` when one took the command and then fell silent.
std::optional<Result<std::string>> ask_running_server(const std::filesystem::path& database,
                                                      std::string_view action,
                                                      const std::string& params_json);

}  // namespace waymark::server
