#include "syncserver/store/device_health.h"

#include <utility>

namespace waymark::server {

void HealthBook::note(std::string_view device_id, DeviceHealth health) {
  const std::lock_guard lock(mutex_);
  auto& kept = notes_[std::string(device_id)];
  if (!health.last_sync) health.last_sync = kept.last_sync;
  kept = std::move(health);
}

HealthBook::Notes HealthBook::unwritten() const {
  const std::lock_guard lock(mutex_);
  auto notes = notes_;
  for (const auto& [device, health] : being_written_) notes.try_emplace(device, health);
  return notes;
}

bool HealthBook::empty() const {
  const std::lock_guard lock(mutex_);
  return notes_.empty() && being_written_.empty();
}

void HealthBook::write(Connection& connection) {
  Notes notes;
  {
    const std::lock_guard lock(mutex_);
    // What a failed commit left behind goes in again, unless there is newer news.
    for (auto& [device, health] : being_written_) notes_.try_emplace(device, std::move(health));
    being_written_ = std::exchange(notes_, {});
    notes = being_written_;
  }
  for (const auto& [device, health] : notes) {
    const auto id = to_bytes(device);
    connection
        .query(
            "UPDATE devices SET last_contact = ?, last_sync = coalesce(?, last_sync), waiting = ?,"
            " needs_you = ?, oldest_waiting_at = ?, skew_ms = ?, app = ? WHERE device_id = ?")
        .bind(to_ms(health.last_contact),
              health.last_sync ? std::optional(to_ms(*health.last_sync)) : std::nullopt, health.waiting,
              health.needs_you,
              health.oldest_waiting_at ? std::optional(to_ms(*health.oldest_waiting_at)) : std::nullopt,
              health.skew_ms, health.app, id)
        .run();
  }
}

void HealthBook::written() {
  const std::lock_guard lock(mutex_);
  being_written_.clear();
}

}  // namespace waymark::server
