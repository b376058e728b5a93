// Backups, the audit trail and storage.
#include <fmt/format.h>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr int rows_a_page = 50;

HttpResponse backups_page(Visit& visit) {
  const auto state = visit.store().desk().backups(rows_a_page);
  const auto zone = zone_of(visit);
  Page page{"Backups", "admin_backups"};
  auto& data = page.data;
  data.set("backups", Data::List());
  for (const auto& backup : state.newest)
    data.add("backups", Data{}
                            .set("made", long_moment(backup.at, zone))
                            .set("age", when_words(backup.at, visit.now()))
                            .set("by", backup.actor_name.empty() ? "Command line" : backup.actor_name)
                            .set("size", backup.bytes ? size_words(*backup.bytes) : "Not known")
                            .set("file", backup.file.empty() ? "Not known" : backup.file));
  if (!state.newest.empty()) {
    const auto at = state.newest.front().at;
    const auto alertness = backup_alertness(at, visit.now());
    data.set("last", Data{}
                         .set("age", when_words(at, visit.now()))
                         .set("state", alertness == Alertness::red     ? pill("red", "Act today")
                                       : alertness == Alertness::amber ? pill("amber", "Look at it")
                                                                       : pill("good", "Fine")));
  } else {
    data.set("last", Data::List());
  }
  const auto beyond = state.seq - state.safe_seq;
  data.set("beyond", beyond == 0 ? "Everything that ever arrived is in a verified backup."
                                 : count_words(beyond, "change is", "changes are") +
                                       " in no verified backup yet; phones keep theirs until they are.");
  return admin_page(visit, std::move(page), "/admin/backups");
}

/// "device_revoked" is "Device revoked".
std::string action_words(std::string_view action) {
  std::string words(action);
  for (char& c : words)
    if (c == '_') c = ' ';
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

constexpr std::array audit_fields = {"search", "action", "person", "from", "to"};

HttpResponse audit_page(Visit& visit) {
  auto& form = visit.form();
  for (const auto* name : audit_fields) form.preset(name, visit.query(name));
  AuditQuery query;
  query.text = form.value("search");
  query.action = form.value("action");
  query.person_id = form.value("person");
  if (!form.value("from").empty()) query.from = form.date("from");
  if (!form.value("to").empty()) query.to = form.date("to");
  const auto before = visit.query("before");
  if (before.size() < 18 && before.find_first_not_of("0123456789") == std::string::npos && !before.empty())
    query.before = std::stoll(before);
  query.limit = rows_a_page;

  auto& desk = visit.store().desk();
  AuditPage found;
  if (form.ok()) found = desk.audit(query);
  Page page{"Audit trail", "admin_audit", form.errors(), {}, form.ok() ? 200 : 422};
  auto& data = page.data;
  Form::Choices actions = {{"", "All"}};
  for (const auto& action : desk.audit_actions()) actions.emplace_back(action, action_words(action));
  data.set(
      "search_field",
      form.field("search", "Search", {.hint = "A name, an address, a part of a detail.", .required = false}));
  data.set("action_field", form.choice("action", "Action", actions));
  data.set("person_field",
           form.choice("person", "By or about", people_choices(visit.store().people(), "Everybody")));
  data.set("from_field", form.field("from", "From", {.type = "date", .required = false}));
  data.set("to_field", form.field("to", "To", {.type = "date", .required = false}));
  const auto zone = zone_of(visit);
  data.set("rows", Data::List());
  for (const auto& [row, actor_name, subject_name] : found.entries) {
    Data shown;
    shown.set("at", long_moment(row.at, zone));
    shown.set("who", !actor_name.empty()    ? actor_name
                     : row.actor_id.empty() ? "Command line or server"
                                            : row.actor_id);
    set_text(shown, "address", row.address);
    shown.set("action", action_words(row.action));
    shown.set("subject", subject_name.empty() ? row.subject : subject_name);
    shown.set("detail", row.detail);
    data.add("rows", std::move(shown));
  }
  std::string older;
  if (found.next_before) {
    std::vector<std::pair<std::string_view, std::string>> members = {
        {"before", std::to_string(*found.next_before)}};
    for (const auto* name : audit_fields) members.emplace_back(name, form.value(name));
    older = with_query("/admin/audit", members);
  }
  set_text(data, "older", older);
  return admin_page(visit, std::move(page), "/admin/audit");
}

HttpResponse storage_page(Visit& visit) {
  const auto report = visit.store().desk().storage();
  const auto zone = zone_of(visit);
  Page page{"Storage", "admin_storage"};
  auto& data = page.data;
  data.set("file", report.file).set("file_size", size_words(report.file_bytes));
  data.set("log_size", size_words(report.log_bytes));
  data.set("free", fmt::format("{} of {}", size_words(report.free_bytes), size_words(report.disk_bytes)));
  data.set("schema", std::to_string(report.health.schema));
  set_text(data, "first", report.first_op_at ? long_moment(*report.first_op_at, zone) : std::string());
  set_text(data, "last", report.last_op_at ? long_moment(*report.last_op_at, zone) : std::string());
  const auto add = [&](std::string_view what, std::int64_t count) {
    data.add("counts", Data{}.set("what", what).set("count", number_words(count)));
  };
  add("People", report.counts.people);
  add("Devices ever enrolled", report.counts.devices);
  add("Edits accepted", report.counts.ops);
  add("Edits in conflict", report.counts.conflicts);
  add("Edits held", report.counts.held);
  add("Edits refused, ever", report.counts.refused);
  add("Weeks tallied", report.counts.tallies);
  data.set("records", Data::List());
  for (const auto& [type, count] : report.records)
    data.add("records", Data{}.set("what", type_words(type)).set("count", number_words(count)));
  return admin_page(visit, std::move(page), "/admin/storage");
}

}  // namespace

void add_admin_trail_pages(PageRoutes& pages) {
  pages.get("/admin/backups", Who::admin, backups_page);
  pages.get("/admin/audit", Who::admin, audit_page);
  pages.get("/admin/storage", Who::admin, storage_page);
}

}  // namespace waymark::server
