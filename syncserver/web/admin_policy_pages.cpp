// The policy editor: what holds from which day, and what a change would do to the weeks there are.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "syncserver/web/admin_frame.h"
#include "syncserver/web/admin_pages.h"
#include "syncserver/web/figures.h"
#include "syncserver/web/words.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

// A page must come back soon: the newest weeks of it are looked at, and it says so where there are more.
constexpr std::int64_t most_weeks = 3'000;

struct Number {
  std::string_view member, label, hint;
  int least, most;
  int Policy::*value;
};

constexpr std::array numbers = {
    Number{"minimum_percent", "Minimum, percent", "Below it a week is Below.", 1, 100,
           &Policy::minimum_percent},
    Number{"recommended_percent", "Recommended, percent", "", 1, 100, &Policy::recommended_percent},
    Number{"no_show_cap_minutes", "A no-show counts up to, minutes", "0: not at all.", 0, 1'440,
           &Policy::no_show_cap_minutes},
    Number{"employer_contacts_per_week", "Employer contacts a week", "The goal the phones show.", 0, 1'000,
           &Policy::employer_contacts_per_week},
    Number{"caseload_max", "Largest caseload", "", 0, 1'000, &Policy::caseload_max},
    Number{"running_cap_hours", "A running entry counts up to, hours", "", 1, 24, &Policy::running_cap_hours},
    Number{"retention_years", "Kept for, years", "", 1, 100, &Policy::retention_years},
};

struct Switch {
  std::string_view member, label;
  bool Policy::*value;
};

constexpr std::array switches = {
    Switch{"commute_is_work", "Travel from or to home is work", &Policy::commute_is_work},
    Switch{"return_travel_counts", "Travel back from the community counts", &Policy::return_travel_counts},
    Switch{"staff_training_counts", "Staff training in the community counts", &Policy::staff_training_counts},
    Switch{"remote_contact_counts", "Video and phone from a community place count",
           &Policy::remote_contact_counts},
    Switch{"satellite_service_counts", "Service in person at a satellite office counts",
           &Policy::satellite_service_counts},
    Switch{"tag_participant_homes", "Coordinates are kept at participants’ homes",
           &Policy::tag_participant_homes},
};

constexpr std::string_view programs_label = "Programs", anchors_label = "Fidelity anchors, percent";

template <class Items>
std::string joined(const Items& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = std::min(text.find(','), text.size());
    auto part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> number_of(const std::string& text) {
  const bool digits = !text.empty() && text.size() < 6 &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::optional(std::stoi(text)) : std::nullopt;
}

/// What the form says of every member, as the changes of a draft; the store drops what is as it was.
PolicyDraft draft_in(Form& form) {
  PolicyDraft draft;
  draft.from = form.date("effective_from").value_or(Date{});
  bj::object changes;
  for (const auto& number : numbers)
    if (const auto value = form.whole_number(number.member, number.least, number.most))
      changes[number.member] = *value;
  for (const auto& one : switches) changes[one.member] = form.value(one.member) == "yes";
  bj::array programs, anchors;
  for (const auto& program : split(form.value("programs"))) programs.push_back(bj::string(program));
  if (programs.empty()) form.refuse("programs", "Give at least one program.");
  for (const auto& part : split(form.value("fidelity_anchors"))) {
    const auto anchor = number_of(part);
    if (!anchor) form.refuse("fidelity_anchors", "Give four percentages, such as 30, 40, 50, 65.");
    anchors.push_back(anchor.value_or(0));
  }
  changes["programs"] = std::move(programs);
  changes["fidelity_anchors"] = std::move(anchors);
  draft.changes = bj::serialize(changes);
  return draft;
}

void fill_from(Form& form, const Policy& policy, std::string_view from) {
  form.preset("effective_from", std::string(from));
  for (const auto& number : numbers) form.preset(number.member, std::to_string(policy.*number.value));
  for (const auto& one : switches) form.preset(one.member, policy.*one.value ? "yes" : "no");
  form.preset("programs", joined(policy.programs));
  form.preset("fidelity_anchors", joined(policy.fidelity_anchors));
}

void add_fields(Data& data, const Form& form) {
  data.set("from_field", form.field("effective_from", "Holds from",
                                    {.type = "date", .hint = "Weeks that begin on this day or later."}));
  const Form::Choices yes_no = {{"yes", "Yes"}, {"no", "No"}};
  for (const auto& number : numbers)
    data.add("fields", Data{}.set("one", form.field(number.member, number.label,
                                                    {.type = "number", .hint = number.hint})));
  data.add("fields", Data{}.set("one", form.field("fidelity_anchors", anchors_label,
                                                  {.hint = "Four, rising, with commas between."})));
  data.add("fields",
           Data{}.set("one", form.field("programs", programs_label, {.hint = "Codes with commas between."})));
  for (const auto& one : switches)
    data.add("fields", Data{}.set("one", form.choice(one.member, one.label, yes_no)));
}

std::string label_of(std::string_view member) {
  for (const auto& number : numbers)
    if (number.member == member) return std::string(number.label);
  for (const auto& one : switches)
    if (one.member == member) return std::string(one.label);
  if (member == "programs") return std::string(programs_label);
  return member == "fidelity_anchors" ? std::string(anchors_label) : std::string(member);
}

/// JSON as people read it: yes and no, lists without brackets and quotes.
std::string value_words(std::string_view json) {
  if (json == "true") return "yes";
  if (json == "false") return "no";
  std::string words;
  for (const char c : json)
    if (c != '[' && c != ']' && c != '"') words += c == ',' ? std::string(", ") : std::string(1, c);
  return words;
}

Data differences_of(const std::vector<PolicyDifference>& differences) {
  Data data;
  data.set("differences", Data::List());
  for (const auto& [member, before, after] : differences)
    data.add("differences", Data{}
                                .set("label", label_of(member))
                                .set("before", value_words(before))
                                .set("after", value_words(after)));
  return data;
}

Data preview_data(const PolicyPreview& preview) {
  auto data = differences_of(preview.differences);
  data.set("from_day", long_date(preview.after.effective_from))
      .set("first_week", long_date(preview.first_week));
  data.set("edits_existing", preview.edits_existing);
  set_text(data, "until", preview.until ? long_date(*preview.until) : std::string());
  data.set("can_set", preview.approved == 0 && !preview.differences.empty());
  set_text(data, "approved",
           preview.approved == 0
               ? std::string()
               : count_words(preview.approved, "week that is approved", "weeks that are approved"));
  if (preview.first_approved)
    data.set("first_approved",
             fmt::format("{}’s week of {}", preview.first_approved_of, long_date(*preview.first_approved)));
  data.set("no_weeks", preview.weeks == 0);
  data.set("weeks", count_words(preview.weeks, "recorded week", "recorded weeks"));
  data.set("standings", count_words(preview.standings_changed, "week", "weeks"));
  data.set("shares", count_words(preview.shares_changed, "week", "weeks"));
  set_text(data, "bounded",
           preview.looked_at == preview.weeks
               ? std::string()
               : fmt::format("Of these, the newest {} were tallied anew; the command line does all.",
                             number_words(preview.looked_at)));
  data.set("moves", Data::List());
  for (const auto& [move, count] : preview.moves)
    data.add("moves", Data{}
                          .set("before_standing", standing_words(move.first))
                          .set("after_standing", standing_words(move.second))
                          .set("move_weeks", number_words(count)));
  data.set("any_moves", !preview.moves.empty());
  return data;
}

void add_policies(Data& data, const std::vector<Policy>& policies, Date today) {
  const auto& in_force = policy_for(policies, today);
  data.set("policies", Data::List());
  for (std::size_t i = policies.size(); i-- > 0;) {
    const auto& policy = policies[i];
    Data row;
    row.set("from", i == 0 ? "The beginning" : long_date(policy.effective_from));
    row.set("from_date", format_date(policy.effective_from));
    row.set("thresholds", fmt::format("{} % and {} %", policy.minimum_percent, policy.recommended_percent));
    row.set("state", policy.effective_from > today ? "Planned"
                     : policy.id == in_force.id    ? "In force"
                                                   : "Over");
    row.set("can_remove", i > 0 && policy.effective_from > today);
    data.add("policies", std::move(row));
  }
}

HttpResponse policy_page(Visit& visit, const PolicyPreview* preview = nullptr, int status = 200) {
  const auto policies = visit.store().desk().policies();
  const auto today = zone_of(visit).date_of(visit.now());
  auto& form = visit.form();
  // An edit of one that is there, or a new one that begins as the newest does.
  const auto asked = parse_date(visit.query("from"), "from");
  fill_from(form, asked ? policy_for(policies, *asked) : policies.back(), asked ? format_date(*asked) : "");
  Page page{"Policy", "admin_policy", form.errors(), {}, status};
  add_policies(page.data, policies, today);
  add_fields(page.data, form);
  page.data.set("preview", preview == nullptr ? Data::List() : Data::List{preview_data(*preview)});
  return admin_page(visit, std::move(page), "/admin/policy");
}

HttpResponse preview_policy(Visit& visit) {
  auto& form = visit.form();
  const auto draft = draft_in(form);
  if (!form.ok()) return policy_page(visit, nullptr, 422);
  const auto preview = visit.store().desk().preview_policy(draft, most_weeks);
  if (!preview) {
    form.refuse(preview.error());
    return policy_page(visit, nullptr, 422);
  }
  return policy_page(visit, &*preview);
}

HttpResponse set_policy(Visit& visit) {
  auto& form = visit.form();
  const auto draft = draft_in(form);
  if (!form.ok()) return policy_page(visit, nullptr, 422);
  const auto written = visit.store().desk().write_policy(draft, visit.actor());
  if (!written) {
    form.refuse(written.error());
    return policy_page(visit, nullptr, 422);
  }
  return visit.go("/admin/policy", "The policy from " + long_date(draft.from) + " on is set.");
}

HttpResponse remove_policy(Visit& visit) {
  auto& form = visit.form();
  const auto from = form.date("from");
  if (!form.ok())
    return visit.refuse({ErrorCode::bad_request, "Choose a policy on the page of policies.", "from"});
  // Weeks that it governed already would change by a press: that is for the editor, which shows them first.
  if (*from <= zone_of(visit).date_of(visit.now()))
    return visit.refuse({ErrorCode::forbidden,
                         "Only a policy that has not begun can be removed here: edit this one instead.",
                         "from"});
  const auto removed = visit.store().desk().remove_policy(*from, visit.actor());
  if (!removed) return visit.refuse(removed.error());
  return visit.go("/admin/policy", "The policy is removed: the one before it holds instead.");
}

}  // namespace

void add_admin_policy_pages(PageRoutes& pages) {
  pages.get("/admin/policy", Who::admin, [](Visit& visit) { return policy_page(visit); });
  pages.post("/admin/policy", Who::admin, set_policy);
  pages.post("/admin/policy/preview", Who::admin, preview_policy);
  pages.post("/admin/policy/remove", Who::admin, remove_policy);
}

}  // namespace waymark::server
