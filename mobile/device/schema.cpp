#include "mobile/device/schema.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

namespace waymark::device {
namespace {

// Only ids, times and states are columns; every text a person wrote is in a sealed blob (body_seal.h). Lists
// of ids are their texts with a space between.
constexpr const char* schema_1 = R"sql(
-- Exactly one row: whose phone this is, and how far it has read the server's chain.
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  person_id TEXT NOT NULL DEFAULT '',     -- '' before enrolment and after a wipe
  identity BLOB,                          -- sealed
  enrolling BLOB,                         -- sealed: the enrolment whose answer has not arrived
  wiped_from BLOB,                      -- sealed: device and server that ordered the erasing and have not heard of it yet
  cursor_seq INTEGER NOT NULL DEFAULT 0,
  cursor_chain TEXT NOT NULL DEFAULT '',
  high_seq INTEGER NOT NULL DEFAULT 0,
  high_chain TEXT NOT NULL DEFAULT '',
  scope INTEGER,
  generation INTEGER NOT NULL DEFAULT 0,  -- counts pulls from 0
  pulling TEXT NOT NULL DEFAULT 'changes' CHECK (pulling IN ('changes', 'rescope', 'divergence')),
  safe_seq INTEGER NOT NULL DEFAULT 0,
  skew_ms INTEGER NOT NULL DEFAULT 0,     -- device clock minus server clock
  last_contact_at INTEGER,
  last_success_at INTEGER
) STRICT;
INSERT INTO state (id) VALUES (1);

-- What the phone shows of each record, and the server's row where that is another state.
CREATE TABLE records (
  no INTEGER PRIMARY KEY,
  rid TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  tip TEXT NOT NULL DEFAULT '',           -- the op shown; '' for a record that has only held ops
  anc TEXT NOT NULL DEFAULT '',           -- ids: its ancestors, newest first
  deleted INTEGER NOT NULL DEFAULT 0,
  body BLOB,                              -- sealed; null when nothing is shown
  shown_at INTEGER NOT NULL DEFAULT 0,
  shown_own INTEGER NOT NULL DEFAULT 0,   -- made on this phone
  owner TEXT, participant TEXT, employer TEXT,
  contact TEXT,                           -- the employer, if this entry is a contact that counts
  starts_at INTEGER,                      -- of a dated record: midnight UTC of its date
  ends_at INTEGER,                        -- null: running, or no entry
  row_seq INTEGER NOT NULL DEFAULT 0,     -- 0: no row, or one of a chain that is gone
  row_op TEXT NOT NULL DEFAULT '',
  row_parents TEXT NOT NULL DEFAULT '',
  row_anc TEXT NOT NULL DEFAULT '',
  row_deleted INTEGER NOT NULL DEFAULT 0,
  row_body BLOB,                          -- sealed; null when row_op is shown
  acked_seq INTEGER NOT NULL DEFAULT 0,   -- the newest acknowledged op of this phone
  seen INTEGER NOT NULL DEFAULT 0         -- the generation in which the row last came
) STRICT;
CREATE INDEX records_by_time ON records (type, owner, starts_at) WHERE body IS NOT NULL;
CREATE INDEX records_running ON records (owner, starts_at) WHERE type = 'entry' AND ends_at IS NULL AND deleted = 0;
CREATE INDEX records_contacts ON records (owner, contact, starts_at) WHERE contact IS NOT NULL AND deleted = 0;
CREATE INDEX records_by_employer ON records (employer, starts_at) WHERE employer IS NOT NULL;
CREATE INDEX records_by_participant ON records (participant, starts_at) WHERE participant IS NOT NULL;
CREATE INDEX records_behind ON records (acked_seq) WHERE acked_seq > row_seq;

-- The outbox: every op made here, from the edit until the server's newest verified backup holds it.
CREATE TABLE ops (
  no INTEGER PRIMARY KEY AUTOINCREMENT,   -- the order made
  op TEXT NOT NULL UNIQUE,
  rid TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  names TEXT NOT NULL,                    -- ids: parents and anc
  frozen BLOB NOT NULL,                   -- sealed: the bytes sent, now and again
  size INTEGER NOT NULL,                  -- of those bytes
  state TEXT NOT NULL DEFAULT 'unsent' CHECK (state IN ('unsent', 'acked', 'refused')),
  status TEXT NOT NULL DEFAULT '',        -- the server's word for an acknowledged op
  seq INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL DEFAULT '',          -- why refused
  field TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ops_by_record ON ops (rid, no);
CREATE INDEX ops_pending ON ops (state, no) WHERE state <> 'acked';  -- used only where a query says so, too
CREATE INDEX ops_contested ON ops (rid) WHERE status IN ('conflict', 'held');
CREATE INDEX ops_acked ON ops (seq) WHERE state = 'acked';

-- Conflicting and held ops the server lists beside a row.
CREATE TABLE sides (
  rid TEXT NOT NULL,
  place INTEGER NOT NULL,                 -- the server's order
  op TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('conflict', 'held')),
  received_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  device_name BLOB NOT NULL,              -- sealed
  body BLOB NOT NULL,                     -- sealed
  PRIMARY KEY (rid, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX sides_by_op ON sides (op);

-- What records were on this phone before they became what they are.
CREATE TABLE versions (
  no INTEGER PRIMARY KEY,
  rid TEXT NOT NULL,
  op TEXT NOT NULL,
  at INTEGER NOT NULL,
  own INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  body BLOB NOT NULL                      -- sealed
) STRICT;
CREATE INDEX versions_by_record ON versions (rid, no);

-- The newest actions of the entry book, for Undo.
CREATE TABLE actions (no INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;
CREATE TABLE action_entries (
  action INTEGER NOT NULL,
  rid TEXT NOT NULL,
  tip_before TEXT NOT NULL,               -- '' if the entry was not there
  tip_after TEXT NOT NULL,
  deleted_before INTEGER NOT NULL,
  body_before BLOB,                       -- sealed; null if the entry was not there
  PRIMARY KEY (action, rid)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  saved_at INTEGER NOT NULL,
  text BLOB NOT NULL                      -- sealed
) STRICT, WITHOUT ROWID;
)sql";

// An op that was once part of a message may be at the server, and is sent again as it is. One that never was
// can still lose coordinates that turn out to be a home's. What is already there may have been sent.
constexpr const char* schema_2 = R"sql(
ALTER TABLE ops ADD COLUMN offered INTEGER NOT NULL DEFAULT 1;
)sql";

// What the server last said of the team's weeks, for a lead without a signal.
constexpr const char* schema_3 = R"sql(
CREATE TABLE team_weeks (
  week_start TEXT PRIMARY KEY,
  fetched_at INTEGER NOT NULL,
  answer BLOB NOT NULL                    -- sealed
) STRICT, WITHOUT ROWID;
)sql";

// A record's own op, queued from its row after the server was restored: its maker may have it, too.
constexpr const char* schema_4 = R"sql(
ALTER TABLE ops ADD COLUMN from_row INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr std::array<const char*, 4> steps = {schema_1, schema_2, schema_3, schema_4};

std::int64_t pragma(Connection& connection, const char* sql) {
  Query query(connection, sql);
  return query.next() ? query.integer(0) : 0;
}

Result<void> inspect(const std::string& file, int known_schema, int flags) {
  Connection connection(file, flags);
  const auto application = pragma(connection, "PRAGMA application_id");
  const auto schema = pragma(connection, "PRAGMA user_version");
  // Tables are only counted where the file does not say whose it is: it takes reading the whole schema.
  const auto is_foreign = [&] {
    return application != 0 || schema != 0 || pragma(connection, "SELECT count(*) FROM sqlite_schema") != 0;
  };
  if (application != store_application_id && is_foreign())
    return fail(
        ErrorCode::corrupt,
        fmt::format("{} is not a Waymark store: choose another folder or move that file away.", file));
  if (schema > known_schema)
    return fail(
        ErrorCode::schema_too_new,
        fmt::format("{} was written by a newer version of Waymark: update the app to open it.", file));
  return {};
}

}  // namespace

Migrations store_migrations() {
  return steps;
}

Result<void> inspect_file(const std::string& file, int known_schema) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error || size == 0) return {};
  try {
    try {
      // Read-only: not even the log of a killed process is folded into a file that may not be ours.
      return inspect(file, known_schema, SQLite::OPEN_READONLY);
    } catch (const SQLite::Exception& exception) {
      if (exception.getExtendedErrorCode() != SQLITE_READONLY_ROLLBACK) throw;
      // A process was killed while it made the file, before there was a log: whoever reads it next has to
      // undo what it had begun. Of another program's file that changes nothing that was committed.
      return inspect(file, known_schema, SQLite::OPEN_READWRITE);
    }
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

void migrate(Connection& connection, Migrations migrations) {
  const auto schema = static_cast<std::size_t>(pragma(connection, "PRAGMA user_version"));
  if (schema >= migrations.size()) return;
  SQLite::Transaction transaction(connection.raw(), SQLite::TransactionBehavior::IMMEDIATE);
  for (const char* step : migrations.subspan(schema)) connection.execute(step);
  // Pragmas take no bound values.
  connection.execute(fmt::format("PRAGMA user_version = {}", migrations.size()).c_str());
  connection.execute(fmt::format("PRAGMA application_id = {}", store_application_id).c_str());
  transaction.commit();
}

}  // namespace waymark::device
