// The journal's files: their names, making them, adding to them, reading them.
//
// `0001-000007-after-000000012345.jsonl` is file 7, of generation 1, and holds what came after number 12345
// of the store's chain: in the order of their names files are in the order of time.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "shared/error.h"
#include "syncserver/store/journal_line.h"

namespace waymark::server {

/// The calls that put a journal on its disk, handed in so that tests can let them fail. Each returns what the
/// system call returns, with errno.
class JournalDisk {
 public:
  virtual ~JournalDisk() = default;
  /// A new file to append to; an existing one is EEXIST. The descriptor, or -1.
  virtual int create(const std::filesystem::path& path);
  virtual ssize_t write(int descriptor, const char* data, std::size_t size);
  virtual int sync(int descriptor);
};

/// What the journal's disk refused, in the system's words.
class JournalFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct JournalFileName {
  int generation = 0;
  int number = 0;
  std::int64_t after = 0;

  std::string text() const;
  static std::optional<JournalFileName> parse(std::string_view text);
  friend auto operator<=>(const JournalFileName&, const JournalFileName&) = default;
};

/// The journal files in a directory, oldest first; other files are passed over. cannot_open.
Result<std::vector<JournalFileName>> list_journal(const std::filesystem::path& directory);

/// Puts on the disk what somebody else wrote into a file and may not have flushed. Throws JournalFailure.
void flush_journal_file(const std::filesystem::path& path, JournalDisk& disk);

/// A file being written. Throws JournalFailure; after that it is not to be used again: what a failed fsync
/// left on the disk nobody knows.
class JournalFile {
 public:
  /// Makes the file and its place in the directory durable with the first sync().
  JournalFile(const std::filesystem::path& directory, const JournalFileName& name, JournalDisk& disk);
  ~JournalFile();
  JournalFile(const JournalFile&) = delete;
  JournalFile& operator=(const JournalFile&) = delete;

  void add(const JournalLine& line);
  /// What was added is on the disk, and under the file's name: a file that was taken away, or whose disk was,
  /// still takes writes that nobody will find.
  void sync();
  std::int64_t size() const { return size_; }
  /// A file that could not even be begun is taken away again.
  void remove();

 private:
  void flush();
  void check_still_there() const;

  std::filesystem::path path_;
  JournalDisk& disk_;
  int descriptor_ = -1;
  std::int64_t lines_ = 0;
  std::int64_t size_ = 0;
  bool named_ = false;  ///< its name is durable
  std::string waiting_;
};

/// Reads a file line by line.
class JournalFileReader {
 public:
  explicit JournalFileReader(const std::filesystem::path& path);

  enum class Found {
    line,
    end,
    torn,    ///< an unfinished line at the end: its writer was killed, and nobody was told that it is there
    damage,  ///< a line that is not what was written; the ones after it can still be asked for
  };
  Found next();
  JournalLine& line() { return *line_; }
  std::int64_t number() const { return number_; }  ///< of the line found last
  std::int64_t bytes() const { return bytes_; }    ///< read so far

 private:
  std::ifstream file_;
  std::optional<JournalLine> line_;
  std::int64_t number_ = 0;
  std::int64_t bytes_ = 0;
};

}  // namespace waymark::server
