// The agency's policies as the phone has them.
#pragma once

#include <vector>

#include "mobile/device/database.h"
#include "shared/records/records.h"

namespace waymark::device {

/// Not deleted, by date; those this version cannot read are left out.
std::vector<Policy> load_policies(Work& work);

}  // namespace waymark::device
