// The rules of a body that no single member can break by itself: between members, with the clock, with the
// policy, with the record's id (domain.md, "Refused"; sync.md, Operations). Between record_codec.cpp and
// record_validation.cpp; everybody else calls parse_record.
#pragma once

#include <optional>

#include "shared/records/record_codec.h"

namespace waymark {

/// The first rule broken, or none.
std::optional<Error> broken_rule(const Record& record, const BodyContext& context);

}  // namespace waymark
