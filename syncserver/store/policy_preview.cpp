#include "syncserver/store/policy_preview.h"

#include "syncserver/store/record_row.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/week_facts.h"

namespace waymark::server {

namespace {

struct ReachedWeek {
  std::int64_t person = 0;
  Date week{};
};

/// Newest first.
std::vector<ReachedWeek> reached_weeks(Connection& connection, const AgencyRules& before,
                                       const AgencyRules& after) {
  std::vector<ReachedWeek> reached;
  auto query = connection.query("SELECT person, week FROM tallies ORDER BY week DESC, person");
  while (query.next())
    if (const auto week = parse_date(query.text(1), "week"); week && !before.treats_alike(after, *week))
      reached.push_back({query.integer(0), *week});
  return reached;
}

/// A week under the rules as they are and as they would be.
std::pair<WeekTally, WeekTally> tally_both(Connection& connection, const AgencyRules& before,
                                           const AgencyRules& after, bool same_entries,
                                           const ReachedWeek& reached, Instant now) {
  const auto& [person, week] = reached;
  const auto facts = load_week(connection, before, person, week);
  auto old_tally = tally_of(facts, before, week, now);
  if (same_entries) return {std::move(old_tally), tally_of(facts, after, week, now)};
  return {std::move(old_tally), tally_of(load_week(connection, after, person, week), after, week, now)};
}

}  // namespace

Result<PolicyPreview> preview_policy(Connection& connection, const AgencyRules& rules,
                                     const PolicyDraft& draft, Instant now, std::int64_t max_weeks,
                                     const ProgressSink& progress) {
  auto drafted = draft_policy(rules, draft, now);
  if (!drafted) return tl::unexpected(std::move(drafted.error()));
  PolicyPreview preview;
  preview.before = std::move(drafted->before);
  preview.after = std::move(drafted->after);
  preview.edits_existing = drafted->edits_existing;
  preview.differences = std::move(drafted->differences);
  const auto week = rules.week_containing(draft.from);
  preview.first_week = week == draft.from ? week : add_days(week, 7);
  for (const auto& policy : rules.policies)
    if (policy.effective_from > draft.from && !preview.until) preview.until = policy.effective_from;

  const auto after = rules.with(preview.after, false);
  const auto reached = reached_weeks(connection, rules, after);
  preview.weeks = static_cast<std::int64_t>(reached.size());
  const auto approved = approved_weeks_changed(connection, rules, after);
  preview.approved = static_cast<std::int64_t>(approved.size());
  if (!approved.empty()) {
    preview.first_approved_of = approved.front().name;
    preview.first_approved = parse_date(approved.front().week, "day").value();
  }
  const auto to_look_at = max_weeks > 0 ? std::min(max_weeks, preview.weeks) : preview.weeks;
  // How far a running entry reaches is the only thing about a week's entries that a policy says.
  const bool same_entries = preview.before.running_cap_hours == preview.after.running_cap_hours;
  for (const auto& one : reached) {
    if (preview.looked_at == to_look_at) break;
    if (progress && preview.looked_at % 100 == 0) progress("weeks", preview.looked_at, to_look_at);
    const auto [old_tally, new_tally] = tally_both(connection, rules, after, same_entries, one, now);
    ++preview.looked_at;
    if (!(old_tally.share() == new_tally.share())) ++preview.shares_changed;
    if (old_tally.standing == new_tally.standing) continue;
    ++preview.standings_changed;
    ++preview.moves[{old_tally.standing, new_tally.standing}];
  }
  if (progress) progress("weeks", preview.looked_at, to_look_at);
  return preview;
}

}  // namespace waymark::server
