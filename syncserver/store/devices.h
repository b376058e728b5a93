// The devices that are enrolled: whose they are, how they are, and taking them out of service.
#pragma once

#include "syncserver/store/device_health.h"
#include "syncserver/store/store_types.h"
#include "syncserver/store/write_context.h"

namespace waymark::server {

/// Who is calling, by the hash of the token.
Admission find_device_by_token(Connection& connection, std::string_view token);
std::vector<DeviceInfo> list_devices(Connection& connection, const HealthBook::Notes& unwritten);

/// The row number of a device; none for an unknown id.
std::optional<std::int64_t> find_device(Connection& connection, std::string_view device_id);
WipeOrder wipe_order(Connection& connection, std::string_view device_id);

Result<void> revoke_device(WriteContext& context, std::string_view device_id, const Actor& actor);
Result<void> order_wipe(WriteContext& context, std::string_view device_id, WipeOrder order,
                        const Actor& actor);
/// The device erased its store: nothing of it is to be let in again.
void note_wiped(WriteContext& context, std::string_view device_id);

}  // namespace waymark::server
