#include "tests/bench/started_window.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace waymark::bench {
namespace {

std::int64_t now_ns() {
  return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string all_of(int descriptor) {
  std::string text;
  char buffer[4096];
  for (ssize_t got = 0; (got = read(descriptor, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  return text;
}

}  // namespace

Start start_window(const std::string& program, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> raw;
  for (std::string& word : words) raw.push_back(word.data());
  raw.push_back(nullptr);

  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("No pipe can be made.");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  pid_t child = 0;
  const std::int64_t begun = now_ns();
  const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, raw.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  const std::string said = failed == 0 ? all_of(ends[0]) : std::string();
  close(ends[0]);
  if (failed == 0) waitpid(child, nullptr, 0);

  Start start;
  std::istringstream lines(said);
  std::string when;
  std::int64_t at = 0;
  double resident = 0, own = 0;
  while (lines >> when >> at >> resident >> own) {
    if (when == "first-frame") {
      start.first_frame_s = static_cast<double>(at - begun) / 1e9;
      start.memory_mb = resident / 1024;
      start.own_memory_mb = own / 1024;
    } else if (when == "second-frame") {
      start.second_frame_s = static_cast<double>(at - begun) / 1e9;
      start.second_memory_mb = resident / 1024;
    } else {
      start.rest_memory_mb = resident / 1024;
    }
  }
  if (start.rest_memory_mb == 0) throw std::runtime_error(program + " showed no window.");
  return start;
}

}  // namespace waymark::bench
