#include <fmt/format.h>

#include "shared/sync/messages.h"
#include "syncserver/api/routes.h"

namespace waymark::server {

void add_health_route(Router& router, ApiContext context) {
  router.add("GET", "/v1/health", [context](HttpRequest&) {
    const auto health = context.store.health();
    return ok_json(fmt::format(R"({{"status":"ok","version":"{}","protocol":{},"schema":{}}})",
                               WAYMARK_VERSION, protocol_version, health.schema));
  });
}

}  // namespace waymark::server
