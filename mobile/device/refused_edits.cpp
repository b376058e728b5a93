#include "mobile/device/refused_edits.h"

#include "mobile/device/edits.h"
#include "shared/sync/messages.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

bool is_about(const RecordRow& record, std::string_view participant) {
  return record.type == RecordType::participant
             ? record.rid == participant
             : record.type == RecordType::job && record.facts.participant == participant;
}

}  // namespace

void queue_refused_edits_of(Work& work, std::string_view participant) {
  if (!rule_holds(Rule::refused_sent_as_own)) return;
  Ids rids;
  for (Query query(work.sql,
                   "SELECT DISTINCT rid FROM ops WHERE state <> 'acked' AND state = 'refused' AND code = ?",
                   to_wire(ErrorCode::forbidden));
       query.next();)
    rids.push_back(query.text(0));
  for (const auto& rid : rids) {
    const auto record = load_record(work, rid);
    if (!record || !is_about(*record, participant) || !record->body) continue;
    const auto tip = find_op(work, record->tip);
    if (!tip || tip->state != OpState::refused) continue;
    // One that no policy or newer rule lets through stays refused, where its person finds it.
    (void)make_edit(work, {record->type, rid, work.open(*record->body), record->deleted});
  }
}

}  // namespace waymark::device
