#include "syncserver/cli/store_door.h"

#include <chrono>
#include <ostream>
#include <thread>

#include "syncserver/api/admin_actions.h"
#include "syncserver/cli/command_client.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

namespace {

constexpr auto patience = std::chrono::seconds(5);
constexpr auto between_tries = std::chrono::milliseconds(50);

}  // namespace

Result<std::unique_ptr<CentralStore>> open_store(const Invocation& invocation) {
  StoreOptions options;
  options.clock = &invocation.world.clock;
  options.random = &invocation.world.random;
  options.alarm = [&err = invocation.world.err](const std::string& what) { err << what << '\n'; };
  return CentralStore::open(invocation.db, std::move(options));
}

Result<std::string> run_on_store(const Invocation& invocation, std::string_view action,
                                 const std::string& params_json) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (true) {
    if (const auto asked = ask_running_server(invocation.db, action, params_json)) return *asked;
    const auto store = open_store(invocation);
    if (store) return run_admin_action(action, {**store, {}, invocation.progress(), {}}, params_json);
    // Locked without a socket: a server that is just starting or ending, or another command.
    if (store.error().code != ErrorCode::locked || std::chrono::steady_clock::now() > until)
      return tl::unexpected(store.error());
    std::this_thread::sleep_for(between_tries);
  }
}

}  // namespace waymark::server
