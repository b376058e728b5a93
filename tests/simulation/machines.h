// The machines that stores run on. To open a store and prepare its statements costs as much as many steps, so
// a machine goes on to the next run where nothing happened to its process or files: its rows are then put
// back to the template's. All that a run can see of it is as on a new one, but for how the file's pages lie,
// so whoever is to die at the n-th change of its disk gets a new one.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mobile/device/device_store.h"
#include "shared/sample/seeded_random.h"
#include "syncserver/store/central_store.h"
#include "tests/disk/faulty_disk.h"
#include "tests/simulation/clocks.h"
#include "tests/simulation/server_tables.h"

namespace waymark::simulation {

struct Template;

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
  std::unique_ptr<server::CentralStore> store;  ///< null: not running
  std::unique_ptr<ServerTables> tables;
};

/// Machines between runs.
class Machines {
 public:
  /// Keeps them in folders below `folder`.
  Machines(test::FaultyDisk& disk, const Template& made, std::filesystem::path folder);
  ~Machines();

  /// Running, as the template's `number`-th phone was, and in the time of `world`.
  std::unique_ptr<Handset> take_phone(std::size_t number, const WorldClock& world);
  std::unique_ptr<ServerMachine> take_server(const WorldClock& world);
  /// Nothing happened to its process or files.
  void give_back(std::size_t number, std::unique_ptr<Handset> phone);
  void give_back(std::unique_ptr<ServerMachine> server);

 private:
  struct Rows;

  test::FaultyDisk& disk_;
  const Template& made_;
  std::filesystem::path folder_;
  std::unique_ptr<Rows> rows_;
  std::map<std::size_t, std::unique_ptr<Handset>> phones_;
  std::unique_ptr<ServerMachine> server_;
  int made_machines_ = 0;
};

/// Starts the process; throws if the store does not open.
void start(Handset& phone);
Result<void> start(ServerMachine& server);

}  // namespace waymark::simulation
