// Taking in one answer of POST /v1/sync, in one transaction: results, rows, cursor, high and scope (sync.md,
// "What a device does with rows"; invariants 6, 7, 8, 9, 10).
#pragma once

#include <set>
#include <string>

#include "mobile/device/database.h"
#include "mobile/device/record_rows.h"
#include "mobile/device/sync_state.h"
#include "shared/sync/messages.h"

namespace waymark::device {

struct Applied {
  bool dropped = false;   ///< the request's marks were no longer the store's: nothing was done
  bool diverged = false;  ///< the server was restored: everything is offered and read again
  bool rescoped = false;  ///< everything is read again
  bool more = false;      ///< the server has more rows
  bool unsent = false;    ///< edits still wait
  bool unsafe = false;    ///< edits that arrived are not in the newest verified backup
  int acknowledged = 0;   ///< ops, refused ones included
  int rows = 0;
  std::set<RecordType> types;  ///< of records that changed
};

/// `sent_at`: when the request was made, for the clock's skew.
Result<Applied> apply_answer(Work& work, const SyncMarks& asked_from, Instant sent_at,
                             const SyncResponse& answer);

/// The end of a pull from 0 (generation.cpp): records that did not come and hold no edit of this phone's are
/// removed after a rescope; after a divergence those this person may write are offered again from their rows.
void finish_generation(Work& work, const ReadingState& state, Applied& applied);

/// Before a restored server's `row` replaces the one known from its lost chain (`before`): offers that again
/// if the server has not heard of it and the record is this person's own.
void offer_newer_row(Work& work, const RecordRow& before, const Row& row);

}  // namespace waymark::device
