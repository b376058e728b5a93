// The team's participants: a code or initials chosen by the agency, never a diagnosis (domain.md). Add, edit,
// assign to somebody else, close and open again.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

/// GET /participants · GET, POST /participants/new · GET, POST /participants/{id}
void add_participant_pages(PageRoutes& pages);

}  // namespace waymark::server
