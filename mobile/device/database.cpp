#include "mobile/device/database.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "mobile/device/device_store.h"
#include "mobile/device/schema.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

constexpr int wait_ms = 5'000;

std::string lock_file_of(const std::filesystem::path& file) {
  return file.string() + ".lock";
}

/// The file is its owner's alone, whatever the folder and the umask allow; SQLite gives its log the same
/// mode. To be called before SQLite opens the file: closing a descriptor would take its locks away.
void keep_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return;  // SQLite will say why
  ::fchmod(descriptor, S_IRUSR | S_IWUSR);
  ::close(descriptor);
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, const Clock& clock,
                                                 RandomSource& random, const BodySeal& seal,
                                                 const StoreOptions& options) {
  auto lock = FileLock::take(lock_file_of(file));
  if (!lock) return tl::unexpected(lock.error());
  const auto known_schema = static_cast<int>(store_migrations().size());
  if (auto fine = inspect_file(file.string(), known_schema); !fine) return tl::unexpected(fine.error());
  keep_private(file);
  std::unique_ptr<Database> database(
      new Database(file.string(), std::move(*lock), clock, random, seal, options));
  try {
    database->open_writer();
    database->open_reader();
    return database;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

void Database::open_writer() {
  auto connection = std::make_unique<Connection>(file_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  connection->raw().setBusyTimeout(wait_ms);
  connection->execute("PRAGMA journal_mode = WAL");
  const char* flushed =
      rule_holds(Rule::edit_flushed) ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
  connection->execute(options_.durable ? flushed : "PRAGMA synchronous = OFF");
  connection->execute("PRAGMA foreign_keys = ON");
  connection->execute("PRAGMA trusted_schema = OFF");
  connection->execute("PRAGMA secure_delete = ON");
  if (options_.max_pages > 0)
    connection->execute(fmt::format("PRAGMA max_page_count = {}", options_.max_pages).c_str());
  migrate(*connection, store_migrations());
  writer_ = std::move(connection);
}

void Database::open_reader() {
  auto connection = std::make_unique<Connection>(file_, SQLite::OPEN_READONLY);
  connection->raw().setBusyTimeout(wait_ms);
  connection->execute("PRAGMA trusted_schema = OFF");
  reader_ = std::move(connection);
}

void Database::ensure_writer() {
  if (!writer_) open_writer();
}

void Database::bring_back_if_gone() {
  struct stat found {};
  if (::stat(file_.c_str(), &found) == 0 || errno != ENOENT) return;
  const std::string copy = file_ + ".bringing-back";
  ::unlink(copy.c_str());
  {
    SQLite::Statement into(writer_->raw(), "VACUUM INTO ?");
    into.bind(1, copy);
    into.exec();
  }
  keep_private(copy);
  // The old file's log, where it was left behind, would be played into the new one.
  ::unlink((file_ + "-wal").c_str());
  ::unlink((file_ + "-shm").c_str());
  if (::rename(copy.c_str(), file_.c_str()) != 0)
    throw Failure(
        {ErrorCode::cannot_open,
         "The file with your records was removed and cannot be put back: check the device's storage.", ""});
  const std::lock_guard lock(read_mutex_);
  reader_.reset();
  writer_.reset();
  open_writer();
  open_reader();
}

Error Database::after_failure(const SQLite::Exception& exception) {
  // After a failed write or fsync the connection's view of the file may be wrong; only a new one looks again.
  if (exception.getErrorCode() == SQLITE_IOERR) writer_.reset();
  return error_of(exception);
}

Result<void> Database::compact() {
  const std::lock_guard write_lock(write_mutex_);
  const std::lock_guard read_lock(read_mutex_);
  try {
    ensure_writer();
    writer_->execute("VACUUM");
    writer_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return {};
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(after_failure(exception));
  }
}

Database::Transaction::~Transaction() {
  if (!open_) return;
  try {
    Query(connection_, "ROLLBACK").run();
  } catch (const SQLite::Exception&) {
    // A failed statement may have rolled back already; then there is nothing left to undo.
  }
}

}  // namespace waymark::device
