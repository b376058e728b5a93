// A fixed number of threads behind a queue that has an end: where it is full the caller is told, instead of
// every client waiting longer and longer.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace waymark::server {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue_length);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Takes the job, or returns false when the queue is full or the pool is closing.
  bool offer(std::function<void()> job);
  /// True while a job waits for a thread: whoever holds one idle should let it go.
  bool has_waiting() const { return waiting_.load(std::memory_order_relaxed) > 0; }
  /// Runs what was taken, then ends the threads. May be called twice.
  void close();

 private:
  void run();

  const std::size_t queue_length_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  std::atomic<std::size_t> waiting_{0};
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace waymark::server
