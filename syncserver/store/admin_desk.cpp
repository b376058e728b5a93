#include "syncserver/store/admin_desk.h"

#include <algorithm>

#include "syncserver/store/aside_ops.h"
#include "syncserver/store/audit_trail.h"
#include "syncserver/store/devices.h"
#include "syncserver/store/enrolment.h"
#include "syncserver/store/people.h"
#include "syncserver/store/places.h"
#include "syncserver/store/policy_preview.h"
#include "syncserver/store/reader_pool.h"
#include "syncserver/store/storage.h"
#include "syncserver/store/writer.h"

namespace waymark::server {

namespace {

/// In service before out of it, then the worst, then whoever was heard from longest ago.
bool comes_first(const DeviceCondition& a, const DeviceCondition& b) {
  if (a.in_service != b.in_service) return a.in_service;
  if (a.alertness != b.alertness) return a.alertness > b.alertness;
  return a.device.last_sync.value_or(a.device.enrolled_at) <
         b.device.last_sync.value_or(b.device.enrolled_at);
}

}  // namespace

AgencyRules AdminDesk::rules(Connection& connection) const {
  return AgencyRules::load(connection, room_.agency, room_.zone);
}

Result<PersonDetail> AdminDesk::person(std::string_view person_id) {
  return room_.readers.run([&](Connection& connection) {
    return find_person_detail(connection, person_id, room_.zone.date_of(room_.clock.now()));
  });
}

Result<PersonInfo> AdminDesk::change_person(std::string_view person_id, const PersonChange& change,
                                            const Actor& actor) {
  return room_.writer.run<PersonInfo>(
      [&](WriteContext& context) { return server::change_person(context, person_id, change, actor); });
}

std::vector<CodeInfo> AdminDesk::codes() {
  return room_.readers.run([&](Connection& connection) { return list_codes(connection, room_.clock.now()); });
}

Result<void> AdminDesk::cancel_code(std::string_view code_id, const Actor& actor) {
  return room_.writer.change(
      [&](WriteContext& context) { return server::cancel_code(context, code_id, actor); });
}

std::vector<DeviceCondition> AdminDesk::devices() {
  auto devices = room_.readers.run(
      [&](Connection& connection) { return list_devices(connection, room_.health.unwritten()); });
  std::vector<DeviceCondition> conditions;
  for (auto& device : devices) conditions.push_back(condition_of(std::move(device), room_.clock.now()));
  std::stable_sort(conditions.begin(), conditions.end(), comes_first);
  return conditions;
}

Result<DeviceCondition> AdminDesk::device(std::string_view device_id) {
  auto all = devices();
  for (auto& condition : all)
    if (condition.device.device_id == device_id) return std::move(condition);
  return fail(ErrorCode::not_found, "No such device: the list of devices shows what is enrolled.", "device");
}

AsideList AdminDesk::aside(const AsideQuery& query) {
  return room_.readers.run([&](Connection& connection) { return list_aside(connection, query); });
}

std::vector<KnownPlace> AdminDesk::places() {
  return room_.readers.run([](Connection& connection) { return list_places(connection); });
}

Result<KnownPlace> AdminDesk::place(std::string_view place_id) {
  return room_.readers.run([&](Connection& connection) { return find_place(connection, place_id); });
}

Result<KnownPlace> AdminDesk::save_place(const KnownPlace& place, const Actor& actor) {
  return room_.writer.run<KnownPlace>(
      [&](WriteContext& context) { return server::save_place(context, place, actor); });
}

Result<void> AdminDesk::remove_place(std::string_view place_id, const Actor& actor) {
  return room_.writer.change(
      [&](WriteContext& context) { return server::remove_place(context, place_id, actor); });
}

std::vector<Policy> AdminDesk::policies() {
  return room_.readers.run([&](Connection& connection) { return rules(connection).policies; });
}

Result<PolicyPreview> AdminDesk::preview_policy(const PolicyDraft& draft, std::int64_t max_weeks,
                                                const ProgressSink& progress) {
  // A connection of its own: it may take a while, and the readers are few.
  Connection connection(room_.path, Connection::Access::read_only);
  const Snapshot snapshot(connection);
  return server::preview_policy(connection, rules(connection), draft, room_.clock.now(), max_weeks, progress);
}

Result<Policy> AdminDesk::write_policy(const PolicyDraft& draft, const Actor& actor) {
  return room_.writer.run<Policy>(
      [&](WriteContext& context) { return server::write_policy(context, draft, actor); });
}

Result<void> AdminDesk::remove_policy(Date from, const Actor& actor) {
  return room_.writer.change(
      [&](WriteContext& context) { return server::remove_policy(context, from, actor); });
}

std::vector<Holiday> AdminDesk::holidays() {
  return room_.readers.run([&](Connection& connection) { return list_holidays(rules(connection)); });
}

Result<void> AdminDesk::set_holiday(Date date, bool is_holiday, const Actor& actor) {
  return room_.writer.change(
      [&](WriteContext& context) { return server::set_holiday(context, date, is_holiday, actor); });
}

BackupState AdminDesk::backups(int limit) {
  return room_.readers.run([&](Connection& connection) { return list_backups(connection, limit); });
}

AuditPage AdminDesk::audit(const AuditQuery& query) {
  return room_.readers.run(
      [&](Connection& connection) { return search_audit(connection, room_.zone, query); });
}

std::vector<std::string> AdminDesk::audit_actions() {
  return room_.readers.run([](Connection& connection) { return list_audit_actions(connection); });
}

StorageReport AdminDesk::storage() {
  return room_.readers.run([&](Connection& connection) { return measure_storage(connection, room_.path); });
}

}  // namespace waymark::server
