#include "mobile/device/sync_schedule.h"

#include <algorithm>
#include <array>

namespace waymark::device {
namespace {

/// Doubling more often than this is past the longest back-off.
constexpr int most_doublings = 8;

}  // namespace

void SyncSchedule::want(Instant at) {
  if (!wanted_ || at < *wanted_) wanted_ = at;
}

void SyncSchedule::set_enrolled(bool enrolled, Instant now) {
  if (enrolled && !enrolled_) {
    blocked_ = false;
    failures_ = 0;
    not_before_.reset();
    want(now);
  }
  enrolled_ = enrolled;
}

void SyncSchedule::set_connectivity(Connectivity connectivity, Instant now) {
  const bool before = network_allowed();
  connectivity_ = connectivity;
  if (network_allowed() && !before && !blocked_) want(now);
}

void SyncSchedule::set_wifi_only(bool wifi_only, Instant now) {
  const bool before = network_allowed();
  wifi_only_ = wifi_only;
  if (network_allowed() && !before && !blocked_) want(now);
}

void SyncSchedule::set_foreground(bool foreground, Instant now) {
  if (foreground && !foreground_) {
    blocked_ = false;  // one try: the agency may have put it right
    want(now);
  }
  foreground_ = foreground;
}

void SyncSchedule::committed(Instant now) {
  // During a run, too: the run may have taken its last batch already.
  want(now + after_commit);
}

void SyncSchedule::requested(Instant now) {
  asked_ = true;
  blocked_ = false;
  want(now);
}

void SyncSchedule::started(Instant) {
  running_ = true;
  asked_ = false;
  wanted_.reset();
  refresh_at_.reset();
}

void SyncSchedule::finished(const SyncOutcome& outcome, Instant now) {
  if (outcome.busy) return;
  running_ = false;
  not_before_.reset();
  if (outcome.retry_after) not_before_ = now + *outcome.retry_after;
  const bool stopped = outcome.error && outcome.error->code == ErrorCode::aborted;
  if (outcome.state == SessionState::waiting && !stopped) {
    ++failures_;
    want(now + back_off());
    return;
  }
  // A person stopped it: not a failure of the network, and no reason to start again at once.
  if (!stopped) failures_ = 0;
  blocked_ = outcome.state == SessionState::needs_you && outcome.error.has_value();
  if (blocked_) {
    wanted_.reset();
    return;
  }
  refresh_at_ = now + refresh_every;
}

std::optional<Instant> SyncSchedule::next() const {
  if (running_ || !enrolled_) return std::nullopt;
  if (!asked_ && (blocked_ || !network_allowed())) return std::nullopt;
  auto at = wanted_;
  if (foreground_ && refresh_at_ && (!at || *refresh_at_ < *at)) at = refresh_at_;
  if (at && not_before_) at = std::max(*at, *not_before_);
  return at;
}

/// Doubling from 5 s to 15 min, each time somewhere in the upper half, so that phones cut off together do not
/// come back together.
Millis SyncSchedule::back_off() {
  const auto longest =
      std::min(longest_back_off, shortest_back_off * (1 << std::min(failures_, most_doublings)));
  std::array<std::uint8_t, 4> bytes{};
  random_.fill(bytes);
  std::uint32_t random = 0;
  for (const auto byte : bytes) random = random << 8 | byte;
  const auto half = longest / 2;
  return std::max(shortest_back_off, half + Millis{static_cast<std::int64_t>(random) % (half.count() + 1)});
}

}  // namespace waymark::device
