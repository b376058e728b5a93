// Reads the members of a tally out of an object that may have others beside them. Heavy include: codecs only.
#pragma once

#include "shared/records/json_fields.h"
#include "shared/tally/week_tally.h"

namespace waymark {

/// What is missing or wrong is left in the reader.
WeekTally read_tally(json::Reader& in);

}  // namespace waymark
