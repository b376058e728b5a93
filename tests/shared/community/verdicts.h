// The verdicts that the table of domain.md can give, by how they read.
#pragma once

#include "shared/community/classify.h"

namespace waymark::testing {

inline const std::string somebody = "0190a000-0000-7000-8000-000000000001";

inline Verdict counts(Reason reason) {
  return {TimeKind::community, reason, false, {}};
}
inline Verdict counts_flagged(Reason reason) {
  return {TimeKind::community, reason, true, {}};
}
inline Verdict does_not_count(Reason reason) {
  return {TimeKind::on_site, reason, false, {}};
}
inline Verdict no_work(Reason reason) {
  return {TimeKind::not_worked, reason, false, {}};
}

}  // namespace waymark::testing
