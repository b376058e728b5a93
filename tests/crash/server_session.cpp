#include "tests/crash/server_session.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <stdexcept>

#include "shared/sync/message_codec.h"
#include "tests/crash/table_text.h"
#include "tests/syncserver/store/older_store.h"

namespace waymark::test {

using namespace server;

namespace {

/// What a device said of itself is written with the next commit that comes, or lost (DeviceHealth).
const std::vector<std::string> not_compared = {
    "devices.last_contact",      "devices.last_sync", "devices.waiting", "devices.needs_you",
    "devices.oldest_waiting_at", "devices.skew_ms",   "devices.app"};

bool is_log(const std::filesystem::path& file) {
  return file.native().ends_with("-wal") || file.native().ends_with("-shm");
}

/// What a file holds that is copied elsewhere with its log and opened there.
struct Content {
  std::int64_t seq = -1;  ///< -1: it is no whole store
  std::set<std::string> ops;
};

std::set<std::string> ops_in(const std::filesystem::path& store) {
  std::set<std::string> ops;
  const SQLite::Database database(store.string(), SQLite::OPEN_READONLY);
  SQLite::Statement query(database, "SELECT lower(hex(op)) FROM ops");
  while (query.executeStep()) {
    auto op = query.getColumn(0).getString();
    for (const std::size_t hyphen : {8U, 13U, 18U, 23U}) op.insert(hyphen, "-");
    ops.insert(std::move(op));
  }
  return ops;
}

/// A file with its log, where looking at it changes nothing.
class Copy {
 public:
  explicit Copy(const std::filesystem::path& file) {
    for (const std::string log : {"", "-wal"})
      if (std::filesystem::exists(file.string() + log))
        std::filesystem::copy_file(file.string() + log, path().string() + log);
  }
  std::filesystem::path path() const { return elsewhere_ / "copy.db"; }

 private:
  TemporaryDirectory elsewhere_{TemporaryDirectory::Kind::memory};
};

Content content_of(const std::filesystem::path& file) {
  const Copy copy(file);
  ManualClock clock{monday_noon};
  SeededRandom random{1};
  StoreOptions options;
  options.clock = &clock;
  options.random = &random;
  options.readers = 1;
  const auto opened = CentralStore::open(copy.path(), options);
  if (!opened || !(*opened)->verify().ok()) return {};
  return {(*opened)->health().seq, ops_in(copy.path())};
}

bool is_right(Mishap mishap, const Error& error) {
  if (mishap == Mishap::full && error.code == ErrorCode::disk_full) return true;
  return error.code == ErrorCode::busy || error.code == ErrorCode::cannot_open;
}

}  // namespace

ServerSession::ServerSession(const std::vector<ServerStep>& steps, const ServerSession& other)
    : codes(other.codes),
      devices(other.devices),
      journal(other.journal),
      steps_(steps),
      made_(other.made_),
      acknowledged_(other.acknowledged_),
      backups_(other.backups_) {
  for (const auto& file : std::filesystem::directory_iterator(other.folder()))
    if (const auto kind = file.path().extension(); kind == ".db" || kind == ".db-wal")
      std::filesystem::copy_file(file, folder() / file.path().filename());
}

Result<void> ServerSession::perform(std::size_t number) {
  clock.set(monday_noon + std::chrono::hours{1} + static_cast<int>(number) * std::chrono::minutes{1});
  random = SeededRandom(1000 + number);  // not what the preparation drew
  try {
    return steps_.at(number).run(*this);
  } catch (const SQLite::Exception& failure) {
    if (!store) throw;
    return tl::unexpected(store->explain(failure));  // as an admin is told
  }
}

Result<void> ServerSession::reopen() {
  close();
  if (!made_ && !std::filesystem::exists(path())) return {};
  opened_half_ = opened_half_ || server::test::whole_schema(Copy(path()).path()) == 0;
  StoreOptions options;
  options.clock = &clock;
  options.random = &random;
  options.readers = 1;
  auto opened = CentralStore::open(path(), options);
  if (!opened) return tl::unexpected(opened.error());
  store = std::move(*opened);
  made_ = true;
  return {};
}

std::string ServerSession::state() {
  const SQLite::Database database(path().string(), SQLite::OPEN_READONLY);
  return table_text(database.getHandle(), not_compared);
}

std::vector<std::string> ServerSession::faults() {
  std::vector<std::string> found;
  for (const auto& fault : store->verify().faults) found.push_back(fault.kind + " " + fault.message);

  if (opened_half_) found.push_back("the store was not whole before it was opened");

  auto kept = ops_in(path());
  for (const auto& file : std::filesystem::directory_iterator(folder())) {
    if (!file.path().extension().native().starts_with(".before-restore") || is_log(file.path())) continue;
    const auto aside = content_of(file.path());
    if (aside.seq < 0) found.push_back("what a restore put aside is not whole");
    kept.insert(aside.ops.begin(), aside.ops.end());
  }
  for (const auto& op : acknowledged_)
    if (!kept.contains(op)) found.push_back("an acknowledged op is gone: " + op);

  for (const auto& [name, seq] : backups_)
    if (content_of(folder_ / name).seq != seq) found.push_back("a reported backup is not whole: " + name);
  const auto safe = store->health().safe_seq;
  bool is_safe = safe == 0;
  for (const auto& file : std::filesystem::directory_iterator(folder()))
    if (!is_safe && file.path().extension() == ".db" && file.path() != path())
      is_safe = content_of(file.path()).seq >= safe;
  if (!is_safe) found.push_back("no backup holds what is called safe");
  return found;
}

std::filesystem::path ServerSession::free_path(const std::string& name) const {
  for (int i = 0;; ++i)
    if (auto file = folder_ / fmt::format("{}-{}.db", name, i); !std::filesystem::exists(file)) return file;
}

Result<void> ServerSession::init() {
  auto made =
      CentralStore::init(path(), {"Waymark County", "America/New_York", WeekStart::mon}, clock, random);
  if (made) made_ = true;
  return made;
}

Result<void> ServerSession::back_up() {
  const auto to = free_path("backup");
  const auto made = store->backup(to, {});
  if (!made) return tl::unexpected(made.error());
  backups_[to.filename()] = made->seq;
  return {};
}

Result<void> ServerSession::restore(const std::string& name) {
  close();
  const auto restored = CentralStore::restore(path(), folder_ / name, true, journal);
  if (!restored) return tl::unexpected(restored.error());
  if (!journal.empty() && restored->from_journal == 0)
    return fail(ErrorCode::bad_request, "The journal gave nothing back.");
  return reopen();
}

void ServerSession::close_with_log() {
  // The last connection to close folds the log in, unless it may only read.
  SQLite::Database last(path().string(), SQLite::OPEN_READONLY);
  (void)last.execAndGet("SELECT count(*) FROM ops");
  close();
}

Result<void> ServerSession::add(const std::string& name, Role role) {
  const auto added = store->add_person({name, role, "north", "", ""}, {});
  if (!added) return tl::unexpected(added.error());
  return {};
}

std::string ServerSession::person(const std::string& name) {
  for (const auto& person : store->people())
    if (person.name == name) return person.person_id;
  throw std::logic_error("there is no " + name);
}

Result<void> ServerSession::make_code(const std::string& name) {
  const auto code = store->create_code(person(name), 7 * 24 * 60, {});
  if (!code) return tl::unexpected(code.error());
  codes[name] = code->code;
  return {};
}

Result<void> ServerSession::enroll(const std::string& name) {
  auto token = name;
  token.resize(43, 'x');
  const auto enrolled = store->enroll({codes.at(name), token, name + "'s phone", "linux", "1.0.0"});
  if (!enrolled) return tl::unexpected(enrolled.error());
  devices[name] = store->device_by_token(token).device;
  return {};
}

Result<void> ServerSession::send(const std::string& name, const std::vector<Op>& ops,
                                 const std::vector<OpStatus>& expected) {
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = clock.now();
  for (const auto& op : ops) request.ops.push_back({op.op, op, to_json(op)});
  const auto answer = store->sync(devices.at(name), request);
  if (!answer) return tl::unexpected(answer.error());
  std::vector<OpStatus> statuses;
  for (const auto& result : answer->results) statuses.push_back(result.status);
  if (statuses != expected) return fail(ErrorCode::bad_request, "An op ended in another way.");
  for (const auto& result : answer->results)
    if (result.seq) acknowledged_.insert(result.op);
  return {};
}

Script to_script(const ServerScript& script) {
  auto prepared = std::make_shared<ServerSession>(script.steps);
  if (script.prepare) {
    if (!prepared->init() || !prepared->reopen()) throw std::runtime_error("no store can be made");
    script.prepare(*prepared);
    prepared->close();
  }
  Script result;
  result.name = script.name;
  for (const auto& step : script.steps) result.steps.push_back({step.name, step.whole});
  result.begin = [&script, prepared]() -> std::unique_ptr<Session> {
    auto session = std::make_unique<ServerSession>(script.steps, *prepared);
    if (script.prepare && script.begins_open && !session->reopen())
      throw std::runtime_error("the prepared store cannot be opened");
    return session;
  };
  result.is_right = is_right;
  result.power_cuts = script.power_cuts;
  return result;
}

}  // namespace waymark::test
