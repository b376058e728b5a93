#include "syncserver/store/storage.h"

#include <charconv>

#include "syncserver/store/schema.h"
#include "syncserver/store/store_file.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

namespace {

std::int64_t number(Connection& connection, std::string_view sql) {
  auto query = connection.query(sql);
  return query.next() ? query.integer(0) : 0;
}

/// 0 for a file that is not there, such as the log of a store that was just folded.
std::int64_t size_of(const std::filesystem::path& path) {
  std::error_code code;
  const auto size = std::filesystem::file_size(path, code);
  return code ? 0 : static_cast<std::int64_t>(size);
}

std::optional<Instant> received_at(Connection& connection, std::string_view sql) {
  auto query = connection.query(sql);
  if (!query.next()) return std::nullopt;
  return instant_from_ms(query.integer(0));
}

}  // namespace

StoreHealth read_health(Connection& connection) {
  const auto mark = Tail::load(connection).mark();
  const auto text = read_meta(connection, "safe_seq");
  StoreHealth health{schema_version, mark.seq, mark.chain, 0};
  std::from_chars(text.data(), text.data() + text.size(), health.safe_seq);
  return health;
}

Instant last_change(Connection& connection) {
  return instant_from_ms(number(
      connection,
      "SELECT max(coalesce((SELECT o.received_at FROM log l JOIN ops o ON o.seq = l.op ORDER BY l.seq DESC"
      " LIMIT 1), 0), coalesce((SELECT max(at) FROM audit), 0))"));
}

StoreCounts count_rows(Connection& connection) {
  StoreCounts counts;
  counts.people = number(connection, "SELECT count(*) FROM persons");
  counts.devices = number(connection, "SELECT count(*) FROM devices");
  counts.ops = number(connection, "SELECT count(*) FROM ops");
  counts.records = number(connection, "SELECT count(*) FROM records");
  counts.conflicts = number(connection, "SELECT count(*) FROM conflicts");
  counts.held = number(connection, "SELECT count(*) FROM held");
  counts.refused = number(connection, "SELECT count(*) FROM refused");
  counts.tallies = number(connection, "SELECT count(*) FROM tallies");
  return counts;
}

StorageReport measure_storage(Connection& connection, const std::filesystem::path& path) {
  StorageReport report;
  report.file = path.string();
  report.file_bytes = size_of(path);
  report.log_bytes = size_of(path.string() + "-wal");
  std::error_code code;
  const auto space = std::filesystem::space(path, code);
  if (!code) {
    report.free_bytes = static_cast<std::int64_t>(space.available);
    report.disk_bytes = static_cast<std::int64_t>(space.capacity);
  }
  report.health = read_health(connection);
  report.counts = count_rows(connection);
  auto query =
      connection.query("SELECT type, count(*) FROM records WHERE live = 1 GROUP BY type ORDER BY type");
  while (query.next()) report.records.emplace_back(query.code<RecordType>(0), query.integer(1));
  report.first_op_at = received_at(connection, "SELECT received_at FROM ops ORDER BY seq LIMIT 1");
  report.last_op_at = received_at(connection, "SELECT received_at FROM ops ORDER BY seq DESC LIMIT 1");
  return report;
}

}  // namespace waymark::server
