// What was done, how far backups reach, and how much there is.
#include "syncserver/api/action_params.h"
#include "syncserver/store/admin_desk.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

Result<std::string> list_backups(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    const auto limit = static_cast<int>(reader.integer("limit", 1, 1'000, 20));
    if (reader.error()) return refused(reader);
    const auto state = context.store.desk().backups(limit);
    bj::array backups;
    for (const auto& backup : state.newest)
      backups.push_back(bj::object{{"at", to_ms(backup.at)},
                                   {"actor_id", text_or_null(backup.actor_id)},
                                   {"actor", text_or_null(backup.actor_name)},
                                   {"seq", backup.seq},
                                   {"bytes", backup.bytes ? bj::value(*backup.bytes) : bj::value(nullptr)},
                                   {"file", text_or_null(backup.file)}});
    return answer({{"time_zone", context.store.agency().time_zone},
                   {"seq", state.seq},
                   {"safe_seq", state.safe_seq},
                   {"backups", std::move(backups)}});
  });
}

Result<std::string> search_audit(const AdminContext& context, std::string_view params) {
  return with_params(params, [&](json::Reader& reader) -> Result<std::string> {
    AuditQuery query;
    query.text = reader.text("search", 200);
    query.action = reader.text("action", 100);
    query.person_id = reader.uuid("person");
    query.from = reader.date("from");
    query.to = reader.date("to");
    query.before = reader.integer("before", 0, std::numeric_limits<std::int64_t>::max(), 0);
    query.limit = static_cast<int>(reader.integer("limit", 1, 10'000, 50));
    if (reader.error()) return refused(reader);
    const auto page = context.store.desk().audit(query);
    bj::array rows;
    for (const auto& [row, actor_name, subject_name] : page.entries)
      rows.push_back(bj::object{{"id", row.id},
                                {"at", to_ms(row.at)},
                                {"actor_id", text_or_null(row.actor_id)},
                                {"actor", text_or_null(actor_name)},
                                {"address", text_or_null(row.address)},
                                {"action", row.action},
                                {"subject", row.subject},
                                {"subject_name", text_or_null(subject_name)},
                                {"detail", row.detail}});
    return answer({{"time_zone", context.store.agency().time_zone},
                   {"rows", std::move(rows)},
                   {"next_before", page.next_before ? bj::value(*page.next_before) : bj::value(nullptr)}});
  });
}

Result<std::string> show_storage(const AdminContext& context, std::string_view) {
  const auto report = context.store.desk().storage();
  bj::object records;
  for (const auto& [type, count] : report.records) records[to_wire(type)] = count;
  return answer({{"file", report.file},
                 {"file_bytes", report.file_bytes},
                 {"log_bytes", report.log_bytes},
                 {"free_bytes", report.free_bytes},
                 {"disk_bytes", report.disk_bytes},
                 {"schema", report.health.schema},
                 {"seq", report.health.seq},
                 {"safe_seq", report.health.safe_seq},
                 {"people", report.counts.people},
                 {"devices", report.counts.devices},
                 {"ops", report.counts.ops},
                 {"conflicts", report.counts.conflicts},
                 {"held", report.counts.held},
                 {"refused", report.counts.refused},
                 {"tallies", report.counts.tallies},
                 {"records", std::move(records)},
                 {"first_op_at", ms_or_null(report.first_op_at)},
                 {"last_op_at", ms_or_null(report.last_op_at)},
                 {"time_zone", context.store.agency().time_zone}});
}

}  // namespace

void add_trail_actions(AdminActions& actions) {
  actions.insert({{"backup-list", list_backups}, {"audit", search_audit}, {"storage", show_storage}});
}

}  // namespace waymark::server
