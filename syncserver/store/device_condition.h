// How a device is, from what its last requests said: ui.md's amber after 24 hours and red after 72.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "syncserver/store/store_types.h"

namespace waymark::server {

enum class Alertness { fine, amber, red };

/// Why somebody should look at a device.
enum class DeviceConcern {
  never_synced,  ///< enrolled, and not one sync since
  not_synced,    ///< the last sync that was answered with rows is too long ago
  unsent,        ///< its oldest unsent edit is too old
  needs_you,     ///< edits on it need their person
  clock,         ///< its clock is over two minutes off (domain.md, exception `clock`)
};

struct DeviceCondition {
  DeviceInfo device;       ///< oldest_waiting_at by the server's clock
  bool in_service = true;  ///< neither revoked nor erased
  Alertness alertness = Alertness::fine;
  std::vector<DeviceConcern> concerns;
};

inline constexpr auto amber_after = std::chrono::hours{24};
inline constexpr auto red_after = std::chrono::hours{72};
inline constexpr auto clock_off_after = std::chrono::minutes{2};

/// Whose time is measured from `since`; none: fine.
Alertness alertness_since(std::optional<Instant> since, Instant now);

/// A device out of service is fine: nothing more is expected of it. What needs its person and a wrong clock
/// are amber at most: they say nothing of how old what is missing is.
DeviceCondition condition_of(DeviceInfo device, Instant now);

}  // namespace waymark::server

namespace waymark {
template <>
std::span<const std::string_view> wire_names<server::Alertness>();
template <>
std::span<const std::string_view> wire_names<server::DeviceConcern>();
}  // namespace waymark
