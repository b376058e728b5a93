// Every rule of the protocol is needed: with one of them out, the simulation breaks a property that belongs
// to it. Judged by outcome: no answer is compared with the reference model, so that what fails is what people
// would come to see, not that the rule itself is missed. With all rules the same seeds break nothing.
//
// A table's row: the rule, the first seed tried and how many at most until it must have failed, and words of
// the sentence that says what broke. Where rules stand in for each other, both are out.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/simulation/ablation.h"
#include "tests/simulation/simulation.h"

using namespace waymark;
using namespace waymark::simulation;

namespace {

struct Ablation {
  Rule rule;
  std::uint64_t from, seeds;
  std::string_view breaks;
};

}  // namespace
