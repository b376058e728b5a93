#include "syncserver/store/policies.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "shared/records/json_fields.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/server_edit.h"

namespace waymark::server {

namespace {

namespace bj = boost::json;

// What an admin may set by hand. Zone and week start are fixed with the store; holidays have their own way.
constexpr std::string_view editable[] = {"minimum_percent",
                                         "recommended_percent",
                                         "commute_is_work",
                                         "return_travel_counts",
                                         "staff_training_counts",
                                         "remote_contact_counts",
                                         "satellite_service_counts",
                                         "no_show_cap_minutes",
                                         "programs",
                                         "employer_contacts_per_week",
                                         "caseload_max",
                                         "fidelity_anchors",
                                         "running_cap_hours",
                                         "tag_participant_homes",
                                         "retention_years"};

bool is_editable(std::string_view member) {
  return std::find(std::begin(editable), std::end(editable), member) != std::end(editable);
}

/// The body of a policy as JSON. Its own text is always whole.
bj::object members_of(const Policy& policy) {
  return json::parse(to_json(policy))->get_object();
}

std::vector<PolicyDifference> differences_of(const Policy& before, const Policy& after) {
  std::vector<PolicyDifference> differences;
  const auto old_members = members_of(before), new_members = members_of(after);
  for (const auto& [name, value] : new_members) {
    const auto* old = old_members.if_contains(name);
    if (name == "effective_from" || (old != nullptr && *old == value)) continue;
    differences.push_back(
        {std::string(name), old != nullptr ? json::text_of(*old) : "", json::text_of(value)});
  }
  return differences;
}

std::string audit_detail(const DraftedPolicy& drafted) {
  auto detail = "from " + format_date(drafted.after.effective_from);
  const char* between = ": ";
  for (const auto& [member, before, after] : drafted.differences) {
    detail += fmt::format("{}{} {} to {}", between, member, before, after);
    between = ", ";
  }
  return detail;
}

const Policy* policy_from(const AgencyRules& rules, Date from) {
  const auto found = std::find_if(rules.policies.begin(), rules.policies.end(),
                                  [&](const Policy& policy) { return policy.effective_from == from; });
  return found == rules.policies.end() ? nullptr : &*found;
}

Result<void> write(WriteContext& context, const Policy& policy, bool deleted, const Actor& actor,
                   std::string_view detail) {
  auto edit = write_server_record(context, RecordType::policy, policy.id, to_json(policy), deleted, actor, {},
                                  detail);
  if (!edit) return tl::unexpected(edit.error());
  return {};
}

bool has(const std::vector<Date>& days, Date day) {
  return std::find(days.begin(), days.end(), day) != days.end();
}

}  // namespace

Result<DraftedPolicy> draft_policy(const AgencyRules& rules, const PolicyDraft& draft, Instant now) {
  const auto changes = json::parse(draft.changes);
  if (!changes) return tl::unexpected(changes.error());
  if (!changes->is_object()) return fail(ErrorCode::bad_request, "The changes must be a JSON object.");
  const auto* existing = policy_from(rules, draft.from);
  DraftedPolicy drafted{policy_for(rules.policies, draft.from), {}, existing != nullptr, {}};

  auto members = members_of(drafted.before);
  members["effective_from"] = format_date(draft.from);
  for (const auto& [name, value] : changes->get_object()) {
    if (!is_editable(name))
      return fail(ErrorCode::not_found, fmt::format("A policy has no {} that can be set here.", name),
                  std::string(name));
    if (value.is_null())
      return fail(ErrorCode::missing, fmt::format("Say what {} is to be.", name), std::string(name));
    members[name] = value;
  }
  const std::string rid = existing != nullptr ? existing->id : std::string();
  auto record = parse_record(RecordType::policy, json::text_of(members), {rid, now, nullptr});
  if (!record) return tl::unexpected(std::move(record.error()));
  drafted.after = std::get<Policy>(std::move(*record));
  if (auto error = policy_error(rules, drafted.after, false)) return tl::unexpected(std::move(*error));
  drafted.differences = differences_of(drafted.before, drafted.after);
  return drafted;
}

Result<Policy> write_policy(WriteContext& context, const PolicyDraft& draft, const Actor& actor) {
  auto drafted = draft_policy(*context.rules, draft, context.now);
  if (!drafted) return tl::unexpected(std::move(drafted.error()));
  auto edit = write_server_record(context, RecordType::policy, drafted->after.id, to_json(drafted->after),
                                  false, actor, {}, audit_detail(*drafted));
  if (!edit) return tl::unexpected(std::move(edit.error()));
  drafted->after.id = std::move(edit->rid);
  return std::move(drafted->after);
}

Result<void> remove_policy(WriteContext& context, Date from, const Actor& actor) {
  const auto* found = policy_from(*context.rules, from);
  if (found == nullptr)
    return fail(ErrorCode::not_found, "No policy begins on that day: the list of policies shows which do.",
                "from");
  const auto removed = *found;
  if (context.rules->policies.size() == 1)
    return fail(ErrorCode::missing, "The agency needs a policy: edit this one instead of removing it.",
                "from");
  // The holidays of the days it governed pass to whichever policy governs them from now on.
  const auto after = context.rules->with(removed, true);
  auto heirs = after.policies;
  for (const auto day : removed.holidays) {
    const auto week = context.rules->week_containing(day);
    if (context.rules->policy_of_week(week).id != removed.id) continue;
    const auto& heir = after.policy_of_week(week).id;
    for (auto& policy : heirs)
      if (policy.id == heir && !has(policy.holidays, day)) policy.holidays.push_back(day);
  }
  for (std::size_t i = 0; i < heirs.size(); ++i)
    if (!(heirs[i] == after.policies[i])) {
      std::sort(heirs[i].holidays.begin(), heirs[i].holidays.end());
      const auto detail = "holidays of the policy from " + format_date(from);
      if (auto written = write(context, heirs[i], false, actor, detail); !written) return written;
    }
  return write(context, removed, true, actor, "from " + format_date(from));
}

std::vector<Holiday> list_holidays(const AgencyRules& rules) {
  std::vector<Holiday> holidays;
  for (const auto& policy : rules.policies)
    for (const auto day : policy.holidays)
      if (rules.policy_of_week(rules.week_containing(day)).id == policy.id)
        holidays.push_back({day, policy.effective_from});
  const auto earlier = [](const Holiday& a, const Holiday& b) { return a.date < b.date; };
  std::sort(holidays.begin(), holidays.end(), earlier);
  holidays.erase(std::unique(holidays.begin(), holidays.end(),
                             [](const Holiday& a, const Holiday& b) { return a.date == b.date; }),
                 holidays.end());
  return holidays;
}

Result<void> set_holiday(WriteContext& context, Date date, bool is_holiday, const Actor& actor) {
  auto policy = context.rules->policy_of_week(context.rules->week_containing(date));
  if (has(policy.holidays, date) == is_holiday) return {};
  if (is_holiday)
    policy.holidays.push_back(date);
  else
    std::erase(policy.holidays, date);
  std::sort(policy.holidays.begin(), policy.holidays.end());
  auto written = write(context, policy, false, actor,
                       fmt::format("holiday {} {}", format_date(date), is_holiday ? "added" : "taken back"));
  if (!written && written.error().code == ErrorCode::approved_week)
    return fail(ErrorCode::approved_week, written.error().message, "date");
  return written;
}

}  // namespace waymark::server
