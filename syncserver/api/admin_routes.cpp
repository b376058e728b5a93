#include "syncserver/api/admin_routes.h"

#include "syncserver/api/error_answer.h"

namespace waymark::server {

Router make_command_router(CentralStore& store, std::string public_url,
                           std::function<void(const std::string&)> alarm) {
  Router router;
  const AdminContext context{store, std::move(public_url), {}, std::move(alarm)};
  router.add("POST", "/command/{name}", [context](HttpRequest& request) {
    const auto done = run_admin_action(request.params.at("name"), context, request.body);
    return done ? ok_json(*done) : error_answer(done.error());
  });
  return router;
}

}  // namespace waymark::server
