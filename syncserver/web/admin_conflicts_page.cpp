// Edits that did not simply go in: whose, of what type, why, since when. What they say is for their team's
// lead.
#include <fmt/format.h>

#include <limits>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr std::size_t edits_a_page = 100;

/// "end_before_start (ends_at)".
std::string code_words(const AsideOp& op) {
  if (op.code.empty()) return "–";
  return op.field.empty() ? op.code : fmt::format("{} ({})", op.code, op.field);
}

HttpResponse conflicts_page(Visit& visit) {
  AsideQuery query;
  query.kind = from_wire<AsideKind>(visit.query("kind"));
  query.person_id = visit.query("person");
  query.with_mended = visit.query("mended") == "yes";
  query.limit = std::numeric_limits<int>::max();
  const auto list = visit.store().desk().aside(query);

  auto& form = visit.form();
  form.preset("kind", visit.query("kind"));
  form.preset("person", query.person_id);
  form.preset("mended", query.with_mended ? "yes" : "");
  Page page{"Edits put aside", "admin_conflicts"};
  auto& data = page.data;
  data.set("kind_field",
           form.choice("kind", "Which",
                       {{"", "All"}, {"conflict", "In conflict"}, {"held", "Held"}, {"refused", "Refused"}}));
  data.set("person_field",
           form.choice("person", "Whose", people_choices(visit.store().people(), "Everybody’s")));
  data.set("mended_field", form.choice("mended", "Refused ones that were corrected since",
                                       {{"", "Leave out"}, {"yes", "Show, too"}}));
  data.set("any", list.total > 0).set("filtered", query.kind || !query.person_id.empty());
  data.set("groups", Data::List()).set("ops", Data::List());
  for (const auto& group : list.groups)
    data.add("groups",
             Data{}
                 .set("group_kind", kind_words(group.kind))
                 .set("group_person", group.person_name.empty() ? "Command line" : group.person_name)
                 .set("group_type", type_words(group.type))
                 .set("group_code", group.code.empty() ? "–" : group.code)
                 .set("count", number_words(group.count))
                 .set("oldest", age_words(group.oldest, visit.now())));
  const auto zone = zone_of(visit);
  const ListPart part(visit, list.ops.size(), edits_a_page);
  for (auto at = part.begin(); at < part.end(); ++at) {
    const auto& op = list.ops[at];
    data.add("ops", Data{}
                        .set("op_kind", kind_words(op.kind))
                        .set("mended", op.mended)
                        .set("op_person", op.person_name.empty() ? "Command line" : op.person_name)
                        .set("op_device", op.device_name.empty() ? "this server" : op.device_name)
                        .set("op_type", type_words(op.type))
                        .set("op_code", code_words(op))
                        .set("age", age_words(op.received_at, visit.now()))
                        .set("received", long_moment(op.received_at, zone))
                        .set("op_id", op.op));
  }
  data.set("parts", part.links("/admin/conflicts", {{"kind", visit.query("kind")},
                                                    {"person", query.person_id},
                                                    {"mended", query.with_mended ? "yes" : ""}}));
  return admin_page(visit, std::move(page), "/admin/conflicts");
}

}  // namespace

void add_admin_conflicts_page(PageRoutes& pages) {
  pages.get("/admin/conflicts", Who::admin, conflicts_page);
}

}  // namespace waymark::server
