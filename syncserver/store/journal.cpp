#include "syncserver/store/journal.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "syncserver/store/journal_news.h"

namespace waymark::server {

namespace fs = std::filesystem;

namespace {

Error cannot_write(const fs::path& directory, const std::string& reason) {
  return {ErrorCode::cannot_open,
          fmt::format("Cannot write the journal in {} ({}): check that the directory can be written and has "
                      "room.",
                      directory.string(), reason),
          {}};
}

/// A server's lock on a directory; its file is `journal.lock`.
Result<LockFile> lock_directory(const fs::path& directory) {
  auto lock = LockFile::take(directory / "journal");
  if (lock) return lock;
  if (lock.error().code == ErrorCode::locked)
    return fail(ErrorCode::locked,
                fmt::format("Another waymark-server writes its journal in {}: give each its own directory.",
                            directory.string()),
                {});
  return lock;
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const JournalOptions& options, const Clock& clock,
                                               std::function<void(const std::string&)> alarm) {
  if (::mkdir(options.directory.c_str(), 0700) != 0 && errno != EEXIST)
    return tl::unexpected(cannot_write(options.directory, std::strerror(errno)));
  auto lock = lock_directory(options.directory);
  if (!lock) return tl::unexpected(lock.error());
  return std::unique_ptr<Journal>(new Journal(options, clock, std::move(alarm), *std::move(lock)));
}

Journal::Journal(const JournalOptions& options, const Clock& clock,
                 std::function<void(const std::string&)> alarm, LockFile lock)
    : options_(options),
      clock_(clock),
      alarm_(std::move(alarm)),
      disk_(options.disk ? *options.disk : system_disk_),
      lock_(std::move(lock)) {}

Result<void> Journal::start(Connection& connection) {
  const auto files = list_journal(options_.directory);
  if (!files) return tl::unexpected(files.error());
  if (!files->empty()) {
    generation_ = files->back().generation;
    number_ = files->back().number;
  }
  std::string store;
  const auto end = find_end(*files, store);
  if (end && store == store_identity(connection) && lies_in_history(connection, *end)) {
    position_ = *end;
  } else {
    if (!files->empty()) {
      ++generation_;
      alarm_(
          fmt::format("The journal in {} is not of this store as it is now (was it restored without it?): "
                      "a new part of it begins, the old files are kept. Make a backup now.",
                      options_.directory.string()));
    }
    position_ = first_position(connection);
  }
  try {
    begin_file(connection);
  } catch (const JournalFailure& failure) {
    return tl::unexpected(cannot_write(options_.directory, failure.what()));
  }
  return {};
}

std::optional<JournalPosition> Journal::find_end(const std::vector<JournalFileName>& files,
                                                 std::string& store) {
  // A file that was begun and not one line got to the disk says nothing; the one before it does.
  for (auto name = files.rbegin(); name != files.rend(); ++name) {
    try {
      // Its writer may have been killed between writing and flushing: what is read here must not be lost to a
      // power cut once a file goes on from it.
      flush_journal_file(options_.directory / name->text(), disk_);
      JournalFileReader reader(options_.directory / name->text());
      if (reader.next() != JournalFileReader::Found::line) continue;
      const auto* header = std::get_if<JournalHeader>(&reader.line());
      if (header == nullptr) continue;
      store = header->store;
      auto end = header->after;
      // What is whole before the first line that is not is what can be relied on; the rest is written anew.
      while (reader.next() == JournalFileReader::Found::line) {
        if (const auto* op = std::get_if<OpLine>(&reader.line())) end.end = {op->seq, op->chain};
        if (const auto* again = std::get_if<AgainLine>(&reader.line())) end.end = {again->seq, again->chain};
        if (const auto* audit = std::get_if<AuditLine>(&reader.line())) {
          end.audit = audit->id;
          end.audit_mark = audit_mark(*audit);
        }
      }
      return end;
    } catch (const JournalFailure&) {
      continue;
    }
  }
  return std::nullopt;
}

bool Journal::ready(Connection& connection) {
  if (file_ && !file_full_ && !backup_made_) return true;
  try {
    if (!lock_) {
      struct stat found {};
      if (::stat(options_.directory.c_str(), &found) != 0) throw JournalFailure(std::strerror(errno));
      auto lock = lock_directory(options_.directory);
      if (!lock) throw JournalFailure(lock.error().message);
      lock_ = *std::move(lock);
    }
    begin_file(connection);
  } catch (const JournalFailure& failure) {
    fall_silent(failure.what());
    return false;
  }
  if (silent_)
    alarm_(fmt::format("The journal in {} is written again; nothing was lost.", options_.directory.string()));
  silent_ = false;
  return true;
}

bool Journal::append(Connection& connection) {
  try {
    write_news(connection);
  } catch (const JournalFailure& failure) {
    fall_silent(failure.what());
    return false;
  }
  return true;
}

void Journal::begin_file(Connection& connection) {
  file_.reset();
  const JournalFileName name{generation_, number_ + 1, position_.end.seq};
  auto file = std::make_unique<JournalFile>(options_.directory, name, disk_);
  number_ = name.number;
  try {
    file->add(
        JournalHeader{journal_version, store_identity(connection), generation_, position_, clock_.now()});
    file->sync();
  } catch (const JournalFailure&) {
    file->remove();
    throw;
  }
  file_ = std::move(file);
  file_full_ = backup_made_ = false;
  write_news(connection);
}

void Journal::write_news(Connection& connection) {
  bool any = false;
  const auto reached = JournalNews::read(connection, position_, introduced_, [&](const JournalLine& line) {
    any = true;
    if (const auto* row = std::get_if<AuditLine>(&line); row && row->action == "backup_made")
      backup_made_ = true;
    file_->add(line);
  });
  if (any) file_->sync();
  position_ = reached;
  file_full_ = file_->size() >= options_.file_bytes;
}

/// Says it once, and again when the reason is another.
void Journal::fall_silent(const std::string& reason) {
  // Never the same file again: what its failed flush left on the disk nobody knows.
  file_.reset();
  lock_.reset();
  introduced_.clear();
  if (!silent_)
    alarm_(
        fmt::format("The journal in {} cannot be written ({}): nothing is accepted until it can. Make room "
                    "there or bring the directory back; it is tried again with every request.",
                    options_.directory.string(), reason));
  silent_ = true;
}

}  // namespace waymark::server
