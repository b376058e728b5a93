// When two bodies say the same (sync.md, "On the server", rule 3).
#pragma once

#include <string_view>

namespace waymark::server {

/// Equal as JSON: the order of members and white space do not matter.
bool bodies_equal(std::string_view a, std::string_view b);

}  // namespace waymark::server
