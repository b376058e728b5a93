#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>

#include "shared/time/week.h"
#include "shared/time/zone.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/sample_import.h"
#include "syncserver/cli/store_door.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

/// The first week anything is recorded in. The sample's policy holds from there, beside the one every store
/// is made with.
Date first_week(const SampleAgency& agency, const Zone& zone, Instant now) {
  Instant first = now;
  for (const auto& entry : agency.entries) first = std::min(first, entry.starts_at);
  return week_of(zone.date_of(first), agency.policy.week_starts_on);
}

/// Takes a file that was begun and not finished away again.
void remove_store(const std::filesystem::path& db) {
  for (const auto* ending : {"", "-wal", "-shm", ".lock"}) {
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(db).concat(ending), ignored);
  }
}

Result<ImportSummary> fill(const Invocation& invocation, const SampleAgency& agency) {
  const auto store = open_store(invocation);
  if (!store) return tl::unexpected(store.error());
  return (*store)->import_ops(as_operations(agency, invocation.world.random), invocation.progress());
}

bj::object summary(const Invocation& invocation, const SampleAgency& agency, const ImportSummary& imported) {
  bj::array people;
  for (const auto& person : agency.people)
    people.push_back(bj::object{{"person_id", person.id},
                                {"name", person.name},
                                {"role", std::string(to_wire(person.role))},
                                {"team", person.team}});
  return {{"db", invocation.db.string()},         {"agency", agency.name},
          {"time_zone", agency.policy.time_zone}, {"ops", imported.ops},
          {"entries", agency.entries.size()},     {"participants", agency.participants.size()},
          {"employers", agency.employers.size()}, {"people", std::move(people)}};
}

std::string text_of(const Invocation& invocation, const SampleAgency& agency) {
  const auto db = invocation.db.string();
  std::string text = fmt::format(
      "{} is {}, an invented agency in {}: {} entries of {} people, {} participants, {} employers.\n", db,
      agency.name, agency.policy.time_zone, agency.entries.size(), agency.people.size(),
      agency.participants.size(), agency.employers.size());
  for (const auto& person : agency.people)
    text += fmt::format("  {}  {:10}  {:8}  {}\n", person.id, to_wire(person.role), person.team, person.name);
  text += fmt::format("Next: waymark-server serve --db {}\nthen: waymark-server enroll --db {} --person {}",
                      db, db, agency.people.front().id);
  return text;
}

int demo(const Invocation& invocation, SampleOptions options) {
  options.now = invocation.world.clock.now();
  auto agency = sample_agency(options);
  if (!agency) return invocation.refuse(agency.error());
  const auto zone = Zone::find(agency->policy.time_zone);
  if (!zone) return invocation.refuse(zone.error());
  agency->policy.effective_from = first_week(*agency, *zone, options.now);
  const auto made = CentralStore::init(invocation.db,
                                       {.agency = agency->name,
                                        .zone = agency->policy.time_zone,
                                        .week_starts_on = agency->policy.week_starts_on},
                                       invocation.world.clock, invocation.world.random);
  if (!made) return invocation.refuse(made.error());
  const auto imported = fill(invocation, *agency);
  if (!imported) {
    remove_store(invocation.db);
    return invocation.refuse(imported.error());
  }
  return invocation.answer(bj::serialize(summary(invocation, *agency, *imported)),
                           text_of(invocation, *agency));
}

}  // namespace

void add_demo_command(CLI::App& app, Invocation& invocation) {
  auto* command =
      invocation.add_command(app, "demo", "Make the database of an invented agency, to look around in");
  auto options = std::make_shared<SampleOptions>();
  command->add_option("--specialists", options->specialists, "How many specialists")
      ->check(CLI::Range(1, 500))
      ->capture_default_str();
  command->add_option("--weeks", options->weeks, "How many weeks before this one")
      ->check(CLI::Range(1, 520))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Another number makes another agency")->capture_default_str();
  command->callback([&invocation, options] { invocation.exit_code = demo(invocation, *options); });
}

}  // namespace waymark::server
