// The one writer: a thread with the only read-write connection. Callers hand it work and wait; it takes all
// that is queued into one transaction, one COMMIT makes it durable, and only then does anybody get an answer
// (sync.md, invariant 1 and "The server on these libraries"). In a process with one thread the caller may do
// the same by itself (StoreOptions::writer_thread).
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "syncserver/store/device_health.h"
#include "syncserver/store/journal.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

Error busy_error();

class Writer {
 public:
  /// With a journal (started), nobody gets an answer before it is written down there, too.
  Writer(std::filesystem::path path, const StoreOptions& options, Agency agency, Zone zone,
         HealthBook& health, std::unique_ptr<Journal> journal = {});
  /// Finishes what is queued, writes what is noted of the devices and closes the connection.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Runs `work` inside a group's transaction and returns its answer once that is durable. An error as answer
  /// takes back all that `work` wrote; so does an exception, which is thrown on here. `busy` when the queue
  /// is full or the group could not be committed or written down. `weight`: how many ops it brings, for the
  /// size of groups.
  template <class T>
  Result<T> run(std::function<Result<T>(WriteContext&)> work, std::size_t weight = 1) {
    auto job = std::make_shared<TypedJob<T>>(std::move(work), weight);
    auto answer = job->answer.get_future();
    if (!enqueue(std::move(job))) return tl::unexpected(busy_error());
    return answer.get();
  }

  /// The same for work without an answer of its own.
  template <class Work>
  Result<void> change(Work&& work) {
    struct Done {};
    const auto done = run<Done>([&](WriteContext& context) -> Result<Done> {
      if (Result<void> answer = work(context); !answer) return tl::unexpected(std::move(answer.error()));
      return Done{};
    });
    if (!done) return tl::unexpected(done.error());
    return {};
  }

  /// The rules as last committed: to check bodies before it is the writer's turn.
  std::shared_ptr<const AgencyRules> rules() const;

 private:
  struct Job {
    explicit Job(std::size_t job_weight) : weight(job_weight) {}
    virtual ~Job() = default;
    virtual bool run(WriteContext& context) = 0;   ///< false: take back what it wrote
    virtual void finish() = 0;                     ///< committed: answer
    virtual void give_up(const Error& error) = 0;  ///< nobody may be told how it went
    std::size_t weight;
    std::exception_ptr failure;
  };

  template <class T>
  struct TypedJob final : Job {
    TypedJob(std::function<Result<T>(WriteContext&)> job_work, std::size_t job_weight)
        : Job(job_weight), work(std::move(job_work)) {}
    bool run(WriteContext& context) override {
      result.emplace(work(context));
      return result->has_value();
    }
    void finish() override {
      if (failure)
        answer.set_exception(failure);
      else
        answer.set_value(std::move(*result));
    }
    void give_up(const Error& error) override { answer.set_value(tl::unexpected(error)); }
    std::function<Result<T>(WriteContext&)> work;
    std::optional<Result<T>> result;
    std::promise<Result<T>> answer;
  };
  using JobPtr = std::shared_ptr<Job>;

  /// False: there is no room, or it is stopping.
  bool enqueue(JobPtr job);
  JobPtr next_job(bool wait);
  void loop();
  void close();
  void run_group(JobPtr first);
  void run_job(Job& job);
  bool write_down();
  void write_health();
  void open();
  void publish_rules();

  std::filesystem::path path_;
  const Clock& clock_;
  RandomSource& random_;
  std::function<void(const std::string&)> alarm_;
  std::size_t queue_limit_;
  Agency agency_;
  Zone zone_;
  HealthBook& health_;

  // The writer thread's own; without one, of whoever holds `writing_`.
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<WriteContext> context_;
  std::unique_ptr<Journal> journal_;  ///< none: the store alone

  const bool has_thread_;
  std::mutex writing_;  ///< without a thread: taken for a whole group

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<JobPtr> queue_;
  bool stopping_ = false;
  std::shared_ptr<const AgencyRules> rules_;
  std::thread thread_;
};

}  // namespace waymark::server
