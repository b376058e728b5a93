#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json.hpp>

#include "shared/time/week.h"
#include "shared/time/zone.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/demo_scene.h"
#include "syncserver/cli/sample_import.h"
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

/// Where last night's backup lies: beside the store.
std::filesystem::path backup_of(const std::filesystem::path& db) {
  return std::filesystem::path(db).replace_filename(db.stem().string() + "-backup.db");
}

/// Takes files that were begun and not finished away again.
void remove_store(const std::filesystem::path& db) {
  for (const auto* ending : {"", "-wal", "-shm", ".lock"}) {
    std::error_code ignored;
    std::filesystem::remove(std::filesystem::path(db).concat(ending), ignored);
    std::filesystem::remove(backup_of(db).concat(ending), ignored);
  }
}

struct Filled {
  ImportSummary imported;
  std::vector<DemoSignIn> sign_ins;
};

Result<Filled> fill(const Invocation& invocation, const SampleAgency& agency, Instant now) {
  StageClock clock(now);
  StoreOptions options;
  options.clock = &clock;
  options.random = &invocation.world.random;
  options.alarm = [&err = invocation.world.err](const std::string& what) { err << what << '\n'; };
  const auto store = CentralStore::open(invocation.db, std::move(options));
  if (!store) return tl::unexpected(store.error());
  const auto operations = as_operations(agency, invocation.world.random);
  const auto imported = (*store)->import_ops(operations, invocation.progress());
  if (!imported) return tl::unexpected(imported.error());
  SystemRandom random;  // the store's own source belongs to its writer
  auto sign_ins = set_scene(**store, clock, agency, operations, backup_of(invocation.db), random);
  if (!sign_ins) return tl::unexpected(sign_ins.error());
  return Filled{*imported, std::move(*sign_ins)};
}

bj::object summary(const Invocation& invocation, const SampleAgency& agency, const Filled& filled) {
  bj::array people, sign_ins;
  for (const auto& one : filled.sign_ins)
    sign_ins.push_back(bj::object{{"name", one.name},
                                  {"role", one.role},
                                  {"team", one.team},
                                  {"login", one.login},
                                  {"password", one.password}});
  for (const auto& person : agency.people)
    people.push_back(bj::object{{"person_id", person.id},
                                {"name", person.name},
                                {"role", std::string(to_wire(person.role))},
                                {"team", person.team}});
  return {{"db", invocation.db.string()},
          {"backup", backup_of(invocation.db).string()},
          {"agency", agency.name},
          {"time_zone", agency.policy.time_zone},
          {"ops", filled.imported.ops},
          {"entries", agency.entries.size()},
          {"participants", agency.participants.size()},
          {"employers", agency.employers.size()},
          {"people", std::move(people)},
          {"sign_ins", std::move(sign_ins)}};
}

std::string text_of(const Invocation& invocation, const SampleAgency& agency, const Filled& filled) {
  const auto db = invocation.db.string();
  std::string text = fmt::format(
      "{} is {}, an invented agency in {}: {} entries of {} people, {} participants, {} employers.\n", db,
      agency.name, agency.policy.time_zone, agency.entries.size(), agency.people.size(),
      agency.participants.size(), agency.employers.size());
  for (const auto& person : agency.people)
    text += fmt::format("  {}  {:10}  {:8}  {}\n", person.id, to_wire(person.role), person.team, person.name);
  for (const auto& one : filled.sign_ins)
    text += fmt::format("  sign in to the pages as {} ({}): {}  {}\n", one.name, one.role, one.login,
                        one.password);
  text += fmt::format("Next: waymark-server serve --db {}\nthen: waymark-server enroll --db {} --person {}",
                      db, db, agency.people.front().id);
  return text;
}

int demo(const Invocation& invocation, SampleOptions options) {
  const auto backup = backup_of(invocation.db);
  if (std::filesystem::exists(backup))
    return invocation.refuse(
        {ErrorCode::already_exists,
         fmt::format("{} is there already: move it away, or choose another place.", backup.string()),
         {}});
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
  const auto filled = fill(invocation, *agency, options.now);
  if (!filled) {
    remove_store(invocation.db);
    return invocation.refuse(filled.error());
  }
  return invocation.answer(bj::serialize(summary(invocation, *agency, *filled)),
                           text_of(invocation, *agency, *filled));
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
