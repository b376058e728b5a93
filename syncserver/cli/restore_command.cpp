#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "syncserver/cli/commands.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

int restore(const Invocation& invocation, const std::string& from, bool force) {
  const auto restored = CentralStore::restore(invocation.db, from, force, invocation.progress());
  if (!restored) return invocation.refuse(restored.error());
  const auto db = invocation.db.string();
  return invocation.answer(
      boost::json::serialize(boost::json::object{{"db", db}, {"from", from}}),
      fmt::format("{} is what {} was; phones notice by themselves and send again what it lacks.\n"
                  "Next: waymark-server serve --db {}",
                  db, from, db));
}

}  // namespace

void add_restore_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "restore", "Put a backup in place of the database");
  auto from = std::make_shared<std::string>();
  auto force = std::make_shared<bool>(false);
  command->add_option("--from", *from, "The backup")->required();
  command->add_flag("--force", *force,
                    "Also over an existing database, which is kept as FILE.before-restore");
  command->callback(
      [&invocation, from, force] { invocation.exit_code = restore(invocation, *from, *force); });
}

}  // namespace waymark::server
