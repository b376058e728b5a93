#include "tests/syncserver/store/killed_writer.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr int writers = 4;
constexpr std::size_t line_size = 37;  // an id and the end of its line

/// The child: every op is told to the parent after its answer.
[[noreturn]] void work(const std::filesystem::path& path, const DeviceIdentity& device, int ops_each,
                       StoreOptions options, int pipe) {
  ManualClock clock{instant_from_ms(noon_ms)};
  SystemRandom random;
  options.clock = &clock;
  options.random = &random;
  auto store = CentralStore::open(path, options);
  if (!store) ::_exit(1);
  std::vector<std::thread> threads;
  for (int t = 0; t < writers; ++t)
    threads.emplace_back([&] {
      SystemRandom ids;
      while (true) {
        SyncRequest request;
        for (int i = 0; i < ops_each; ++i) {
          Op op;
          op.op = make_op_id(ids);
          op.rid = make_record_id(ids, clock.now());
          op.body = to_json(entry_at(device.person_id, noon_ms - hour_ms, 30));
          request.ops.push_back({op.op, op, to_json(op)});
        }
        const auto answer = (*store)->sync(device, request);
        if (!answer) ::_exit(2);
        std::string lines;
        for (const auto& result : answer->results) lines += result.op + "\n";
        if (::write(pipe, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size())) ::_exit(3);
      }
    });
  for (auto& thread : threads) thread.join();
  ::_exit(4);
}

/// What it told of, with what was left in the pipe when it was killed.
std::set<std::string> hear_and_kill(int pipe, pid_t child, std::size_t enough) {
  std::string text;
  char buffer[4096];
  bool killed = false;
  ssize_t size = 0;
  while ((size = ::read(pipe, buffer, sizeof buffer)) > 0) {
    text.append(buffer, static_cast<std::size_t>(size));
    if (!killed && text.size() >= enough * line_size) {
      ::kill(child, SIGKILL);
      killed = true;
    }
  }
  std::set<std::string> ids;
  for (std::size_t at = 0; at + line_size <= text.size(); at += line_size)
    ids.insert(text.substr(at, line_size - 1));
  return ids;
}

}  // namespace

std::set<std::string> write_until_killed(const std::filesystem::path& store, const DeviceIdentity& device,
                                         std::size_t enough, int ops_each, const StoreOptions& options) {
  int pipe[2];
  if (::pipe(pipe) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    ::close(pipe[0]);
    work(store, device, ops_each, options, pipe[1]);
  }
  ::close(pipe[1]);
  auto acknowledged = hear_and_kill(pipe[0], child, enough);
  ::close(pipe[0]);
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
    throw std::runtime_error("the writer ended before it was killed");
  return acknowledged;
}

}  // namespace waymark::server::test
