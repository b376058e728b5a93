#include "syncserver/store/connection.h"

#include <fmt/format.h>

#include <vector>

#include "shared/sync/rule.h"

namespace waymark::server {

bool Query::next() {
  const int result = sqlite3_step(statement());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) check(result);
  return false;
}

int Query::run() {
  while (next()) {
  }
  return sqlite3_changes(sqlite3_db_handle(statement()));
}

std::string_view Query::text(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement(), column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement(), column))};
}

void Query::check(int result) const {
  if (result != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement()), result);
}

void Query::bind_one(std::string_view value) {
  const auto* data = value.data() ? value.data() : "";  // a null pointer would bind NULL
  check(sqlite3_bind_text64(statement(), next_parameter_++, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::finish() noexcept {
  if (!slot_) return;
  sqlite3_reset(statement());
  sqlite3_clear_bindings(statement());
  slot_->busy = false;
}

namespace {

int open_flags(Connection::Access access) {
  const int common = SQLite::OPEN_NOMUTEX;
  switch (access) {
    case Connection::Access::read_only:
      return common | SQLite::OPEN_READONLY;
    case Connection::Access::read_write:
      return common | SQLite::OPEN_READWRITE;
    case Connection::Access::create:
      return common | SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return common;
}

}  // namespace

Connection::Connection(const std::filesystem::path& path, Access access)
    : database_(path.string(), open_flags(access), 5000) {
  // Without it SQLite plans a kept statement anew for every value bound beside a partial index.
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  database_.exec("PRAGMA trusted_schema=OFF");
  database_.exec("PRAGMA foreign_keys=ON");
  if (access == Access::read_only) {
    database_.exec("PRAGMA query_only=ON");
    database_.exec("PRAGMA cache_size=-16384");
    return;
  }
  database_.exec("PRAGMA journal_mode=WAL");
  database_.exec(rule_holds(Rule::commit_flushed) ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  database_.exec("PRAGMA cache_size=-65536");
  database_.exec("PRAGMA wal_autocheckpoint=4000");
}

Query Connection::query(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    texts_.emplace_back(sql);
    found = statements_.try_emplace(texts_.back()).first;
  }
  for (auto& slot : found->second)
    if (!slot.busy) return Query(slot);
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(database_.getHandle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) throw SQLite::Exception(database_.getHandle(), result);
  auto& slot = found->second.emplace_back();
  slot.statement.reset(statement);
  return Query(slot);
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

void Connection::fold_log_in() {
  auto fold = query("PRAGMA wal_checkpoint(TRUNCATE)");
  if (fold.next() && fold.integer(0) != 0)
    throw SQLite::Exception("somebody else is reading it", SQLITE_BUSY);
}

namespace {

void read_all_of(sqlite3_file* file) {
  if (!file || !file->pMethods) return;  // no log
  sqlite3_int64 size = 0;
  if (const int result = file->pMethods->xFileSize(file, &size); result != SQLITE_OK)
    throw SQLite::Exception(sqlite3_errstr(result), result);
  std::vector<char> bytes(1 << 16);
  for (sqlite3_int64 at = 0; at < size; at += std::ssize(bytes)) {
    const int result = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), at);
    // Short: the end, or what another connection has cut off meanwhile.
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
      throw SQLite::Exception(sqlite3_errstr(result), result);
  }
}

}  // namespace

void Connection::read_through() {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database_.getHandle(), "main", which, &file);
    read_all_of(file);
  }
}

Snapshot::~Snapshot() {
  try {
    connection_.query("COMMIT").run();
  } catch (const SQLite::Exception&) {
    // A read transaction that SQLite already ended on an error; the error itself reached the reader.
  }
}

Error opening_error(const SQLite::Exception& exception, const std::filesystem::path& path) {
  // What connections share beside the file cannot grow where there is no room; SQLite calls that an I/O
  // error.
  const bool no_room = exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
  switch (no_room ? SQLITE_FULL : exception.getErrorCode()) {
    case SQLITE_NOTADB:
      return {ErrorCode::corrupt,
              fmt::format("{} is not a Waymark store: check the path, or restore a backup.", path.string()),
              {}};
    case SQLITE_CORRUPT:
      return {ErrorCode::corrupt, fmt::format("{} is damaged: restore a backup.", path.string()), {}};
    case SQLITE_IOERR:
      return {
          ErrorCode::cannot_open,
          fmt::format("The disk under {} failed ({}): try again, and if it fails again restore a backup on "
                      "another disk.",
                      path.string(), exception.what()),
          {}};
    case SQLITE_FULL:
      return {ErrorCode::disk_full,
              fmt::format("The disk under {} is full: make room and try again.", path.string()),
              {}};
    default:
      return {
          ErrorCode::cannot_open,
          fmt::format("Cannot open {} ({}): check that the file and its directory can be read and written.",
                      path.string(), exception.what()),
          {}};
  }
}

}  // namespace waymark::server
