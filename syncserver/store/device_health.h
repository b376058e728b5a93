// How the devices are, as their last requests said. Kept in memory and written with the next group of ops, so
// that a sync that brings nothing new does not write.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "shared/time/instant.h"
#include "syncserver/store/connection.h"

namespace waymark::server {

struct DeviceHealth {
  Instant last_contact{};
  std::optional<Instant> last_sync;  ///< none: this request was not answered with rows
  std::optional<Instant> oldest_waiting_at;
  std::int64_t waiting = 0, needs_you = 0, skew_ms = 0;
  std::string app;
};

class HealthBook {
 public:
  using Notes = std::map<std::string, DeviceHealth, std::less<>>;  ///< by device id

  void note(std::string_view device_id, DeviceHealth health);
  /// What is not written yet.
  Notes unwritten() const;
  bool empty() const;

  /// Writes everything noted, inside the caller's transaction. The notes stay until written() says it held.
  void write(Connection& connection);
  void written();

 private:
  mutable std::mutex mutex_;
  Notes notes_;
  Notes being_written_;
};

}  // namespace waymark::server
