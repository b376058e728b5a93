#include "syncserver/store/body_equality.h"

#include "shared/records/json_fields.h"

namespace waymark::server {

bool bodies_equal(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto left = json::parse(a);
  const auto right = json::parse(b);
  return left && right && *left == *right;
}

}  // namespace waymark::server
