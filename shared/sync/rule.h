// The rules of the protocol by name (docs/sync.md explains each). The code that keeps a rule asks
// `rule_holds(Rule::…)` where it does, so that a reader finds every rule's place by its name.
//
// In the programs that people use the question is answered when they are compiled, always with yes: nothing
// can switch a rule off. The simulation compiles the same sources once more with WAYMARK_ABLATIONS, takes one
// rule out at a time, and shows that its oracle then fails (`scripts/simulate --without`): a rule
// without which nothing fails is either untested or unneeded.
#pragma once

#include <array>
#include <string_view>

namespace waymark {

enum class Rule {
  // --- the server, taking an op in
  op_known,               ///< a repeated op gets its first answer again
  payload_compared,       ///< a known id with another payload is refused
  refused_remembered,     ///< a refused op is refused again the same way, whatever has changed
  types_kept,             ///< a record never becomes one of another type
  natural_ids,            ///< where there can be only one record, its id says of what
  new_body_rights,        ///< what the new body says must be the writer's to say
  old_head_rights,        ///< not only the new body, the old head too must be the writer's
  own_week_not_approved,  ///< nobody approves a week of their own
  wrong_tally_bars,       ///< nor anybody one whose tally is not what its entries give
  ancestors_superseded,   ///< an op that the head or a listed conflict descends from is late news
  equal_superseded,       ///< an op that says what the head says is no conflict
  knowing_repeats_count,  ///< unless it knows the head: then it settles what it names
  approved_held,          ///< an op into an approved week waits for the lead
  approved_not_reached,   ///< a schedule or policy that would reach into one is refused
  heads_compared,         ///< only an op that knows the head replaces it
  conflicts_kept,         ///< an op put aside is listed until a later one names it
  named_conflicts_clear,  ///< and then it is listed no more
  held_replayed,          ///< a returned week lets its held ops through the rules again
  one_bad_op,             ///< a refused op takes no other of its request with it
  every_op_moves_record,  ///< whatever became of an op, its record's row is sent again
  sight_raises_scope,     ///< a record that enters or leaves somebody's sight gives them another scope
  // --- the server, committing
  ack_after_commit,        ///< nobody is answered before the commit
  journal_before_answer,   ///< nor, where a journal is kept, before what was committed is in it
  seq_in_transaction,      ///< the next seq is read in the transaction that uses it
  commit_flushed,          ///< a commit is on the disk, not on its way there
  both_weeks_tallied,      ///< the week an entry left is tallied again as well as the one it came to
  contact_weeks_tallied,   ///< and so is the week whose contact turns from first to returning
  schedule_weeks_tallied,  ///< and every week that a new schedule reaches
  // --- the server, answering
  cursor_on_chain,    ///< a cursor that lies on another chain is found out
  high_on_chain,      ///< and so is the highest mark the device has seen
  chain_compared,     ///< marks are compared by their chain, not by seq alone
  snapshot_reads,     ///< rows and marks are of one snapshot
  page_ends_cursor,   ///< the cursor after a full page is its last row's mark
  scope_compared,     ///< a device whose sight has changed reads again from 0
  scope_echoed,       ///< an answer repeats the scope that was compared
  safe_after_verify,  ///< safe_seq rises to what a verified backup holds, no further
  // --- the device, writing
  record_with_outbox,    ///< the record and its outbox row are one transaction
  edit_flushed,          ///< what a person was told is saved is on the disk
  sent_ops_frozen,       ///< an op that may have left is sent again as it was
  sent_in_order,         ///< ops are sent in the order made
  tip_named,             ///< an edit names the op it was made on
  ancestors_named,       ///< and up to 16 that came before
  resolution_names_all,  ///< settling names the head and every listed conflict
  unknown_members_kept,  ///< an edit leaves what a newer app wrote into the record
  // --- the device, taking an answer in
  one_sync_at_a_time,      ///< no second sync begins while one is on its way
  late_answers_dropped,    ///< an answer to other marks than today's is dropped
  rows_with_cursor,        ///< rows and cursor are one transaction
  pending_edit_stays,      ///< a row does not replace an unsent or refused edit
  shadow_rows,             ///< it waits beside it until none is pending
  older_row_waits,         ///< a row from before the newest acknowledged edit is not shown
  high_replaced,           ///< the highest mark is the answer's, every time
  kept_until_safe,         ///< an acknowledged op is kept until a verified backup holds it
  row_before_forgotten,    ///< and until its row has come
  listed_not_forgotten,    ///< and as long as the server lists it beside its record
  all_unsent_on_diverged,  ///< after a restore every kept op is sent again
  offered_on_diverged,     ///< and what the restored server does not know is offered from its row
  offered_after_read,      ///< nothing is sent before the restored server is read to its end
  unseen_removed,          ///< after a change of sight what is out of it goes
  kept_record_stays,       ///< unless this phone has an op of it that is not safe yet
  refused_kept,            ///< a refused edit stays with the person until settled
  refused_go_with_later,   ///< and goes when an edit on top of it is accepted
  refused_sent_as_own,     ///< refused for its participant, it is sent anew when they are its maker's
  drained_before_wiped,    ///< a phone told to drain sends all it has before it erases itself
  drained_before_another,  ///< and so does one that is to become another person's
};

#ifdef WAYMARK_ABLATIONS
bool rule_holds(Rule rule);

/// Places where the simulation lets something happen that a real machine might do just then.
enum class Moment {
  between_rows_and_marks,  ///< the server has read a page's rows and not yet the end of the chain
};
void pass(Moment moment);
#else
constexpr bool rule_holds(Rule) {
  return true;
}
enum class Moment { between_rows_and_marks };
constexpr void pass(Moment) {}
#endif

}  // namespace waymark
