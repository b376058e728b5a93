// A command of waymark-server, in this process and so on the faulty disk.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "syncserver/cli/command_line.h"
#include "tests/crash/server_session.h"

namespace waymark::test {

/// Nobody is waited for.
class NoWait final : public server::StopWait {
 public:
  void arm() override {}
  void wait() override {}
  void end() override {}
};

struct Said {
  int exit_code;
  std::string text;
};

/// `words` without `--db`, which is the session's store; that is closed.
inline Said run_command(ServerSession& session, std::vector<std::string> words) {
  words.insert(words.begin() + 1, {"--db", session.path().string()});
  std::istringstream in;
  std::ostringstream out, err;
  NoWait stop;
  const int code =
      server::run_command_line(words, {in, out, err, false, false, session.clock, session.random, stop});
  return {code, out.str() + err.str()};
}

}  // namespace waymark::test
