// What the tests of this room hand to the code under test: a clock they turn, seeded randomness, a folder
// that goes away, a key store in memory, and bodies that pass validation.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>

#include "mobile/device/device_store.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/key_store.h"
#include "mobile/device/records.h"
#include "shared/records/record_codec.h"
#include "shared/time/zone.h"

namespace waymark::device::testing {

/// Wednesday 2026-03-04, 10:00 in New York.
inline constexpr Instant day_one = instant_from_ms(1'772'636'400'000);
inline constexpr auto minute = std::chrono::minutes{1};
inline constexpr auto hour = std::chrono::hours{1};

class ManualClock final : public Clock {
 public:
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }
  void pass(Millis time) { now_ += time; }

 private:
  Instant now_ = day_one;
};

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
  }
  /// A whole number from 0 to below `bound`.
  int below(int bound) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(bound)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937_64 engine_;
};

class MemoryKeyStore final : public KeyStore {
 public:
  Result<std::optional<std::string>> load(std::string_view name) const override;
  Result<void> save(std::string_view name, std::string_view secret) override;
  Result<void> erase(std::string_view name) override;
  std::size_t size() const { return secrets_.size(); }
  bool refuse_to_save = false;

 private:
  std::map<std::string, std::string, std::less<>> secrets_;
};

/// A new folder, removed with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const std::string ana = "0190a000-0000-7000-8000-000000000001";
inline const std::string ben = "0190a000-0000-7000-8000-000000000002";

/// A record id that tells itself from others by a number.
std::string numbered_id(int number);

/// An hour of employer visit, complete, of Ana's.
Entry visit(Instant starts_at, const std::string& note = "");
/// A visit that still runs.
Entry running_visit(Instant starts_at);

/// A phone: a store in a folder of its own, enrolled as Ana unless said otherwise.
struct Phone {
  explicit Phone(std::uint64_t seed = 1, bool enrolled = true, const StoreOptions& options = {0, false});
  /// Closes the store and opens it again from its file.
  void reopen();
  Records records() const { return Records(*store); }
  EntryBook book() { return EntryBook(*store); }
  /// The entry as shown; fails the test if there is none.
  Stored<Entry> entry(const std::string& id) const;

  ManualClock clock;
  SeededRandom random;
  PlainSeal seal;
  TemporaryFolder folder;
  StoreOptions options;
  MemoryKeyStore keys;
  std::unique_ptr<DeviceStore> store;
};

}  // namespace waymark::device::testing
