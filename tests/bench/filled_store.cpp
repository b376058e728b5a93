#include "tests/bench/filled_store.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>

#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"

namespace waymark::bench {

int weeks_of(const Asked& asked, int weeks) {
  const auto at = std::find(asked.rest.begin(), asked.rest.end(), "--weeks");
  if (at == asked.rest.end()) return asked.count(weeks, 1);
  if (at + 1 == asked.rest.end()) throw std::runtime_error("Give --weeks a number.");
  const std::string& word = *(at + 1);
  int given = 0;
  if (std::from_chars(word.data(), word.data() + word.size(), given).ptr != word.data() + word.size() ||
      given < 1)
    throw std::runtime_error("Give --weeks a number from 1 on.");
  return given;
}

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

}  // namespace waymark::bench
