// A specialist's week as a page, from what was read of it.
#pragma once

#include "syncserver/store/team_types.h"
#include "syncserver/web/form.h"
#include "syncserver/web/page.h"

namespace waymark::server {

Page person_week_page(const SpecialistWeek& week, const Form& form, Instant now, const Zone& zone);

}  // namespace waymark::server
