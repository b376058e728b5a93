// One SQLite connection with its prepared statements kept. The only place that knows how this project opens
// SQLite; everything else in the room asks for a Query.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "shared/error.h"
#include "syncserver/store/digest.h"
#include "syncserver/store/uuid_bytes.h"

namespace waymark::server {

/// One use of a prepared statement: bind, step, read. Reset when it goes out of scope, so that no read
/// snapshot outlives its user. On SQLite's own statement, because SQLiteCpp's binds text only where it ends
/// in a null and copies a shared pointer for every column read.
class Query {
 public:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  struct Slot {
    std::unique_ptr<sqlite3_stmt, Finalize> statement;
    bool busy = false;
  };

  explicit Query(Slot& slot) : slot_(&slot) { slot.busy = true; }
  Query(Query&& other) noexcept : slot_(other.slot_), next_parameter_(other.next_parameter_) {
    other.slot_ = nullptr;
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query& operator=(Query&&) = delete;
  ~Query() { finish(); }

  /// Binds the next parameters, in order. Text and bytes must outlive the query.
  template <class... Values>
  Query& bind(const Values&... values) {
    (bind_one(values), ...);
    return *this;
  }

  /// Steps to the next row; false when there is none.
  bool next();
  /// Runs a statement that gives no rows; returns how many rows it changed.
  int run();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement(), column); }
  std::size_t index(int column) const { return static_cast<std::size_t>(integer(column)); }
  template <class E>
  E code(int column) const {
    return static_cast<E>(integer(column));
  }
  bool is_null(int column) const { return sqlite3_column_type(statement(), column) == SQLITE_NULL; }
  std::optional<std::int64_t> maybe(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
  }
  /// Text or bytes, valid until the next step.
  std::string_view text(int column) const;
  std::string uuid(int column) const { return uuid_text(text(column)); }

 private:
  sqlite3_stmt* statement() const { return slot_->statement.get(); }
  void finish() noexcept;
  void check(int result) const;
  void bind_one(std::int64_t value) { check(sqlite3_bind_int64(statement(), next_parameter_++, value)); }
  void bind_one(int value) { bind_one(static_cast<std::int64_t>(value)); }
  void bind_one(std::size_t value) { bind_one(static_cast<std::int64_t>(value)); }
  void bind_one(bool value) { bind_one(value ? 1 : 0); }
  void bind_one(std::string_view value);
  void bind_one(const std::string& value) { bind_one(std::string_view(value)); }
  void bind_one(const char* value) { bind_one(std::string_view(value)); }
  void bind_one(const UuidBytes& value) { bind_bytes(value.data(), value.size()); }
  void bind_one(const Digest& value) { bind_bytes(value.data(), value.size()); }
  void bind_one(std::nullopt_t) { check(sqlite3_bind_null(statement(), next_parameter_++)); }
  template <class T>
  void bind_one(const std::optional<T>& value) {
    if (value)
      bind_one(*value);
    else
      bind_one(std::nullopt);
  }
  template <class E>
  requires std::is_enum_v<E>
  void bind_one(E value) { bind_one(static_cast<int>(value)); }
  void bind_bytes(const void* data, std::size_t size) {
    check(sqlite3_bind_blob64(statement(), next_parameter_++, data, size, SQLITE_STATIC));
  }

  Slot* slot_;
  int next_parameter_ = 1;
};

class Connection {
 public:
  enum class Access { read_only, read_write, create };

  /// Throws SQLite::Exception. Read-only connections never write, not even a checkpoint: SQLite 3.40.1 has a
  /// race between a checkpoint and a writer on another connection, so that the one read-write connection
  /// alone does both (sync.md, "The server on these libraries").
  Connection(const std::filesystem::path& path, Access access);

  Query query(std::string_view sql);
  /// Statements without parameters or rows, not kept.
  void execute(const std::string& sql) { database_.exec(sql); }
  bool in_transaction() const;
  /// Brings all that the log holds into the file and empties it. Throws if that is not possible.
  void fold_log_in();
  /// Reads every byte of the file and of its log from the disk. Throws if the disk does not give one.
  void read_through();
  std::int64_t last_inserted() const { return sqlite3_last_insert_rowid(database_.getHandle()); }
  SQLite::Database& database() { return database_; }

 private:
  SQLite::Database database_;
  // A list per text: the same statement may be in use further up the call stack.
  std::unordered_map<std::string_view, std::list<Query::Slot>> statements_;
  std::list<std::string> texts_;  // what the keys above point into
};

/// One consistent view of the store: everything read while it lives is of the same instant.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) { connection_.query("BEGIN").run(); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Connection& connection_;
};

/// What to tell a person for what SQLite threw while the store at `path` was opened or used: damage, a disk
/// that fails or is full, or a file that may not be used.
Error opening_error(const SQLite::Exception& exception, const std::filesystem::path& path);

}  // namespace waymark::server
