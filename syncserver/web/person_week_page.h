// A specialist's week as a page, from what was read of it.
#pragma once

#include "syncserver/store/team_types.h"
#include "syncserver/web/form.h"
#include "syncserver/web/page.h"

namespace waymark::server {

/// `part` of its entries as the address asks for it (list_part.h).
Page person_week_page(const SpecialistWeek& week, const Form& form, std::string_view part, Instant now,
                      const Zone& zone);

}  // namespace waymark::server
