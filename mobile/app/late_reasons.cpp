#include "mobile/app/late_reasons.h"

#include "mobile/app/text_contexts.h"

namespace waymark::app {
namespace {

constexpr auto late_after = std::chrono::hours{24};

}  // namespace

bool isLate(const Entry& entry) {
  return entry.recorded_at - entry.starts_at > late_after;
}

QStringList usualLateReasons() {
  return {ReviewTexts::tr("I forgot to tap"), ReviewTexts::tr("I had no phone with me"),
          ReviewTexts::tr("The phone was off or empty"), ReviewTexts::tr("My lead asked for it")};
}

}  // namespace waymark::app
