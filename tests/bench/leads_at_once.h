// thirty leads: what phones notice of leads who reload their page at the same moment, once a second.
#pragma once

#include "tests/bench/report.h"
#include "tests/bench/server_world.h"

namespace waymark::bench {

/// `page` is what the leads of "Team 1" ask for; eight of the phones send entries of the weeks from `monday`
/// on, one after another, with and without the leads in turn.
Row measure_leads_at_once(ServerWorld& world, std::vector<Phone>& phones, const std::string& page,
                          Date monday, const Asked& asked);

}  // namespace waymark::bench
