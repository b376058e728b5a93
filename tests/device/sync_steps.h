// Exchanges between a phone and the fake server, whole or in parts.
#pragma once

#include <string>

#include "mobile/device/sync_session.h"
#include "mobile/device/sync_side.h"
#include "tests/device/device_world.h"
#include "tests/device/fake_server.h"

namespace waymark::device::testing {

/// One whole sync.
SyncOutcome sync(Phone& phone, Transport& transport);

/// A request that left the phone, and its answer once there is one.
struct Exchange {
  SyncBatch batch;
  std::string answer;
};

/// Takes a batch and has the server answer it; nothing comes back to the phone yet.
Exchange ask(Phone& phone, FakeServer& server, int max_ops = 200, int limit = 500);
/// The answer arrives.
Applied receive(Phone& phone, const Exchange& exchange);

}  // namespace waymark::device::testing
