// Edits put aside, for the team's lead: the list of them, and both sides of one record. The lead sees; the
// specialist decides on the phone (sync.md, "What a device does with rows"), and returning an approved week
// lets in what is held.
#pragma once

#include "syncserver/web/page_routes.h"

namespace waymark::server {

void add_aside_pages(PageRoutes& pages);

/// Where both sides of a record are.
std::string aside_address(std::string_view rid);

}  // namespace waymark::server
