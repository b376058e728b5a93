// The real server and real phones as processes over loopback, and what must be true of their files whenever
// one of them was killed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/syncserver/cli/process.h"
#include "tests/temporary_directory.h"

namespace waymark::test {

class ServerProcess {
 public:
  /// A new agency with one specialist.
  ServerProcess();
  /// Starts `serve` and waits until it is ready.
  void start();
  /// Starts it and waits for nothing.
  void begin() { running_.emplace(words("serve", {"--listen", listen_})); }
  bool is_running() const { return running_.has_value(); }
  pid_t pid() const { return running_->pid(); }
  void kill();
  /// SIGTERM, and the end.
  void stop();

  /// A code for the specialist.
  std::string code() const;
  std::string address() const { return "http://" + listen_; }
  const std::filesystem::path& folder() const { return directory_.path(); }
  std::filesystem::path path() const { return directory_ / "agency.db"; }
  std::vector<std::string> words(const std::string& command, const std::vector<std::string>& more = {}) const;
  /// `waymark-server verify` on the files; "" when it finds nothing.
  std::string fault_of(const std::filesystem::path& path) const;
  std::string fault() const { return fault_of(path()); }
  /// All ops it has accepted, with their places; read without touching the files.
  std::map<std::string, std::int64_t> ops() const;
  /// The head of each record.
  std::map<std::string, std::string> heads() const;

 private:
  TemporaryDirectory directory_{TemporaryDirectory::Kind::memory};
  std::string listen_;
  std::string person_;
  std::optional<Running> running_;
};

class PhoneProcess {
 public:
  PhoneProcess(const ServerProcess& server, std::uint64_t seed);
  /// Starts it; it enrols the first time.
  void start();
  /// Reads on until it has told of `count` things more, or ended. Throws at `trouble`.
  void hear(int count);
  bool is_running() const { return running_.has_value(); }
  /// Sends the signal; to be followed by gone().
  void send_kill() { running_->signal(9); }
  /// Takes in what it told before it died.
  void gone();
  void kill() {
    send_kill();
    gone();
  }
  /// Runs until nothing waits.
  void settle();

  /// What is wrong with its files, given what the server has; "" for nothing. Not while it runs.
  std::string fault(const ServerProcess& server) const;
  /// The op shown of each record. Not while it runs.
  std::map<std::string, std::string> tips() const;
  std::size_t edits() const { return edits_.size(); }

 private:
  void note(const std::string& line);

  const ServerProcess& server_;
  std::string code_;
  std::uint64_t seed_;
  TemporaryDirectory directory_{TemporaryDirectory::Kind::memory};
  std::optional<Running> running_;
  std::vector<std::pair<std::string, std::string>> edits_;  // acknowledged to its person: record and op
  std::size_t synced_ = 0;                                  // so many of them are on the server
};

}  // namespace waymark::test
