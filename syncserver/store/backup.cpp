#include "syncserver/store/backup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "shared/sync/rule.h"
#include "syncserver/store/file_system.h"
#include "syncserver/store/journal_replay.h"
#include "syncserver/store/lock_file.h"
#include "syncserver/store/schema.h"
#include "syncserver/store/sign_in.h"
#include "syncserver/store/storage.h"
#include "syncserver/store/unfinished_file.h"
#include "syncserver/store/verify.h"

namespace waymark::server {

namespace {

namespace fs = std::filesystem;

Error not_whole(const fs::path& path, const Verification& checked) {
  const auto& fault = checked.report.faults.front();
  return {ErrorCode::corrupt,
          fmt::format("{} is not whole ({} faults, the first at {}: {}) Run `waymark-server verify` on the "
                      "store it came from.",
                      path.string(), checked.report.faults.size(), fault.where, fault.message),
          {}};
}

/// Opens a copy by itself, as a restore would, and checks all of it.
Result<Verification> verify_copy(const fs::path& path, const ProgressSink& progress) {
  if (auto checked = check_header(path); !checked) return tl::unexpected(checked.error());
  try {
    Connection connection(path, Connection::Access::read_only);
    const auto header = read_header(connection, path);
    if (!header) return tl::unexpected(header.error());
    const Snapshot snapshot(connection);
    auto checked = verify_store(connection, header->agency, header->zone, progress);
    if (!checked.report.ok()) return tl::unexpected(not_whole(path, checked));
    return checked;
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(opening_error(exception, path));
  }
}

/// Opens and closes the copy: what a connection keeps beside an open database would stay there under the
/// copy's old name, if the process were killed just after the copy got its new one.
Instant last_change_of(const fs::path& path) {
  Connection connection(path, Connection::Access::read_only);
  return last_change(connection);
}

Error cannot_write(const fs::path& path, const std::string& reason) {
  return {ErrorCode::cannot_open,
          fmt::format("Cannot write {} ({}): check that its directory can be written and has room.",
                      path.string(), reason),
          {}};
}

Error copying_error(const SQLite::Exception& exception, const fs::path& from, const fs::path& to) {
  switch (exception.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return opening_error(exception, from);
    case SQLITE_IOERR:  // SQLite does not say of which
      return {
          ErrorCode::cannot_open,
          fmt::format("A disk failed while {} was copied to {} ({}): try again, and check both disks if it "
                      "fails again.",
                      from.string(), to.string(), exception.what()),
          {}};
    case SQLITE_FULL:
      return opening_error(exception, to);
    default:
      return cannot_write(to, exception.what());
  }
}

void copy_snapshot(const fs::path& store, const fs::path& to) {
  Connection connection(store, Connection::Access::read_only);
  connection.execute("PRAGMA query_only=OFF");  // the copy is written by this connection; the store is not
  connection.query("VACUUM INTO ?").bind(to.string()).run();
}

fs::path beside(const fs::path& path, const char* suffix) {
  auto file = path;
  file += suffix;
  return file;
}

/// Copies a store that nobody has open, with what its log still holds (a killed server's, or one kept by an
/// earlier restore).
Result<void> copy_store(const fs::path& from, const fs::path& to) {
  const auto log = beside(from, "-wal");
  if (!fs::exists(log)) {
    file_system().copy(from, to);
    return {};
  }
  const auto lock = LockFile::take(from);
  if (!lock) return tl::unexpected(lock.error());
  file_system().copy(from, to);
  file_system().copy(log, beside(to, "-wal"));
  Connection connection(to, Connection::Access::read_write);
  connection.fold_log_in();
  return {};
}

/// So that no instant of what follows finds the old store without its log. One that is too damaged for that
/// is to be replaced all the same.
void fold_log_in(const fs::path& path) {
  if (!fs::exists(beside(path, "-wal"))) return;
  try {
    Connection connection(path, Connection::Access::read_write);
    connection.fold_log_in();
  } catch (const SQLite::Exception&) {
  }
}

constexpr std::array logs = {"-wal", "-shm", "-journal"};

bool has_logs(const fs::path& path) {
  return std::any_of(logs.begin(), logs.end(),
                     [&](const char* log) { return fs::exists(beside(path, log)); });
}

/// A name for the old store that takes none from a store which an earlier restore put aside. It may have it
/// already, of a restore that was cut off.
fs::path name_aside(const fs::path& path) {
  for (int number = 1;; ++number) {
    const auto name = number == 1 ? ".before-restore" : fmt::format(".before-restore-{}", number);
    const auto kept = beside(path, name.c_str());
    if (!has_logs(kept) && (!fs::exists(kept) || fs::equivalent(path, kept))) return kept;
  }
}

/// The old store is kept under another name, with what its log still holds, which must not be taken for the
/// restored one's. It also stays where it is until the restored one replaces it, in one step: a kill at any
/// instant leaves the one or the other. The log of a store that is gone goes aside, too.
void put_aside(const fs::path& path) {
  const bool is_there = fs::exists(path);
  if (is_there) fold_log_in(path);
  const auto kept = is_there ? name_aside(path) : fs::path();
  if (is_there && !fs::exists(kept)) file_system().link(path, kept);
  for (const auto* log : logs)
    if (const auto old = beside(path, log); fs::exists(old))
      file_system().rename(old, is_there ? beside(kept, log) : beside(old, ".without-store"));
}

}  // namespace

Result<BackupReport> back_up(const fs::path& store, const fs::path& to, Writer& writer, const Actor& actor,
                             const ProgressSink& progress) {
  std::error_code code;
  if (fs::exists(to, code))
    return fail(ErrorCode::already_exists,
                fmt::format("There is already something at {}: choose another path.", to.string()));
  if (const auto log = log_left_at(to)) return tl::unexpected(log_in_the_way(*log));
  BackupReport report;
  try {
    const UnfinishedFile copy(to);
    if (progress) progress("copy", 0, 0);
    copy_snapshot(store, copy.path());
    const auto checked = verify_copy(copy.path(), progress);
    if (!checked) return tl::unexpected(checked.error());
    report.seq = checked->end.seq;
    report.bytes = static_cast<std::int64_t>(fs::file_size(copy.path()));
    file_system().flush(copy.path());
    file_system().link(copy.path(), to);  // unlike a rename, never over what came there meanwhile
    file_system().flush_names_beside(to);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(copying_error(exception, store, to));
  } catch (const std::system_error& error) {
    return tl::unexpected(cannot_write(to, error.code().message()));
  }
  auto raised = writer.run<BackupReport>([&](WriteContext& context) -> Result<BackupReport> {
    if (!rule_holds(Rule::safe_after_verify)) report.seq = context.tail.seq;
    const auto safe = read_meta(context.connection, "safe_seq");
    if (report.seq > std::stoll(safe.empty() ? "0" : safe))
      write_meta(context.connection, "safe_seq", std::to_string(report.seq));
    context.audit(actor, "backup_made", std::to_string(report.seq),
                  fmt::format("{} bytes in {}", report.bytes, to.filename().string()));
    return report;
  });
  return raised;
}

Result<RestoreReport> restore_store(const fs::path& path, const fs::path& from, bool force,
                                    const fs::path& journal, const ProgressSink& progress) {
  if (auto checked = check_header(from); !checked) return tl::unexpected(checked.error());
  auto lock = LockFile::take(path);
  if (!lock) return tl::unexpected(lock.error());
  std::error_code code;
  const bool replaces = fs::exists(path, code);
  if (replaces && !force)
    return fail(ErrorCode::already_exists,
                fmt::format("There is already a store at {}: add --force to put the backup in its place.",
                            path.string()));
  RestoreReport report;
  try {
    const UnfinishedFile copy(path);
    // A store restored from itself is locked already.
    const bool same = replaces && fs::equivalent(from, path);
    if (same) {
      Connection(path, Connection::Access::read_write).fold_log_in();
      file_system().copy(from, copy.path());
    } else if (const auto copied = copy_store(from, copy.path()); !copied) {
      return tl::unexpected(copied.error());
    }
    // An older server's backup lacks what verify looks for today.
    if (auto header = prepare_store(copy.path()); !header) return tl::unexpected(header.error());
    auto checked = verify_copy(copy.path(), progress);
    if (!checked) return tl::unexpected(checked.error());
    report.seq = report.from_backup = checked->end.seq;
    report.backup_until = last_change_of(copy.path());
    if (!journal.empty()) {
      auto replayed = replay_journal(copy.path(), journal, progress);
      if (!replayed) return tl::unexpected(replayed.error());
      report.from_journal = replayed->ops;
      report.left_out = replayed->left_out;
      report.stopped = std::move(replayed->stopped);
      report.must_enrol = replayed->must_enrol;
      checked = verify_copy(copy.path(), progress);
      if (!checked) return tl::unexpected(checked.error());
      report.seq = checked->end.seq;
    }
    forget_sign_ins(copy.path());
    file_system().flush(copy.path());
    put_aside(path);
    // A power cut takes names in any order: only when the old store's other name is on the disk, and its log
    // gone from there, may another take its place.
    file_system().flush_names_beside(path);
    file_system().rename(copy.path(), path);
    file_system().flush_names_beside(path);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(copying_error(exception, from, path));
  } catch (const std::system_error& error) {
    return tl::unexpected(cannot_write(path, error.code().message()));
  }
  return report;
}

}  // namespace waymark::server
