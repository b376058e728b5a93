#include "syncserver/web/person_week_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "syncserver/web/figures.h"
#include "syncserver/web/list_part.h"
#include "syncserver/web/record_facts.h"
#include "syncserver/web/svg.h"
#include "syncserver/web/week_choice.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

std::string_view class_of(TimeKind time) {
  switch (time) {
    case TimeKind::community:
      return "community";
    case TimeKind::on_site:
      return "site";
    case TimeKind::not_worked:
      break;
  }
  return "none";
}

std::string phone_words(const PhoneState& phone, Instant now, const Zone& zone) {
  if (!phone.enrolled) return "No phone is enrolled.";
  if (!phone.last_contact) return "The phone was never heard from.";
  auto text = fmt::format("Phone last heard from {}", ago_words(*phone.last_contact, now, zone));
  if (phone.waiting > 0)
    text += fmt::format("; it holds {} not sent yet", count_words(phone.waiting, "edit"));
  return text + ".";
}

std::string needed_words(const SpecialistWeek& week) {
  const auto& tally = *week.row.tally;
  const auto& policy = week.policy;
  if (week.over || !tally.has_schedule) return {};
  if (tally.needed.recommended_s == 0)
    return fmt::format("{} % is reached for the whole week.", policy.recommended_percent);
  const bool must = tally.needed.minimum_s > 0;
  const auto more = must ? tally.needed.minimum_s : tally.needed.recommended_s;
  const int percent = must ? policy.minimum_percent : policy.recommended_percent;
  const auto left = tally.needed.schedule_left_s;
  return fmt::format("{} more in the community this week reaches {} %; {} left.", duration_words(more),
                     percent, left > 0 ? duration_words(left) + " of schedule are" : "no schedule is");
}

void add_figures(Data& data, const SpecialistWeek& week, Instant now, const Zone& zone) {
  const auto& row = week.row;
  const auto& tally = *row.tally;
  const bool logged = row.has_entries();
  data.set("definitions", bar_definitions(week.policy));
  data.set("share", logged ? percent_words(tally.share()) : std::string("–"));
  data.set("bar", large_bar(logged ? tally.share() : Share{}, week.policy));
  data.set("standing", standing_words(logged ? tally.standing : Standing::too_little));
  data.set("below", logged && tally.standing == Standing::below);
  data.set("good", logged && tally.standing == Standing::recommended);
  data.set("minimum", std::to_string(week.policy.minimum_percent));
  data.set("recommended", std::to_string(week.policy.recommended_percent));
  data.set("community", duration_words(tally.community_s)).set("work", duration_words(tally.work_s));
  data.set("on_site", duration_words(tally.on_site_s));
  data.set("unaccounted", duration_words(tally.unaccounted_s));
  data.set("strict", logged ? percent_words(tally.strict_share()) : std::string("–"));
  data.set("flagged", duration_words(tally.flagged_s));
  data.set("tagged", duration_words(tally.tagged_s));
  data.set("no_schedule", !tally.has_schedule);
  data.set("four_weeks", percent_words(row.four_weeks)).set("quarter", percent_words(row.quarter));
  data.set("line", sparkline(row.trend));
  const auto& contacts = tally.employer_contacts;
  data.set("contacts", fmt::format("{} of {}", contacts.total, week.policy.employer_contacts_per_week));
  data.set("contact_kinds",
           fmt::format("{} with somebody who can hire, {} for a participant, {} returning",
                       contacts.hiring_authority, contacts.for_participant, contacts.returning));
  const auto needed = needed_words(week);
  data.set("needed", needed.empty() ? Data::List() : Data::List{Data{}.set("words", needed)});
  data.set("phone", phone_words(row.phone, now, zone));
  data.set("empty", !logged);
  Data::List trend;
  for (const auto& one : row.trend)
    trend.push_back(Data{}
                        .set("week", short_date(one.week))
                        .set("share", one.counts() ? percent_words(*one.share) : "–"));
  data.set("trend", std::move(trend));
}

void add_days(Data& data, const SpecialistWeek& week, Instant now, const Zone& zone) {
  const auto& tally = *week.row.tally;
  std::int64_t longest = 0;
  for (const auto& day : tally.days)
    longest = std::max({longest, day.scheduled_s, day.time.community_s + day.time.on_site_s});
  const auto today = zone.date_of(now);
  Data::List days;
  for (const auto& day : tally.days) {
    const auto logged = day.time.community_s + day.time.on_site_s;
    auto due = day;
    if (day.date > today) due.scheduled_s = 0;  // what is not due yet is not missing
    const auto missing = std::max<std::int64_t>(0, due.scheduled_s - logged);
    // A day off, or one to come, is told from a day with nothing on it.
    const bool free = logged == 0 && due.scheduled_s == 0;
    days.push_back(Data{}
                       .set("day", short_date(day.date))
                       .set("strip", day_strip(due, longest))
                       .set("community", free ? std::string("–") : duration_words(day.time.community_s))
                       .set("on_site", free ? std::string("–") : duration_words(day.time.on_site_s))
                       .set("missing", missing > 0 ? duration_words(missing) : std::string("–"))
                       .set("leave", day.leave_s > 0 ? duration_words(day.leave_s) : std::string("–")));
  }
  data.set("days", std::move(days));
}

// A week of long notes is still a page; the entry's own page has the whole note.
constexpr std::size_t longest_note_shown = 100;
constexpr std::size_t entries_a_page = 100;
constexpr std::size_t most_held_shown = 20;

Data entry_data(const EntryLine& line, const SpecialistWeek& week, Instant now, const Zone& zone) {
  const auto& entry = line.entry;
  Data data;
  data.set("address", fmt::format("/people/{}/entries/{}", week.row.owner.person_id, entry.id));
  const auto ends = entry.ends_at.value_or(now);
  data.set("time", fmt::format("{} – {}", clock_words(entry.starts_at, zone),
                               entry.ends_at ? clock_words(*entry.ends_at, zone) : std::string("now")));
  data.set("length", duration_words(std::chrono::duration_cast<std::chrono::seconds>(
                                        std::max(Millis{0}, ends - entry.starts_at))
                                        .count()));
  data.set("activity", activity_words(entry.activity)).set("place", short_place_of(entry, week.names));
  data.set("about", with_words(entry, week.names));
  data.set("note", entry.note.empty()
                       ? Data::List()
                       : Data::List{Data{}.set("text", shortened(entry.note, longest_note_shown))});
  data.set("time_kind", time_words(line.verdict.time)).set("kind", class_of(line.verdict.time));
  data.set("reason", reason_words(line.verdict.reason)).set("flagged", line.verdict.flagged);
  std::string marks;
  const auto mark = [&](const std::string& text) { marks += (marks.empty() ? "" : ", ") + text; };
  if (entry.has_fix()) mark("position");
  if (line.versions > 1) mark(count_words(line.versions, "version"));
  if (line.conflicts > 0) mark("edited on two devices");
  if (line.held > 0) mark("edit held");
  data.set("marks", marks);
  return data;
}

void add_entries(Data& data, const SpecialistWeek& week, std::string_view wanted_part, Instant now,
                 const Zone& zone) {
  Data::List days;
  std::optional<Date> present;
  const ListPart part(wanted_part, week.entries.size(), entries_a_page);
  data.set("parts", part.links("/people/" + week.row.owner.person_id,
                               {{"week", format_date(week.row.tally->week_start)}}));
  for (auto at = part.begin(); at < part.end(); ++at) {
    const auto& line = week.entries[at];
    const auto date = zone.date_of(line.entry.starts_at);
    if (date != present) days.push_back(Data{}.set("day", short_date(date)));
    present = date;
    days.back().add("entries", entry_data(line, week, now, zone));
  }
  data.set("entry_days", std::move(days));
}

void add_exceptions(Data& data, const SpecialistWeek& week, const Zone& zone) {
  Data::List list;
  std::int64_t untagged = 0;
  for (const auto& exception : week.row.tally->exceptions) {
    if (exception.code == ExceptionCode::untagged) {
      ++untagged;
      continue;
    }
    std::string where;
    for (const auto& id : exception.entry_ids) {
      const auto line = std::find_if(week.entries.begin(), week.entries.end(),
                                     [&](const EntryLine& one) { return one.entry.id == id; });
      if (line == week.entries.end()) continue;
      where = fmt::format("{} {}", short_weekday(zone.date_of(line->entry.starts_at)),
                          clock_words(line->entry.starts_at, zone));
      break;
    }
    list.push_back(Data{}.set("words", exception_words(exception)).set("where", where));
  }
  if (untagged > 0)
    list.push_back(Data{}
                       .set("words", count_words(untagged, "community entry", "community entries") +
                                         " without a position")
                       .set("where", ""));
  data.set("exceptions", std::move(list));
}

void add_held(Data& data, const SpecialistWeek& week, Instant now, const Zone& zone) {
  Data::List list;
  for (const auto& held : week.held) {
    if (list.size() == most_held_shown) break;
    const auto before = record_facts(held.type, held.head_body, held.rid, week.names, zone);
    const auto after = record_facts(held.type, held.edit.body, held.rid, week.names, zone);
    const auto& title = before.empty() ? after : before;
    list.push_back(
        Data{}
            .set("title", fmt::format("{}{}", held.head_body.empty() ? "New: " : "",
                                      title.empty() ? std::string(to_wire(held.type))
                                                    : title[0].second + ", " + title[1].second))
            .set("received", moment_words(held.edit.received_at, now, zone))
            .set("device", held.edit.device_name.empty() ? std::string("the pages") : held.edit.device_name)
            .set("changes", changes(before, after, held.edit.deleted)));
  }
  const auto more = static_cast<std::int64_t>(week.held.size() - list.size());
  data.set("held_more", more > 0 ? Data::List{Data{}.set("words", count_words(more, "edit"))} : Data::List());
  data.set("held", std::move(list));
}

std::string_view step_words(std::string_view state) {
  if (state == "submitted") return "Handed in";
  if (state == "approved") return "Approved";
  if (state == "returned") return "Returned";
  return "Taken back";
}

/// Newest first: what was done with the week, and with which note it went back.
void add_steps(Data& data, const SpecialistWeek& week, Instant now, const Zone& zone) {
  Data::List steps;
  for (auto step = week.steps.rbegin(); step != week.steps.rend(); ++step)
    steps.push_back(
        Data{}
            .set("what", step_words(step->state))
            .set("when", moment_words(step->at, now, zone))
            .set("by", step->person_name)
            .set("note", step->note.empty() ? Data::List() : Data::List{Data{}.set("text", step->note)}));
  data.set("any_steps", !steps.empty()).set("steps", std::move(steps));
}

void add_state(Data& data, const SpecialistWeek& week, const Form& form) {
  const auto& row = week.row;
  const auto& state = row.owner.state;
  data.set("state", state_words(state, week.over));
  data.set("return_note",
           row.return_note.empty() ? Data::List() : Data::List{Data{}.set("text", row.return_note)});
  data.set("id", row.owner.person_id).set("week", format_date(row.tally->week_start));
  data.set("barred", row.barred);
  data.set("conflicts",
           row.conflicts.empty()
               ? Data::List()
               : Data::List{Data{}.set(
                     "words", count_words(static_cast<std::int64_t>(row.conflicts.size()), "record"))});
  data.set("mark", row.mark);
  const bool may_approve = week.may_approve && state != "approved" && !row.barred && week.over;
  data.set("runs", week.may_approve && !week.over);
  data.set("may_approve", may_approve ? Data::List{Data{}.set("early", state != "submitted")} : Data::List());
  data.set("may_return",
           week.may_approve && state != "returned"
               ? Data::List{Data{}.set("note", form.field("note", "Note to the specialist",
                                                          {.hint = "What is to be mended, in a sentence. "
                                                                   "It is shown on their phone.",
                                                           .multiline = true}))}
               : Data::List());
  data.merge(form.errors());
}

}  // namespace

Page person_week_page(const SpecialistWeek& week, const Form& form, std::string_view part, Instant now,
                      const Zone& zone) {
  const auto& owner = week.row.owner;
  const auto first = week.row.tally->week_start;
  Page page{owner.name, "person_week"};
  page.wide = true;
  auto& data = page.data;
  auto navigation = week_navigation("/people/" + owner.person_id, first, week.this_week, week.around);
  navigation.set("title", fmt::format("{}, {}", owner.name, week_words(first)));
  data.set("weeks", std::move(navigation));
  data.set("name", owner.name).set("team", week.team);
  data.set("files", fmt::format("/people/{}/week", owner.person_id));
  data.set("time_address",
           week.may_plan ? Data::List{Data{}.set("address", fmt::format("/people/{}/time", owner.person_id))}
                         : Data::List());
  add_figures(data, week, now, zone);
  add_state(data, week, form);
  add_steps(data, week, now, zone);
  add_days(data, week, now, zone);
  add_exceptions(data, week, zone);
  add_held(data, week, now, zone);
  add_entries(data, week, part, now, zone);
  Data::List leave;
  for (const auto& line : week.leave)
    leave.push_back(Data{}
                        .set("day", short_date(line.leave.date))
                        .set("kind", leave_words(line.leave.kind))
                        .set("time", duration_words(std::int64_t{line.leave.minutes} * 60)));
  data.set("leave_days", std::move(leave));
  return page;
}

}  // namespace waymark::server
