// history: the server's measures with five years of 200 specialists in its store, beside an empty one.
// Filling the store with its 3.1 million entries takes long and some gigabytes; `bench_history --weeks N`
// fills fewer.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>

#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"
#include "tests/bench/server_measures.h"

namespace waymark::bench {
namespace {

constexpr int five_years_weeks = 260;

int weeks_of(const Asked& asked) {
  const auto at = std::find(asked.rest.begin(), asked.rest.end(), "--weeks");
  if (at == asked.rest.end()) return asked.count(five_years_weeks, 1);
  if (at + 1 == asked.rest.end()) throw std::runtime_error("Give --weeks a number.");
  const std::string& word = *(at + 1);
  int weeks = 0;
  if (std::from_chars(word.data(), word.data() + word.size(), weeks).ptr != word.data() + word.size() ||
      weeks < 1)
    throw std::runtime_error("Give --weeks a number from 1 on.");
  return weeks;
}

/// As the specialists' phones would have brought them, one specialist after another.
void fill(ServerWorld& world, Date monday, int weeks) {
  for (std::size_t i = 0; i < world.specialists().size(); ++i) {
    const std::string& person = world.specialists()[i];
    std::vector<server::AuthoredOp> ops;
    for (int n = 0; n < weeks * entries_a_week; ++n) {
      const Entry entry = field_entry(person, monday, n, world.random());
      ops.push_back({op_of(entry, world.random()), person, entry.ends_at});
    }
    must(world.store().import_ops(ops));
    std::fprintf(stderr, "\rfilling: %zu of %zu specialists", i + 1, world.specialists().size());
  }
  std::fprintf(stderr, "\n");
}

/// How many times as long the same takes, at the measure that suffers most.
double worst(const ServerMeasures& full, const ServerMeasures& empty) {
  return std::max({empty.ingested_per_s / full.ingested_per_s, full.one_op_s / empty.one_op_s,
                   empty.nothing_new_per_s / full.nothing_new_per_s});
}

std::vector<Row> bench(const Asked& asked) {
  const int weeks = weeks_of(asked);
  const int specialists = asked.count(200, 8);
  const Date first = Date{std::chrono::year{2018} / 3 / 5};
  const Date after = add_days(first, weeks * 7);

  ServerWorld empty(asked.into / "empty", specialists);
  ServerWorld full(asked.into / "full", specialists);
  const Stopwatch watch;
  fill(full, first, weeks);
  const double filling = watch.seconds();
  const ServerMeasures of_empty = measure_server(empty, after, asked, asked.into);
  std::filesystem::remove(asked.into / "bare.db");
  const ServerMeasures of_full = measure_server(full, after, asked, asked.into / "full");
  return {{"history",
           "the slowest of ingest, one op and nothing new, full store ÷ empty",
           worst(of_full, of_empty),
           "×",
           at_most(1.25),
           {{"entries in the full store", static_cast<double>(weeks) * entries_a_week * specialists},
            {"store, MB",
             static_cast<double>(std::filesystem::file_size(asked.into / "full" / "agency.db")) / 1e6},
            {"filled in, s", filling},
            {"ingest, empty ÷ full", of_empty.ingested_per_s / of_full.ingested_per_s},
            {"one op, full ÷ empty", of_full.one_op_s / of_empty.one_op_s},
            {"nothing new, empty ÷ full", of_empty.nothing_new_per_s / of_full.nothing_new_per_s}}}};
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
