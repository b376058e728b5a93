// The program: hands the world to the command line.
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "syncserver/cli/command_line.h"
#include "syncserver/cli/stop_signals.h"

int main(int argc, char** argv) {
  using namespace waymark;
  // Every file this program makes holds health information or leads to it: the owner's alone.
  umask(0077);
  // Writing past a limit on the size of files must fail like a full disk, not end the program.
  std::signal(SIGXFSZ, SIG_IGN);
  server::StopSignals stop;
  SystemClock clock;
  SystemRandom random;
  const std::vector<std::string> words(argv + 1, argv + argc);
  return server::run_command_line(words, {.in = std::cin,
                                          .out = std::cout,
                                          .err = std::cerr,
                                          .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                                          .err_is_terminal = isatty(STDERR_FILENO) == 1,
                                          .clock = clock,
                                          .random = random,
                                          .stop = stop});
}
