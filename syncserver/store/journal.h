// A second place for everything that a restore must bring back (docs/journal.md): what the writer committed
// is appended to a file in a directory of its own and flushed before anybody is told that it was accepted.
// The writer thread's own.
//
// What fails here never undoes what was committed: it keeps it from being acknowledged. Whoever sent it hears
// `busy`, sends it again, and is answered once the journal has caught up.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "shared/time/instant.h"
#include "syncserver/store/connection.h"
#include "syncserver/store/journal_file.h"
#include "syncserver/store/lock_file.h"

namespace waymark::server {

struct JournalOptions {
  std::filesystem::path directory;
  JournalDisk* disk = nullptr;         ///< none: the system's
  std::int64_t file_bytes = 64 << 20;  ///< after which a new file is begun
};

class Journal {
 public:
  /// Makes the directory if it is missing (not the ones above it) and takes its lock, so that no other server
  /// writes there. cannot_open, locked.
  static Result<std::unique_ptr<Journal>> open(const JournalOptions& options, const Clock& clock,
                                               std::function<void(const std::string&)> alarm);

  /// Begins a file where the newest one ends, and brings it up to date. A journal of another store, or of
  /// another history of this one (the store was restored without it), is kept and a new generation begun.
  /// cannot_open.
  Result<void> start(Connection& connection);

  /// Whether there is a file to append to; tries to begin one where there is not. While there is none,
  /// nothing may be committed: nobody could be told of it.
  bool ready(Connection& connection);

  /// Writes down what was committed since, and flushes it. False: nobody may be told of it.
  bool append(Connection& connection);

 private:
  Journal(const JournalOptions& options, const Clock& clock, std::function<void(const std::string&)> alarm,
          LockFile lock);

  /// The position that the newest readable file ends at; none where there is no such file.
  std::optional<JournalPosition> find_end(const std::vector<JournalFileName>& files, std::string& store);
  void begin_file(Connection& connection);
  void write_news(Connection& connection);
  void fall_silent(const std::string& reason);

  const JournalOptions options_;
  const Clock& clock_;
  const std::function<void(const std::string&)> alarm_;
  JournalDisk system_disk_;
  JournalDisk& disk_;
  std::optional<LockFile> lock_;

  int generation_ = 1;
  int number_ = 0;            ///< of the file begun last
  JournalPosition position_;  ///< all before it is on the disk
  std::set<std::string, std::less<>> introduced_;
  std::unique_ptr<JournalFile> file_;
  bool file_full_ = false;
  bool backup_made_ = false;
  bool silent_ = false;
};

}  // namespace waymark::server
