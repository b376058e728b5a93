// What every fuzz target shares. A target is one file with LLVMFuzzerTestOneInput: it reads the input, uses
// the code under test, and calls `must` for each property that has to hold whatever the input was.
//
// The same file is linked with libFuzzer (preset `fuzz`, scripts/fuzz) and with a small main of our own that
// runs the corpus and seeded mutations of it (corpus_main.cpp, ctest).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace waymark::fuzz {

/// Says which property broke and ends the program, so that the input is kept by whoever runs the target.
[[noreturn]] void broken(std::string_view property, std::string_view detail);

/// `detail` is a text of the input or what came of it; it is printed, never stored.
inline void must(bool holds, std::string_view property, std::string_view detail = {}) {
  if (!holds) broken(property, detail);
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace waymark::fuzz
