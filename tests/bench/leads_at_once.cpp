#include "tests/bench/leads_at_once.h"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tests/bench/field_weeks.h"
#include "tests/bench/measure.h"

namespace waymark::bench {
namespace {

constexpr int senders = 8;

using Steady = std::chrono::steady_clock;

/// Leads who reload at the same ticks of a clock until they are told to stop.
class Leads {
 public:
  Leads(int port, const std::vector<std::string>& cookies, const std::string& page, Steady::duration every)
      : page_(page), every_(every), begun_(Steady::now()) {
    for (const auto& cookie : cookies) threads_.emplace_back([this, port, cookie] { reload(port, cookie); });
  }
  Leads(const Leads&) = delete;
  Leads& operator=(const Leads&) = delete;
  ~Leads() { end(); }

  /// Seconds each page took.
  std::vector<double> stop() {
    end();
    if (refused_ > 0) throw std::runtime_error("A lead's page was refused.");
    return std::move(seconds_);
  }

 private:
  void end() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    stopped_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
  }
  void reload(int port, const std::string& cookie) {
    for (int tick = 0; wait_for(begun_ + tick * every_); ++tick) {
      const Stopwatch watch;
      // The server ends connections that idle.
      const int status = Connection(port).get(page_, cookie).status;
      const std::lock_guard lock(mutex_);
      seconds_.push_back(watch.seconds());
      refused_ += status == 200 ? 0 : 1;
    }
  }
  /// False once it is time to stop.
  bool wait_for(Steady::time_point tick) {
    std::unique_lock lock(mutex_);
    return !stopped_.wait_until(lock, tick, [this] { return stopping_; });
  }

  const std::string page_;
  const Steady::duration every_;
  const Steady::time_point begun_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::vector<double> seconds_;
  int refused_ = 0;
  std::vector<std::thread> threads_;
};

/// Each phone sends its ops one by one; seconds of each sync.
std::vector<double> send_all(std::vector<Phone>& phones, const std::vector<std::vector<std::string>>& ops) {
  std::mutex mutex;
  std::vector<double> seconds;
  std::string problem;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < ops.size(); ++i)
    threads.emplace_back([&, i] {
      for (const auto& op : ops[i]) {
        const Stopwatch watch;
        const int status = phones[i].sync(std::span(&op, 1));
        const std::lock_guard lock(mutex);
        seconds.push_back(watch.seconds());
        if (status != 200) problem = "A sync was answered " + std::to_string(status) + ".";
      }
    });
  for (auto& thread : threads) thread.join();
  if (!problem.empty()) throw std::runtime_error(problem);
  return seconds;
}

}  // namespace

Row measure_leads_at_once(ServerWorld& world, std::vector<Phone>& phones, const std::string& page,
                          Date monday, const Asked& asked) {
  const int leads = asked.count(30, 3);
  const int rounds = asked.count(6, 1);
  const int each = asked.count(200, 4);
  const auto every = std::chrono::milliseconds{asked.count(1'000, 20)};
  std::vector<std::string> cookies;
  for (int i = 0; i < leads; ++i) cookies.push_back(world.lead_cookie("Team 1"));
  for (int i = 0; i < senders; ++i) phones[static_cast<std::size_t>(i)].catch_up();

  int sent = 0;
  const auto next_ops = [&] {
    std::vector<std::vector<std::string>> ops;
    for (int i = 0; i < senders; ++i)
      ops.push_back(
          frozen_ops(phones[static_cast<std::size_t>(i)].person(), monday, sent, each, world.random()));
    sent += each;
    return ops;
  };
  std::vector<double> alone, together, pages;
  const auto add = [](std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  for (int round = 0; round < rounds; ++round) {
    add(alone, send_all(phones, next_ops()));
    const auto ops = next_ops();
    Leads reloading(world.port(), cookies, page, every);
    add(together, send_all(phones, ops));
    add(pages, reloading.stop());
  }
  return {"thirty leads",
          "p99 of a sync while thirty leads reload at once, every second ÷ without them",
          percentile(together, 0.99) / percentile(alone, 0.99),
          "×",
          at_most(1.5),
          {{"p99 of a sync with them, ms", percentile(together, 0.99) * 1e3},
           {"p99 without, ms", percentile(alone, 0.99) * 1e3},
           {"p50 of a sync with them, ms", median(together) * 1e3},
           {"p50 without, ms", median(alone) * 1e3},
           {"pages", static_cast<double>(pages.size())},
           {"p50 of a page, ms", median(pages) * 1e3},
           {"p99 of a page, ms", percentile(pages, 0.99) * 1e3}}};
}

}  // namespace waymark::bench
