// Where no coordinates are kept (domain.md, Privacy): at a participant's home unless the policy says so, at
// the specialist's own home never.
#pragma once

#include "shared/records/records.h"

namespace waymark::device {

enum class TagEnd { start, end };

/// The place of the entry's start or end, if it is known.
std::optional<Place> place_at(const Entry& entry, TagEnd end);

/// Replaces fixes at private places by the reason why there is none. True if there were any.
bool keep_private(Entry& entry, const Policy& policy);

}  // namespace waymark::device
