#include "syncserver/web/admin_pages.h"

namespace waymark::server {

void add_admin_pages(PageRoutes& pages) {
  add_admin_overview(pages);
  add_admin_people_pages(pages);
  add_admin_device_pages(pages);
  add_admin_enrol_pages(pages);
  add_admin_conflicts_page(pages);
  add_admin_places_pages(pages);
  add_admin_policy_pages(pages);
  add_admin_holidays_pages(pages);
  add_admin_trail_pages(pages);
}

Alertness backup_alertness(Instant made_at, Instant now) {
  return alertness_since(made_at + std::chrono::hours{2}, now);
}

}  // namespace waymark::server
