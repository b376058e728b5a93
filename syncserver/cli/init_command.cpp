#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "syncserver/cli/commands.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

int init(const Invocation& invocation, const InitRequest& request) {
  const auto made =
      CentralStore::init(invocation.db, request, invocation.world.clock, invocation.world.random);
  if (!made) return invocation.refuse(made.error());
  const auto db = invocation.db.string();
  return invocation.answer(
      boost::json::serialize(
          boost::json::object{{"db", db},
                              {"agency", request.agency},
                              {"time_zone", request.zone},
                              {"week_starts_on", std::string(to_wire(request.week_starts_on))}}),
      fmt::format("{} is ready for {}: weeks begin on {} in {}.\n"
                  "Next: waymark-server user --db {} add --name NAME --role specialist --team TEAM",
                  db, request.agency, request.week_starts_on == WeekStart::mon ? "Monday" : "Sunday",
                  request.zone, db));
}

}  // namespace

void add_init_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "init", "Make the database of an agency");
  auto request = std::make_shared<InitRequest>();
  auto week_start = std::make_shared<std::string>("mon");
  command->add_option("--agency", request->agency, "The agency's name, shown on phones and pages")
      ->required();
  command
      ->add_option("--zone", request->zone,
                   "Its IANA time zone, fixed from here on, such as America/New_York")
      ->required();
  command->add_option("--week-starts-on", *week_start, "The first day of its weeks, fixed from here on")
      ->check(CLI::IsMember({"mon", "sun"}))
      ->capture_default_str();
  command->callback([&invocation, request, week_start] {
    request->week_starts_on = *from_wire<WeekStart>(*week_start);
    invocation.exit_code = init(invocation, *request);
  });
}

}  // namespace waymark::server
