// Runs the built waymark-server, or another program, as a process of its own. Every wait ends: after 60
// seconds the test fails.
#pragma once

#include <sys/types.h>

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace waymark::test {

struct Finished {
  int exit_code = -1;
  std::string out, err;

  /// What was printed on stdout, which must be exactly one JSON object.
  boost::json::object json() const;
};

/// Runs the program to its end.
Finished run(const std::vector<std::string>& words, const std::string& input = {});

/// A program that goes on running.
class Running {
 public:
  explicit Running(const std::vector<std::string>& words);  ///< waymark-server with these words
  Running(const std::string& program, const std::vector<std::string>& words);
  ~Running();  ///< kills it if it still runs
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// The next line of stdout without its end; throws if the program ended instead.
  std::string read_line();
  /// The same; none if the program ended instead.
  std::optional<std::string> next_line();
  void signal(int number) const;
  pid_t pid() const { return pid_; }
  /// Waits for the end: the exit code, or 128 + the signal that ended it; the rest of what it printed.
  Finished wait();

 private:
  pid_t pid_ = -1;
  int out_ = -1, err_ = -1;
  std::string out_text_, err_text_;
  bool fill();
};

}  // namespace waymark::test
