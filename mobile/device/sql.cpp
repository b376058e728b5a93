#include "mobile/device/sql.h"

#include <sqlite3.h>

namespace waymark::device {

Error error_of(const SQLite::Exception& exception) {
  switch (exception.getErrorCode()) {
    case SQLITE_FULL:
      return {ErrorCode::disk_full, "The storage of this device is full: free some space and try again.", ""};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::corrupt,
              "The file with your records is damaged: keep a copy of it and ask your agency for help.", ""};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::locked,
              "Another program is using the file with your records: close it and try again.", ""};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::cannot_open,
              "The file with your records cannot be written: choose a folder this program may write to.", ""};
    case SQLITE_IOERR:
      return {ErrorCode::cannot_open,
              "The storage of this device failed while reading or writing: check it and start again.", ""};
    case SQLITE_TOOBIG:
      return {ErrorCode::too_large, "That is too long to keep: shorten it.", ""};
    default:
      return {ErrorCode::internal, "The file with your records could not be used: start the app again.", ""};
  }
}

std::unique_ptr<SQLite::Statement> Connection::borrow(const char* sql) {
  auto& idle = idle_[sql];
  if (idle.empty()) return std::make_unique<SQLite::Statement>(database_, sql);
  auto statement = std::move(idle.back());
  idle.pop_back();
  return statement;
}

void Connection::give_back(const char* sql, std::unique_ptr<SQLite::Statement> statement) {
  statement->tryReset();
  statement->clearBindings();
  idle_[sql].push_back(std::move(statement));
}

}  // namespace waymark::device
