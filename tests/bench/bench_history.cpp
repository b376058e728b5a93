// history: the server's measures with five years of 200 specialists in its store, beside an empty one.
// Filling the store with its 3.1 million entries takes long and some gigabytes; `bench_history --weeks N`
// fills fewer.
#include <algorithm>

#include "tests/bench/field_weeks.h"
#include "tests/bench/filled_store.h"
#include "tests/bench/measure.h"
#include "tests/bench/server_measures.h"

namespace waymark::bench {
namespace {

/// How many times as long the same takes, at the measure that suffers most.
double worst(const ServerMeasures& full, const ServerMeasures& empty) {
  return std::max({empty.ingested_per_s / full.ingested_per_s, full.one_op_s / empty.one_op_s,
                   empty.nothing_new_per_s / full.nothing_new_per_s});
}

std::vector<Row> bench(const Asked& asked) {
  const int weeks = weeks_of(asked, five_years_weeks);
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
