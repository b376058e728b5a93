#include "syncserver/store/schema.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace waymark::server {

namespace {

// People are numbered (persons.n) and so are records (records.n) and ops (ops.seq, the place on the chain an
// op first got), so that references in millions of rows are small. Owner 0 means: everyone may see it. Codes
// (type, status, role) are the enumerators' numbers, which never change once released.
constexpr const char* schema_1 = R"sql(
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
  n INTEGER PRIMARY KEY,
  person_id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  scope INTEGER NOT NULL DEFAULT 1,   -- raised when older records enter or leave this person's sight
  disabled_at INTEGER,
  login TEXT COLLATE NOCASE UNIQUE,
  password_hash TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE membership (             -- effective-dated: which team from which day on
  person INTEGER NOT NULL REFERENCES persons (n),
  from_date TEXT NOT NULL,
  team TEXT NOT NULL,
  PRIMARY KEY (person, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  n INTEGER PRIMARY KEY,
  device_id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons (n),
  token_hash BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  platform TEXT NOT NULL,
  app TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL,
  revoked_at INTEGER,
  wipe INTEGER NOT NULL DEFAULT 0,
  wiped_at INTEGER,
  last_contact INTEGER,
  last_sync INTEGER,
  waiting INTEGER NOT NULL DEFAULT 0,
  needs_you INTEGER NOT NULL DEFAULT 0,
  oldest_waiting_at INTEGER,
  skew_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE codes (                  -- enrolment; both hashes stand for the same one use
  code_hash BLOB PRIMARY KEY,
  link_hash BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES persons (n),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  device INTEGER REFERENCES devices (n)   -- null: not used yet
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
  n INTEGER PRIMARY KEY,
  rid BLOB NOT NULL UNIQUE,
  type INTEGER NOT NULL,
  seq INTEGER NOT NULL,               -- last change of anything a device is shown
  head INTEGER,                       -- ops.seq; null while there are only held ops
  owner INTEGER NOT NULL,             -- persons.n, or 0 for everyone
  live INTEGER NOT NULL,              -- 1: it has a head that is no delete
  starts_at INTEGER,                  -- entries
  ends_at INTEGER,                    -- entries; null while running
  day TEXT,                           -- leave, schedule, policy, week, approval: the date they are about
  state INTEGER,                      -- week and approval
  employer BLOB,                      -- live entries that are a counting employer contact
  participant INTEGER                 -- jobs: records.n
) STRICT;
CREATE INDEX records_in_sight ON records (owner, seq);
CREATE INDEX entries_by_time ON records (owner, starts_at) WHERE type = 0 AND live = 1;
CREATE INDEX entries_running ON records (owner) WHERE type = 0 AND live = 1 AND ends_at IS NULL;
CREATE INDEX records_by_day ON records (owner, type, day) WHERE day IS NOT NULL;
CREATE INDEX contacts ON records (owner, employer, starts_at) WHERE employer IS NOT NULL;
CREATE INDEX jobs_by_participant ON records (participant) WHERE participant IS NOT NULL;

CREATE TABLE ops (
  seq INTEGER PRIMARY KEY,            -- its first place on the chain
  op BLOB NOT NULL UNIQUE,
  record INTEGER NOT NULL REFERENCES records (n),
  status INTEGER NOT NULL,            -- as of now; the first answer is in log
  author INTEGER REFERENCES persons (n),   -- null: the command line
  device INTEGER REFERENCES devices (n),   -- null: made on the server
  received_at INTEGER NOT NULL,
  body_at INTEGER NOT NULL,           -- where the body lies in payload, in bytes; -1: parse it
  body_size INTEGER NOT NULL,
  payload TEXT NOT NULL               -- the op as the server read it, which the chain is made over
) STRICT;
CREATE INDEX ops_by_record ON ops (record);

CREATE TABLE log (                    -- everything that ever happened, gapless
  seq INTEGER PRIMARY KEY,
  op INTEGER NOT NULL REFERENCES ops (seq),
  status INTEGER NOT NULL,
  chain BLOB NOT NULL
) STRICT;
CREATE INDEX log_of_replays ON log (op) WHERE op <> seq;   -- held ops that went in later

CREATE TABLE conflicts (
  record INTEGER NOT NULL REFERENCES records (n),
  op INTEGER NOT NULL REFERENCES ops (seq),
  PRIMARY KEY (record, op)
) STRICT, WITHOUT ROWID;

CREATE TABLE held (
  record INTEGER NOT NULL REFERENCES records (n),
  op INTEGER NOT NULL REFERENCES ops (seq),
  person INTEGER NOT NULL REFERENCES persons (n),
  PRIMARY KEY (record, op)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_by_person ON held (person, op);

CREATE TABLE refused (
  op BLOB PRIMARY KEY,
  payload_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  code TEXT NOT NULL,
  field TEXT NOT NULL,
  message TEXT NOT NULL,
  rid BLOB,                           -- null where the op could not be read
  type INTEGER,
  author INTEGER REFERENCES persons (n),
  device INTEGER REFERENCES devices (n),
  received_at INTEGER NOT NULL,
  payload TEXT NOT NULL               -- '' where it was too large to keep
) STRICT, WITHOUT ROWID;

CREATE TABLE tallies (
  person INTEGER NOT NULL REFERENCES persons (n),
  week TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  tally TEXT NOT NULL,
  PRIMARY KEY (person, week)
) STRICT;

CREATE TABLE barred_weeks (           -- verify found their tally wrong: no approval until it finds it right
  person INTEGER NOT NULL REFERENCES persons (n),
  week TEXT NOT NULL,
  found_at INTEGER NOT NULL,
  PRIMARY KEY (person, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor BLOB,                         -- a person's id; null: the command line or the server itself
  address TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
)sql";

// Signing in to the pages, and what they read often. Neither a session's token nor a link's code is kept,
// only its hash.
constexpr const char* schema_2 = R"sql(
CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES persons (n),
  made_at INTEGER NOT NULL,
  last_used INTEGER NOT NULL          -- to the minute: a page read twice in it writes nothing
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);

CREATE TABLE password_links (         -- one use, for whoever sets a password without knowing the old one
  link_hash BLOB PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES persons (n),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a line of twelve weeks and a pool need of a tally, without reading the tally.
ALTER TABLE tallies ADD COLUMN community_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tallies ADD COLUMN work_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tallies ADD COLUMN standing TEXT NOT NULL DEFAULT '';
UPDATE tallies SET community_s = json_extract(tally, '$.community_s'), work_s = json_extract(tally, '$.work_s'),
  standing = json_extract(tally, '$.standing');
CREATE INDEX tally_shares ON tallies (person, week, as_of, community_s, work_s, standing);
)sql";

// What a week was approved as read of is the newest change of its entries: found in the index alone.
constexpr const char* schema_3 = R"sql(
DROP INDEX entries_by_time;
CREATE INDEX entries_by_time ON records (owner, starts_at, seq) WHERE type = 0 AND live = 1;
)sql";

// The condition's own columns have to be in the index, too, or SQLite 3.40 looks them up in every row.
constexpr const char* schema_4 = R"sql(
DROP INDEX entries_by_time;
CREATE INDEX entries_by_time ON records (owner, starts_at, seq, type, live) WHERE type = 0 AND live = 1;
)sql";

// A page of fifty weeks reads neither their entries nor their tallies' texts: hashes name which versions of
// entries and leave a tally was made of, and which text it has. Null in what was last written before: whoever
// needs them has that week tallied again.
constexpr const char* schema_5 = R"sql(
ALTER TABLE tallies ADD COLUMN versions INTEGER;
ALTER TABLE tallies ADD COLUMN tally_hash INTEGER;
DROP INDEX tally_shares;
CREATE INDEX tally_shares ON tallies (person, week, as_of, community_s, work_s, standing, versions, tally_hash);
-- Nobody counts a week's entries any more: the index is in the order they are read in, and moves no more with
-- every seq.
DROP INDEX entries_by_time;
CREATE INDEX entries_by_time ON records (owner, starts_at) WHERE type = 0 AND live = 1;
-- Whether a week was handed in and approved is read from the index alone, too.
DROP INDEX records_by_day;
CREATE INDEX records_by_day ON records (owner, type, day, head, state, live) WHERE day IS NOT NULL;
)sql";

// A lead's list of participants goes through the caseloads, not through years of entries.
constexpr const char* schema_6 = R"sql(
CREATE INDEX caseloads ON records (owner) WHERE type = 2 AND live = 1;
)sql";

// Step i brings version i to i + 1. A released step is never edited: a change of the tables is a new step.
constexpr std::array<const char*, schema_version> steps = {schema_1, schema_2, schema_3,
                                                           schema_4, schema_5, schema_6};

Error too_new(const std::filesystem::path& path, std::int64_t version) {
  return {
      ErrorCode::schema_too_new,
      fmt::format("{} was written by a newer Waymark (schema {}, this one knows {}): update waymark-server.",
                  path.string(), version, schema_version),
      {}};
}

Error no_store(const std::filesystem::path& path) {
  return {ErrorCode::corrupt,
          fmt::format("{} is not a Waymark store: check the path, or restore a backup.", path.string()),
          {}};
}

std::int64_t big_endian(const char* bytes) {
  std::int64_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
  return value;
}

void run_steps(Connection& connection, int from) {
  for (int version = from; version < schema_version; ++version) {
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(steps[static_cast<std::size_t>(version)]);
    connection.execute(fmt::format("PRAGMA user_version={}", version + 1));
    connection.execute("COMMIT");
  }
}

}  // namespace

Result<void> check_header(const std::filesystem::path& path) {
  std::error_code code;
  const auto status = std::filesystem::status(path, code);
  if (!std::filesystem::exists(status))
    return fail(ErrorCode::cannot_open,
                fmt::format("There is no store at {}: make one with `waymark-server init`.", path.string()));
  if (!std::filesystem::is_regular_file(status))
    return fail(ErrorCode::cannot_open,
                fmt::format("{} is not a file: give the path of the store's file.", path.string()));
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return fail(ErrorCode::cannot_open, fmt::format("Cannot read {} ({}): give this user access to it.",
                                                    path.string(), std::strerror(errno)));
  std::array<char, 100> header{};
  file.read(header.data(), header.size());
  if (file.bad())
    return fail(ErrorCode::cannot_open,
                fmt::format("The disk under {} failed: try again, and if it fails again restore a backup on "
                            "another disk.",
                            path.string()));
  // Offsets 60 and 68 of SQLite's file format: the user version and the application id.
  if (file.gcount() != static_cast<std::streamsize>(header.size()) ||
      std::memcmp(header.data(), "SQLite format 3", 16) != 0 || big_endian(&header[68]) != application_id)
    return tl::unexpected(no_store(path));
  if (const auto version = big_endian(&header[60]); version > schema_version)
    return tl::unexpected(too_new(path, version));
  return {};
}

void create_schema(Connection& connection) {
  connection.execute(fmt::format("PRAGMA application_id={}", application_id));
  run_steps(connection, 0);
}

Result<void> migrate(Connection& connection, const std::filesystem::path& path) {
  std::int64_t version = 0;
  {
    auto query = connection.query("PRAGMA user_version");
    if (query.next()) version = query.integer(0);
  }
  if (version > schema_version) return tl::unexpected(too_new(path, version));
  if (version < 1) return tl::unexpected(no_store(path));
  run_steps(connection, static_cast<int>(version));
  return {};
}

}  // namespace waymark::server
