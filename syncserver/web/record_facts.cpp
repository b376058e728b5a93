#include "syncserver/web/record_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/records/stored_record.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

std::string name_of(const std::string& id, const Names& names) {
  const auto found = names.find(id);
  return found == names.end() ? std::string("one you can't see here") : found->second;
}

std::string one_place(const std::optional<Place>& place, const std::string& id, const Names& names) {
  if (!place) return "not given";
  std::string text(place_words(*place));
  const auto found = names.find(id);
  return found == names.end() ? text : fmt::format("{} ({})", found->second, text);
}

void add(Facts& facts, std::string_view label, std::string text) {
  if (!text.empty()) facts.emplace_back(label, std::move(text));
}

std::string moment(Instant at, const Zone& zone) {
  return fmt::format("{} {}", short_date(zone.date_of(at)), clock_words(at, zone));
}

/// A figure without the zeros behind it: "20", "12.5".
std::string plain_number(double number) {
  return fmt::format("{}", number);
}

/// The facts of each kind of record a person has, by overload; the agency's own have none here.
struct FactsOf {
  const Names& names;
  const Zone& zone;

  Facts operator()(const Entry& entry) const { return entry_facts(entry, names, zone); }
  Facts operator()(const Leave& leave) const {
    Facts facts;
    add(facts, "Day", short_date(leave.date));
    add(facts, "Kind", std::string(leave_words(leave.kind)));
    add(facts, "Time", duration_words(std::int64_t{leave.minutes} * 60));
    return facts;
  }
  Facts operator()(const Participant& participant) const {
    Facts facts;
    add(facts, "Code", participant.code);
    add(facts, "Program", std::string(program_words(participant.program)));
    add(facts, "Status", participant.status);
    add(facts, "Entered on", long_date(participant.entered_on));
    add(facts, "Specialist", name_of(participant.specialist_id, names));
    if (participant.part2) add(facts, "42 CFR Part 2", "yes");
    return facts;
  }
  Facts operator()(const Job& job) const {
    Facts facts;
    add(facts, "Participant", name_of(job.participant_id, names));
    add(facts, "Employer", name_of(job.employer_id, names));
    add(facts, "Title", job.title);
    add(facts, "Kind", std::string(job_words(job.kind)));
    add(facts, "Hours a week", plain_number(job.hours_per_week));
    add(facts, "Starts on", long_date(job.starts_on));
    if (job.ends_on) add(facts, "Ends on", long_date(*job.ends_on));
    return facts;
  }
  Facts operator()(const Employer& employer) const {
    Facts facts;
    add(facts, "Name", employer.name);
    add(facts, "Address", employer.address);
    add(facts, "Industry", employer.industry);
    add(facts, "Contact", employer.contact_name);
    add(facts, "Contact's title", employer.contact_title);
    add(facts, "Phone", employer.phone);
    if (employer.lat && employer.lon)
      add(facts, "Position", fmt::format("{:.5f}, {:.5f}", *employer.lat, *employer.lon));
    add(facts, "Next step", employer.next_step);
    if (employer.next_step_on) add(facts, "Next step on", long_date(*employer.next_step_on));
    add(facts, "Note", employer.note);
    return facts;
  }
  Facts operator()(const WeekRecord& week) const {
    return {{"Week", week_words(week.week_start)},
            {"State", week.state == WeekRecordState::submitted ? "Submitted" : "Open"}};
  }
  Facts operator()(const Approval& approval) const {
    Facts facts = {{"Week", week_words(approval.week_start)},
                   {"State", approval.state == ApprovalState::approved ? "Approved" : "Returned"}};
    add(facts, "Note", approval.note);
    return facts;
  }
  Facts operator()(const Schedule& schedule) const {
    Facts facts = {{"From", long_date(schedule.effective_from)}};
    auto day = week_of(schedule.effective_from, WeekStart::mon);
    for (const int minutes : schedule.minutes) {
      add(facts, weekday_name(day), duration_words(std::int64_t{minutes} * 60));
      day = add_days(day, 1);
    }
    return facts;
  }
  Facts operator()(const Policy&) const { return {}; }
  Facts operator()(const Person&) const { return {}; }
  Facts operator()(const KnownPlace&) const { return {}; }
};

struct TitleOf {
  const Names& names;
  const Zone& zone;

  std::string operator()(const Entry& entry) const {
    return fmt::format("{}, {}", activity_words(entry.activity), short_date(zone.date_of(entry.starts_at)));
  }
  std::string operator()(const Leave& leave) const {
    return fmt::format("{}, {}", leave_words(leave.kind), short_date(leave.date));
  }
  std::string operator()(const Participant& participant) const { return "Participant " + participant.code; }
  std::string operator()(const Job& job) const { return "Job of " + name_of(job.participant_id, names); }
  std::string operator()(const Employer& employer) const { return employer.name; }
  std::string operator()(const WeekRecord& week) const { return "Week " + week_words(week.week_start); }
  std::string operator()(const Approval& approval) const {
    return "Approval of the week " + week_words(approval.week_start);
  }
  std::string operator()(const Schedule& schedule) const {
    return "Schedule from " + long_date(schedule.effective_from);
  }
  std::string operator()(const Policy& policy) const {
    return "Policy from " + long_date(policy.effective_from);
  }
  std::string operator()(const Person& person) const { return person.name; }
  std::string operator()(const KnownPlace& place) const { return place.name; }
};

}  // namespace

std::string place_of(const Entry& entry, const Names& names) {
  if (entry.activity == Activity::travel)
    return fmt::format("{} → {}", one_place(entry.from_place, entry.from_place_id, names),
                       one_place(entry.to_place, entry.to_place_id, names));
  return one_place(entry.place, entry.place_id, names);
}

std::string short_place_of(const Entry& entry, const Names& names) {
  const auto one = [&](const std::optional<Place>& place, const std::string& id) {
    const auto found = names.find(id);
    return found != names.end() ? found->second : place ? std::string(place_words(*place)) : "not given";
  };
  if (entry.activity == Activity::travel)
    return fmt::format("{} → {}", one(entry.from_place, entry.from_place_id),
                       one(entry.to_place, entry.to_place_id));
  return one(entry.place, entry.place_id);
}

std::string with_words(const Entry& entry, const Names& names) {
  std::string words;
  for (const auto* id : {&entry.participant_id, &entry.employer_id})
    if (const auto named = names.find(*id); named != names.end())
      words += (words.empty() ? "" : ", ") + named->second;
  return words;
}

std::string tag_words(const std::optional<LocationTag>& tag) {
  if (!tag) return {};
  if (tag->absent) return fmt::format("none: {}", absence_words(*tag->absent));
  auto text = fmt::format("{:.5f}, {:.5f}", tag->lat, tag->lon);
  if (tag->accuracy_m) text += fmt::format(" (within {:.0f} m)", *tag->accuracy_m);
  return text;
}

Facts entry_facts(const Entry& entry, const Names& names, const Zone& zone) {
  Facts facts;
  add(facts, "Activity", std::string(activity_words(entry.activity)));
  add(facts, "Starts", moment(entry.starts_at, zone));
  add(facts, "Ends", entry.ends_at ? moment(*entry.ends_at, zone) : std::string("still running"));
  add(facts, entry.activity == Activity::travel ? "From → to" : "Place", place_of(entry, names));
  if (entry.contact) add(facts, "Contact", std::string(contact_words(*entry.contact)));
  if (!entry.participant_id.empty())
    add(facts, "Participant",
        name_of(entry.participant_id, names) + (entry.participant_present ? ", present" : ""));
  if (!entry.employer_id.empty())
    add(facts, "Employer",
        name_of(entry.employer_id, names) + (entry.hiring_authority ? ", somebody who can hire" : ""));
  if (entry.no_show) add(facts, "No-show", "yes");
  add(facts, "Program", std::string(program_words(entry.program)));
  if (entry.miles) add(facts, "Miles", fmt::format("{}", *entry.miles));
  add(facts, "Note", entry.note);
  add(facts, "Why late", entry.late_reason);
  add(facts, "Position at start", tag_words(entry.start_tag));
  add(facts, "Position at end", tag_words(entry.end_tag));
  add(facts, "Recorded", moment(entry.recorded_at, zone));
  if (entry.clock_skew_ms != 0)
    add(facts, "Phone's clock off by",
        duration_words(std::abs(entry.clock_skew_ms / 1'000)) +
            (entry.clock_skew_ms < 0 ? ", behind" : ", ahead"));
  return facts;
}

Facts record_facts(RecordType type, std::string_view body, std::string_view rid, const Names& names,
                   const Zone& zone) {
  if (body.empty()) return {};
  const auto record = read_stored_record(type, body, rid);
  return record ? std::visit(FactsOf{names, zone}, *record) : Facts{};
}

std::string record_title(RecordType type, std::string_view body, std::string_view rid, const Names& names,
                         const Zone& zone) {
  if (!body.empty())
    if (const auto record = read_stored_record(type, body, rid))
      return std::visit(TitleOf{names, zone}, *record);
  return std::string(type_words(type));
}

std::string shortened(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0U) == 0x80U) --longest;
  return std::string(text.substr(0, longest)) + "…";
}

namespace {

constexpr std::size_t longest_change = 200;

/// Both texts from a little before where they begin to differ, and no more than is read at a glance: a page
/// shows dozens of versions.
void keep_what_differs(std::string& before, std::string& after) {
  if (before.size() <= longest_change && after.size() <= longest_change) return;
  const auto least = std::min(before.size(), after.size());
  auto begin = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(least), after.begin())
          .first -
      before.begin());
  begin = begin < longest_change / 2 ? 0 : begin - longest_change / 4;
  while (begin > 0 && begin < least && (static_cast<unsigned char>(before[begin]) & 0xC0U) == 0x80U) --begin;
  for (auto* text : {&before, &after})
    *text = (begin > 0 ? "…" : "") + shortened(std::string_view(*text).substr(begin), longest_change);
}

Data change(std::string_view label, std::string before, std::string after) {
  keep_what_differs(before, after);
  return Data{}.set("label", label).set("before", std::move(before)).set("after", std::move(after));
}

}  // namespace

Data::List changes(const Facts& before, const Facts& after, bool deleted) {
  const auto value_in = [](const Facts& facts, const std::string& label) {
    const auto found =
        std::find_if(facts.begin(), facts.end(), [&](const auto& one) { return one.first == label; });
    return found == facts.end() ? std::string("–") : found->second;
  };
  Data::List list;
  if (deleted) {
    list.push_back(Data{}.set("label", "Deleted").set("before", "–").set("after", "yes"));
    return list;
  }
  for (const auto& [label, text] : after)
    if (const auto was = value_in(before, label); was != text) list.push_back(change(label, was, text));
  for (const auto& [label, text] : before)
    if (value_in(after, label) == "–") list.push_back(change(label, text, "–"));
  return list;
}

}  // namespace waymark::server
