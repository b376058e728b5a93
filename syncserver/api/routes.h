// The public API (sync.md, "The wire"): one file a resource, each adding its routes to the router.
#pragma once

#include "shared/time/instant.h"
#include "syncserver/accounts/throttle.h"
#include "syncserver/api/router.h"
#include "syncserver/store/central_store.h"

namespace waymark::server {

/// What routes work with; all of it outlives the router.
struct ApiContext {
  CentralStore& store;
  const Clock& clock;
  Throttle& enrol_tries;
  bool secure = false;  ///< over TLS: the session's cookie has another name then
};

void add_health_route(Router& router, ApiContext context);   // GET /v1/health
void add_enroll_route(Router& router, ApiContext context);   // POST /v1/enroll
void add_sync_route(Router& router, ApiContext context);     // POST /v1/sync
void add_history_route(Router& router, ApiContext context);  // GET /v1/history/{rid}
void add_week_routes(Router& router, ApiContext context);    // GET /v1/people/{id}/week, /v1/team/week

/// All of them.
Router make_public_router(ApiContext context);

}  // namespace waymark::server
