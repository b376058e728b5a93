#include "mobile/device/pull_apply.h"

#include "mobile/device/outbox.h"
#include "mobile/device/record_rows.h"
#include "mobile/device/refused_edits.h"
#include "mobile/device/sides.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

// What a server's clock may say. One that says anything else has not been set.
constexpr Instant earliest_time = std::chrono::sys_days{Date{std::chrono::year{2000} / 1 / 1}};
constexpr Instant latest_time = std::chrono::sys_days{Date{std::chrono::year{3000} / 1 / 1}};

bool knows_the_time(Instant server_time) {
  return server_time >= earliest_time && server_time < latest_time;
}

/// Device clock minus server clock. The server looked at its clock somewhere between sending and receiving:
/// what that leaves open counts as no skew, so that a slow link does not look like a wrong clock.
Millis skew_of(Instant sent_at, Instant received_at, Instant server_time) {
  if (received_at < server_time) return received_at - server_time;
  if (sent_at > server_time) return sent_at - server_time;
  return Millis{0};
}

/// The server was restored to an earlier state. Nothing it said of the chain holds any more; what the phone
/// shows and every edit it keeps does.
void start_over(Work& work, ReadingState& state) {
  if (rule_holds(Rule::all_unsent_on_diverged)) mark_all_unsent(work);
  Query(work.sql, "UPDATE records SET row_seq = 0, acked_seq = 0").run();
  state.marks = {{}, {}, std::nullopt, state.marks.generation + 1};
  state.pulling = Pulling::divergence;
  state.safe_seq = 0;
}

void read_again(ReadingState& state, std::int64_t scope) {
  state.marks.cursor = {};
  state.marks.scope = scope;
  ++state.marks.generation;
  // A divergence not yet read to its end still has records to offer.
  if (state.pulling == Pulling::changes) state.pulling = Pulling::rescope;
}

/// Of an op that was queued from its row and that this person may not write, `given_up` is told the record:
/// it is its writer's to bring back, and nobody's edit here was refused.
void apply_result(Work& work, const OpResult& result, std::set<std::string>& touched, Ids& given_up,
                  Applied& applied) {
  const auto op = find_op(work, result.op);
  if (!op || op->state != OpState::unsent) return;
  ++applied.acknowledged;
  touched.insert(op->rid);
  if (op->from_row && result.status == OpStatus::forbidden) {
    drop_op(work, op->op);
    append_new(given_up, op->rid);
    return;
  }
  if (is_refused(result.status)) {
    mark_refused(work, result);
    return;
  }
  mark_acked(work, result);
  drop_refused_under(work, *op);
  Query(work.sql, "UPDATE records SET acked_seq = max(acked_seq, ?) WHERE rid = ?", result.seq, op->rid)
      .run();
}

void store_row(Work& work, const Row& row, const ReadingState& state, Applied& applied) {
  auto record = load_record(work, row.rid);
  if (!record) {
    record.emplace();
    record->rid = row.rid;
  }
  // As it was: a restored server may by now have something else under the id.
  if (rule_holds(Rule::offered_on_diverged) && state.pulling == Pulling::divergence &&
      row.seq >= record->row_seq)
    offer_newer_row(work, *record, row);
  // What the server has under an id is what it is. An edit of another type made here before the row came is
  // refused, and must not lend the row its type when that is offered to a restored server.
  record->type = row.type;
  if (row.seq < record->row_seq) return;  // older than what is known
  if (!rule_holds(Rule::shadow_rows) && is_pending(work, row.rid)) return;
  save_sides(work, row);
  record->row_seq = row.seq;
  record->row_op = row.op;
  record->row_parents = row.parents;
  record->row_anc = row.anc;
  record->row_deleted = row.deleted;
  record->row_body.reset();
  if (!row.op.empty() && !record->shows_row()) record->row_body = work.seal(row.body);
  record->seen = state.marks.generation;
  save_record(work, *record);
  applied.types.insert(row.type);
  ++applied.rows;
}

bool is_own_participant(Work& work, const Row& row) {
  return row.type == RecordType::participant && !row.deleted &&
         facts_of(row.type, row.body, row.rid).owner == person_of(work);
}

/// Shows the server's row where nothing of this phone's stands before it: no unsent or refused edit, and no
/// acknowledged one that the row does not know yet. (Every acknowledged op moves its record's seq: where no
/// newer row comes, the record has left this person's sight, and an older row is not what it is now.)
void adopt_if_free(Work& work, std::string_view rid) {
  if (rule_holds(Rule::pending_edit_stays) && is_pending(work, rid)) return;
  auto record = load_record(work, rid);
  if (!record || record->row_seq == 0) return;
  if (rule_holds(Rule::older_row_waits) && record->row_seq < record->acked_seq) return;
  adopt_row(work, *record);
  save_record(work, *record);
}

/// Records that left this person's sight and stayed for an edit of this phone's, until now.
void remove_out_of_sight(Work& work, const Ids& rids, std::int64_t generation, Applied& applied) {
  for (const auto& rid : rids) {
    const auto record = load_record(work, rid);
    if (!record || !record->left_sight(generation) || !ops_of(work, rid).empty()) continue;
    applied.types.insert(record->type);
    erase_record(work, rid);
  }
}

}  // namespace

Result<Applied> apply_answer(Work& work, const SyncMarks& asked_from, Instant sent_at,
                             const SyncResponse& answer) {
  auto state = load_reading(work);
  Applied applied;
  if (rule_holds(Rule::late_answers_dropped) && state.marks != asked_from) {
    applied.dropped = true;
    return applied;
  }
  const auto now = work.clock.now();
  state.last_contact_at = now;
  // A server that does not know the time says nothing about this phone's clock. Entries carry the skew, and
  // with one that no record may have none could be captured any more.
  if (knows_the_time(answer.server_time)) state.skew = skew_of(sent_at, now, answer.server_time);

  if (answer.diverged || answer.rescope) {
    applied.diverged = answer.diverged;
    applied.rescoped = !answer.diverged;
    applied.more = true;
    if (answer.diverged)
      start_over(work, state);
    else
      read_again(state, *answer.rescope);
    save_reading(work, state);
    applied.unsent = anything_unsent(work);
    return applied;
  }

  std::set<std::string> touched;
  Ids given_up;
  for (const auto& result : answer.results) apply_result(work, result, touched, given_up, applied);
  state.marks.cursor = answer.next;
  state.marks.high = rule_holds(Rule::high_replaced) ? answer.high : answer.next;
  state.marks.scope = answer.scope;
  state.safe_seq = answer.safe_seq;
  if (!rule_holds(Rule::rows_with_cursor)) {
    save_reading(work, state);
    work.commit_so_far();
  }
  for (const auto& row : answer.rows) {
    store_row(work, row, state, applied);
    touched.insert(row.rid);
  }
  for (const auto& rid : touched) adopt_if_free(work, rid);
  for (const auto& row : answer.rows)
    if (is_own_participant(work, row)) queue_refused_edits_of(work, row.rid);

  applied.more = answer.more;
  if (!answer.more && state.pulling != Pulling::changes) {
    finish_generation(work, state, applied);
    state.pulling = Pulling::changes;
  }
  // Only at the end of a reading has every op's row come: where its record was written again meanwhile, the
  // row comes later than the op's own place. Until then nothing else says that the op was put aside.
  Ids forgotten;
  if (!answer.more || !rule_holds(Rule::row_before_forgotten))
    forgotten = forget_safe_ops(work, state.safe_seq);
  append_new(forgotten, given_up);
  if (state.pulling == Pulling::changes)
    remove_out_of_sight(work, forgotten, state.marks.generation, applied);
  applied.unsent = anything_unsent(work);
  applied.unsafe = anything_unsafe(work, state.safe_seq);
  if (!applied.more && !applied.unsent) state.last_success_at = now;
  save_reading(work, state);
  return applied;
}

}  // namespace waymark::device
