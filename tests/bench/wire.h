// What a day costs on the air.
#pragma once

#include <filesystem>
#include <vector>

#include "tests/bench/report.h"

namespace waymark::bench {

/// A phone's own store and session send a day of 15 entries to a whole server. Bytes are those of requests
/// and answers as HTTP/1.1 writes them, without TLS and TCP.
std::vector<Row> measure_wire(const std::filesystem::path& into);

}  // namespace waymark::bench
