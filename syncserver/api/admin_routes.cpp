#include "syncserver/api/admin_routes.h"

#include "syncserver/api/error_answer.h"

namespace waymark::server {

Router make_command_router(CentralStore& store, std::string public_url) {
  Router router;
  router.add("POST", "/command/{name}", [&store, public_url = std::move(public_url)](HttpRequest& request) {
    const auto found = admin_actions().find(request.params.at("name"));
    if (found == admin_actions().end())
      return error_answer(
          {ErrorCode::not_found, "The running server does not know this command; update it.", {}});
    const auto done = found->second({store, public_url, {}}, request.body);
    return done ? ok_json(*done) : error_answer(done.error());
  });
  return router;
}

}  // namespace waymark::server
