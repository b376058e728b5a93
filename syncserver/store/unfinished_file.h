// A database in the making: it lies beside its place under a name of its own, and gets its own name when it
// is whole. What a killed process left of one is found and taken away by the next that makes one there.
#pragma once

#include <filesystem>

namespace waymark::server {

class UnfinishedFile {
 public:
  /// Takes away what others left unfinished in the directory of `target`, then makes an empty file there that
  /// this object holds. Throws std::system_error.
  explicit UnfinishedFile(const std::filesystem::path& target);
  /// Removes the file, with logs of it, unless it was renamed.
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  /// `<target>.unfinished-<process>-<number>`.
  const std::filesystem::path& path() const { return path_; }

 private:
  bool make(const std::filesystem::path& path);

  std::filesystem::path path_;
  int descriptor_ = -1;  // holds a lock on the file for as long as somebody works on it
};

}  // namespace waymark::server
