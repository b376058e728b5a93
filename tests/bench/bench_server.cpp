// ingest, one op, nothing new, storm, wire: the server with an empty store.
#include "tests/bench/server_measures.h"
#include "tests/bench/storm.h"
#include "tests/bench/wire.h"

namespace waymark::bench {
namespace {

std::vector<Row> bench(const Asked& asked) {
  std::vector<Row> rows;
  {
    ServerWorld world(asked.into / "empty", 8);
    rows = server_rows(measure_server(world, Date{std::chrono::year{2021} / 3 / 1}, asked, asked.into));
  }
  rows.push_back(measure_storm(asked.into, asked));
  for (Row& row : measure_wire(asked.into)) rows.push_back(std::move(row));
  return rows;
}

}  // namespace
}  // namespace waymark::bench

int main(int argc, char** argv) {
  return waymark::bench::run_bench(argc, argv, waymark::bench::bench);
}
