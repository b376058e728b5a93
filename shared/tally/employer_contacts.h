// Employer contacts of one week (domain.md, "Employer contacts"; fidelity items 17 and 18, S4). Private to
// the tally.
#pragma once

#include <span>

#include "shared/tally/week_tally.h"

namespace waymark {

/// A contact belongs to the week its start lies in. It is a return visit when the specialist had a counting
/// contact with that employer before, by `first_contacts` or among `entries`, which may reach outside the
/// week.
EmployerContacts employer_contacts(std::span<const Entry> entries, const FirstContacts& first_contacts,
                                   const WeekFrame& week, const Policy& policy);

}  // namespace waymark
