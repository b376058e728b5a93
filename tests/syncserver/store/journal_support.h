// A disk for journals that fails on demand, what a journal's files hold, and what a whole store holds.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
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
/// Writes a file anew with each line as `change` leaves it, and checksums that fit.
void forge(const std::filesystem::path& file,
           const std::function<void(JournalLine& line, std::int64_t number)>& change);
/// How often each op is in the journal.
std::map<std::string, int> ops_in(const std::filesystem::path& directory);

/// All that a restore must bring back, table by table, as text: everything but tokens, what devices said of
/// themselves, refused ops and how far backups reach.
std::map<std::string, std::string> state_of(const std::filesystem::path& store);

/// A world served with a journal, whose disk can die.
struct Served : World {
  explicit Served(std::uint64_t seed = 1) : World(TemporaryDirectory::Kind::memory), rng(seed) { serve(); }

  /// Starts the server, anew if it runs.
  void serve();
  void back_up();
  /// Ends the server and takes its store away; what it held comes back.
  std::map<std::string, std::string> die();
  Result<RestoreReport> restore() { return CentralStore::restore(path(), backup, false, journal); }

  int below(int bound) { return static_cast<int>(rng() % static_cast<std::uint64_t>(bound)); }
  /// An entry of Ana's, each number another.
  Op entry(int i) { return new_entry(*this, ana.person_id, noon_ms - (i + 2) * hour_ms, 30); }

  std::mt19937_64 rng;
  std::int64_t file_bytes = 64 << 20;  ///< of each journal file
  std::filesystem::path journal = directory / "journal";
  std::filesystem::path backup = directory / "backup.db";
};

/// Checks table by table.
void check_same(const std::map<std::string, std::string>& before,
                const std::map<std::string, std::string>& after);
/// Opens the restored store for verify, and closes it.
bool is_whole(Served& world);
void remove_store(const std::filesystem::path& path);

}  // namespace waymark::server::test
