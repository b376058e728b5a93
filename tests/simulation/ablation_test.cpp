// Every rule of the protocol is needed: with it out, a schedule breaks a property that belongs to it, and
// with all rules the same schedule breaks nothing. Judged by outcome: no answer is compared with the
// reference model, so that what fails is what people would come to see, not that the rule itself is missed.
//
// A row: the rule, a seed that is known to show it, and words of the sentence that says so, alternatives with
// | between. Where the simulation's steps change, seeds show other things: the next few after it are tried,
// and `scripts/simulate --by-outcome --without RULE` finds another.
#include <catch2/catch.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "tests/simulation/ablation.h"
#include "tests/simulation/simulation.h"
#include "tests/simulation/world.h"

using namespace waymark;
using namespace waymark::simulation;

namespace {

struct Ablation {
  Rule rule;
  std::uint64_t seed;
  std::string_view breaks;
};

constexpr Ablation ablations[] = {
    {Rule::op_known, 41, "was answered|taken in twice"},
    {Rule::payload_compared, 486, "another content under the id"},
    {Rule::refused_remembered, 762, "was answered invalid"},
    {Rule::types_kept, 122, "made a record of type"},
    {Rule::natural_ids, 407, "two records of type week"},
    {Rule::new_body_rights, 282, "in the name of somebody else"},
    {Rule::old_head_rights, 16, "took a record of somebody else"},
    {Rule::own_week_not_approved, 81, "of its own author's"},
    {Rule::wrong_tally_bars, 207, "with a tally that is not its entries'"},
    {Rule::ancestors_superseded, 44, "made knowing it"},
    {Rule::equal_superseded, 36, "one that says the same"},
    {Rule::knowing_repeats_count, 85, "that was settled|is settled by the head"},
    {Rule::approved_held, 81, "changed a week that is approved|was scheduled anew"},
    {Rule::approved_not_reached, 161, "was scheduled anew"},
    {Rule::heads_compared, 283, "did not know|knowing of it"},
    {Rule::conflicts_kept, 163, "unseen|not listed"},
    {Rule::named_conflicts_clear, 404, "still listed|that was settled"},
    {Rule::held_replayed, 401, "is held and its week is not approved"},
    {Rule::one_bad_op, 41, "never come to rest|never sends"},
    {Rule::every_op_moves_record, 1, "than the head|Its last change is not|lists other edits"},
    {Rule::sight_raises_scope, 44, "lacks record|out of its person's sight"},
    {Rule::ack_after_commit, 10, "acknowledged and the server does not have it|where its code is good"},
    {Rule::journal_before_answer, 6,
     "acknowledged and the server does not have it|with the journal lacks it"},
    {Rule::seq_in_transaction, 5, "a place on the chain"},
    {Rule::commit_flushed, 10, "acknowledged and the server does not have it|where its code is good"},
    {Rule::both_weeks_tallied, 279, "is tallied|The tally is not"},
    {Rule::contact_weeks_tallied, 1377, "is tallied|The tally is not"},
    {Rule::schedule_weeks_tallied, 98, "The tally is not"},
    {Rule::cursor_on_chain, 3207, "a client without a highest mark does not know"},
    {Rule::high_on_chain, 2283, "unseen|lost: op"},
    {Rule::chain_compared, 1, "out of its person's sight|lost: op"},
    {Rule::snapshot_reads, 13, "knows another head|lacks record"},
    {Rule::page_ends_cursor, 243, "knows another head|lacks record|lists other edits"},
    {Rule::scope_compared, 4, "out of its person's sight|lacks record|never come to rest"},
    {Rule::scope_echoed, 644, "out of its person's sight"},
    {Rule::safe_after_verify, 208, "is said to hold|no verified backup holds"},
    {Rule::record_with_outbox, 176, "neither in its outbox nor the server's"},
    {Rule::edit_flushed, 1, "lost op"},
    {Rule::sent_ops_frozen, 82, "again, and not as it was"},
    {Rule::sent_in_order, 4, "its participant, made before it, came later"},
    {Rule::tip_named, 1, "a conflict with what it was made on|did not know"},
    {Rule::ancestors_named, 628, "a conflict with what it was made on"},
    {Rule::resolution_names_all, 404, "still shows a conflict|that was settled"},
    {Rule::unknown_members_kept, 3, "lost members it does not know"},
    {Rule::late_answers_dropped, 12483, "lacks record"},
    {Rule::rows_with_cursor, 98, "knows another head|lacks record"},
    {Rule::pending_edit_stays, 8, "a row replaced a pending edit"},
    {Rule::shadow_rows, 112, "knows another head|lacks record"},
    {Rule::older_row_waits, 54, "went back behind its edit"},
    {Rule::high_replaced, 2283, "unseen|lost: op"},
    {Rule::kept_until_safe, 1, "no verified backup holds"},
    {Rule::row_before_forgotten, 8408, "does not ask about its edit"},
    {Rule::listed_not_forgotten, 17, "does not ask about its edit"},
    {Rule::all_unsent_on_diverged, 163, "unseen|lost: op"},
    {Rule::offered_on_diverged, 1003, "which the restored server does not have"},
    {Rule::unseen_removed, 1122, "out of its person's sight"},
    {Rule::kept_record_stays, 4, "lost its edit of"},
    {Rule::refused_kept, 41, "from its outbox"},
    {Rule::refused_go_with_later, 628, "that an accepted one was made on"},
    {Rule::refused_sent_as_own, 1804, "that is its person's to make"},
    {Rule::drained_before_wiped, 872, "that it was to send first"},
    {Rule::drained_before_another, 85, "that it had not sent"},
};

/// Rules of which each is enough where the other holds.
struct Pair {
  Rule rule, other;
  std::uint64_t seed;
  std::string_view breaks;
};

constexpr Pair pairs[] = {
    // A late answer comes to a session only from a second one beside it, and is dropped. Below the session an
    // answer can come late by itself.
    {Rule::one_sync_at_a_time, Rule::late_answers_dropped, 83'809, "a row replaced a pending edit"},
    // What is sent too early, before the participant it names is back, is refused, and goes again once they
    // are.
    {Rule::offered_after_read, Rule::refused_sent_as_own, 22'684, "that is its person's to make"},
};

/// Seeds tried for a rule, the known one first.
constexpr std::uint64_t reach = 40;

bool says_one_of(std::string_view sentence, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const auto bar = alternatives.find('|');
    if (sentence.find(alternatives.substr(0, bar)) != std::string_view::npos) return true;
    alternatives.remove_prefix(bar == std::string_view::npos ? alternatives.size() : bar + 1);
  }
  return false;
}

/// The first seed at which what belongs to the rule breaks, of the theme of the known one.
std::optional<std::uint64_t> first_to_break(Simulation& simulation, const Ablation& ablation) {
  const WithoutRule without(ablation.rule);
  const auto step = period_of(theme_of(ablation.seed));
  for (std::uint64_t i = 0; i < reach; ++i) {
    const auto seed = ablation.seed + i * step;
    const auto failure = simulation.run(seed);
    if (failure && says_one_of(failure->broken, ablation.breaks)) return seed;
    if (failure) UNSCOPED_INFO("seed " << seed << ": " << failure->broken);
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("Every rule has a name by which it can be taken out, and is shown to be needed") {
  std::set<Rule> shown;
  for (const auto& ablation : ablations) shown.insert(ablation.rule);
  for (const auto& pair : pairs) shown.insert(pair.rule);
  for (const auto rule : every_rule()) {
    CHECK(rule_named(name_of(rule)) == rule);
    INFO(name_of(rule));
    CHECK(shown.contains(rule));
  }
  CHECK_FALSE(rule_named("no_such_rule"));
}

TEST_CASE(
    "Without a rule a schedule breaks what belongs to it, and with all rules the same one breaks nothing") {
  Simulation simulation(Judging::by_outcome);
  std::map<std::uint64_t, std::string_view> broke;
  for (const auto& ablation : ablations) {
    INFO("without " << name_of(ablation.rule));
    const auto seed = first_to_break(simulation, ablation);
    CHECK(seed);
    if (seed) broke[*seed] = name_of(ablation.rule);
  }
  for (const auto& [seed, rule] : broke) {
    INFO("seed " << seed << ", which breaks without " << rule);
    const auto failure = simulation.run(seed);
    CHECK((failure ? failure->broken : "") == "");
  }
}

TEST_CASE("Two rules that stand in for each other are needed together") {
  Simulation simulation(Judging::by_outcome);
  for (const auto& pair : pairs) {
    INFO(name_of(pair.rule) << " and " << name_of(pair.other) << ", seed " << pair.seed);
    const auto what_breaks = [&] {
      const auto failure = simulation.run(pair.seed);
      return failure ? failure->broken : std::string();
    };
    {
      const WithoutRule without(pair.rule);
      CHECK(what_breaks() == "");
      const WithoutRule nor(pair.other);
      CHECK(says_one_of(what_breaks(), pair.breaks));
    }
    const WithoutRule without(pair.other);
    CHECK(what_breaks() == "");
  }
}
