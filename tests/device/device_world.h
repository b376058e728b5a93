// What the tests of this room hand to the code under test: a phone in a folder that goes away, a key store in
// memory, and bodies that pass validation.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "mobile/device/device_store.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/memory_key_store.h"
#include "mobile/device/records.h"
#include "shared/records/record_codec.h"
#include "shared/sample/seeded_random.h"
#include "shared/time/zone.h"
#include "tests/manual_clock.h"
#include "tests/temporary_directory.h"

namespace waymark::device::testing {

/// Wednesday 2026-03-04, 10:00 in New York.
inline constexpr Instant day_one = instant_from_ms(1'772'636'400'000);
inline constexpr auto minute = std::chrono::minutes{1};
inline constexpr auto hour = std::chrono::hours{1};

using test::ManualClock;
using test::TemporaryDirectory;

/// A key chain that may be locked.
class KeyChain final : public MemoryKeyStore {
 public:
  Result<void> save(std::string_view name, std::string_view secret) override;
  bool refuse_to_save = false;
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

  ManualClock clock{day_one};
  SeededRandom random;
  PlainSeal seal;
  TemporaryDirectory folder;
  StoreOptions options;
  KeyChain keys;
  std::unique_ptr<DeviceStore> store;
};

}  // namespace waymark::device::testing
