// A store that a process of its own writes to, on several threads, until it is killed in the middle of it.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "syncserver/store/central_store.h"

namespace waymark::server::test {

/// Opens the store in a child process and sends ops of the device's person, `ops_each` a request, until at
/// least `enough` were acknowledged; then SIGKILL. `options` need no clock and no random. The ids of all that
/// were acknowledged. Throws when the child ended in another way.
std::set<std::string> write_until_killed(const std::filesystem::path& store, const DeviceIdentity& device,
                                         std::size_t enough, int ops_each, const StoreOptions& options = {});

}  // namespace waymark::server::test
