// The minute after a day without a network: every phone of a large agency sends its day at once.
#pragma once

#include <filesystem>

#include "tests/bench/report.h"

namespace waymark::bench {

/// 1,000 phones, each with 15 entries and a connection of its own, begin in the same instant. A phone that is
/// told to come back later does, as phones do.
Row measure_storm(const std::filesystem::path& into, const Asked& asked);

}  // namespace waymark::bench
