#include "tests/crash/kill_world.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "mobile/device/device_store.h"
#include "tests/syncserver/cli/test_database.h"

namespace waymark::test {

namespace {

/// A free port that stays the server's over its deaths. Below the range that connections get theirs from, so
/// that no phone's own end takes it meanwhile.
int free_port() {
  static int next = 20'000 + static_cast<int>(::getpid() % 5'000);  // two runs of the tests at once
  for (; next < 32'000; ++next) {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(next));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool free = ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    if (free) return next++;
  }
  throw std::runtime_error("no free port");
}

std::map<std::string, std::string> pairs(const std::filesystem::path& file, const std::string& sql) {
  std::map<std::string, std::string> found;
  const SQLite::Database database(file.string(), SQLite::OPEN_READONLY, 5000);
  SQLite::Statement query(database, sql);
  while (query.executeStep()) found.emplace(query.getColumn(0).getString(), query.getColumn(1).getString());
  return found;
}

/// The text of a 16-byte id column.
std::string uuid_sql(const std::string& column) {
  const auto part = [&](int from, int size) {
    return "substr(lower(hex(" + column + ")), " + std::to_string(from) + ", " + std::to_string(size) + ")";
  };
  return part(1, 8) + " || '-' || " + part(9, 4) + " || '-' || " + part(13, 4) + " || '-' || " + part(17, 4) +
         " || '-' || " + part(21, 12);
}

}  // namespace

// --- the server

ServerProcess::ServerProcess() : listen_("127.0.0.1:" + std::to_string(free_port())) {
  const auto made = run(words("init", {"--agency", "North County IPS", "--zone", "America/New_York"}));
  const auto added =
      run(words("user", {"add", "--name", "Ana", "--role", "specialist", "--team", "North", "--json"}));
  if (made.exit_code != 0 || added.exit_code != 0) throw std::runtime_error(made.err + added.err);
  person_ = std::string(added.json().at("person_id").as_string());
}

std::vector<std::string> ServerProcess::words(const std::string& command,
                                              const std::vector<std::string>& more) const {
  std::vector<std::string> all = {command, "--db", path().string()};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

void ServerProcess::start() {
  begin();
  (void)port_of(running_->read_line());
}

void ServerProcess::kill() {
  running_->signal(SIGKILL);
  running_->wait();
  running_.reset();
}

void ServerProcess::stop() {
  running_->signal(SIGTERM);
  const auto ended = running_->wait();
  running_.reset();
  if (ended.exit_code != 0) throw std::runtime_error("serve ended with an error: " + ended.err);
}

std::string ServerProcess::code() const {
  const auto made = run(words("enroll", {"--person", person_, "--server", address(), "--json"}));
  if (made.exit_code != 0) throw std::runtime_error(made.err);
  return std::string(made.json().at("code").as_string());
}

std::string ServerProcess::fault_of(const std::filesystem::path& store) const {
  const auto verified = run({"verify", "--db", store.string()});
  return verified.exit_code == 0 ? "" : "verify: " + verified.out + verified.err;
}

std::map<std::string, std::int64_t> ServerProcess::ops() const {
  std::map<std::string, std::int64_t> places;
  for (const auto& [op, seq] : pairs(path(), "SELECT " + uuid_sql("op") + ", seq FROM ops"))
    places.emplace(op, std::stoll(seq));
  return places;
}

std::map<std::string, std::string> ServerProcess::heads() const {
  return pairs(path(), "SELECT " + uuid_sql("rid") + ", " + uuid_sql("op") +
                           " FROM records JOIN ops ON ops.seq = head WHERE type = 0");
}

// --- a phone

PhoneProcess::PhoneProcess(const ServerProcess& server, std::uint64_t seed)
    : server_(server), code_(server.code()), seed_(seed) {}

void PhoneProcess::start() {
  running_.emplace(WAYMARK_CRASH_PHONE_BINARY,
                   std::vector<std::string>{directory_.path().string(), server_.address(), code_,
                                            std::to_string(seed_++)});
}

void PhoneProcess::note(const std::string& line) {
  if (line.starts_with("trouble")) throw std::runtime_error("a phone has " + line);
  if (line == "synced") synced_ = edits_.size();
  if (!line.starts_with("edit ") || line.size() != 5 + 36 + 1 + 36)
    return;  // cut off by the kill: never told
  edits_.emplace_back(line.substr(5, 36), line.substr(42));
}

void PhoneProcess::hear(int count) {
  for (; count > 0 && running_; --count) {
    const auto line = running_->next_line();
    if (!line) return gone();
    note(*line);
  }
}

void PhoneProcess::gone() {
  const auto rest = running_->wait().out;
  running_.reset();
  std::size_t from = 0;
  for (std::size_t end; (end = rest.find('\n', from)) != std::string::npos; from = end + 1)
    note(rest.substr(from, end - from));
}

void PhoneProcess::settle() {
  running_.emplace(WAYMARK_CRASH_PHONE_BINARY,
                   std::vector<std::string>{directory_.path().string(), "settle"});
  gone();
  if (synced_ != edits_.size()) throw std::runtime_error("a phone did not send all it had");
}

std::string PhoneProcess::fault(const ServerProcess& server) const {
  const auto file = directory_ / "store.db";
  if (!std::filesystem::exists(file)) return edits_.empty() ? "" : "the store is gone";
  {
    SystemClock clock;
    SystemRandom random;
    device::PlainSeal seal;
    const auto store = device::DeviceStore::open(file, clock, random, seal);
    if (!store) return "the store cannot be opened: " + store.error().message;
    if (const auto whole = (*store)->check_integrity(); !whole) return whole.error().message;
  }
  const auto on_server = server.ops();
  const auto kept = pairs(file, "SELECT op, state FROM ops");
  for (const auto& [op, seq] : pairs(file, "SELECT op, seq FROM ops WHERE state = 'acked'"))
    if (const auto there = on_server.find(op);
        there == on_server.end() || std::to_string(there->second) != seq)
      return "the server does not have an op where it acknowledged it";
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    const auto& op = edits_[i].second;
    if (i < synced_ ? !on_server.contains(op) : !kept.contains(op) && !on_server.contains(op))
      return "an acknowledged edit is gone";
  }
  const auto halves = pairs(file,
                            "SELECT rid, tip FROM records WHERE shown_own = 1 AND tip <> row_op AND NOT"
                            " EXISTS (SELECT 1 FROM ops WHERE ops.op = records.tip)");
  const auto strays = pairs(file,
                            "SELECT op, rid FROM ops WHERE NOT EXISTS"
                            " (SELECT 1 FROM records WHERE records.rid = ops.rid)");
  return halves.empty() && strays.empty() ? "" : "a half record";
}

std::map<std::string, std::string> PhoneProcess::tips() const {
  return pairs(directory_ / "store.db", "SELECT rid, tip FROM records WHERE type = 'entry'");
}

}  // namespace waymark::test
