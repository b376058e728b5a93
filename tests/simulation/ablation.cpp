#include "tests/simulation/ablation.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t most_rules = 128;
std::array<std::atomic<bool>, most_rules> out{};

std::atomic<bool>& is_out(Rule rule) {
  return out.at(static_cast<std::size_t>(rule));
}

struct Happening {
  Moment moment;
  std::function<void()> happens;
  bool going_on = false;
};
std::optional<Happening> happening;

}  // namespace

bool rule_holds(Rule rule) {
  return !is_out(rule).load(std::memory_order_relaxed);
}

void pass(Moment moment) {
  if (!happening || happening->moment != moment || happening->going_on) return;
  happening->going_on = true;
  happening->happens();
  happening->going_on = false;
}

namespace simulation {

std::string_view name_of(Rule rule) {
#define WAYMARK_NAME(name) \
  case Rule::name:         \
    return #name
  // Without a default: the compiler tells of a rule that is missing here.
  switch (rule) {
    WAYMARK_NAME(op_known);
    WAYMARK_NAME(payload_compared);
    WAYMARK_NAME(refused_remembered);
    WAYMARK_NAME(types_kept);
    WAYMARK_NAME(natural_ids);
    WAYMARK_NAME(new_body_rights);
    WAYMARK_NAME(old_head_rights);
    WAYMARK_NAME(own_week_not_approved);
    WAYMARK_NAME(wrong_tally_bars);
    WAYMARK_NAME(ancestors_superseded);
    WAYMARK_NAME(equal_superseded);
    WAYMARK_NAME(knowing_repeats_count);
    WAYMARK_NAME(approved_held);
    WAYMARK_NAME(approved_not_reached);
    WAYMARK_NAME(heads_compared);
    WAYMARK_NAME(conflicts_kept);
    WAYMARK_NAME(named_conflicts_clear);
    WAYMARK_NAME(held_replayed);
    WAYMARK_NAME(one_bad_op);
    WAYMARK_NAME(every_op_moves_record);
    WAYMARK_NAME(sight_raises_scope);
    WAYMARK_NAME(ack_after_commit);
    WAYMARK_NAME(journal_before_answer);
    WAYMARK_NAME(seq_in_transaction);
    WAYMARK_NAME(commit_flushed);
    WAYMARK_NAME(both_weeks_tallied);
    WAYMARK_NAME(contact_weeks_tallied);
    WAYMARK_NAME(schedule_weeks_tallied);
    WAYMARK_NAME(cursor_on_chain);
    WAYMARK_NAME(high_on_chain);
    WAYMARK_NAME(chain_compared);
    WAYMARK_NAME(snapshot_reads);
    WAYMARK_NAME(page_ends_cursor);
    WAYMARK_NAME(scope_compared);
    WAYMARK_NAME(scope_echoed);
    WAYMARK_NAME(safe_after_verify);
    WAYMARK_NAME(record_with_outbox);
    WAYMARK_NAME(edit_flushed);
    WAYMARK_NAME(sent_ops_frozen);
    WAYMARK_NAME(sent_in_order);
    WAYMARK_NAME(tip_named);
    WAYMARK_NAME(ancestors_named);
    WAYMARK_NAME(resolution_names_all);
    WAYMARK_NAME(unknown_members_kept);
    WAYMARK_NAME(one_sync_at_a_time);
    WAYMARK_NAME(late_answers_dropped);
    WAYMARK_NAME(rows_with_cursor);
    WAYMARK_NAME(pending_edit_stays);
    WAYMARK_NAME(shadow_rows);
    WAYMARK_NAME(older_row_waits);
    WAYMARK_NAME(high_replaced);
    WAYMARK_NAME(kept_until_safe);
    WAYMARK_NAME(row_before_forgotten);
    WAYMARK_NAME(listed_not_forgotten);
    WAYMARK_NAME(all_unsent_on_diverged);
    WAYMARK_NAME(offered_on_diverged);
    WAYMARK_NAME(offered_after_read);
    WAYMARK_NAME(unseen_removed);
    WAYMARK_NAME(kept_record_stays);
    WAYMARK_NAME(refused_kept);
    WAYMARK_NAME(refused_go_with_later);
    WAYMARK_NAME(refused_sent_as_own);
    WAYMARK_NAME(drained_before_wiped);
    WAYMARK_NAME(drained_before_another);
  }
#undef WAYMARK_NAME
  return {};
}

std::vector<Rule> every_rule() {
  std::vector<Rule> rules;
  for (auto rule = Rule{}; !name_of(rule).empty(); rule = static_cast<Rule>(static_cast<int>(rule) + 1))
    rules.push_back(rule);
  return rules;
}

std::optional<Rule> rule_named(std::string_view name) {
  for (const auto rule : every_rule())
    if (name_of(rule) == name) return rule;
  return std::nullopt;
}

WithoutRule::WithoutRule(Rule rule) : rule_(rule) {
  is_out(rule) = true;
}

WithoutRule::~WithoutRule() {
  is_out(rule_) = false;
}

AtMoment::AtMoment(Moment moment, std::function<void()> happens) {
  happening.emplace(Happening{moment, std::move(happens)});
}

AtMoment::~AtMoment() {
  happening.reset();
}

}  // namespace simulation
}  // namespace waymark
