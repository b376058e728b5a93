// What a server does in its life, in short scripts for the disk to fail under.
#pragma once

#include "tests/crash/server_session.h"

namespace waymark::test {

std::vector<ServerScript> server_scripts();
/// Copies and restores. Files get their names outside SQLite here, so that the faulty disk cannot say what a
/// power cut would leave of them.
ServerScript backup_script();

}  // namespace waymark::test
