// simulate --seeds N [--from S] [--step K] [--without RULE] [--by-outcome] [--trace] [--counts]: what
// scripts/simulate runs, once for each core. Exit status 1 if a property is broken.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "tests/simulation/ablation.h"
#include "tests/simulation/simulation.h"

using namespace waymark;
using namespace waymark::simulation;

namespace {

struct Wish {
  std::uint64_t seeds = 1000, from = 1, step = 1;
  std::vector<Rule> without;
  bool trace = false, counts = false, by_outcome = false;
};

[[noreturn]] void explain() {
  fmt::print(
      stderr,
      "usage: simulate --seeds N [--from S] [--step K] [--without RULE] [--by-outcome] [--trace] [--counts]\n"
      "  --step K      every K-th seed only, so that several processes share them\n"
      "  --without R   with a rule of shared/sync/rule.h taken out, or more: it should fail\n"
      "  --by-outcome  compare no answer with the reference model: judge only what comes of it\n"
      "  --trace       print each schedule in words\n"
      "  --counts      end with what was exercised, one `name<tab>number` a line\n");
  std::exit(2);
}

Wish read_wish(int count, char** words_given) {
  Wish wish;
  const auto number = [&](int& at) -> std::uint64_t {
    if (++at >= count) explain();
    char* end = nullptr;
    const auto value = std::strtoull(words_given[at], &end, 10);
    if (*end != '\0') explain();
    return value;
  };
  for (int at = 1; at < count; ++at) {
    const std::string_view word = words_given[at];
    if (word == "--seeds")
      wish.seeds = number(at);
    else if (word == "--from")
      wish.from = number(at);
    else if (word == "--step")
      wish.step = number(at);
    else if (word == "--by-outcome")
      wish.by_outcome = true;
    else if (word == "--trace")
      wish.trace = true;
    else if (word == "--counts")
      wish.counts = true;
    else if (word == "--without" && at + 1 < count) {
      const auto rule = rule_named(words_given[++at]);
      if (rule) wish.without.push_back(*rule);
      if (!rule) {
        fmt::print(stderr, "There is no rule {}: shared/sync/rule.h lists them.\n", words_given[at]);
        std::exit(2);
      }
    } else
      explain();
  }
  return wish;
}

void print(const Failure& failure) {
  for (const auto& line : failure.steps) fmt::print("{}\n", line);
  fmt::print("\nseed {}: {}\n", failure.seed, failure.broken);
}

}  // namespace

int main(int count, char** words_given) {
  const auto wish = read_wish(count, words_given);
  std::list<WithoutRule> without;
  Simulation simulation(wish.by_outcome ? Judging::by_outcome : Judging::by_the_rules);
  for (const auto rule : wish.without) without.emplace_back(rule);
  int failed = 0;
  std::uint64_t done = 0;
  for (std::uint64_t seed = wish.from; seed < wish.from + wish.seeds && failed == 0;
       seed += wish.step, ++done) {
    std::optional<Failure> failure;
    if (wish.trace) {
      const auto lines = simulation.trace(seed, &failure);
      if (!failure)
        for (const auto& line : lines) fmt::print("{}\n", line);
    } else {
      failure = simulation.run(seed);
    }
    if (failure) {
      print(*failure);
      ++failed;
    }
    if (done % 100 == 99) {
      fmt::print(stderr, "done {}\n", done + 1);
      std::fflush(stderr);
    }
  }
  if (wish.counts)
    for (std::size_t i = 0; i < happenings; ++i)
      fmt::print("{}\t{}\n", words(static_cast<Happening>(i)), simulation.counts()[i]);
  return failed == 0 ? 0 : 1;
}
