#include "syncserver/store/device_condition.h"

#include <algorithm>
#include <array>

namespace waymark::server {

Alertness alertness_since(std::optional<Instant> since, Instant now) {
  if (!since || now - *since < amber_after) return Alertness::fine;
  return now - *since < red_after ? Alertness::amber : Alertness::red;
}

DeviceCondition condition_of(DeviceInfo device, Instant now) {
  DeviceCondition condition;
  // The device measured by its own clock; only differences between times of one clock mean anything.
  if (device.oldest_waiting_at) *device.oldest_waiting_at -= Millis{device.skew_ms};
  condition.in_service = !device.revoked_at && !device.wiped_at;
  if (condition.in_service) {
    const auto look_at = [&](DeviceConcern concern, Alertness alertness) {
      if (alertness == Alertness::fine) return;
      condition.concerns.push_back(concern);
      condition.alertness = std::max(condition.alertness, alertness);
    };
    if (device.last_sync)
      look_at(DeviceConcern::not_synced, alertness_since(device.last_sync, now));
    else
      look_at(DeviceConcern::never_synced, alertness_since(device.enrolled_at, now));
    if (device.waiting > 0) look_at(DeviceConcern::unsent, alertness_since(device.oldest_waiting_at, now));
    if (device.needs_you > 0) look_at(DeviceConcern::needs_you, Alertness::amber);
    if (std::chrono::abs(Millis{device.skew_ms}) > clock_off_after)
      look_at(DeviceConcern::clock, Alertness::amber);
  }
  condition.device = std::move(device);
  return condition;
}

}  // namespace waymark::server

namespace waymark {

template <>
std::span<const std::string_view> wire_names<server::Alertness>() {
  static constexpr auto names = std::to_array<std::string_view>({"fine", "amber", "red"});
  static_assert(names.size() == static_cast<std::size_t>(server::Alertness::red) + 1);
  return names;
}

template <>
std::span<const std::string_view> wire_names<server::DeviceConcern>() {
  static constexpr auto names =
      std::to_array<std::string_view>({"never_synced", "not_synced", "unsent", "needs_you", "clock"});
  static_assert(names.size() == static_cast<std::size_t>(server::DeviceConcern::clock) + 1);
  return names;
}

}  // namespace waymark
