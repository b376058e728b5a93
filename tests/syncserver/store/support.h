// A small agency on a store in a directory of its own, and phones that speak to it through the wire's codec.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/records/record_codec.h"
#include "shared/sample/seeded_random.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/central_store.h"
#include "tests/manual_clock.h"
#include "tests/syncserver/store/older_store.h"
#include "tests/temporary_directory.h"

namespace waymark::server::test {

/// Monday 2026-03-02 12:00 in New York unless set otherwise.
inline constexpr std::int64_t noon_ms = 1772470800000;
inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t hour_ms = 3'600'000;
inline constexpr std::int64_t day_ms = 24 * hour_ms;

using waymark::test::ManualClock;
using waymark::test::TemporaryDirectory;

Date date(std::string_view text);

class World;

/// One enrolled device with what it remembers between requests.
class Phone {
 public:
  Phone(World& world, DeviceIdentity identity) : world_(&world), identity_(std::move(identity)) {}

  SyncRequest request(const std::vector<Op>& ops = {}, int limit = max_rows_per_page) const;
  /// One request over the wire's codec, with this phone's marks; nothing is remembered.
  SyncResponse send(const SyncRequest& request);
  /// Sends ops without looking at rows; marks stay as they are.
  std::vector<OpResult> push(const std::vector<Op>& ops);
  OpResult push(const Op& op) { return push(std::vector<Op>{op}).at(0); }
  /// Pulls page after page until nothing is left, remembers the marks and returns the rows.
  std::vector<Row> pull(int limit = max_rows_per_page);

  const DeviceIdentity& identity() const { return identity_; }
  const std::string& person() const { return identity_.person_id; }

  Mark cursor, high;
  std::optional<std::int64_t> scope;

 private:
  World* world_;
  DeviceIdentity identity_;
};

class World {
 public:
  /// Two teams: north (lead Lena, specialists Ana and Ben), south (lead Sam, specialist Cid), and an admin.
  explicit World(TemporaryDirectory::Kind kind = TemporaryDirectory::Kind::disk);

  void open(StoreOptions options = {});
  void close() { store.reset(); }
  std::filesystem::path path() const { return directory / "store.db"; }

  PersonInfo add(const std::string& name, Role role, const std::string& team);
  Phone enroll(const PersonInfo& person, const std::string& device_name = "phone");

  std::string op_id() { return make_op_id(ids); }
  std::string rid() { return make_record_id(ids, clock.now()); }

  TemporaryDirectory directory;
  ManualClock clock{instant_from_ms(noon_ms)};
  SeededRandom random{1};
  SeededRandom ids{2};
  std::vector<std::string> alarms;
  std::unique_ptr<CentralStore> store;
  PersonInfo lena, ana, ben, sam, cid, admin;
};

/// The first version of a record.
Op first(World& world, RecordType type, std::string rid, std::string body);
/// An edit by someone who knew `known` (its first is the tip).
Op edit(World& world, const Op& before, std::string body, std::vector<std::string> also_known = {});
Op remove(World& world, const Op& before);

/// An engagement in person at a library, which counts.
Entry entry_at(std::string_view specialist, std::int64_t starts_ms, std::int64_t minutes);
Op new_entry(World& world, std::string_view specialist, std::int64_t starts_ms, std::int64_t minutes);
Op new_leave(World& world, std::string_view specialist, std::string_view day, int minutes);
Op week_op(World& world, std::string_view specialist, std::string_view week, WeekRecordState state);
Op approval_op(World& world, std::string_view specialist, std::string_view week, ApprovalState state);
Op participant_op(World& world, std::string_view specialist);
Op job_op(World& world, const std::string& participant, const std::string& employer);
Op employer_op(World& world, const std::string& name);

/// Runs SQL on the closed store's file, as someone tampering with it would.
void tamper(const std::filesystem::path& path, const std::string& sql);

}  // namespace waymark::server::test
