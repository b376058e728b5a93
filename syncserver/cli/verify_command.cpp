#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "syncserver/cli/commands.h"
#include "syncserver/cli/store_door.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

int verify(const Invocation& invocation) {
  auto checked = run_on_store(invocation, "verify", "{}");
  // A store too damaged to be opened is a fault found; what never was a store is a wrong path.
  if (!checked && checked.error().code == ErrorCode::corrupt && CentralStore::is_store(invocation.db))
    checked = bj::serialize(bj::object{
        {"ok", false},
        {"faults", bj::array{bj::object{
                       {"kind", "integrity"}, {"where", "file"}, {"message", checked.error().message}}}}});
  if (!checked) return invocation.refuse(checked.error());
  const auto report = bj::parse(*checked);
  const auto& faults = report.at("faults").as_array();
  std::string text = "No fault: the file is whole, the chain holds, every tally agrees.";
  if (!report.at("ok").as_bool()) {
    text = fmt::format("{} found; keep this file, and restore a backup that verifies:",
                       faults.size() == 1 ? "1 fault was" : fmt::format("{} faults were", faults.size()));
    for (const auto& fault : faults)
      text += fmt::format("\n{:14} {}  {}", std::string(fault.at("kind").as_string()),
                          std::string(fault.at("where").as_string()),
                          std::string(fault.at("message").as_string()));
  }
  invocation.answer(*checked, text);
  return report.at("ok").as_bool() ? exit_done : exit_fault_found;
}

}  // namespace

void add_verify_command(CLI::App& app, Invocation& invocation) {
  auto* command = invocation.add_command(app, "verify", "Check the file, the chain and every tally");
  command->callback([&invocation] { invocation.exit_code = verify(invocation); });
}

}  // namespace waymark::server
