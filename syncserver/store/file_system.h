// What the store asks of the file system past SQLite: files made, copied, named, taken away and flushed. One
// object for the process, as SQLite's default VFS is for SQLite's own calls, so that a test's disk can stand
// in for both and let any of them fail.
#pragma once

#include <filesystem>

namespace waymark::server {

/// The system's. All but create() throw std::system_error.
class FileSystem {
 public:
  using Path = std::filesystem::path;
  virtual ~FileSystem() = default;

  /// A new, empty file for its owner alone, never in the place of another (EEXIST). Its descriptor, or -1
  /// with errno.
  virtual int create(const Path& file);
  /// Over what is there.
  virtual void copy(const Path& from, const Path& to);
  /// One more name for a file. Unlike rename() never in the place of another.
  virtual void link(const Path& file, const Path& name);
  virtual void rename(const Path& from, const Path& to);
  /// Nothing happens where there is none.
  virtual void remove(const Path& file);
  /// What was written to the file is on the disk.
  virtual void flush(const Path& file);
  /// And so are the names in the directory it lies in: files made, renamed and removed there.
  virtual void flush_names_beside(const Path& file);
};

FileSystem& file_system();
/// For tests: another in its place, or the system's again (null). No store is open meanwhile.
void use_file_system(FileSystem* other);

}  // namespace waymark::server
