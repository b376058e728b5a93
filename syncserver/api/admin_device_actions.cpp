// Devices, and the edits of theirs that did not simply go in.
#include "syncserver/api/action_params.h"
#include "syncserver/store/admin_desk.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

bj::object device_json(const DeviceCondition& condition) {
  const auto& device = condition.device;
  bj::array concerns;
  for (const auto concern : condition.concerns) concerns.push_back(wire_text(concern));
  return {{"device_id", device.device_id},
          {"name", device.name},
          {"platform", device.platform},
          {"app", device.app},
          {"person_id", device.person_id},
          {"person", device.person_name},
          {"enrolled_at", to_ms(device.enrolled_at)},
          {"revoked_at", ms_or_null(device.revoked_at)},
          {"wiped_at", ms_or_null(device.wiped_at)},
          {"wipe", device.wipe == WipeOrder::none ? bj::value(nullptr) : bj::value(wire_text(device.wipe))},
          {"last_contact", ms_or_null(device.last_contact)},
          {"last_sync", ms_or_null(device.last_sync)},
          {"oldest_waiting_at", ms_or_null(device.oldest_waiting_at)},
          {"waiting", device.waiting},
          {"needs_you", device.needs_you},
          {"skew_ms", device.skew_ms},
          {"alertness", wire_text(condition.alertness)},
          {"concerns", std::move(concerns)}};
}

Result<std::string> list_devices(const AdminContext& context, std::string_view) {
  bj::array devices;
  for (const auto& condition : context.store.desk().devices()) devices.push_back(device_json(condition));
  return answer({{"time_zone", context.store.agency().time_zone}, {"devices", std::move(devices)}});
}

Result<std::string> revoke_device(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto device = reader.required_uuid("device");
    if (reader.error()) return refused(reader);
    return answer(context.store.revoke_device(device, {}), {{"device_id", device}});
  });
}

Result<std::string> wipe_device(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto device = reader.required_uuid("device");
    const auto when = reader.required_text("when", 20);
    if (reader.error()) return refused(reader);
    const auto order = from_wire<WipeOrder>(when);
    if (!order)
      return fail(ErrorCode::unknown_code, "Say drained, now, or none to take an order back.", "when");
    return answer(context.store.order_wipe(device, *order, {}), {{"device_id", device}, {"wipe", when}});
  });
}

Result<std::string> list_conflicts(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    AsideQuery query;
    query.kind = reader.code<AsideKind>("kind");
    query.person_id = reader.uuid("person");
    query.with_mended = reader.boolean("mended", false);
    query.limit = static_cast<int>(reader.integer("limit", 1, 10'000, 200));
    if (reader.error()) return refused(reader);
    const auto list = context.store.desk().aside(query);
    const auto type_of = [](const auto& of) {
      return of.type ? bj::value(wire_text(*of.type)) : bj::value(nullptr);
    };
    bj::array groups, ops;
    for (const auto& group : list.groups)
      groups.push_back(bj::object{{"kind", wire_text(group.kind)},
                                  {"person_id", text_or_null(group.person_id)},
                                  {"person", text_or_null(group.person_name)},
                                  {"type", type_of(group)},
                                  {"code", text_or_null(group.code)},
                                  {"count", group.count},
                                  {"oldest", to_ms(group.oldest)}});
    for (const auto& op : list.ops)
      ops.push_back(bj::object{{"op", op.op},
                               {"rid", text_or_null(op.rid)},
                               {"kind", wire_text(op.kind)},
                               {"person_id", text_or_null(op.person_id)},
                               {"person", text_or_null(op.person_name)},
                               {"device", text_or_null(op.device_name)},
                               {"type", type_of(op)},
                               {"code", text_or_null(op.code)},
                               {"field", text_or_null(op.field)},
                               {"received_at", to_ms(op.received_at)},
                               {"mended", op.mended}});
    return answer({{"total", list.total}, {"groups", std::move(groups)}, {"ops", std::move(ops)}});
  });
}

}  // namespace

void add_device_actions(AdminActions& actions) {
  actions.insert({{"device-list", list_devices},
                  {"device-revoke", revoke_device},
                  {"device-wipe", wipe_device},
                  {"conflict-list", list_conflicts}});
}

}  // namespace waymark::server
