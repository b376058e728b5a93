// Entries as field weeks bring them, twelve on each of five days, of one specialist after another week: what
// the benchmarks send and store.
#pragma once

#include <string>
#include <vector>

#include "shared/ids.h"
#include "shared/records/records.h"
#include "shared/sync/messages.h"
#include "shared/time/instant.h"

namespace waymark::bench {

constexpr int entries_a_week = 60;

/// The n-th entry of a specialist whose first week begins on `monday`.
Entry field_entry(const std::string& specialist_id, Date monday, int n, RandomSource& random);
/// The op that makes it.
Op op_of(const Entry& entry, RandomSource& random);
/// `count` of them from the n-th on, as a phone stores them.
std::vector<std::string> frozen_ops(const std::string& specialist_id, Date monday, int from, int count,
                                    RandomSource& random);

}  // namespace waymark::bench
