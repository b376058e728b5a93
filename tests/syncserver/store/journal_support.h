// A disk for journals that fails on demand, what a journal's files hold, and what a whole store holds.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "syncserver/store/journal_file.h"
#include "tests/syncserver/store/support.h"

namespace waymark::server::test {

/// Each call fails with the error set for it, until that is 0 again.
class FailingDisk final : public JournalDisk {
 public:
  int create(const std::filesystem::path& path) override;
  /// Where it fails, half of what was asked is written first, as a full disk does.
  ssize_t write(int descriptor, const char* data, std::size_t size) override;
  int sync(int descriptor) override;

  std::atomic<int> create_error{0}, write_error{0}, sync_error{0};
  std::atomic<int> syncs{0};  ///< asked for

 private:
  bool half_written_ = false;
};

/// The journal's files, oldest first.
std::vector<std::filesystem::path> journal_files(const std::filesystem::path& directory);
std::string content_of(const std::filesystem::path& file);
void set_content(const std::filesystem::path& file, const std::string& content);

/// Every line that can be read, file after file.
std::vector<JournalLine> journal_lines(const std::filesystem::path& directory);
/// How often each op is in the journal.
std::map<std::string, int> ops_in(const std::filesystem::path& directory);

/// All that a restore must bring back, table by table, as text: everything but tokens, what devices said of
/// themselves, refused ops and how far backups reach.
std::map<std::string, std::string> state_of(const std::filesystem::path& store);

}  // namespace waymark::server::test
