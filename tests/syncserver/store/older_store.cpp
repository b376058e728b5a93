#include "tests/syncserver/store/older_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace waymark::server::test {

void make_schema_4(const std::filesystem::path& path) {
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
      .exec(
          "DROP INDEX caseloads; DROP INDEX tally_shares; ALTER TABLE tallies DROP COLUMN versions; ALTER "
          "TABLE tallies DROP COLUMN"
          " tally_hash; CREATE INDEX tally_shares ON tallies (person, week, as_of, community_s, work_s,"
          " standing);"
          "DROP INDEX entries_by_time; CREATE INDEX entries_by_time ON records (owner, starts_at, seq, type,"
          " live) WHERE type = 0 AND live = 1;"
          "DROP INDEX records_by_day; CREATE INDEX records_by_day ON records (owner, type, day) WHERE day IS"
          " NOT NULL; PRAGMA user_version = 4");
}

int whole_schema(const std::filesystem::path& path) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  if (database.execAndGet("PRAGMA integrity_check").getString() != "ok") return 0;
  const auto columns_of = [&](const std::string& what, const std::string& named) {
    return database
        .execAndGet("SELECT group_concat(name) FROM pragma_" + what + " WHERE name IN (" + named + ")")
        .getString();
  };
  const auto found = columns_of("table_info('tallies')", "'versions', 'tally_hash'") + "; " +
                     columns_of("index_info('tally_shares')", "'person', 'versions', 'tally_hash'") + "; " +
                     columns_of("index_info('entries_by_time')", "'owner', 'seq'") + "; " +
                     columns_of("index_info('records_by_day')", "'day', 'head'") + "; " +
                     columns_of("index_info('caseloads')", "'owner'");
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const std::string old_tallies = "; person; owner,seq; day; ";
  const std::string tallies_with_hashes =
      "versions,tally_hash; person,versions,tally_hash; owner; day,head; ";
  if (version == 4 && found == old_tallies) return 4;
  if (version == 5 && found == tallies_with_hashes) return 5;
  if (version >= 6 && found == tallies_with_hashes + "owner") return version;
  return 0;
}

}  // namespace waymark::server::test
