#include "syncserver/web/aside_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "syncserver/store/team_desk.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/record_facts.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

constexpr std::size_t edits_a_page = 100;
// A note of 2,000 characters is 12 KB where each of them has to be escaped.
constexpr std::size_t versions_a_page = 5;

std::string_view pill_of(AsideKind kind) {
  return kind == AsideKind::held ? "" : " amber";
}

std::string writer_of(std::string_view person, std::string_view device) {
  const auto who = person.empty() ? std::string("The server") : std::string(person);
  return device.empty() ? who + ", on the pages" : fmt::format("{}, with {}", who, device);
}

HttpResponse show_list(Visit& visit) {
  auto& desk = visit.store().team();
  std::optional<ListPart> part;
  const auto list = desk.aside(visit.viewer(), [&](std::size_t count) {
    part.emplace(visit, count, edits_a_page);
    return std::pair{part->begin(), part->end()};
  });
  if (!list) return visit.refuse(list.error());
  Page page{"Edits put aside", "aside"};
  page.tab = "/aside";
  page.wide = true;
  auto& data = page.data;
  data.set("edits", Data::List());
  for (const auto& [op, body] : list->lines) {
    // What could not be read has no record to look at.
    const auto title = op.type ? record_title(*op.type, body, op.rid, list->names, desk.zone())
                               : std::string(type_words(op.type));
    data.add("edits",
             Data{}
                 .set("title", title)
                 .set("address",
                      op.rid.empty() ? Data::List() : Data::List{Data{}.set("to", aside_address(op.rid))})
                 .set("kind", kind_words(op.kind))
                 .set("pill", pill_of(op.kind))
                 .set("person", op.person_name)
                 .set("device", op.device_name)
                 .set("age", age_words(op.received_at, visit.now()))
                 .set("arrived", moment_words(op.received_at, visit.now(), desk.zone())));
  }
  data.set("parts", part->links("/aside"));
  return visit.page(std::move(page));
}

/// How a version is called in the table's head and in each of its cells.
std::string name_of_version(const AsideVersion& version, const std::vector<AsideVersion>& beside) {
  if (!version.kind) return "Stands now";
  const auto same_kind = std::count_if(beside.begin(), beside.end(),
                                       [&](const AsideVersion& one) { return one.kind == version.kind; });
  if (same_kind == 1) return std::string(kind_words(*version.kind));
  return fmt::format("{} {}", kind_words(*version.kind),
                     1 + std::count_if(beside.data(), &version,
                                       [&](const AsideVersion& one) { return one.kind == version.kind; }));
}

std::string meaning_of(const AsideVersion& version, RecordType type) {
  const bool counts = type == RecordType::entry || type == RecordType::leave;
  if (!version.kind)
    return counts ? "It counts in the week's figures until this is settled."
                  : "It holds until this is settled.";
  switch (*version.kind) {
    case AsideKind::conflict:
      return "It was made without knowing of the other, and counts nowhere yet.";
    case AsideKind::held:
      return "It came after the week was approved, and counts nowhere yet.";
    case AsideKind::refused:
      break;
  }
  return version.message;
}

Facts facts_of(const AsideVersion& version, const AsideRecord& record, const Zone& zone) {
  auto facts = record_facts(record.type, version.body, record.rid, record.names, zone);
  if (version.deleted) facts.insert(facts.begin(), {"Deleted", "yes"});
  if (version.verdict) facts.emplace_back("Verdict", verdict_words(*version.verdict));
  return facts;
}

const std::string* value_in(const Facts& facts, const std::string& label) {
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const auto& one) { return one.first == label; });
  return found == facts.end() ? nullptr : &found->second;
}

struct ReadVersion {
  std::string name;
  Facts facts;
  bool shown = false;  ///< in this part of a long list
};

/// What all versions say alike, and what not, with one cell for each version that is shown.
struct Comparison {
  Data::List same, different;
};

Comparison compare(const std::vector<ReadVersion>& versions) {
  std::vector<std::string> labels;
  for (const auto& version : versions)
    for (const auto& [label, text] : version.facts)
      if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  Comparison comparison;
  for (const auto& label : labels) {
    Data::List cells;
    bool alike = true;
    const auto* first = value_in(versions.front().facts, label);
    for (const auto& version : versions) {
      const auto* text = value_in(version.facts, label);
      alike = alike && text && first && *text == *first;
      if (version.shown)
        cells.push_back(Data{}.set("version", version.name).set("text", text ? *text : std::string("–")));
    }
    if (alike)
      comparison.same.push_back(Data{}.set("label", label).set("text", *first));
    else
      comparison.different.push_back(Data{}.set("label", label).set("cells", std::move(cells)));
  }
  return comparison;
}

/// Who settles it and how, one sentence for each kind that is there.
Data::List what_to_do(const AsideRecord& record) {
  Data::List list;
  const auto say = [&](AsideKind kind, auto&& sentence) {
    const auto found = std::find_if(record.beside.begin(), record.beside.end(),
                                    [&](const AsideVersion& one) { return one.kind == kind; });
    if (found == record.beside.end()) return;
    const auto who = found->person_name.empty() ? std::string("Whoever wrote it") : found->person_name;
    list.push_back(Data{}.set("words", sentence(who)));
  };
  say(AsideKind::conflict, [](const std::string& who) {
    return fmt::format(
        "{} decides on the phone: Sync, Needs you, then Keep mine, Keep theirs or Edit. You see both sides "
        "here and need do nothing; ask if it stays for long.",
        who);
  });
  say(AsideKind::held, [](const std::string& who) {
    return fmt::format(
        "You decide: returning the week applies the held edit; until then {} may take it back on the "
        "phone.",
        who);
  });
  say(AsideKind::refused, [](const std::string& who) {
    return fmt::format("{} corrects the refused edit, or discards it, on the phone: Sync, Needs you.", who);
  });
  return list;
}

void add_versions(Data& data, const AsideRecord& record, const ListPart& part, Instant now,
                  const Zone& zone) {
  std::vector<ReadVersion> readable;
  Data::List cards;
  const auto add = [&](const AsideVersion& version, bool shown) {
    const auto name = name_of_version(version, record.beside);
    if (!version.body.empty()) readable.push_back({name, facts_of(version, record, zone), shown});
    if (!shown) return;
    cards.push_back(Data{}
                        .set("name", name)
                        .set("pill", version.kind ? pill_of(*version.kind) : std::string_view(" good"))
                        .set("writer", writer_of(version.person_name, version.device_name))
                        .set("arrived", moment_words(version.received_at, now, zone))
                        .set("meaning", meaning_of(version, record.type))
                        .set("unread", version.body.empty()));
  };
  if (record.stands) add(*record.stands, true);
  for (std::size_t at = 0; at < record.beside.size(); ++at)
    add(record.beside[at], at >= part.begin() && at < part.end());
  data.set("cards", std::move(cards));
  Comparison comparison;
  if (!readable.empty()) comparison = compare(readable);
  Data::List heads;
  for (const auto& version : readable)
    if (version.shown) heads.push_back(Data{}.set("name", version.name));
  data.set("heads", std::move(heads));
  data.set("any_different", !comparison.different.empty()).set("different", std::move(comparison.different));
  data.set("any_same", !comparison.same.empty()).set("same", std::move(comparison.same));
  data.set("several", readable.size() > 1);
}

HttpResponse show_record(Visit& visit) {
  auto& desk = visit.store().team();
  const auto& zone = desk.zone();
  const auto record = desk.aside_record(visit.viewer(), visit.parameter("rid"));
  if (!record) return visit.refuse(record.error());
  const auto& shown = record->stands ? *record->stands : record->beside.front();
  const auto title = record_title(record->type, shown.body, record->rid, record->names, zone);
  Page page{title, "aside_record"};
  page.tab = "/aside";
  page.wide = true;
  auto& data = page.data;
  data.set("title", title).set("type", type_words(record->type));
  data.set("whose", record->person_name);
  data.set("settled", record->beside.empty());
  data.set("to_do", what_to_do(*record));
  const bool has_week = record->week && !record->person_id.empty();
  data.set("week", has_week
                       ? Data::List{Data{}
                                        .set("address", fmt::format("/people/{}?week={}", record->person_id,
                                                                    format_date(*record->week)))
                                        .set("words", fmt::format("{}'s week", record->person_name))}
                       : Data::List());
  const bool is_entry = record->type == RecordType::entry && record->stands && !record->person_id.empty();
  data.set("entry", is_entry ? Data::List{Data{}.set("address", fmt::format("/people/{}/entries/{}",
                                                                            record->person_id, record->rid))}
                             : Data::List());
  const ListPart part(visit, record->beside.size(), versions_a_page);
  add_versions(data, *record, part, visit.now(), zone);
  data.set("parts", part.links(aside_address(record->rid)));
  return visit.page(std::move(page));
}

}  // namespace

std::string aside_address(std::string_view rid) {
  return fmt::format("/aside/{}", rid);
}

void add_aside_pages(PageRoutes& pages) {
  pages.get("/aside", Who::lead, show_list);
  pages.get("/aside/{rid}", Who::lead, show_record);
}

}  // namespace waymark::server
