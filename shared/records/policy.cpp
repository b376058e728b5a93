#include <span>

#include "shared/records/records.h"

namespace waymark {

const Policy& policy_for(std::span<const Policy> policies, Date week_first) {
  const Policy* earliest = &policies.front();
  const Policy* chosen = nullptr;
  for (const auto& policy : policies) {
    if (policy.effective_from < earliest->effective_from) earliest = &policy;
    if (policy.effective_from > week_first) continue;
    if (chosen == nullptr || policy.effective_from > chosen->effective_from) chosen = &policy;
  }
  return chosen == nullptr ? *earliest : *chosen;
}

}  // namespace waymark
