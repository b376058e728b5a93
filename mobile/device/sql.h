// SQLite as this room uses it: a connection that keeps its statements prepared, and queries bound by
// position. Machine failures are SQLite::Exception or Failure; Database (database.h) turns both into values.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/error.h"
#include "shared/time/instant.h"

namespace waymark::device {

/// The machine failing in the middle of a transaction, as an Error already.
class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)) {}
  const char* what() const noexcept override { return error_.message.c_str(); }
  const Error& error() const { return error_; }

 private:
  Error error_;
};

/// What a failed SQLite call means to a person.
Error error_of(const SQLite::Exception& exception);

/// A sealed text, bound and read as a blob.
struct Blob {
  std::string bytes;
};

class Connection {
 public:
  /// One thread uses it at a time (Database's mutexes see to it), so SQLite needs no locks of its own.
  Connection(const std::string& file, int flags) : database_(file, flags | SQLite::OPEN_NOMUTEX) {}
  SQLite::Database& raw() { return database_; }
  void execute(const char* sql) { database_.exec(sql); }

 private:
  friend class Query;
  // `sql` is a literal: its address names the statement.
  std::unique_ptr<SQLite::Statement> borrow(const char* sql);
  void give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement);

  SQLite::Database database_;
  std::unordered_map<const char*, std::vector<std::unique_ptr<SQLite::Statement>>> idle_;
};

/// One run of a prepared statement. Values are bound in order; columns are read by index from 0.
class Query {
 public:
  template <class... Values>
  Query(Connection& connection, const char* sql, const Values&... values)
      : connection_(connection), sql_(sql), statement_(connection.borrow(sql)) {
    int position = 0;
    (bind(++position, values), ...);
  }
  ~Query() { connection_.give_back(sql_, std::move(statement_)); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Steps to the next row; false at the end.
  bool next() { return statement_->executeStep(); }
  /// Runs a statement without rows; the number of rows changed.
  int run() { return statement_->exec(); }

  bool is_null(int column) const { return statement_->isColumnNull(column); }
  std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
  bool flag(int column) const { return integer(column) != 0; }
  std::string text(int column) const { return statement_->getColumn(column).getString(); }
  Instant instant(int column) const { return instant_from_ms(integer(column)); }
  std::optional<Instant> maybe_instant(int column) const {
    return is_null(column) ? std::nullopt : std::optional(instant(column));
  }
  std::optional<Blob> maybe_blob(int column) const {
    return is_null(column) ? std::nullopt : std::optional(blob(column));
  }
  Blob blob(int column) const {
    const auto value = statement_->getColumn(column);
    return {
        std::string(static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes()))};
  }

 private:
  void bind(int at, std::int64_t value) { statement_->bind(at, value); }
  void bind(int at, int value) { statement_->bind(at, value); }
  void bind(int at, bool value) { statement_->bind(at, value ? 1 : 0); }
  void bind(int at, std::string_view value) { statement_->bind(at, std::string(value)); }
  void bind(int at, const std::string& value) { statement_->bind(at, value); }
  void bind(int at, const char* value) { statement_->bind(at, value); }
  void bind(int at, Instant value) { statement_->bind(at, static_cast<std::int64_t>(to_ms(value))); }
  void bind(int at, const Blob& value) {
    statement_->bind(at, static_cast<const void*>(value.bytes.data()), static_cast<int>(value.bytes.size()));
  }
  template <class T>
  void bind(int at, const std::optional<T>& value) {
    if (value)
      bind(at, *value);
    else
      statement_->bind(at);  // null
  }

  Connection& connection_;
  const char* sql_;
  std::unique_ptr<SQLite::Statement> statement_;
};

}  // namespace waymark::device
