// Making an edit: validation by the same rules as the server's, op and record, inside one transaction
// (sync.md, "On the device"; invariant 4). Coordinates of private places never pass here (entry_privacy.h).
#pragma once

#include <string>
#include <string_view>

#include "mobile/device/outbox.h"
#include "mobile/device/record_rows.h"

namespace waymark::device {

struct Edit {
  RecordType type = RecordType::entry;
  std::string_view rid;
  std::string_view body;
  bool deleted = false;
};

/// The server's time as the device best knows it.
Instant server_now(Work& work);

/// An ordinary edit: parents = [tip]. Saving what is shown already makes no op, unless that was refused.
/// Returns the op shown.
Result<std::string> make_edit(Work& work, const Edit& edit);

/// An edit that settles all that disagrees: parents = tip, the server's head, every listed conflict and held
/// op.
Result<std::string> make_resolving_edit(Work& work, const Edit& edit);

}  // namespace waymark::device
