// What a benchmark says: rows for one table, and the same rows as JSON for scripts/bench to gather. Each
// program in tests/bench measures one thing or a few, and ends through run_bench.
//
// A figure that depends on the machine is compared with a bare loop that ran on the same machine in the same
// minute, and the ratio is what counts.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::bench {

/// What a value is asked to be.
struct Goal {
  enum class Side { at_least, at_most };
  Side side = Side::at_most;
  double value = 0;
};

constexpr Goal at_least(double value) {
  return {Goal::Side::at_least, value};
}
constexpr Goal at_most(double value) {
  return {Goal::Side::at_most, value};
}

struct Row {
  std::string name;  ///< as docs/bench.md lists them, e.g. "one op"
  std::string what;  ///< what is divided by what, or what is counted
  double value = 0;
  std::string unit;          ///< "×" for a ratio
  std::optional<Goal> goal;  ///< none: reported
  /// The figures behind the value, named with their units.
  std::vector<std::pair<std::string, double>> parts;

  bool met() const;
};

/// How a program was asked to measure.
struct Asked {
  bool quick = false;             ///< tiny numbers: only whether the harness works
  std::filesystem::path into;     ///< an empty directory on the disk that is measured; removed at the end
  std::vector<std::string> rest;  ///< what this program alone understands

  /// `full` in earnest, `quick` for a smoke run.
  int count(int full, int tiny) const { return quick ? tiny : full; }
  bool has(std::string_view word) const;
};

using Bench = std::function<std::vector<Row>(const Asked&)>;

/// The main of a benchmark: `program [--quick] [--into DIR] [--json FILE] [words of its own]`. Prints the
/// rows, writes them to FILE. Exit codes: 0 measured (whether or not a goal was met), 1 it could not be
/// measured, 2 wrong usage.
int run_bench(int argc, char** argv, const Bench& bench);

}  // namespace waymark::bench
