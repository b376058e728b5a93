// What one server with one store does in a second: measured on an empty store and on a full one by the same
// code.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/report.h"
#include "tests/bench/server_world.h"

namespace waymark::bench {

struct ServerMeasures {
  double ingested_per_s = 0;   ///< entries through the whole server: 8 clients, 100 ops a request
  double bare_rows_per_s = 0;  ///< the same bytes in the same batches into a bare table
  double one_op_s = 0;         ///< half of the one-op syncs take less
  double bare_commit_s = 0;    ///< half of the bare commits of one such row take less
  double empty_request_s = 0;  ///< half of the requests that ask for nothing take less
  double nothing_new_per_s = 0;
  double hello_per_s = 0;  ///< answers of the same library with the same settings that say "hello"
};

/// Uses the world's first eight specialists, whose entries go on for two years from `monday`, all of them
/// past. The bare table is made in `beside`.
ServerMeasures measure_server(ServerWorld& world, Date monday, const Asked& asked,
                              const std::filesystem::path& beside);

/// What the measures say of the goals.
std::vector<Row> server_rows(const ServerMeasures& measures);

}  // namespace waymark::bench
