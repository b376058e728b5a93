// What a server does in its life, in short scripts for the disk to fail under.
#pragma once

#include "tests/crash/server_session.h"

namespace waymark::test {

std::vector<ServerScript> server_scripts();
/// Backups and restores: what is acknowledged stays in the store, or in the one that a restore put aside.
std::vector<ServerScript> copy_scripts();

}  // namespace waymark::test
