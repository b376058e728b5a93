// What a power cut may take from the files of a folder: for every sector written since its file was last
// flushed, what it held then and at each write since; for every file made, removed or renamed since the
// folder was last flushed, that it was. cut() then leaves the files in one of the states a machine might find
// them in.
//
// A sector is 512 bytes and is written whole or not at all; sectors reach the disk in any order. Bytes
// beyond the flushed end of a file may be missing or zero. A rename happened whole or not at all; which of
// several names made, changed and removed come to the disk has nothing to do with their order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace waymark::test {

/// A file that is open, as this needs it. Not opened a second time: closing that would end SQLite's locks.
struct OpenFile {
  std::int64_t size;
  std::function<std::string(std::int64_t offset, std::int64_t size)> read;  ///< short at the end of the file
};

class UnflushedFiles {
 public:
  using Path = std::filesystem::path;

  /// Each before it happens.
  void make(const Path& file);
  void write(const Path& file, const OpenFile& before, std::int64_t offset, std::int64_t size);
  void cut_short(const Path& file, const OpenFile& before, std::int64_t size);
  void remove(const Path& file);
  /// `name` is given to the file, too, and is new.
  void link(const Path& file, const Path& name);
  /// In the place of what is called `to`, if anything is.
  void rename(const Path& from, const Path& to);

  void flushed(const Path& file);
  void folder_flushed();

  /// The power is gone and came back. Nothing in the folder may be open.
  void cut(std::mt19937_64& random);

 private:
  struct File {
    std::int64_t flushed_size = 0;
    std::int64_t least_size = 0;                           ///< since the last flush
    std::map<std::int64_t, std::vector<std::string>> was;  ///< by sector, oldest first; short past the end
  };
  struct Removed {
    std::string content;
    std::optional<File> unflushed;
  };

  struct Renamed {
    Path from, to;
    bool from_was_made = false;  ///< since the folder was flushed
    std::optional<Removed> replaced;
  };

  Removed gone(const Path& file);
  static void bring_back(const Path& file, const Removed& removed, std::mt19937_64& random);
  static void undo(const Renamed& renamed, std::mt19937_64& random);
  File& touched(const Path& file, std::int64_t size);
  static void keep(File& file, const OpenFile& before, std::int64_t from, std::int64_t to);
  static void shake(const Path& path, const File& file, std::mt19937_64& random);

  std::map<Path, File> files_;       // written since they were flushed
  std::set<Path> made_;              // since the folder was flushed
  std::map<Path, Removed> removed_;  // since the folder was flushed
  std::vector<Renamed> renamed_;     // since the folder was flushed, oldest first
};

}  // namespace waymark::test
