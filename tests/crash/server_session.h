// A server's store with its script: an agency of two specialists and their lead, on the faulty disk.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "shared/sample/seeded_random.h"
#include "syncserver/store/central_store.h"
#include "tests/crash/mishaps.h"
#include "tests/manual_clock.h"
#include "tests/temporary_directory.h"

namespace waymark::test {

/// Monday 2026-03-02, 12:00 in New York.
inline constexpr Instant monday_noon = instant_from_ms(1'772'470'800'000);

class ServerSession;

struct ServerStep {
  std::string name;
  std::function<Result<void>(ServerSession&)> run;
  bool whole = true;
};

struct ServerScript {
  std::string name;
  std::function<void(ServerSession&)> prepare;  ///< on a sound disk, once
  std::vector<ServerStep> steps;
  int power_cuts = 1;       ///< at each place, each with other losses
  bool begins_open = true;  ///< false: `prepare` leaves what the first step opens
};

class ServerSession final : public Session {
 public:
  explicit ServerSession(const std::vector<ServerStep>& steps) : steps_(steps) {}
  /// In the same state as another, which is closed.
  ServerSession(const std::vector<ServerStep>& steps, const ServerSession& other);

  const std::filesystem::path& folder() const override { return folder_.path(); }
  Result<void> perform(std::size_t number) override;
  bool is_open() const override { return store != nullptr; }
  void close() override { store.reset(); }
  /// Before anybody was told that the store was made there need not be one: `init` is then to be run again,
  /// and the session stays closed.
  Result<void> reopen() override;
  std::string state() override;
  /// Of the store; and of its copies: what was acknowledged is in the store or in the one that a restore put
  /// aside, a reported backup is there and whole, and one holds all that is called safe (invariant 10).
  std::vector<std::string> faults() override;

  std::filesystem::path path() const { return folder_ / "agency.db"; }
  /// A name in the folder that nothing has yet.
  std::filesystem::path free_path(const std::string& name) const;
  Result<void> init();
  /// To a new file.
  Result<void> back_up();
  /// Closes the store and opens it again with that file of the folder in its place.
  Result<void> restore(const std::string& name);
  /// Closes the store as a killed process does: its log stays.
  void close_with_log();
  /// Adds a person, unless there is one of that name already.
  Result<void> add(const std::string& name, Role role);
  std::string person(const std::string& name);
  Result<void> make_code(const std::string& name);
  /// Enrols a device with the code made for the person.
  Result<void> enroll(const std::string& name);
  /// Sends ops from that person's device. An error unless they end as `expected`.
  Result<void> send(const std::string& name, const std::vector<Op>& ops,
                    const std::vector<OpStatus>& expected);

  ManualClock clock{monday_noon};
  SeededRandom random{1};
  std::map<std::string, std::string> codes;               ///< by person
  std::map<std::string, server::DeviceIdentity> devices;  ///< by person
  std::filesystem::path journal;                          ///< what restores replay, if any
  std::unique_ptr<server::CentralStore> store;

 private:
  const std::vector<ServerStep>& steps_;
  TemporaryDirectory folder_{TemporaryDirectory::Kind::memory};
  bool made_ = false;                            // somebody was told that the store was made
  std::set<std::string> acknowledged_;           // ops
  std::map<std::string, std::int64_t> backups_;  // reported: what each holds, by name
  bool opened_half_ = false;                     // what was to be opened was not whole, or of two schemas
};

/// For the runner. `script` must outlive what it returns.
Script to_script(const ServerScript& script);

}  // namespace waymark::test
