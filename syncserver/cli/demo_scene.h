// What the sample agency's records alone do not show: people who can sign in to the pages and one who no
// longer can, a returned week, and what happened on the devices (demo_devices.h).
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "shared/sample/sample_agency.h"
#include "syncserver/cli/stage_clock.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

struct DemoSignIn {
  std::string name, role, team, login, password;
};

/// `operations` are those the store was filled with; `backup` is where last night's goes; `clock` is the
/// store's, and shows `now` again afterwards. Passwords are random.
Result<std::vector<DemoSignIn>> set_scene(CentralStore& store, StageClock& clock, const SampleAgency& agency,
                                          std::span<const AuthoredOp> operations,
                                          const std::filesystem::path& backup, RandomSource& random);

}  // namespace waymark::server
