// A second reading of domain.md's tally, as plain as can be: it walks the week minute by minute and asks of
// each who was there. Slow, without a sort or a sweep, and without anything of shared/tally or shared/time.
// Times must be whole minutes, so that no minute has to be cut.
#pragma once

#include "tests/shared/tally/random_week.h"

namespace waymark::testing {

/// Everything but employer contacts, which no walk can show.
WeekTally walk_week(const RandomWeek& random);

}  // namespace waymark::testing
