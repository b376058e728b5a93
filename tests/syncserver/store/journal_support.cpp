#include "tests/syncserver/store/journal_support.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>

namespace waymark::server::test {

int FailingDisk::create(const std::filesystem::path& path) {
  if (create_error == 0) return JournalDisk::create(path);
  errno = create_error;
  return -1;
}

ssize_t FailingDisk::write(int descriptor, const char* data, std::size_t size) {
  if (write_error == 0) return JournalDisk::write(descriptor, data, size);
  half_written_ = !half_written_;
  if (half_written_ && size > 1) return JournalDisk::write(descriptor, data, size / 2);
  errno = write_error;
  return -1;
}

int FailingDisk::sync(int descriptor) {
  ++syncs;
  if (sync_error == 0) return JournalDisk::sync(descriptor);
  errno = sync_error;
  return -1;
}

std::vector<std::filesystem::path> journal_files(const std::filesystem::path& directory) {
  const auto names = list_journal(directory);
  REQUIRE(names);
  std::vector<std::filesystem::path> files;
  for (const auto& name : *names) files.push_back(directory / name.text());
  return files;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void set_content(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

std::vector<JournalLine> journal_lines(const std::filesystem::path& directory) {
  std::vector<JournalLine> lines;
  for (const auto& file : journal_files(directory)) {
    JournalFileReader reader(file);
    for (auto found = reader.next(); found != JournalFileReader::Found::end; found = reader.next())
      if (found == JournalFileReader::Found::line) lines.push_back(reader.line());
  }
  return lines;
}

void forge(const std::filesystem::path& file,
           const std::function<void(JournalLine& line, std::int64_t number)>& change) {
  std::string forged;
  std::int64_t number = 0;
  JournalFileReader reader(file);
  while (reader.next() == JournalFileReader::Found::line) {
    auto line = reader.line();
    change(line, ++number);
    forged += journal_text(line, number);
  }
  set_content(file, forged);
}

std::map<std::string, int> ops_in(const std::filesystem::path& directory) {
  std::map<std::string, int> ops;
  for (const auto& line : journal_lines(directory))
    if (const auto* op = std::get_if<OpLine>(&line)) ++ops[parse_op(op->payload)->op];
  return ops;
}

std::map<std::string, std::string> state_of(const std::filesystem::path& store) {
  const std::map<std::string, std::string> queries = {
      {"agency", "SELECT key, value FROM meta WHERE key <> 'safe_seq' ORDER BY key"},
      {"people",
       "SELECT n, hex(person_id), name, role, scope, disabled_at, login, password_hash FROM persons"},
      {"teams", "SELECT person, from_date, team FROM membership ORDER BY 1, 2"},
      {"devices",
       "SELECT hex(device_id), person, name, platform, app, enrolled_at, revoked_at, wipe, wiped_at"
       " FROM devices ORDER BY 1"},
      {"codes",
       "SELECT hex(code_hash), hex(link_hash), c.person, made_at, expires_at, hex(d.device_id) FROM codes c"
       " LEFT JOIN devices d ON d.n = c.device ORDER BY 1"},
      {"records",
       "SELECT n, hex(rid), type, seq, head, owner, live, starts_at, ends_at, day, state, hex(employer),"
       " participant FROM records"},
      {"ops",
       "SELECT seq, hex(op), record, status, author, hex(d.device_id), received_at, body_at, body_size, "
       "payload"
       " FROM ops o LEFT JOIN devices d ON d.n = o.device ORDER BY seq"},
      {"log", "SELECT seq, op, status, hex(chain) FROM log"},
      {"conflicts", "SELECT record, op FROM conflicts ORDER BY 1, 2"},
      {"held", "SELECT record, op, person FROM held ORDER BY 1, 2"},
      {"tallies", "SELECT person, week, tally FROM tallies ORDER BY 1, 2"},
      {"audit", "SELECT id, at, hex(actor), address, action, subject, detail FROM audit"},
  };
  std::map<std::string, std::string> state;
  SQLite::Database database(store.string(), SQLite::OPEN_READONLY);
  for (const auto& [name, sql] : queries) {
    SQLite::Statement query(database, sql);
    auto& text = state[name];
    while (query.executeStep()) {
      for (int i = 0; i < query.getColumnCount(); ++i) text += query.getColumn(i).getString() + "|";
      text += "\n";
    }
  }
  return state;
}

void Served::serve() {
  close();
  StoreOptions options;
  options.journal = journal;
  options.journal_file_bytes = file_bytes;
  open(options);
}

void Served::back_up() {
  REQUIRE(store->backup(backup, {}));
}

std::map<std::string, std::string> Served::die() {
  close();
  auto state = state_of(path());
  remove_store(path());
  return state;
}

void check_same(const std::map<std::string, std::string>& before,
                const std::map<std::string, std::string>& after) {
  for (const auto& [table, rows] : before) {
    INFO(table);
    CHECK(after.at(table) == rows);
  }
}

bool is_whole(Served& world) {
  world.open();
  const bool whole = world.store->verify().ok();
  world.close();
  return whole;
}

void remove_store(const std::filesystem::path& path) {
  for (const auto* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
}

}  // namespace waymark::server::test
