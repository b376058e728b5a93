// The part of the store that the sync session and enrolment write: batches out, answers in, whose phone this
// is, and the erasing of everything by order. Each function is one transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mobile/device/pull_apply.h"
#include "mobile/device/store_types.h"
#include "mobile/device/sync_state.h"
#include "shared/error.h"

namespace waymark::device {

/// One request to be, and the marks it was made from.
struct SyncBatch {
  SyncMarks marks;
  Instant made_at{};
  SyncCounts counts;
  std::vector<std::string> ops;  ///< frozen, in the order made
};

/// An enrolment whose answer has not arrived. Its token is in the key store.
struct PendingEnrolment {
  std::string server;
  std::string code;
  friend bool operator==(const PendingEnrolment&, const PendingEnrolment&) = default;
};

class SyncSide {
 public:
  /// `changed` is called after each commit that others may want to know of.
  SyncSide(Database& database, std::function<void(const StoreChange&)> changed)
      : database_(database), changed_(std::move(changed)) {}

  /// The oldest unsent ops: at most `max_ops`, together at most `max_bytes` of op text; at least one if any
  /// waits.
  Result<SyncBatch> next_batch(int max_ops, std::size_t max_bytes);
  Result<Applied> apply(const SyncBatch& batch, const SyncResponse& answer);

  Result<void> remember_enrolment(const PendingEnrolment& pending);
  Result<std::optional<PendingEnrolment>> pending_enrolment();
  /// Makes this phone `identity`'s. The same person keeps everything. Another one starts empty, and is
  /// refused
  /// (`forbidden`, field `person`) while edits of the present one wait or were refused.
  Result<void> become(const Identity& identity);

  /// Erases everything by the server's order. Of the identity, the server's address and the device's id stay
  /// until told_wiped(): the last request is still to say that it was done.
  /// False, and nothing is erased: the order is to drain first, and an edit still waits.
  Result<bool> erase(WipeOrder order);
  /// The enrolment whose server has not heard yet that its order was carried out: server and device_id only.
  Result<std::optional<Identity>> wiped_from();
  Result<void> told_wiped();

 private:
  Database& database_;
  std::function<void(const StoreChange&)> changed_;
};

/// The counts of the Sync page; also what a request tells.
SyncCounts count(Work& work);

}  // namespace waymark::device
