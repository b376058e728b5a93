// Why an entry was made after the fact (domain.md: late_reason; tally rule 6: late).
#pragma once

#include <QStringList>

#include "shared/records/records.h"

namespace waymark::app {

/// Recorded over 24 hours after its start.
bool isLate(const Entry& entry);
/// What people mostly say, to be tapped instead of typed. Any words will do.
QStringList usualLateReasons();

}  // namespace waymark::app
