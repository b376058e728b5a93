#include "tests/bench/storm.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"
#include "tests/bench/server_world.h"

namespace waymark::bench {
namespace {

constexpr int entries_each = 15;
constexpr int most_tries = 10;
/// What the server asks a refused phone to wait; phones add up to as much again, so that they do not come
/// together.
constexpr std::chrono::milliseconds retry_after{2'000};
constexpr int busy = 503;

struct Sender {
  Phone phone;
  std::vector<std::string> ops;
  double seconds = 0;  ///< of the sync that was taken
  int refused = 0;
  bool served = false;
};

/// Lets all go at once.
class StartingGun {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return fired_; });
  }
  void fire() {
    const std::lock_guard lock(mutex_);
    fired_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool fired_ = false;
};

void send_day(Sender& sender, int number) {
  for (int tries = 0; tries < most_tries && !sender.served; ++tries) {
    const Stopwatch watch;
    const int status = sender.phone.sync(sender.ops);
    sender.seconds = watch.seconds();
    sender.served = status == 200;
    if (sender.served) return;
    if (status != busy && status != 0) return;
    ++sender.refused;
    std::this_thread::sleep_for(retry_after + std::chrono::milliseconds{number * 2});
  }
}

}  // namespace

Row measure_storm(const std::filesystem::path& into, const Asked& asked) {
  const int phones = asked.count(1'000, 12);
  ServerWorld world(into / "storm", phones);
  const Date monday = Date{std::chrono::year{2026} / 3 / 2};
  std::vector<Sender> senders;
  for (int i = 0; i < phones; ++i) {
    Phone phone = world.phone(i);
    auto ops = frozen_ops(phone.person(), monday, 0, entries_each, world.random());
    senders.push_back({std::move(phone), std::move(ops)});
  }

  StartingGun gun;
  std::vector<std::thread> threads;
  for (int i = 0; i < phones; ++i)
    threads.emplace_back([&, i] {
      gun.wait();
      send_day(senders[static_cast<std::size_t>(i)], i);
    });
  const Stopwatch watch;
  gun.fire();
  for (auto& thread : threads) thread.join();
  const double all = watch.seconds();

  std::vector<double> seconds;
  int served = 0, refused = 0, refused_twice = 0;
  for (const Sender& sender : senders) {
    seconds.push_back(sender.seconds);
    served += sender.served ? 1 : 0;
    refused += sender.refused > 0 ? 1 : 0;
    refused_twice += sender.refused > 1 ? 1 : 0;
  }
  return {"storm",
          "1,000 phones with 15 entries at once: p99 of a sync ÷ p50",
          percentile(seconds, 0.99) / median(seconds),
          "×",
          {},
          {{"phones", static_cast<double>(phones)},
           {"served", static_cast<double>(served)},
           {"told to come back", static_cast<double>(refused)},
           {"told so twice", static_cast<double>(refused_twice)},
           {"p50 of a sync, s", median(seconds)},
           {"p99 of a sync, s", percentile(seconds, 0.99)},
           {"all done after, s", all}}};
}

}  // namespace waymark::bench
