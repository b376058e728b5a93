#include "syncserver/api/routes.h"

namespace waymark::server {

Router make_public_router(ApiContext context) {
  Router router;
  add_health_route(router, context);
  add_enroll_route(router, context);
  add_sync_route(router, context);
  add_history_route(router, context);
  add_week_routes(router, context);
  return router;
}

}  // namespace waymark::server
