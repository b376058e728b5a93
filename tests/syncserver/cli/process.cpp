#include "tests/syncserver/cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>

#include "tests/temporary_directory.h"

namespace waymark::test {

namespace {

constexpr int patience_ms = 60'000;

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
};

pid_t start(const std::string& program, const std::vector<std::string>& words, int in, int out, int err) {
  std::vector<std::string> all = {program};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (auto& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("no process");
  if (pid == 0) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  return pid;
}

}  // namespace

boost::json::object Finished::json() const {
  if (out.empty() || out.back() != '\n' || out.find('\n') != out.size() - 1)
    throw std::runtime_error("stdout is not one line: " + out + err);
  return boost::json::parse(out).as_object();
}

Finished run(const std::vector<std::string>& words, const std::string& input) {
  const TemporaryDirectory directory;
  std::ofstream(directory.path() / "in") << input;
  // Files instead of pipes: whatever is printed, nothing has to be read meanwhile.
  const auto in = open((directory.path() / "in").c_str(), O_RDONLY | O_CLOEXEC);
  const auto out = open((directory.path() / "out").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  const auto err = open((directory.path() / "err").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  const pid_t pid = start(WAYMARK_SERVER_BINARY, words, in, out, err);
  for (const int fd : {in, out, err}) close(fd);
  int status = 0;
  waitpid(pid, &status, 0);
  const auto all_of = [&](const char* name) {
    std::ifstream file(directory.path() / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), all_of("out"), all_of("err")};
}

Running::Running(const std::vector<std::string>& words) : Running(WAYMARK_SERVER_BINARY, words) {}

Running::Running(const std::string& program, const std::vector<std::string>& words) {
  const Pipe out;
  const Pipe err;
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  pid_ = start(program, words, nothing, out.write, err.write);
  for (const int fd : {nothing, out.write, err.write}) close(fd);
  out_ = out.read;
  err_ = err.read;
}

Running::~Running() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  if (out_ >= 0) close(out_);
  if (err_ >= 0) close(err_);
}

bool Running::fill() {
  std::array<pollfd, 2> waiting{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
  if (poll(waiting.data(), waiting.size(), patience_ms) <= 0)
    throw std::runtime_error("the program is silent");
  bool open = false;
  for (auto [fd, text, number] : {std::tuple{&out_, &out_text_, 0u}, {&err_, &err_text_, 1u}}) {
    if (*fd < 0) continue;
    open = true;
    if (waiting[number].revents == 0) continue;
    std::array<char, 4096> chunk;
    const auto count = read(*fd, chunk.data(), chunk.size());
    if (count > 0) {
      text->append(chunk.data(), static_cast<std::size_t>(count));
    } else {
      close(*fd);
      *fd = -1;
    }
  }
  return open;
}

std::string Running::read_line() {
  auto line = next_line();
  if (!line) throw std::runtime_error("the program ended: " + err_text_);
  return std::move(*line);
}

std::optional<std::string> Running::next_line() {
  while (out_text_.find('\n') == std::string::npos)
    if (out_ < 0 || !fill()) return std::nullopt;
  const auto line = out_text_.substr(0, out_text_.find('\n'));
  out_text_.erase(0, line.size() + 1);
  return line;
}

void Running::signal(int number) const {
  kill(pid_, number);
}

Finished Running::wait() {
  while ((out_ >= 0 || err_ >= 0) && fill()) {
  }
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out_text_, err_text_};
}

}  // namespace waymark::test
