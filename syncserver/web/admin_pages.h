// The admin's pages (ui.md, "The pages"), for admins only. They show devices, counts, and of edits put aside
// the person, type, code and age: never a note or a participant.
#pragma once

#include "syncserver/store/device_condition.h"
#include "syncserver/web/page_routes.h"

namespace waymark::server {

void add_admin_overview(PageRoutes& pages);  // GET /admin
/// GET, POST /admin/people · GET /admin/people/new · GET /admin/people/{id} · POST …/change, /move, /login,
/// /password-link, /disable, /enable
void add_admin_people_pages(PageRoutes& pages);
/// GET /admin/devices · GET /admin/devices/{id} · GET, POST …/revoke, /wipe · POST …/keep
void add_admin_device_pages(PageRoutes& pages);
/// GET, POST /admin/enrol · POST /admin/enrol/cancel
void add_admin_enrol_pages(PageRoutes& pages);
void add_admin_conflicts_page(PageRoutes& pages);  // GET /admin/conflicts
/// GET, POST /admin/places · GET, POST /admin/places/{id} · POST …/remove
void add_admin_places_pages(PageRoutes& pages);
/// GET, POST /admin/policy · POST /admin/policy/preview · POST /admin/policy/remove
void add_admin_policy_pages(PageRoutes& pages);
/// GET, POST /admin/holidays · POST /admin/holidays/remove
void add_admin_holidays_pages(PageRoutes& pages);
/// GET /admin/backups · GET /admin/audit · GET /admin/storage
void add_admin_trail_pages(PageRoutes& pages);

void add_admin_pages(PageRoutes& pages);

/// As for devices, with two hours of grace: a nightly backup is a little late at times.
Alertness backup_alertness(Instant made_at, Instant now);

}  // namespace waymark::server
