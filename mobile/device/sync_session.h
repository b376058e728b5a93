// One sync as a job: sends what waits, receives what changed, and says how it ended (sync.md, "The device's
// session"). It blocks, so the app runs it on a thread of its own; at most one runs at a time. It never loses
// an edit: whatever goes wrong, the outbox is as it was and capture goes on.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "mobile/device/abort.h"
#include "mobile/device/device_store.h"
#include "mobile/device/key_store.h"
#include "mobile/device/transport.h"

namespace waymark::device {

enum class SessionState { idle, sending, receiving, done, waiting, needs_you };

/// How a run ended.
struct SyncOutcome {
  /// done: all sent and received. waiting: try again later, `error` says why. needs_you: a person must act:
  /// with `error` (unauthorized, device_revoked, person_disabled: enrol again; upgrade_required: update the
  /// app), or without (some records need them; all else is done).
  SessionState state = SessionState::done;
  std::optional<Error> error;
  std::optional<Millis> retry_after;  ///< the server's wish; not earlier
  int sent = 0;                       ///< ops acknowledged in this run
  int received = 0;                   ///< rows received in this run
  bool wiped = false;  ///< by the server's order the store was erased; the phone is not enrolled any more
  bool busy = false;   ///< another run was going on; nothing was done (state waiting)
};

/// `total` grows when the server tells how much there is; done ≤ total.
struct SyncProgress {
  SessionState state = SessionState::idle;
  std::int64_t done = 0;
  std::int64_t total = 0;
};

class SyncSession {
 public:
  using OnProgress = std::function<void(const SyncProgress&)>;

  /// All must outlive the session. `app` is the app's version, sent along.
  SyncSession(DeviceStore& store, KeyStore& keys, Transport& transport, std::string app);

  /// One whole sync, on the calling thread; `on_progress` is called on it too. not enrolled: needs_you with
  /// `unauthorized`.
  SyncOutcome run(Abort& abort, const OnProgress& on_progress = {});
  /// How the run now going on stands; idle when none has been.
  SessionState state() const { return state_; }

  /// Ops and rows asked for in one request: they shrink after a timeout and grow back. For tests and
  /// diagnostics.
  int batch_ops() const { return batch_ops_; }
  int page_rows() const { return page_rows_; }

 private:
  struct Run;
  SyncOutcome run_rounds(Run& run);
  std::optional<SyncOutcome> one_round(Run& run);
  std::optional<SyncOutcome> handle_refusal(Run& run, const HttpResponse& response);
  std::optional<SyncOutcome> wipe(Run& run, WipeOrder order);
  SyncOutcome tell_wiped(Run& run);
  void report(Run& run, SessionState state);
  void shrink();
  void grow();

  DeviceStore& store_;
  KeyStore& keys_;
  Transport& transport_;
  std::string app_;
  std::atomic<SessionState> state_{SessionState::idle};
  std::atomic<bool> running_{false};
  std::atomic<int> batch_ops_;
  std::atomic<int> page_rows_;
};

}  // namespace waymark::device
