// One entry with its verdict, its positions and every version of it.
#pragma once

#include "syncserver/web/visit.h"

namespace waymark::server {

HttpResponse show_entry(Visit& visit);

}  // namespace waymark::server
