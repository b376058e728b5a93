#include "tests/fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

namespace waymark::fuzz {

void broken(std::string_view property, std::string_view detail) {
  std::fprintf(stderr, "\nbroken: %.*s\n%.*s\n", static_cast<int>(property.size()), property.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

}  // namespace waymark::fuzz
