#include "shared/tally/share.h"

namespace waymark {

std::optional<int> Share::tenths() const {
  if (work_s <= 0) return std::nullopt;
  return static_cast<int>(community_s * 1000 / work_s);
}

std::optional<std::string> Share::text() const {
  const auto value = tenths();
  if (!value) return std::nullopt;
  return std::to_string(*value / 10) + '.' + std::to_string(*value % 10);
}

}  // namespace waymark
