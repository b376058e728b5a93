// What both programs of mishaps check of a script, and the mishaps they have in common.
#pragma once

#include <catch2/catch.hpp>
#include <vector>

#include "tests/crash/mishaps.h"

namespace waymark::test {

inline const std::vector<Mishap> every_mishap = {Mishap::io_error,  Mishap::failed_read, Mishap::full,
                                                 Mishap::read_only, Mishap::killed,      Mishap::torn,
                                                 Mishap::power_cut};

inline constexpr auto every_place = std::int64_t{1} << 40;

inline Trial check(const Script& script, Trial trial) {
  INFO(script.name << ": " << trial.summary());
  CHECK(trial.wrong.empty());
  CHECK(trial.mishaps > 10);
  CHECK(trial.noticed > trial.mishaps / 3);
  return trial;
}

inline Trial check(FaultyDisk& disk, const Script& script, const std::vector<Mishap>& mishaps,
                   std::int64_t most) {
  return check(script, try_everywhere(disk, script, mishaps, most));
}

}  // namespace waymark::test
