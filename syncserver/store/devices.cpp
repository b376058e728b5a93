#include "syncserver/store/devices.h"

namespace waymark::server {

namespace {

Error no_such_device() {
  return {ErrorCode::not_found, "No such device: the list of devices shows what is enrolled.", "device"};
}

std::optional<Instant> maybe_instant(const Query& query, int column) {
  const auto ms = query.maybe(column);
  return ms ? std::optional(instant_from_ms(*ms)) : std::nullopt;
}

}  // namespace

Admission find_device_by_token(Connection& connection, std::string_view token) {
  Admission admission;
  const auto hash = digest(token);
  auto query = connection.query(
      "SELECT d.device_id, d.name, d.revoked_at, d.wipe, p.person_id, p.name, p.role, p.disabled_at"
      " FROM devices d JOIN persons p ON p.n = d.person WHERE d.token_hash = ?");
  query.bind(hash);
  if (!query.next()) {
    admission.refusal = {ErrorCode::unauthorized, "This device is not enrolled here: enrol it again.", {}};
    return admission;
  }
  admission.device = {query.uuid(0), std::string(query.text(1)), query.uuid(4), std::string(query.text(5)),
                      query.code<Role>(6)};
  admission.wipe = query.code<WipeOrder>(3);
  if (!query.is_null(2))
    admission.refusal = {ErrorCode::device_revoked, "This device was revoked: ask your admin.", {}};
  else if (!query.is_null(7))
    admission.refusal = {ErrorCode::person_disabled, "Your account is disabled: ask your admin.", {}};
  return admission;
}

std::vector<DeviceInfo> list_devices(Connection& connection, const HealthBook::Notes& unwritten) {
  std::vector<DeviceInfo> devices;
  auto query = connection.query(
      "SELECT d.device_id, d.name, d.platform, d.app, p.person_id, p.name, d.enrolled_at, d.revoked_at,"
      " d.wiped_at, d.wipe, d.last_contact, d.last_sync, d.oldest_waiting_at, d.waiting, d.needs_you,"
      " d.skew_ms FROM devices d JOIN persons p ON p.n = d.person ORDER BY d.n");
  while (query.next()) {
    DeviceInfo info;
    info.device_id = query.uuid(0);
    info.name = query.text(1);
    info.platform = query.text(2);
    info.app = query.text(3);
    info.person_id = query.uuid(4);
    info.person_name = query.text(5);
    info.enrolled_at = instant_from_ms(query.integer(6));
    info.revoked_at = maybe_instant(query, 7);
    info.wiped_at = maybe_instant(query, 8);
    info.wipe = query.code<WipeOrder>(9);
    info.last_contact = maybe_instant(query, 10);
    info.last_sync = maybe_instant(query, 11);
    info.oldest_waiting_at = maybe_instant(query, 12);
    info.waiting = query.integer(13);
    info.needs_you = query.integer(14);
    info.skew_ms = query.integer(15);
    if (const auto news = unwritten.find(info.device_id); news != unwritten.end()) {
      info.app = news->second.app;
      info.last_contact = news->second.last_contact;
      if (news->second.last_sync) info.last_sync = news->second.last_sync;
      info.oldest_waiting_at = news->second.oldest_waiting_at;
      info.waiting = news->second.waiting;
      info.needs_you = news->second.needs_you;
      info.skew_ms = news->second.skew_ms;
    }
    devices.push_back(std::move(info));
  }
  return devices;
}

std::optional<std::int64_t> find_device(Connection& connection, std::string_view device_id) {
  if (!is_uuid(device_id)) return std::nullopt;
  const auto id = to_bytes(device_id);
  auto query = connection.query("SELECT n FROM devices WHERE device_id = ?");
  query.bind(id);
  if (!query.next()) return std::nullopt;
  return query.integer(0);
}

WipeOrder wipe_order(Connection& connection, std::string_view device_id) {
  const auto id = to_bytes(device_id);
  auto query = connection.query("SELECT wipe FROM devices WHERE device_id = ? AND wiped_at IS NULL");
  query.bind(id);
  return query.next() ? query.code<WipeOrder>(0) : WipeOrder::none;
}

Result<void> revoke_device(WriteContext& context, std::string_view device_id, const Actor& actor) {
  const auto device = find_device(context.connection, device_id);
  if (!device) return tl::unexpected(no_such_device());
  const int changed =
      context.connection.query("UPDATE devices SET revoked_at = ? WHERE n = ? AND revoked_at IS NULL")
          .bind(to_ms(context.now), *device)
          .run();
  if (changed > 0) context.audit(actor, "device_revoked", device_id);
  return {};
}

Result<void> order_wipe(WriteContext& context, std::string_view device_id, WipeOrder order,
                        const Actor& actor) {
  const auto device = find_device(context.connection, device_id);
  if (!device) return tl::unexpected(no_such_device());
  context.connection.query("UPDATE devices SET wipe = ? WHERE n = ?").bind(order, *device).run();
  context.audit(actor, "wipe_ordered", device_id, to_wire(order));
  return {};
}

void note_wiped(WriteContext& context, std::string_view device_id) {
  const auto device = find_device(context.connection, device_id);
  if (!device) return;
  const int changed = context.connection
                          .query(
                              "UPDATE devices SET wiped_at = ?1, wipe = 0,"
                              " revoked_at = coalesce(revoked_at, ?1) WHERE n = ?2 AND wiped_at IS NULL")
                          .bind(to_ms(context.now), *device)
                          .run();
  if (changed > 0) context.audit({}, "device_wiped", device_id);
}

}  // namespace waymark::server
