#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "syncserver/cli/commands.h"
#include "syncserver/cli/store_door.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

int back_up(const Invocation& invocation, const std::string& to) {
  // A running server has another working directory.
  const auto whole_path = std::filesystem::absolute(to).string();
  const auto made = run_on_store(invocation, "backup", bj::serialize(bj::object{{"to", whole_path}}));
  if (!made) return invocation.refuse(made.error());
  return invocation.answer(*made, fmt::format("{} is a verified backup of everything up to number {}.", to,
                                              bj::parse(*made).at("seq").as_int64()));
}

}  // namespace

void add_backup_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "backup", "Copy the database and verify the copy");
  auto to = std::make_shared<std::string>();
  command->add_option("--to", *to, "The copy; a file that is not there yet")->required();
  command->callback([&invocation, to] { invocation.exit_code = back_up(invocation, *to); });
}

}  // namespace waymark::server
