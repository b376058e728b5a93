#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "syncserver/cli/carry_out.h"
#include "syncserver/cli/commands.h"
#include "syncserver/cli/plain_text.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

struct Words {
  std::string place, name, kind;
  std::optional<double> lat, lon, radius;
};

bj::object params_of(const Words& words) {
  bj::object params;
  if (!words.place.empty()) params["place"] = words.place;
  if (!words.name.empty()) params["name"] = words.name;
  if (!words.kind.empty()) params["kind"] = words.kind;
  if (words.lat) params["lat"] = *words.lat;
  if (words.lon) params["lon"] = *words.lon;
  if (words.radius) params["radius_m"] = *words.radius;
  return params;
}

std::string listed(const bj::value& answer) {
  TextTable table({"id", "kind", "where", "radius", "name"});
  for (const auto& place : answer.at("places").as_array())
    table.add({text_at(place, "place_id"), text_at(place, "kind"),
               fmt::format("{:.5f}, {:.5f}", place.at("lat").to_number<double>(),
                           place.at("lon").to_number<double>()),
               fmt::format("{:.0f} m", place.at("radius_m").to_number<double>()), text_at(place, "name")});
  return table.empty() ? "No place is known yet; `waymark-server place --db FILE add` makes one."
                       : table.text();
}

void add_details(CLI::App* command, const std::shared_ptr<Words>& words, bool required) {
  const auto wanted = [required](CLI::Option* option) { option->required(required); };
  wanted(command->add_option("--name", words->name, "What specialists call it"));
  wanted(command->add_option("--kind", words->kind, "What kind of place, such as library or program_site"));
  wanted(command->add_option("--lat", words->lat, "Degrees north")->check(CLI::Range(-90.0, 90.0)));
  wanted(command->add_option("--lon", words->lon, "Degrees east")->check(CLI::Range(-180.0, 180.0)));
  command->add_option("--radius", words->radius, "Metres around it that still count as there");
}

}  // namespace

void add_place_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "place", "List, add, change and remove known places");
  command->require_subcommand(1);
  command->add_subcommand("list", "List the known places")->fallthrough()->callback([&invocation] {
    invocation.exit_code = carry_out(invocation, "place-list", {}, listed);
  });
  const auto words = std::make_shared<Words>();
  const auto saved = [&invocation, words] {
    invocation.exit_code = carry_out(invocation, "place-save", params_of(*words), [](const bj::value& place) {
      return fmt::format("{} is known to every phone from its next sync on; its id is {}.",
                         text_at(place, "name"), text_at(place, "place_id"));
    });
  };
  auto* adding = command->add_subcommand("add", "Add a place")->fallthrough();
  add_details(adding, words, true);
  adding->callback(saved);
  auto* changing = command->add_subcommand("change", "Change a place")->fallthrough();
  changing->add_option("--place", words->place, "Its id, from `place list`")->required();
  add_details(changing, words, false);
  changing->callback(saved);
  auto* removing =
      command->add_subcommand("remove", "Remove a place; entries that name it keep it")->fallthrough();
  removing->add_option("--place", words->place, "Its id, from `place list`")->required();
  removing->callback([&invocation, words] {
    invocation.exit_code = carry_out(invocation, "place-remove", {{"place", words->place}},
                                     [](const bj::value&) { return std::string("It is offered no more."); });
  });
}

}  // namespace waymark::server
