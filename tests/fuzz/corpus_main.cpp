// Runs a fuzz target without libFuzzer: every file of the given directories, then a stated number of seeded
// mutations of them. What breaks ends the program with a failure, after the input was written where it says.
//
//   fuzz_x [--mutations N] [--seed N] [--dictionary FILE] [--max-size N] [--keep-in DIR] file-or-directory…
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/mutation.h"

// The sanitizers' runtime, where there is one, calls back before it ends the program.
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

namespace fs = std::filesystem;

struct Options {
  std::uint64_t mutations = 0;
  std::uint64_t seed = 1;
  std::size_t max_size = 4096;
  fs::path dictionary;
  fs::path keep_in = ".";
  std::vector<fs::path> places;
};

// What the death of the program must still be able to write: plain memory and a path, nothing that allocates.
struct Running {
  const char* data = nullptr;
  std::size_t size = 0;
  std::array<char, 4096> keep_as{};
  bool kept = false;
};
Running running;

void say(const char* text) {
  (void)!write(STDERR_FILENO, text, std::strlen(text));
}

void keep_input() {
  if (running.kept || running.data == nullptr) return;
  running.kept = true;
  const int file = open(running.keep_as.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return;
  (void)!write(file, running.data, running.size);
  close(file);
  say("the input that broke it is kept as ");
  say(running.keep_as.data());
  say("\n");
}

void on_signal(int signal) {
  keep_input();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
  return {std::istreambuf_iterator<char>(file), {}};
}

/// By name, so that every machine runs the same inputs in the same order.
std::vector<std::string> read_inputs(const std::vector<fs::path>& places) {
  std::vector<std::string> inputs;
  for (const auto& place : places) {
    std::vector<fs::path> files;
    if (fs::is_directory(place)) {
      for (const auto& file : fs::directory_iterator(place))
        if (file.is_regular_file()) files.push_back(file.path());
    } else {
      files.push_back(place);
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) inputs.push_back(read_file(file));
  }
  return inputs;
}

std::uint64_t number(const std::string& text) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
    throw std::runtime_error(fmt::format("{} is no number", text));
  return value;
}

Options read_options(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (!word.starts_with("--")) {
      options.places.emplace_back(word);
      continue;
    }
    if (++i == count) throw std::runtime_error(fmt::format("{} needs a value", word));
    const std::string value = words[i];
    if (word == "--mutations")
      options.mutations = number(value);
    else if (word == "--seed")
      options.seed = number(value);
    else if (word == "--max-size")
      options.max_size = number(value);
    else if (word == "--dictionary")
      options.dictionary = value;
    else if (word == "--keep-in")
      options.keep_in = value;
    else
      throw std::runtime_error(fmt::format("there is no option {}", word));
  }
  if (options.places.empty()) throw std::runtime_error("name a corpus: a directory or a file");
  return options;
}

void run(const std::string& input) {
  running.data = input.data();
  running.size = input.size();
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

int run_all(const Options& options, const std::string& program) {
  const auto inputs = read_inputs(options.places);
  if (inputs.empty()) throw std::runtime_error("the corpus is empty");
  std::vector<std::string> words;
  if (!options.dictionary.empty()) words = waymark::fuzz::read_dictionary(read_file(options.dictionary));

  const auto keep_as = (options.keep_in / (program + ".broken")).string();
  std::strncpy(running.keep_as.data(), keep_as.c_str(), running.keep_as.size() - 1);
  std::signal(SIGABRT, on_signal);
  if (__sanitizer_set_death_callback)
    __sanitizer_set_death_callback(keep_input);  // its own handlers say more of a crash than ours would
  else
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) std::signal(signal, on_signal);

  for (const auto& input : inputs) run(input);
  waymark::fuzz::Mutator mutator(options.seed, std::move(words));
  for (std::uint64_t i = 0; i < options.mutations; ++i) run(mutator.next(inputs, options.max_size));
  running.data = nullptr;
  fmt::print("{}: {} inputs ran, {} of the corpus and {} mutations of it (seed {})\n", program,
             inputs.size() + options.mutations, inputs.size(), options.mutations, options.seed);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto program = fs::path(words[0]).filename().string();
  try {
    return run_all(read_options(count, words), program);
  } catch (const std::exception& problem) {
    // Also what a target throws: no input may make the code under test do that.
    keep_input();
    fmt::print(stderr, "{}: {}\n", program, problem.what());
    return 2;
  }
}
