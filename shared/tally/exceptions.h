// What a person should look at before the week is submitted (domain.md, "The tally", rule 6). Private to the
// tally.
//
// `seconds`, floored, is what was held against the limit: the length of an overlap or a gap; of a
// `long_running` entry its length so far, uncapped; of a `late` one the time from its start to its recording;
// of `clock` the skew, whatever its sign. Where there is no limit it is the time at stake: the covered
// seconds of an `incomplete` entry and the community seconds of an `untagged` one, both within the week.
#pragma once

#include <span>
#include <vector>

#include "shared/tally/timeline.h"
#include "shared/tally/week_tally.h"

namespace waymark {

/// By code in the order of ExceptionCode, then by start, then by id. `community` is the community time each
/// laid-out entry has in the week.
std::vector<TallyException> find_exceptions(std::span<const LaidEntry> laid,
                                            std::span<const Overlap> overlaps,
                                            std::span<const Millis> community, const WeekFrame& week,
                                            const Policy& policy, Instant now);

}  // namespace waymark
