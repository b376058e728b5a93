// `waymark-server COMMAND --db FILE [ACTION] [OPTIONS]`: reads the words, runs the command, returns the exit
// code.
#pragma once

#include <span>
#include <string>

#include "syncserver/cli/surroundings.h"

namespace waymark::server {

/// `words` without the program's own name.
int run_command_line(std::span<const std::string> words, const Surroundings& surroundings);

}  // namespace waymark::server
