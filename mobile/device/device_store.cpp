#include "mobile/device/device_store.h"

#include <mutex>
#include <type_traits>
#include <utility>

#include "mobile/device/database.h"
#include "mobile/device/edits.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/needs.h"
#include "mobile/device/sync_side.h"
#include "shared/records/natural_key.h"

namespace waymark::device {

struct DeviceStore::Parts {
  std::unique_ptr<Database> database;
  std::unique_ptr<SyncSide> sync_side;
  // Shared, so that a call under way keeps the listener it started with alive; recursive, so that a listener
  // may write and take itself away.
  mutable std::recursive_mutex listener_mutex;
  std::shared_ptr<std::function<void(const StoreChange&)>> listener;
};

namespace {

StoreChange local_change(RecordType type) {
  StoreChange change;
  change.types.insert(type);
  change.outbox = true;
  change.local = true;
  return change;
}

/// The op made, with the type of its record for whoever listens.
using Made = std::pair<RecordType, std::string>;

Result<RecordRow> shown_record(Work& work, std::string_view rid) {
  auto record = load_record(work, rid);
  if (!record || !record->body) return fail(ErrorCode::not_found, "This record is no longer on this phone.");
  return std::move(*record);
}

}  // namespace

Result<std::unique_ptr<DeviceStore>> DeviceStore::open(const std::filesystem::path& file, const Clock& clock,
                                                       RandomSource& random, const BodySeal& seal,
                                                       const StoreOptions& options) {
  auto database = Database::open(file, clock, random, seal, options);
  if (!database) return tl::unexpected(database.error());
  auto parts = std::make_unique<Parts>();
  parts->database = std::move(*database);
  std::unique_ptr<DeviceStore> store(new DeviceStore(std::move(parts)));
  store->parts_->sync_side = std::make_unique<SyncSide>(
      *store->parts_->database, [raw = store.get()](const StoreChange& change) { raw->notify(change); });
  return store;
}

DeviceStore::DeviceStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
DeviceStore::~DeviceStore() = default;

Result<std::optional<Identity>> DeviceStore::identity() const {
  return database().read([](Work& work) -> Result<std::optional<Identity>> { return load_identity(work); });
}

Result<bool> DeviceStore::has_server() const {
  return database().read([](Work& work) -> Result<bool> {
    return Query(work.sql, "SELECT 1 FROM state WHERE identity IS NOT NULL OR wiped_from IS NOT NULL").next();
  });
}

Result<std::string> DeviceStore::edit(RecordType type, std::string_view rid, std::string_view body,
                                      bool deleted) {
  auto made = database().write([&](Work& work) { return make_edit(work, {type, rid, body, deleted}); });
  if (made) notify(local_change(type));
  return made;
}

template <class R>
Result<R> DeviceStore::put(R record) {
  if constexpr (std::is_same_v<R, Entry>) {
    auto done = EntryBook(*this).put(std::move(record));
    if (!done) return tl::unexpected(done.error());
    return std::move(done->entry);
  }
  if (record.id.empty())
    record.id = natural_id(Record{record}).value_or(make_record_id(random(), clock().now()));
  auto made = edit(type_of(Record{record}), record.id, to_json(record));
  if (!made) return tl::unexpected(made.error());
  return record;
}

template Result<Entry> DeviceStore::put(Entry);
template Result<Employer> DeviceStore::put(Employer);
template Result<Participant> DeviceStore::put(Participant);
template Result<Job> DeviceStore::put(Job);
template Result<Schedule> DeviceStore::put(Schedule);
template Result<Leave> DeviceStore::put(Leave);
template Result<WeekRecord> DeviceStore::put(WeekRecord);
template Result<Approval> DeviceStore::put(Approval);
template Result<Policy> DeviceStore::put(Policy);
template Result<Person> DeviceStore::put(Person);
template Result<KnownPlace> DeviceStore::put(KnownPlace);

Result<std::string> DeviceStore::set_deleted(std::string_view rid, bool deleted) {
  auto made = database().write([&](Work& work) -> Result<Made> {
    const auto record = shown_record(work, rid);
    if (!record) return tl::unexpected(record.error());
    auto op = make_edit(work, {record->type, rid, work.open(*record->body), deleted});
    if (!op) return tl::unexpected(op.error());
    return Made{record->type, std::move(*op)};
  });
  if (!made) return tl::unexpected(made.error());
  notify(local_change(made->first));
  return std::move(made->second);
}

Result<std::string> DeviceStore::restore_version(std::string_view rid, std::string_view op) {
  auto made = database().write([&](Work& work) -> Result<Made> {
    const auto record = shown_record(work, rid);
    if (!record) return tl::unexpected(record.error());
    Query query(work.sql,
                "SELECT body, deleted FROM versions WHERE rid = ? AND op = ? ORDER BY no DESC LIMIT 1", rid,
                op);
    if (!query.next()) return fail(ErrorCode::not_found, "This version is no longer on this phone.");
    auto new_op = make_edit(work, {record->type, rid, work.open(query.blob(0)), query.flag(1)});
    if (!new_op) return tl::unexpected(new_op.error());
    return Made{record->type, std::move(*new_op)};
  });
  if (!made) return tl::unexpected(made.error());
  notify(local_change(made->first));
  return std::move(made->second);
}

Result<std::vector<NeedsYou>> DeviceStore::needs_you() const {
  return database().read([](Work& work) -> Result<std::vector<NeedsYou>> { return all_needs(work); });
}

Result<void> DeviceStore::settle(std::string_view rid, Choice choice) {
  auto type = database().write([&](Work& work) -> Result<RecordType> {
    const auto record = load_record(work, rid);
    if (auto settled = settle_need(work, rid, choice); !settled) return tl::unexpected(settled.error());
    return record ? record->type : RecordType::entry;
  });
  if (!type) return tl::unexpected(type.error());
  notify(local_change(*type));
  return {};
}

Result<std::string> DeviceStore::resolve(std::string_view rid, std::string_view body, bool deleted) {
  auto made = database().write([&](Work& work) -> Result<Made> {
    const auto record = load_record(work, rid);
    if (!record) return fail(ErrorCode::not_found, "This record is no longer on this phone.");
    auto op = make_resolving_edit(work, {record->type, rid, body, deleted});
    if (!op) return tl::unexpected(op.error());
    return Made{record->type, std::move(*op)};
  });
  if (!made) return tl::unexpected(made.error());
  notify(local_change(made->first));
  return std::move(made->second);
}

Result<void> DeviceStore::discard_refused(std::string_view rid) {
  auto type = database().write([&](Work& work) -> Result<RecordType> {
    const auto record = load_record(work, rid);
    if (auto dropped = discard_refused_edits(work, rid); !dropped) return tl::unexpected(dropped.error());
    return record->type;
  });
  if (!type) return tl::unexpected(type.error());
  notify(local_change(*type));
  return {};
}

Result<SyncCounts> DeviceStore::counts() const {
  return database().read([](Work& work) -> Result<SyncCounts> { return count(work); });
}

Result<RecordSync> DeviceStore::sync_of(std::string_view rid) const {
  return database().read([&](Work& work) -> Result<RecordSync> {
    const auto standings = all_standings(work);
    const auto found = standings.find(rid);
    return found == standings.end() ? RecordSync{} : found->second;
  });
}

Result<Millis> DeviceStore::clock_skew() const {
  return database().read([](Work& work) -> Result<Millis> { return load_reading(work).skew; });
}

Instant DeviceStore::server_now() const {
  return clock().now() - clock_skew().value_or(Millis{0});
}

Result<void> DeviceStore::check_integrity() const {
  return database().read([](Work& work) -> Result<void> {
    Query query(work.sql, "PRAGMA integrity_check(1)");
    if (query.next() && query.text(0) == "ok") return {};
    return fail(ErrorCode::corrupt,
                "The file with your records is damaged: keep a copy of it and ask your agency for help.");
  });
}

void DeviceStore::set_listener(std::function<void(const StoreChange&)> listener) {
  const std::lock_guard lock(parts_->listener_mutex);
  parts_->listener =
      listener ? std::make_shared<std::function<void(const StoreChange&)>>(std::move(listener)) : nullptr;
}

void DeviceStore::notify(const StoreChange& change) const {
  const std::lock_guard lock(parts_->listener_mutex);
  if (const auto listener = parts_->listener) (*listener)(change);
}

const Clock& DeviceStore::clock() const {
  return parts_->database->clock();
}
RandomSource& DeviceStore::random() const {
  return parts_->database->random();
}
Database& DeviceStore::database() const {
  return *parts_->database;
}
SyncSide& DeviceStore::sync_side() const {
  return *parts_->sync_side;
}

}  // namespace waymark::device
