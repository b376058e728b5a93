#include "tests/bench/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

#include "shared/ids.h"

namespace waymark::bench {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;

bj::object to_object(const Row& row) {
  bj::object object{{"name", row.name}, {"what", row.what}, {"value", row.value}, {"unit", row.unit}};
  if (row.goal) {
    object["goal"] =
        bj::object{{row.goal->side == Goal::Side::at_least ? "at_least" : "at_most", row.goal->value}};
    object["met"] = row.met();
  }
  bj::object parts;
  for (const auto& [name, value] : row.parts) parts[name] = value;
  object["parts"] = std::move(parts);
  return object;
}

void print(const Row& row) {
  std::printf("%-14s %10.2f %-3s %s\n", row.name.c_str(), row.value, row.unit.c_str(), row.what.c_str());
  for (const auto& [name, value] : row.parts) std::printf("  %-40s %12.2f\n", name.c_str(), value);
}

/// A directory that is gone with its contents when the program ends.
class Workplace {
 public:
  explicit Workplace(const fs::path& parent) {
    SystemRandom random;
    path_ = (parent.empty() ? fs::temp_directory_path() : parent) / ("waymark-bench-" + make_op_id(random));
    fs::create_directories(path_);
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write(const fs::path& file, const std::vector<Row>& rows) {
  bj::array array;
  for (const Row& row : rows) array.push_back(to_object(row));
  std::ofstream out(file);
  out << bj::serialize(array) << '\n';
  if (!out.flush())
    throw std::runtime_error(fmt::format("{} cannot be written: name another file.", file.string()));
}

}  // namespace

bool Row::met() const {
  if (!goal) return true;
  return goal->side == Goal::Side::at_least ? value >= goal->value : value <= goal->value;
}

bool Asked::has(std::string_view word) const {
  return std::find(rest.begin(), rest.end(), word) != rest.end();
}

int run_bench(int argc, char** argv, const Bench& bench) {
  Asked asked;
  fs::path json, parent;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--quick") {
      asked.quick = true;
    } else if ((word == "--into" || word == "--json") && i + 1 < argc) {
      (word == "--into" ? parent : json) = argv[++i];
    } else if (word == "--into" || word == "--json") {
      std::fprintf(stderr, "Give %s a path.\n", argv[i]);
      return 2;
    } else {
      asked.rest.emplace_back(word);
    }
  }
  try {
    const Workplace workplace(parent);
    asked.into = workplace.path();
    const auto rows = bench(asked);
    for (const Row& row : rows) print(row);
    if (!json.empty()) write(json, rows);
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}

}  // namespace waymark::bench
