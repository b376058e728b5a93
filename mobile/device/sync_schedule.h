// When to sync: a policy without timers. Whoever owns a timer tells it what happened and asks when to start
// next (sync.md, "The device's session": back-off with jitter 5 s … 15 min; at once on connectivity and
// foreground; 2 s after a commit; Wi-Fi-only honoured). Not thread-safe: one thread owns it. Times may come
// from any steadily growing clock.
#pragma once

#include <optional>

#include "mobile/device/sync_session.h"
#include "shared/ids.h"

namespace waymark::device {

/// What is known of the connection. A transport that can't be told counts as not metered (ui.md, Settings).
struct Connectivity {
  bool online = true;
  bool metered = false;
};

class SyncSchedule {
 public:
  static constexpr Millis after_commit{2'000};
  static constexpr Millis shortest_back_off{5'000};
  static constexpr Millis longest_back_off{15 * 60'000};
  /// In the foreground, the server is asked for news this often even if nothing waits.
  static constexpr Millis refresh_every{15 * 60'000};

  explicit SyncSchedule(RandomSource& random) : random_(random) {}

  // --- what happened --------------------------------------------------------------------------------------
  /// DeviceStore::has_server().
  void set_enrolled(bool enrolled, Instant now);
  void set_connectivity(Connectivity connectivity, Instant now);
  void set_wifi_only(bool wifi_only, Instant now);
  void set_foreground(bool foreground, Instant now);
  /// The user changed something on this phone.
  void committed(Instant now);
  /// The user pressed the button: at once, on any network (a person who asks has decided), also while
  /// blocked.
  void requested(Instant now);
  void started(Instant now);
  void finished(const SyncOutcome& outcome, Instant now);

  // --- what to do
  // --------------------------------------------------------------------------------------------
  /// When to start the next sync: a time that is over means at once; none: not before something else happens.
  std::optional<Instant> next() const;
  bool due(Instant now) const {
    const auto at = next();
    return at && *at <= now;
  }
  /// Waiting for Wi-Fi, and only for that: Settings and Sync say so.
  bool waits_for_wifi() const { return connectivity_.online && connectivity_.metered && wifi_only_; }
  /// Only a person can help (enrol again, update the app); automatic tries pause until foreground or the
  /// button.
  bool blocked() const { return blocked_; }

 private:
  void want(Instant at);
  bool network_allowed() const { return connectivity_.online && !waits_for_wifi(); }
  Millis back_off();

  RandomSource& random_;
  Connectivity connectivity_;
  bool enrolled_ = false, wifi_only_ = false, foreground_ = true, running_ = false, blocked_ = false;
  bool asked_ = false;                 ///< by the button, not yet started
  int failures_ = 0;                   ///< in a row
  std::optional<Instant> wanted_;      ///< the next start wished for
  std::optional<Instant> refresh_at_;  ///< the same, only while in the foreground
  std::optional<Instant> not_before_;  ///< the server's Retry-After
};

}  // namespace waymark::device
