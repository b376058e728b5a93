// Where a record stands between phone and server, in the words of ui.md.
#pragma once

#include <QString>

#include "mobile/device/store_types.h"

namespace waymark::app {

/// waiting | sent | needs_you | held
QString syncCode(const device::RecordSync& sync);
/// "On this phone", "Sent", "Needs you: …", "Held: …"
QString syncText(const device::RecordSync& sync);
/// conflict | held | refused, and what to do about it.
QString needCode(const device::NeedsYou& need);
QString needText(const device::NeedsYou& need);

}  // namespace waymark::app
