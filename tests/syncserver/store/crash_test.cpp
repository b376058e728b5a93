// sync.md, invariant 1: a process killed under load has lost nothing that it acknowledged.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

namespace {

constexpr int writers = 4;

/// In a process of its own: every op is told to the parent after its answer, until killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, const DeviceIdentity& device,
                                     int pipe) {
  ManualClock clock{instant_from_ms(noon_ms)};
  SystemRandom random;
  StoreOptions options;
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
        for (int i = 0; i < 5; ++i) {
          Op op;
          op.op = make_op_id(ids);
          op.rid = make_record_id(ids, clock.now());
          op.body = to_json(entry_at(device.person_id, noon_ms - hour_ms, 30));
          request.ops.push_back({op.op, op, to_json(op)});
        }
        const auto answer = (*store)->sync(device, request);
        if (!answer) ::_exit(2);
        std::string line;
        for (const auto& result : answer->results) line += result.op + "\n";
        if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(3);
      }
    });
  for (auto& thread : threads) thread.join();
  ::_exit(4);
}

/// Op ids acknowledged until at least `enough`, when the child is killed; then what is left in the pipe.
std::set<std::string> acknowledged_before_kill(int pipe, pid_t child, std::size_t enough) {
  std::string text;
  char buffer[4096];
  bool killed = false;
  ssize_t size = 0;
  while ((size = ::read(pipe, buffer, sizeof buffer)) > 0) {
    text.append(buffer, static_cast<std::size_t>(size));
    if (!killed && text.size() >= enough * 37) {
      ::kill(child, SIGKILL);
      killed = true;
    }
  }
  std::set<std::string> ids;
  for (std::size_t at = 0; at + 37 <= text.size(); at += 37) ids.insert(text.substr(at, 36));
  return ids;
}

}  // namespace

TEST_CASE("nothing acknowledged is lost when the process is killed, and no half record appears") {
  World world;
  auto phone = world.enroll(world.ana);
  for (const std::size_t enough : {1U, 40U, 333U}) {
    world.close();
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(pipe[0]);
      write_until_killed(world.path(), phone.identity(), pipe[1]);
    }
    ::close(pipe[1]);
    const auto acknowledged = acknowledged_before_kill(pipe[0], child, enough);
    ::close(pipe[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(acknowledged.size() >= enough);

    world.open();
    CHECK(world.store->verify().ok());
    std::set<std::string> present;
    Phone fresh = phone;
    for (const auto& row : fresh.pull()) present.insert(row.op);
    for (const auto& op : acknowledged) CHECK(present.contains(op));
  }
}

}  // namespace waymark::server::test
