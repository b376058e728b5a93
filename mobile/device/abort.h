// Stopping a running job from another thread.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>

namespace waymark::device {

/// One job's wish to end early. request() may come from any thread, at any time, more than once.
class Abort {
 public:
  void request() {
    requested_ = true;
    const std::lock_guard lock(mutex_);
    if (interrupt_) interrupt_();
  }
  bool requested() const { return requested_; }

  /// While it lives, `interrupt` is called by request(), on the requesting thread: it wakes whatever the job
  /// waits for. If the wish came first, it is not called: ask requested() after making the guard.
  class Guard {
   public:
    Guard(Abort& abort, std::function<void()> interrupt) : abort_(abort) {
      const std::lock_guard lock(abort_.mutex_);
      abort_.interrupt_ = std::move(interrupt);
    }
    ~Guard() {
      const std::lock_guard lock(abort_.mutex_);
      abort_.interrupt_ = nullptr;
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    Abort& abort_;
  };

 private:
  std::atomic<bool> requested_{false};
  std::mutex mutex_;
  std::function<void()> interrupt_;
};

}  // namespace waymark::device
