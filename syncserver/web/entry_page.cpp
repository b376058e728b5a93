#include "syncserver/web/entry_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/aside_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/person_week_page.h"
#include "syncserver/web/record_facts.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr std::size_t versions_a_page = 20;

std::string_view status_words(OpStatus status) {
  switch (status) {
    case OpStatus::head:
      return "As it stands";
    case OpStatus::superseded:
      return "Earlier version";
    case OpStatus::held:
      return "Held: the week was approved";
    case OpStatus::conflict:
      return "Not applied: edited on two devices, the specialist decides";
    default:
      return "Refused";
  }
}

/// The op an edit was made from, or the one before it where it names none that is known.
const HistoryOp* made_from(const History& history, std::size_t index) {
  const auto& parents = history.ops[index].parents;
  for (const auto& op : history.ops)
    if (!parents.empty() && op.op == parents.front()) return &op;
  return index > 0 ? &history.ops[index - 1] : nullptr;
}

Data version_data(const History& history, std::size_t index, const Names& names, const Names& people,
                  Instant now, const Zone& zone) {
  const auto& op = history.ops[index];
  const auto* before = made_from(history, index);
  const auto author = people.find(op.person_id);
  Data version;
  version.set("received", moment_words(op.received_at, now, zone));
  version.set("by", author == people.end() ? std::string("The server") : author->second);
  version.set("device",
              op.device_name.empty() ? std::string("brought in from elsewhere") : "with " + op.device_name);
  version.set("status", status_words(op.status)).set("stands", op.status == OpStatus::head);
  const auto facts = record_facts(history.type, op.body, history.rid, names, zone);
  version.set("first", before == nullptr);
  version.set("changes", before == nullptr
                             ? Data::List()
                             : changes(record_facts(history.type, before->body, history.rid, names, zone),
                                       facts, op.deleted));
  return version;
}

/// The entry as it stands, or as it last was.
const HistoryOp& standing(const History& history) {
  const auto head = std::find_if(history.ops.rbegin(), history.ops.rend(),
                                 [](const HistoryOp& op) { return op.status == OpStatus::head; });
  return head == history.ops.rend() ? history.ops.back() : *head;
}

}  // namespace

HttpResponse show_entry(Visit& visit) {
  auto& store = visit.store();
  auto& desk = store.team();
  const auto& zone = desk.zone();
  const auto history = store.history(visit.viewer(), visit.parameter("rid"));
  if (!history) return visit.refuse(history.error());
  const Error no_entry{ErrorCode::not_found, "There is no such entry: go back to the week.", {}};
  if (history->type != RecordType::entry || history->ops.empty()) return visit.refuse(no_entry);
  const auto& present = standing(*history);
  const auto entry = read_stored<Entry>(present.body, history->rid);
  if (!entry || entry->specialist_id != visit.parameter("id")) return visit.refuse(no_entry);
  const auto first = desk.week_containing(zone.date_of(entry->starts_at));
  const auto week = desk.person_week(visit.viewer(), entry->specialist_id, first);
  if (!week) return visit.refuse(week.error());

  Page page{
      fmt::format("{}, {}", activity_words(entry->activity), short_date(zone.date_of(entry->starts_at))),
      "entry"};
  if (visit.who().role == Role::lead) page.tab = "/team";
  auto& data = page.data;
  data.set("title", page.title).set("name", week->row.owner.name);
  data.set("back", fmt::format("/people/{}?week={}", entry->specialist_id, format_date(first)));
  data.set("deleted", present.deleted);
  const bool in_conflict = std::any_of(history->ops.begin(), history->ops.end(),
                                       [](const HistoryOp& op) { return op.status == OpStatus::conflict; });
  data.set("both_sides", in_conflict && visit.who().role == Role::lead
                             ? Data::List{Data{}.set("address", aside_address(history->rid))}
                             : Data::List());
  data.set("verdict", verdict_words(classify(*entry, week->policy)));
  Data::List facts;
  for (const auto& [label, text] : entry_facts(*entry, week->names, zone))
    facts.push_back(Data{}.set("label", label).set("text", text));
  data.set("facts", std::move(facts));
  Names people;
  for (const auto& person : store.people()) people[person.person_id] = person.name;
  Data::List versions;
  const ListPart part(visit, history->ops.size(), versions_a_page);
  for (auto at = part.begin(); at < part.end(); ++at)  // the newest first
    versions.push_back(
        version_data(*history, history->ops.size() - 1 - at, week->names, people, visit.now(), zone));
  data.set("parts", part.links(fmt::format("/people/{}/entries/{}", entry->specialist_id, history->rid)));
  data.set("versions", std::move(versions));
  return visit.page(std::move(page));
}

}  // namespace waymark::server
