// Changed inputs for the bounded run in ctest: what a fuzzer does, without its feedback. The same seed gives
// the same inputs on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::fuzz {

/// The words of a dictionary in libFuzzer's form: `name="text\x00"`, `#` begins a comment. Throws
/// std::runtime_error for a line that is neither.
std::vector<std::string> read_dictionary(std::string_view text);

class Mutator {
 public:
  Mutator(std::uint64_t seed, std::vector<std::string> words) : random_(seed), words_(std::move(words)) {}

  /// One of the inputs, changed in one to eight places; at most `max_size` bytes.
  std::string next(const std::vector<std::string>& inputs, std::size_t max_size);

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  void change(std::string& input, const std::vector<std::string>& inputs);

  std::mt19937_64 random_;
  std::vector<std::string> words_;
};

}  // namespace waymark::fuzz
