// The machines that stores run on. To open a store and prepare its statements costs as much as many steps, so
// a machine that is running at the end of a run goes on to the next: its files are then replaced below the
// open store, to the last byte, and all that the run can see of it is as on a new one.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mobile/device/device_store.h"
#include "shared/sample/seeded_random.h"
#include "syncserver/store/central_store.h"
#include "tests/disk/faulty_disk.h"
#include "tests/simulation/clocks.h"
#include "tests/simulation/folder.h"
#include "tests/simulation/journal_device.h"
#include "tests/simulation/server_tables.h"

namespace waymark::simulation {

/// What may become of a machine while it runs. A power cut also loses what was not flushed; where none is to
/// be expected it is no more than a death, and writes cost less.
enum class Peril { none, death, power_cut };

/// A phone's or tablet's.
struct Handset {
  explicit Handset(std::filesystem::path its_folder) : folder(std::move(its_folder)) {}
  static constexpr const char* file_name = "phone.db";

  const std::filesystem::path folder;
  DeviceClock clock;
  SeededRandom random{0};
  device::PlainSeal seal;
  std::unique_ptr<device::DeviceStore> store;  ///< null: not running
};

/// The server's.
struct ServerMachine {
  explicit ServerMachine(std::filesystem::path its_folder) : folder(std::move(its_folder)) {}
  static constexpr const char* file_name = "agency.db";

  const std::filesystem::path folder;
  DeviceClock clock;
  SeededRandom random{0};
  std::function<void(const std::string&)> alarm;
  std::optional<JournalDevice> journal;  ///< none: it keeps no journal
  std::filesystem::path journal_folder() const { return folder / "journal"; }
  std::unique_ptr<server::CentralStore> store;  ///< null: not running
  std::unique_ptr<ServerTables> tables;
};

/// Machines between runs.
class Machines {
 public:
  /// Keeps them in folders below `folder`.
  Machines(test::FaultyDisk& disk, std::filesystem::path folder);
  ~Machines();

  /// Running on these files, in the time of `world`. Where its power may be cut it is a new one, not yet
  /// running: what is flushed of its files counts from when they are opened. So is one whose files are more
  /// than a database.
  std::unique_ptr<Handset> take_phone(const FileSet& files, const WorldClock& world, Peril peril);
  /// One that is to keep a journal is not running either.
  std::unique_ptr<ServerMachine> take_server(const FileSet& files, const WorldClock& world, Peril peril,
                                             bool with_journal);
  /// Running, and no power cut was expected of it, nor a journal kept.
  void give_back(std::unique_ptr<Handset> phone);
  void give_back(std::unique_ptr<ServerMachine> server);

 private:
  /// As many as one run has running at its end.
  static constexpr std::size_t kept_phones = 16;

  std::filesystem::path new_folder();
  template <class Machine>
  void close(Machine& machine);

  test::FaultyDisk& disk_;
  std::filesystem::path folder_;
  std::vector<std::unique_ptr<Handset>> phones_;
  std::unique_ptr<ServerMachine> server_;
  int made_machines_ = 0;
};

/// Starts the process; throws if the store does not open.
void start(Handset& phone);
Result<void> start(ServerMachine& server);

}  // namespace waymark::simulation
