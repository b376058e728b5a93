#include "syncserver/store/verify.h"

#include <fmt/format.h>

#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

void report_progress(const ProgressSink& progress, std::string_view stage, std::int64_t done,
                     std::int64_t total) {
  if (progress) progress(stage, done, total);
}

std::vector<Fault> integrity_faults(Connection& connection) {
  std::vector<Fault> faults;
  auto check = connection.query("PRAGMA integrity_check(20)");
  while (check.next())
    if (check.text(0) != "ok")
      faults.push_back({"integrity", "file", "The file is damaged: " + std::string(check.text(0)) + "."});
  return faults;
}

/// SQLite lists a page that the disk did not give beside those that are damaged, told apart by words alone.
/// Damage is what is still there, and the same, once the disk has given the whole file.
std::vector<Fault> lasting_integrity_faults(Connection& connection) {
  auto faults = integrity_faults(connection);
  if (faults.empty()) return faults;
  connection.read_through();
  if (integrity_faults(connection) != faults)
    throw SQLite::Exception("it gave the same file in two ways", SQLITE_IOERR);
  return faults;
}

void verify_integrity(Connection& connection, Verification& result) {
  result.report.faults = lasting_integrity_faults(connection);
  auto keys = connection.query("PRAGMA foreign_key_check");
  while (keys.next())
    result.report.faults.push_back({"integrity", fmt::format("{} {}", keys.text(0), keys.integer(1)),
                                    "The row names another that does not exist."});
}

/// Every specialist-week that live entries and leave rows touch.
std::set<TallyKeeper::Week> expected_weeks(Connection& connection, const AgencyRules& rules) {
  std::set<TallyKeeper::Week> weeks;
  {
    auto entries =
        connection.query("SELECT owner, starts_at, ends_at FROM records WHERE type = 0 AND live = 1");
    while (entries.next()) {
      const auto ends = entries.maybe(2);
      for (const auto week :
           rules.weeks_of_entry(instant_from_ms(entries.integer(1)),
                                ends ? std::optional(instant_from_ms(*ends)) : std::nullopt))
        weeks.emplace(entries.integer(0), week);
    }
  }
  auto leave =
      connection.query("SELECT owner, day FROM records WHERE type = ? AND day IS NOT NULL AND live = 1");
  leave.bind(RecordType::leave);
  while (leave.next())
    if (const auto date = parse_date(leave.text(1), "day"))
      weeks.emplace(leave.integer(0), rules.week_containing(*date));
  return weeks;
}

std::set<TallyKeeper::Week> stored_weeks(Connection& connection, Verification& result) {
  std::set<TallyKeeper::Week> weeks;
  auto query = connection.query("SELECT person, week FROM tallies");
  while (query.next()) {
    if (const auto week = parse_date(query.text(1), "week"))
      weeks.emplace(query.integer(0), *week);
    else
      result.report.faults.push_back(
          {"tally_extra", fmt::format("person {}", query.integer(0)), "A tally's week is no date."});
  }
  return weeks;
}

Fault tally_fault(Connection& connection, const TallyKeeper::Week& week, TallyFault fault) {
  std::string person = fmt::format("{}", week.first);
  auto query = connection.query("SELECT person_id FROM persons WHERE n = ?");
  query.bind(week.first);
  if (query.next()) person = query.uuid(0);
  const auto where = fmt::format("person {} week {}", person, format_date(week.second));
  switch (fault) {
    case TallyFault::missing:
      return {"tally_missing", where, "The week has entries but no tally."};
    case TallyFault::extra:
      return {"tally_extra", where, "The week has a tally but no entries."};
    default:
      return {"tally", where, "The tally is not what the week's entries give."};
  }
}

std::int64_t number_of_barred(Connection& connection) {
  auto query = connection.query("SELECT count(*) FROM barred_weeks");
  return query.next() ? query.integer(0) : 0;
}

}  // namespace

void verify_tallies(Connection& connection, const AgencyRules& rules, Verification& result,
                    const ProgressSink& progress) {
  auto weeks = expected_weeks(connection, rules);
  weeks.merge(stored_weeks(connection, result));
  for (const auto& week : weeks) {
    if (result.report.tallies % 100 == 0)
      report_progress(progress, "tallies", result.report.tallies, static_cast<std::int64_t>(weeks.size()));
    ++result.report.tallies;
    const auto fault = check_tally(connection, rules, week.first, week.second);
    if (fault == TallyFault::none) continue;
    result.report.faults.push_back(tally_fault(connection, week, fault));
    result.wrong_weeks.insert(week);
  }
}

Verification verify_store(Connection& connection, const Agency& agency, const Zone& zone,
                          const ProgressSink& progress) {
  Verification result;
  report_progress(progress, "file", 0, 0);
  try {
    verify_integrity(connection, result);
    verify_chain(connection, result, progress);
    verify_heads(connection, result, progress);
    verify_tallies(connection, AgencyRules::load(connection, agency, zone), result, progress);
  } catch (const StoreDamage& damage) {
    result.report.faults.push_back({"payload", "store", fmt::format("Reading stopped: {}.", damage.what())});
  } catch (const SQLite::Exception& exception) {
    // A damaged file is what verify is there to find; a machine that fails is another matter.
    const int code = exception.getErrorCode();
    if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB && code != SQLITE_ERROR) throw;
    result.report.faults.push_back(
        {"integrity", "file", fmt::format("Reading stopped: {}.", exception.what())});
  }
  return result;
}

void bar_weeks(WriteContext& context, const Verification& found) {
  auto& connection = context.connection;
  if (number_of_barred(connection) > 0) connection.query("DELETE FROM barred_weeks").run();
  for (const auto& [person, week] : found.wrong_weeks)
    connection
        .query("INSERT INTO barred_weeks (person, week, found_at) SELECT n, ?, ? FROM persons WHERE n = ?")
        .bind(format_date(week), to_ms(context.now), person)
        .run();
  for (const auto& fault : found.report.faults)
    context.raise_alarm(fault.where, fmt::format("verify: {}: {}", fault.where, fault.message));
}

}  // namespace waymark::server
