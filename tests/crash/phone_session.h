// A phone with its script: the store on the faulty disk, a fake server that keeps what it was told.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/crash/mishaps.h"
#include "tests/device/sync_steps.h"

namespace waymark::test {

class PhoneSession;

struct PhoneStep {
  std::string name;
  std::function<Result<void>(PhoneSession&)> run;
  bool whole = true;
};

struct PhoneScript {
  std::string name;
  std::function<void(PhoneSession&)> prepare;  ///< on a sound disk, once; may be none
  std::vector<PhoneStep> steps;
  bool begins_open = true;
};

class PhoneSession final : public Session {
 public:
  explicit PhoneSession(const std::vector<PhoneStep>& steps) : steps_(steps) {}
  /// In the same state as another, which is closed.
  PhoneSession(const std::vector<PhoneStep>& steps, const PhoneSession& other);

  const std::filesystem::path& folder() const override { return folder_.path(); }
  Result<void> perform(std::size_t number) override;
  bool is_open() const override { return store != nullptr; }
  void close() override { store.reset(); }
  Result<void> reopen() override;
  std::string state() override;
  std::vector<std::string> faults() override;

  device::EntryBook book() { return device::EntryBook(*store); }
  std::filesystem::path file() const { return folder_ / "store.db"; }
  /// Opens a new store that is Ana's.
  void enrolled();
  /// A whole run of the sync session; an error unless it ended in `expected` (with no other error than that
  /// the phone is not enrolled any more).
  Result<void> sync(device::SessionState expected = device::SessionState::done);
  /// One request and its answer, the answer taken in as one transaction.
  Result<void> exchange(int max_ops = 200, int limit = 500);

  ManualClock clock{device::testing::day_one};
  SeededRandom random{1};
  device::PlainSeal seal;
  device::MemoryKeyStore keys;
  device::testing::FakeServer server{clock};
  std::map<std::string, device::testing::FakeServer::State> backups;  ///< the server's
  std::unique_ptr<device::DeviceStore> store;

 private:
  const std::vector<PhoneStep>& steps_;
  TemporaryDirectory folder_{TemporaryDirectory::Kind::memory};
};

/// For the runner. `script` must outlive what it returns.
Script to_script(const PhoneScript& script);

template <class T>
Result<void> without_value(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

}  // namespace waymark::test
