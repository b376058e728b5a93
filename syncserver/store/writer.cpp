#include "syncserver/store/writer.h"

#include <fmt/format.h>

#include <vector>

#include "shared/sync/rule.h"

namespace waymark::server {

namespace {

// A group is closed by whichever comes first, so that nobody waits long behind others' work.
constexpr std::size_t group_ops = 200;
constexpr auto group_time = std::chrono::milliseconds{5};
// News of the devices that no op came after is written this late at most.
constexpr auto health_delay = std::chrono::seconds{30};

/// True if the disk failed, and not the work.
bool is_machine_failure(const std::exception& failure) {
  const auto* of_sqlite = dynamic_cast<const SQLite::Exception*>(&failure);
  if (!of_sqlite) return false;
  const int code = of_sqlite->getErrorCode();
  return code == SQLITE_IOERR || code == SQLITE_FULL || code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

}  // namespace

Error busy_error() {
  return {ErrorCode::busy, "The server is busy: try again in a moment.", {}};
}

namespace {

/// A phone just sends its ops again, which are known by then. A person is told to look first.
Error not_written_down() {
  return {ErrorCode::busy,
          "The server could not write its journal: this may be done already, so look before you try again.",
          {}};
}

}  // namespace

Writer::Writer(std::filesystem::path path, const StoreOptions& options, Agency agency, Zone zone,
               HealthBook& health, std::unique_ptr<Journal> journal)
    : path_(std::move(path)),
      clock_(*options.clock),
      random_(*options.random),
      alarm_(options.alarm ? options.alarm : [](const std::string&) {}),
      queue_limit_(options.queue_limit),
      agency_(std::move(agency)),
      zone_(std::move(zone)),
      health_(health),
      journal_(std::move(journal)),
      has_thread_(options.writer_thread) {
  open();
  if (has_thread_) thread_ = std::thread([this] { loop(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  if (has_thread_) {
    wake_.notify_all();
    thread_.join();
  } else {
    write_health();
    close();
  }
}

std::shared_ptr<const AgencyRules> Writer::rules() const {
  const std::lock_guard lock(mutex_);
  return rules_;
}

bool Writer::enqueue(JobPtr job) {
  if (!has_thread_) {
    const std::lock_guard lock(writing_);
    run_group(std::move(job));
    return true;
  }
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= queue_limit_) return false;
    queue_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

/// None: nothing is queued (or, when waiting, it is time to write what is noted of the devices, or to stop).
Writer::JobPtr Writer::next_job(bool wait) {
  std::unique_lock lock(mutex_);
  if (wait) wake_.wait_for(lock, health_delay, [this] { return stopping_ || !queue_.empty(); });
  if (queue_.empty()) return nullptr;
  auto job = std::move(queue_.front());
  queue_.pop_front();
  return job;
}

void Writer::loop() {
  while (true) {
    if (auto job = next_job(true)) {
      run_group(std::move(job));
      continue;
    }
    write_health();
    const std::lock_guard lock(mutex_);
    if (stopping_ && queue_.empty()) break;
  }
  close();
}

void Writer::close() {
  context_.reset();
  connection_.reset();
}

void Writer::run_group(JobPtr first) {
  std::vector<JobPtr> group;
  const auto started = std::chrono::steady_clock::now();
  bool all_done = false;
  try {
    if (!connection_) open();
    // What cannot be written down would have to stay unanswered: it is not begun.
    if (journal_ && !journal_->ready(*connection_)) {
      first->give_up(busy_error());
      return;
    }
    context_->now = clock_.now();
    context_->connection.query("BEGIN IMMEDIATE").run();
    std::size_t ops = 0;
    for (auto job = std::move(first); job;) {
      group.push_back(job);
      ops += job->weight;
      run_job(*job);
      const bool full = ops >= group_ops || std::chrono::steady_clock::now() - started >= group_time;
      job = full ? nullptr : next_job(false);
    }
    context_->tallies.retally(context_->connection, context_->entries, *context_->rules, context_->now,
                              alarm_);
    health_.write(context_->connection);
    all_done = true;
    context_->connection.query("COMMIT").run();
  } catch (const std::exception& failure) {
    // Whether the commit reached the disk is not known: nobody is told that it did, and the connection, which
    // may hold half of it, is opened anew. An fsync is never tried again.
    alarm_(fmt::format("A group of {} requests could not be committed: {}.", group.size(), failure.what()));
    context_.reset();
    connection_.reset();
    if (group.empty() && first) group.push_back(std::move(first));
    const bool tell = all_done && !rule_holds(Rule::ack_after_commit);
    for (auto& job : group) tell ? job->finish() : job->give_up(busy_error());
    return;
  }
  health_.written();
  publish_rules();
  const bool told = !rule_holds(Rule::journal_before_answer) || write_down();
  for (auto& job : group) told ? job->finish() : job->give_up(not_written_down());
}

/// False: what was committed is in the store, and whoever sends it again will be told so, but not yet.
bool Writer::write_down() {
  if (!journal_) return true;
  try {
    return journal_->append(*connection_);
  } catch (const std::exception& failure) {
    alarm_(fmt::format("What was committed could not be read for the journal: {}.", failure.what()));
    context_.reset();
    connection_.reset();
    return false;
  }
}

void Writer::run_job(Job& job) {
  auto& connection = context_->connection;
  connection.query("SAVEPOINT job").run();
  bool keep = false;
  try {
    keep = job.run(*context_);
  } catch (const std::exception& failure) {
    // A full disk or an I/O error ends the whole transaction: then everybody's work is gone. One that SQLite
    // lets go on, a failed read, ends it here: what the connection has seen since may not be what is there.
    if (!connection.in_transaction() || is_machine_failure(failure)) throw;
    job.failure = std::current_exception();
  }
  if (!keep) {
    connection.query("ROLLBACK TO job").run();
    context_->reload();
  }
  connection.query("RELEASE job").run();
}

void Writer::write_health() {
  if (health_.empty()) return;
  try {
    if (!connection_) open();
    context_->connection.query("BEGIN IMMEDIATE").run();
    health_.write(context_->connection);
    context_->connection.query("COMMIT").run();
    health_.written();
  } catch (const std::exception& failure) {
    alarm_(fmt::format("What the devices said of themselves could not be written: {}.", failure.what()));
    context_.reset();
    connection_.reset();
  }
}

void Writer::open() {
  context_.reset();
  connection_ = std::make_unique<Connection>(path_, Connection::Access::read_write);
  try {
    context_.reset(new WriteContext{*connection_, random_, alarm_, agency_, zone_, {}, {}, {}, {}, {}});
    context_->reload();
  } catch (...) {
    context_.reset();
    connection_.reset();
    throw;
  }
  publish_rules();
}

void Writer::publish_rules() {
  const std::lock_guard lock(mutex_);
  rules_ = context_->rules;
}

}  // namespace waymark::server
