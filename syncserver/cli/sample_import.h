// The sample agency as operations: who would have written what, and when.
#pragma once

#include <vector>

#include "shared/sample/sample_agency.h"
#include "syncserver/store/store_types.h"

namespace waymark::server {

/// One op a record, in the order a server accepts them.
std::vector<AuthoredOp> as_operations(const SampleAgency& agency, RandomSource& random);

}  // namespace waymark::server
