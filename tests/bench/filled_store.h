// A store with years behind it.
#pragma once

#include "tests/bench/report.h"
#include "tests/bench/server_world.h"

namespace waymark::bench {

constexpr int five_years_weeks = 260;

/// How many weeks to fill: what `--weeks N` says, or `weeks`; one in a smoke run. Throws where N is no
/// number.
int weeks_of(const Asked& asked, int weeks);

/// Gives every specialist of the world this many field weeks from `monday` on, as their phones would have
/// brought them, one specialist after another. Says on stderr how far it is.
void fill(ServerWorld& world, Date monday, int weeks);

}  // namespace waymark::bench
