#include <vector>

#include "mobile/device/outbox.h"
#include "mobile/device/pull_apply.h"
#include "mobile/device/record_rows.h"
#include "mobile/device/sides.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

/// Jobs last: what they are of has to be known first.
Ids not_seen(Work& work, std::int64_t generation) {
  Ids rids;
  for (Query query(work.sql, "SELECT rid FROM records WHERE seen < ? ORDER BY type = 'job', no", generation);
       query.next();)
    rids.push_back(query.text(0));
  return rids;
}

/// What this person may write (sync.md, "Who may write"). Others' records are their writers' to offer, from
/// their phones; offered by this one they would only be refused.
bool may_offer(const RecordRow& record, const std::string& person) {
  switch (record.type) {
    case RecordType::employer:
    case RecordType::job:
      return true;
    case RecordType::entry:
    case RecordType::leave:
    case RecordType::week:
    case RecordType::participant:
      return record.facts.owner == person;
    default:
      return false;
  }
}

/// Queues the record's row as the op it was: same id, parents, anc and body, so that phones that offer it
/// alike agree.
bool offer_again(Work& work, const RecordRow& record) {
  const auto& body = record.server_body();
  if (record.row_op.empty() || !body || find_op(work, record.row_op)) return false;
  const Op op{record.row_op,      record.rid,     record.type,
              record.row_parents, record.row_anc, record.shows_row() ? record.deleted : record.row_deleted,
              work.open(*body)};
  return queue_op_from_row(work, op).has_value();
}

}  // namespace

void offer_newer_row(Work& work, const RecordRow& before, const Row& row) {
  if (before.row_seq != 0 || before.row_op.empty() || before.row_op == row.op) return;
  // Of what everybody may edit each phone would offer each edit; its maker's does.
  const auto person = person_of(work);
  if (before.facts.owner != person || !may_offer(before, person)) return;
  if (contains(row.parents, before.row_op) || contains(row.anc, before.row_op)) return;
  for (const auto* listed : {&row.conflicts, &row.held})
    for (const auto& side : *listed)
      if (side.op == before.row_op) return;
  (void)offer_again(work, before);
}

void finish_generation(Work& work, const ReadingState& state, Applied& applied) {
  const auto person = person_of(work);
  for (const auto& rid : not_seen(work, state.marks.generation)) {
    if (rule_holds(Rule::kept_record_stays) && has_kept_op(work, rid)) {
      drop_sides(work, rid);  // of when it was last in sight
      continue;
    }
    const auto record = load_record(work, rid);
    if (!record) continue;
    if (rule_holds(Rule::offered_on_diverged) && state.pulling == Pulling::divergence &&
        may_offer(*record, person) && offer_again(work, *record))
      continue;
    if (!rule_holds(Rule::unseen_removed)) continue;
    if (is_pending(work, rid)) continue;  // a refused edit still needs the person
    applied.types.insert(record->type);
    erase_record(work, rid);
  }
}

}  // namespace waymark::device
