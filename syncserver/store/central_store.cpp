#include "syncserver/store/central_store.h"

#include "syncserver/store/admin_desk.h"
#include "syncserver/store/backup.h"
#include "syncserver/store/devices.h"
#include "syncserver/store/enrolment.h"
#include "syncserver/store/lock_file.h"
#include "syncserver/store/machine_failure.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/people.h"
#include "syncserver/store/reader_pool.h"
#include "syncserver/store/reading.h"
#include "syncserver/store/schema.h"
#include "syncserver/store/server_edit.h"
#include "syncserver/store/sign_in.h"
#include "syncserver/store/storage.h"
#include "syncserver/store/store_file.h"
#include "syncserver/store/sync_exchange.h"
#include "syncserver/store/team_desk.h"
#include "syncserver/store/verify.h"
#include "syncserver/store/writer.h"

namespace waymark::server {

namespace {

// Imports go in in portions, so that others get their turn and progress can be told.
constexpr std::size_t import_portion = 1000;

}  // namespace

// Members are in the order they must come up, and so go down in reverse: readers first, then the writer,
// whose close folds the log back into the file, and the lock last.
struct CentralStore::Parts {
  Parts(std::filesystem::path store_path, const StoreOptions& options, LockFile store_lock,
        StoreHeader header, std::unique_ptr<Journal> journal)
      : path(std::move(store_path)),
        clock(*options.clock),
        alarm(options.alarm),
        lock(std::move(store_lock)),
        agency(header.agency),
        zone(header.zone),
        writer(path, options, agency, zone, health, std::move(journal)),
        readers(path, options.readers),
        exchange(writer, readers, health, clock),
        desk({path, clock, agency, zone, writer, readers, health}),
        team({clock, agency, zone, writer, readers, health}) {}

  template <class Work>
  Result<void> change(Work&& work) {
    return writer.change(std::forward<Work>(work));
  }

  AgencyRules rules(Connection& connection) const { return AgencyRules::load(connection, agency, zone); }
  Date today() const { return zone.date_of(clock.now()); }

  std::filesystem::path path;
  const Clock& clock;
  std::function<void(const std::string&)> alarm;
  LockFile lock;
  Agency agency;
  Zone zone;
  HealthBook health;
  Writer writer;
  ReaderPool readers;
  SyncExchange exchange;
  AdminDesk desk;
  TeamDesk team;
};

namespace {

/// None without a directory for it. The caller holds the store's lock.
Result<std::unique_ptr<Journal>> start_journal(const std::filesystem::path& path,
                                               const StoreOptions& options) {
  if (options.journal.empty()) return nullptr;
  const auto alarm = options.alarm ? options.alarm : [](const std::string&) {};
  auto journal = Journal::open({options.journal, options.journal_disk, options.journal_file_bytes},
                               *options.clock, alarm);
  if (!journal) return journal;
  Connection connection(path, Connection::Access::read_only);
  if (auto started = (*journal)->start(connection); !started) return tl::unexpected(started.error());
  return journal;
}

}  // namespace

Result<void> CentralStore::init(const std::filesystem::path& path, const InitRequest& request,
                                const Clock& clock, RandomSource& random) {
  return init_store(path, request, clock, random);
}

Result<std::unique_ptr<CentralStore>> CentralStore::open(const std::filesystem::path& path,
                                                         StoreOptions options) {
  // Looked at before the lock file is made: refusing leaves nothing behind.
  if (auto checked = check_header(path); !checked) return tl::unexpected(checked.error());
  auto lock = LockFile::take(path);
  if (!lock) return tl::unexpected(lock.error());
  auto header = prepare_store(path);
  if (!header) return tl::unexpected(header.error());
  try {
    auto journal = start_journal(path, options);
    if (!journal) return tl::unexpected(journal.error());
    return std::unique_ptr<CentralStore>(new CentralStore(
        std::make_unique<Parts>(path, options, std::move(*lock), std::move(*header), *std::move(journal))));
  } catch (const std::exception& failure) {
    return tl::unexpected(machine_failure(failure, path));
  }
}

Result<RestoreReport> CentralStore::restore(const std::filesystem::path& path,
                                            const std::filesystem::path& from, bool force,
                                            const std::filesystem::path& journal,
                                            const ProgressSink& progress) {
  return restore_store(path, from, force, journal, progress);
}

bool CentralStore::is_store(const std::filesystem::path& path) {
  return check_header(path).has_value();
}

CentralStore::CentralStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CentralStore::~CentralStore() = default;

Error CentralStore::explain(const std::exception& failure) const {
  return machine_failure(failure, parts_->path);
}

const Agency& CentralStore::agency() const {
  return parts_->agency;
}

StoreHealth CentralStore::health() {
  return parts_->readers.run([](Connection& connection) { return read_health(connection); });
}

Instant CentralStore::last_change() {
  return parts_->readers.run([](Connection& connection) { return server::last_change(connection); });
}

StoreCounts CentralStore::counts() {
  return parts_->readers.run([](Connection& connection) { return count_rows(connection); });
}

AdminDesk& CentralStore::desk() {
  return parts_->desk;
}

TeamDesk& CentralStore::team() {
  return parts_->team;
}

// --- People and accounts
// ------------------------------------------------------------------------------------

Result<PersonInfo> CentralStore::add_person(const NewPerson& person, const Actor& actor) {
  return parts_->writer.run<PersonInfo>(
      [&](WriteContext& context) { return server::add_person(context, person, actor); });
}

std::vector<PersonInfo> CentralStore::people() {
  return parts_->readers.run(
      [this](Connection& connection) { return list_people(connection, parts_->today()); });
}

Result<PersonInfo> CentralStore::person(std::string_view person_id) {
  return parts_->readers.run(
      [&](Connection& connection) { return find_person(connection, person_id, parts_->today()); });
}

Result<void> CentralStore::disable_person(std::string_view person_id, const Actor& actor) {
  return parts_->change([&](WriteContext& context) { return set_disabled(context, person_id, true, actor); });
}

Result<void> CentralStore::enable_person(std::string_view person_id, const Actor& actor) {
  return parts_->change(
      [&](WriteContext& context) { return set_disabled(context, person_id, false, actor); });
}

Result<void> CentralStore::move_person(std::string_view person_id, std::string_view team, Date from,
                                       const Actor& actor) {
  return parts_->change(
      [&](WriteContext& context) { return server::move_person(context, person_id, team, from, actor); });
}

Result<void> CentralStore::set_login(std::string_view person_id, std::string_view login,
                                     std::string_view password_hash, const Actor& actor) {
  return parts_->change([&](WriteContext& context) {
    return server::set_login(context, person_id, login, password_hash, actor);
  });
}

Result<Account> CentralStore::account_by_login(std::string_view login) {
  return parts_->readers.run([&](Connection& connection) { return find_account(connection, login); });
}

// --- Signing in to the pages
// ------------------------------------------------------------------------------------

Result<std::string> CentralStore::begin_session(std::string_view person_id, const Actor& actor) {
  return parts_->writer.run<std::string>(
      [&](WriteContext& context) { return server::begin_session(context, person_id, actor); });
}

std::optional<SessionInfo> CentralStore::session(std::string_view token) {
  return parts_->readers.run([&](Connection& connection) {
    return find_session(connection, token, parts_->clock.now(), parts_->today());
  });
}

void CentralStore::note_session_used(std::string_view token) {
  // Busy is no harm: the next request says it again.
  (void)parts_->change([&](WriteContext& context) -> Result<void> {
    server::note_session_used(context, token);
    return {};
  });
}

void CentralStore::end_session(std::string_view token, const Actor& actor) {
  const auto ended = parts_->change([&](WriteContext& context) -> Result<void> {
    server::end_session(context, token, actor);
    return {};
  });
  if (!ended) throw std::runtime_error("a session could not be ended: " + ended.error().message);
}

Result<void> CentralStore::change_password(std::string_view person_id, std::string_view password_hash,
                                           std::string_view keep_token, const Actor& actor) {
  return parts_->change([&](WriteContext& context) {
    return server::change_password(context, person_id, password_hash, keep_token, actor);
  });
}

Result<PasswordLink> CentralStore::create_password_link(std::string_view person_id, const Actor& actor) {
  return parts_->writer.run<PasswordLink>(
      [&](WriteContext& context) { return server::create_password_link(context, person_id, actor); });
}

Result<PersonInfo> CentralStore::password_link_person(std::string_view code) {
  return parts_->readers.run([&](Connection& connection) {
    return server::password_link_person(connection, code, parts_->clock.now(), parts_->today());
  });
}

Result<PersonInfo> CentralStore::use_password_link(std::string_view code, std::string_view password_hash,
                                                   const Actor& actor) {
  return parts_->writer.run<PersonInfo>(
      [&](WriteContext& context) { return server::use_password_link(context, code, password_hash, actor); });
}

void CentralStore::note_refused_sign_in(std::string_view person_id, const Actor& actor) {
  (void)parts_->change([&](WriteContext& context) -> Result<void> {
    context.audit(actor, "sign_in_refused", person_id);
    return {};
  });
}

// --- Enrolment and devices
// ------------------------------------------------------------------------------------

Result<NewCode> CentralStore::create_code(std::string_view person_id, int minutes, const Actor& actor) {
  return parts_->writer.run<NewCode>(
      [&](WriteContext& context) { return server::create_code(context, person_id, minutes, actor); });
}

Result<EnrollResponse> CentralStore::enroll(const EnrollRequest& request) {
  return parts_->writer.run<EnrollResponse>(
      [&](WriteContext& context) { return server::enroll(context, request); });
}

Admission CentralStore::device_by_token(std::string_view token) {
  return parts_->readers.run([&](Connection& connection) { return find_device_by_token(connection, token); });
}

std::vector<DeviceInfo> CentralStore::devices() {
  return parts_->readers.run(
      [this](Connection& connection) { return list_devices(connection, parts_->health.unwritten()); });
}

Result<void> CentralStore::revoke_device(std::string_view device_id, const Actor& actor) {
  return parts_->change(
      [&](WriteContext& context) { return server::revoke_device(context, device_id, actor); });
}

Result<void> CentralStore::order_wipe(std::string_view device_id, WipeOrder order, const Actor& actor) {
  return parts_->change(
      [&](WriteContext& context) { return server::order_wipe(context, device_id, order, actor); });
}

void CentralStore::note_wiped(std::string_view device_id) {
  // Busy is no harm here: the order stands, and the device says it again.
  (void)parts_->change([&](WriteContext& context) -> Result<void> {
    server::note_wiped(context, device_id);
    return {};
  });
}

// --- Records made on the server
// ---------------------------------------------------------------------------------

Result<OpResult> CentralStore::set_schedule(std::string_view person_id, Date effective_from,
                                            const std::array<int, 7>& minutes_from_monday,
                                            const Actor& actor) {
  return parts_->writer.run<OpResult>([&](WriteContext& context) {
    return server::set_schedule(context, person_id, effective_from, minutes_from_monday, actor);
  });
}

Result<ServerEdit> CentralStore::write_record(RecordType type, std::string_view rid,
                                              std::string_view body_json, bool deleted, const Actor& actor) {
  return parts_->writer.run<ServerEdit>([&](WriteContext& context) {
    return write_server_record(context, type, std::string(rid), std::string(body_json), deleted, actor);
  });
}

Result<ImportSummary> CentralStore::import_ops(std::span<const AuthoredOp> ops,
                                               const ProgressSink& progress) {
  ImportSummary total;
  for (std::size_t at = 0; at < ops.size(); at += import_portion) {
    if (progress) progress("import", total.ops, static_cast<std::int64_t>(ops.size()));
    const auto portion = ops.subspan(at, std::min(import_portion, ops.size() - at));
    auto done = parts_->writer.run<ImportSummary>(
        [&](WriteContext& context) { return server::import_ops(context, portion); }, portion.size());
    if (!done) return done;
    total.ops += done->ops;
  }
  return total;
}

// --- Sync and reading
// ----------------------------------------------------------------------------------------------

Result<SyncResponse> CentralStore::sync(const DeviceIdentity& device, const SyncRequest& request) {
  return parts_->exchange.run(device, request);
}

Result<History> CentralStore::history(const Viewer& viewer, std::string_view rid) {
  return parts_->readers.run([&](Connection& connection) {
    return read_history(connection, parts_->rules(connection), viewer, rid, parts_->clock.now());
  });
}

Result<WeekView> CentralStore::person_week(const Viewer& viewer, std::string_view person_id, Date start) {
  return parts_->readers.run([&](Connection& connection) {
    return read_person_week(connection, parts_->rules(connection), viewer, person_id, start,
                            parts_->clock.now());
  });
}

Result<TeamWeek> CentralStore::team_week(const Viewer& viewer, Date start) {
  return parts_->readers.run([&](Connection& connection) {
    return read_team_week(connection, parts_->rules(connection), viewer, start, parts_->clock.now(),
                          parts_->health.unwritten());
  });
}

// --- Keeping it safe
// ---------------------------------------------------------------------------------------------------

VerifyReport CentralStore::verify(const ProgressSink& progress) {
  Connection connection(parts_->path, Connection::Access::read_only);
  Verification checked;
  {
    const Snapshot snapshot(connection);
    checked = verify_store(connection, parts_->agency, parts_->zone, progress);
  }
  bool barred = false;
  try {
    barred = parts_
                 ->change([&](WriteContext& context) -> Result<void> {
                   bar_weeks(context, checked);
                   return {};
                 })
                 .has_value();
  } catch (const SQLite::Exception&) {
    // A damaged file may not take it; the report says enough.
  }
  if (!barred && parts_->alarm)
    parts_->alarm("What verify found could not be written down: run it again in a moment.");
  return std::move(checked.report);
}

Result<BackupReport> CentralStore::backup(const std::filesystem::path& to, const Actor& actor,
                                          const ProgressSink& progress) {
  return back_up(parts_->path, to, parts_->writer, actor, progress);
}

std::vector<AuditRow> CentralStore::audit(int limit) {
  return parts_->readers.run([&](Connection& connection) {
    std::vector<AuditRow> rows;
    auto query = connection.query(
        "SELECT id, at, actor, action, subject, detail, address FROM audit ORDER BY id DESC LIMIT ?");
    query.bind(limit);
    while (query.next())
      rows.push_back({query.integer(0), instant_from_ms(query.integer(1)), query.uuid(2),
                      std::string(query.text(3)), std::string(query.text(4)), std::string(query.text(5)),
                      std::string(query.text(6))});
    return rows;
  });
}

}  // namespace waymark::server
