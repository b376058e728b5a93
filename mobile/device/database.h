// The store's file: its lock, its two connections and its transactions. One read-write connection behind a
// mutex, which alone checkpoints (SQLite 3.40's WAL-reset race needs two that do), and one read-only
// connection for the screen.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <type_traits>

#include "mobile/device/body_seal.h"
#include "mobile/device/file_lock.h"
#include "mobile/device/sql.h"
#include "mobile/device/store_options.h"
#include "shared/ids.h"

namespace waymark::device {

/// What a transaction works with.
struct Work {
  Connection& sql;
  const BodySeal& sealer;
  const Clock& clock;
  RandomSource& random;

  Blob seal(std::string_view plain) const { return {sealer.seal(plain)}; }
  /// Makes what was written so far durable by itself. Only the simulation does so, where it takes the rule
  /// of one transaction out (shared/sync/rule.h).
  void commit_so_far() {
    sql.execute("COMMIT");
    sql.execute("BEGIN IMMEDIATE");
  }
  /// Throws Failure when the file holds what the seal did not make.
  std::string open(const Blob& sealed) const {
    auto plain = sealer.open(sealed.bytes);
    if (!plain) throw Failure(plain.error());
    return std::move(*plain);
  }
};

class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, const Clock& clock,
                                                RandomSource& random, const BodySeal& seal,
                                                const StoreOptions& options);

  /// Runs `body(Work&)`, which returns a Result, in one read-write transaction: committed if it returns a
  /// value, rolled back if it returns an error or throws.
  template <class Body>
  auto write(Body&& body) -> std::invoke_result_t<Body, Work&> {
    const std::lock_guard lock(write_mutex_);
    try {
      ensure_writer();
      bring_back_if_gone();
      Work work{*writer_, seal_, clock_, random_};
      Transaction transaction(*writer_);
      auto result = body(work);
      if (result) transaction.commit();
      return result;
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(after_failure(exception));
    } catch (const Failure& failure) {
      return tl::unexpected(failure.error());
    }
  }

  /// Runs `body(Work&)` on one snapshot of what was committed.
  template <class Body>
  auto read(Body&& body) -> std::invoke_result_t<Body, Work&> {
    const std::lock_guard lock(read_mutex_);
    try {
      if (!reader_) open_reader();
      Work work{*reader_, seal_, clock_, random_};
      Transaction transaction(*reader_, "BEGIN");
      return body(work);
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(error_of(exception));
    } catch (const Failure& failure) {
      return tl::unexpected(failure.error());
    }
  }

  /// Gives the file's free pages back and empties the log, after all was erased: no erased text stays in
  /// them.
  Result<void> compact();

  const Clock& clock() const { return clock_; }
  RandomSource& random() const { return random_; }

 private:
  /// Rolls back on leaving, unless committed.
  class Transaction {
   public:
    explicit Transaction(Connection& connection, const char* begin = "BEGIN IMMEDIATE")
        : connection_(connection) {
      Query(connection_, begin).run();
    }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit() {
      Query(connection_, "COMMIT").run();
      open_ = false;
    }

   private:
    Connection& connection_;
    bool open_ = true;
  };

  Database(std::string file, FileLock lock, const Clock& clock, RandomSource& random, const BodySeal& seal,
           const StoreOptions& options)
      : file_(std::move(file)),
        lock_(std::move(lock)),
        clock_(clock),
        random_(random),
        seal_(seal),
        options_(options) {}
  void open_writer();
  void open_reader();
  void ensure_writer();
  /// If the file was taken away while it was open, what SQLite still holds of it is written to the same
  /// place: else every commit would go to a file that nobody finds again. The caller holds write_mutex_.
  void bring_back_if_gone();
  Error after_failure(const SQLite::Exception& exception);

  std::string file_;
  FileLock lock_;
  const Clock& clock_;
  RandomSource& random_;
  const BodySeal& seal_;
  const StoreOptions options_;
  std::mutex write_mutex_, read_mutex_;
  std::unique_ptr<Connection> writer_;
  std::unique_ptr<Connection> reader_;  // last: closed first, so that the writer does the closing checkpoint
};

}  // namespace waymark::device
