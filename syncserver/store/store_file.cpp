#include "syncserver/store/store_file.h"

#include <fmt/format.h>

#include <system_error>

#include "shared/records/json_fields.h"
#include "shared/records/json_writer.h"
#include "shared/records/limits.h"
#include "shared/records/record_codec.h"
#include "syncserver/store/file_system.h"
#include "syncserver/store/schema.h"
#include "syncserver/store/server_edit.h"
#include "syncserver/store/unfinished_file.h"

namespace waymark::server {

namespace {

namespace fs = std::filesystem;

/// Phones are told the name when they enrol, and read a label as in any record.
std::optional<Error> agency_error(const std::string& name) {
  if (name.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error{ErrorCode::missing, "Give the agency's name with --agency.", "agency"};
  std::string message = R"({"agency":)";
  json::append_quoted(message, name);
  if (const auto parsed = json::parse(message + "}")) {
    json::Reader reader(parsed->get_object());
    reader.required_text("agency", max_label);
    if (!reader.error()) return std::nullopt;
  }
  return Error{ErrorCode::too_long,
               fmt::format("Keep the agency's name to {} characters of UTF-8 text.", max_label), "agency"};
}

/// The tables, the agency and its first policy, which goes through the same rules as every other op.
void fill_store(const fs::path& path, const InitRequest& request, const Zone& zone, Instant now,
                RandomSource& random) {
  Connection connection(path, Connection::Access::create);
  create_schema(connection);
  connection.execute("BEGIN IMMEDIATE");
  write_meta(connection, "agency", request.agency);
  write_meta(connection, "zone", zone.name());
  write_meta(connection, "week_starts_on", to_wire(request.week_starts_on));
  write_meta(connection, "safe_seq", "0");

  Policy policy;
  policy.id = make_record_id(random, now);
  policy.time_zone = zone.name();
  policy.week_starts_on = request.week_starts_on;
  const Agency agency{request.agency, zone.name(), request.week_starts_on};
  const std::function<void(const std::string&)> no_alarm = [](const std::string&) {};
  WriteContext context{connection, random, no_alarm, agency, zone, now, {}, {}, {}, {}};
  context.rules = std::make_shared<const AgencyRules>(AgencyRules{agency, zone, {policy}});
  const auto written =
      write_server_record(context, RecordType::policy, policy.id, to_json(policy), false, {});
  if (!written) throw std::runtime_error("the first policy was refused: " + written.error().message);
  connection.execute("COMMIT");
  // By itself closing does it, too, and says nothing if it fails: then the file would get its name without
  // what its log holds.
  connection.fold_log_in();
}

}  // namespace

Result<void> init_store(const fs::path& path, const InitRequest& request, const Clock& clock,
                        RandomSource& random) {
  if (auto wrong = agency_error(request.agency)) return tl::unexpected(*std::move(wrong));
  auto zone = Zone::find(request.zone, "zone");
  if (!zone) return tl::unexpected(zone.error());
  std::error_code code;
  if (fs::exists(path, code) || code)
    return fail(code ? ErrorCode::cannot_open : ErrorCode::already_exists,
                fmt::format("There is already something at {}: choose another path.", path.string()));
  if (const auto log = log_left_at(path)) return tl::unexpected(log_in_the_way(*log));
  try {
    const UnfinishedFile unfinished(path);
    fill_store(unfinished.path(), request, *zone, clock.now(), random);
    file_system().flush(unfinished.path());
    // A link, unlike a rename, never replaces what another process made meanwhile.
    file_system().link(unfinished.path(), path);
    file_system().flush_names_beside(path);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(opening_error(exception, path));
  } catch (const std::system_error& error) {
    return fail(ErrorCode::cannot_open,
                fmt::format("Cannot make {} ({}): check that its directory can be written.", path.string(),
                            error.code().message()));
  }
  return {};
}

Result<StoreHeader> prepare_store(const fs::path& path) {
  if (auto checked = check_header(path); !checked) return tl::unexpected(checked.error());
  try {
    Connection connection(path, Connection::Access::read_write);
    if (auto migrated = migrate(connection, path); !migrated) return tl::unexpected(migrated.error());
    return read_header(connection, path);
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(opening_error(exception, path));
  }
}

Result<StoreHeader> read_header(Connection& connection, const fs::path& path) {
  const auto zone_name = read_meta(connection, "zone");
  auto zone = Zone::find(zone_name);
  // No word on the command line is wrong (no field): the machine lacks what the store needs.
  if (!zone && !zone_name.empty())
    return fail(ErrorCode::unknown_zone,
                fmt::format("This machine does not know {}, the time zone of {}: install tzdata.", zone_name,
                            path.string()));
  const auto week_start = from_wire<WeekStart>(read_meta(connection, "week_starts_on"));
  if (!zone || !week_start)
    return fail(ErrorCode::corrupt, fmt::format("{} is damaged: restore a backup.", path.string()));
  return StoreHeader{{read_meta(connection, "agency"), zone->name(), *week_start}, *zone};
}

std::string read_meta(Connection& connection, std::string_view key) {
  auto query = connection.query("SELECT value FROM meta WHERE key = ?");
  query.bind(key);
  return query.next() ? std::string(query.text(0)) : std::string();
}

void write_meta(Connection& connection, std::string_view key, std::string_view value) {
  connection
      .query(
          "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = "
          "excluded.value")
      .bind(key, value)
      .run();
}

std::optional<fs::path> log_left_at(const fs::path& path) {
  std::error_code ignored;
  for (const auto* suffix : {"-wal", "-journal"}) {
    auto log = path;
    log += suffix;
    if (fs::exists(log, ignored)) return log;
  }
  return std::nullopt;
}

Error log_in_the_way(const fs::path& log) {
  return {ErrorCode::already_exists,
          fmt::format("There is another database's log at {}: move it away, or choose another path.",
                      log.string()),
          {}};
}

}  // namespace waymark::server
