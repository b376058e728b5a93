// What waits to be sent, record by record, for the Sync page's list (ui.md: "what waits, in words, oldest
// first").
#pragma once

#include <string>
#include <vector>

#include "mobile/device/device_store.h"

namespace waymark::device {

/// One record with edits the server has not acknowledged.
struct WaitingRecord {
  std::string rid;
  RecordType type = RecordType::entry;
  Instant since{};       ///< when the oldest of its waiting edits was made
  int edits = 0;         ///< how many wait
  bool deleted = false;  ///< by the newest of them
  std::string body;      ///< of the newest; JSON object text
};

/// Oldest first; at most `limit` records, so that a screen of them costs no more than a screen.
Result<std::vector<WaitingRecord>> waiting_records(const DeviceStore& store, int limit = 200);

/// How many records wait: what a person counts, where SyncCounts counts edits.
Result<int> waiting_record_count(const DeviceStore& store);

}  // namespace waymark::device
