// A Unix socket's place in the file system, for paths of any length. The kernel takes 107 bytes; a longer
// path is reached through the open directory it lies in (/proc/self/fd/N/name), without changing the
// process's own directory.
#pragma once

#include <filesystem>
#include <string>

#include "shared/error.h"

namespace waymark::server {

class UnixSocketPath {
 public:
  /// cannot_open where the directory can't be opened, or the file's own name is over 80 bytes.
  static Result<UnixSocketPath> open(const std::filesystem::path& path);
  ~UnixSocketPath();
  UnixSocketPath(UnixSocketPath&& other) noexcept;
  UnixSocketPath& operator=(UnixSocketPath&& other) noexcept;
  UnixSocketPath(const UnixSocketPath&) = delete;
  UnixSocketPath& operator=(const UnixSocketPath&) = delete;

  /// What bind and connect are given; valid while this object lives.
  const std::string& short_name() const { return short_name_; }
  std::string full_name() const { return path_.string(); }
  /// Removes the socket file if one is there (and it is a socket).
  void remove_file() const;

 private:
  UnixSocketPath(std::filesystem::path path, int directory, std::string short_name)
      : path_(std::move(path)), directory_(directory), short_name_(std::move(short_name)) {}

  std::filesystem::path path_;
  int directory_ = -1;
  std::string short_name_;
};

/// Where a server on this database listens for its own command line: `<database>.sock`.
std::filesystem::path command_socket_of(const std::filesystem::path& database);

}  // namespace waymark::server
