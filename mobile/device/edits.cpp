#include "mobile/device/edits.h"

#include <algorithm>

#include "mobile/device/entry_privacy.h"
#include "mobile/device/policies.h"
#include "mobile/device/sides.h"
#include "mobile/device/sync_state.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

/// What the server takes at most; a resolving edit of more names the rest when it is settled in its turn.
constexpr std::size_t most_parents = 64;

/// The date by which a body's policy is chosen.
std::optional<Date> policy_date(Work& work, RecordType type, std::string_view rid, std::string_view body) {
  const auto identity = load_identity(work);
  if (!identity) return std::nullopt;
  const auto zone = Zone::find(identity->time_zone);
  if (!zone) return std::nullopt;
  // Facts are read leniently: a body that is wrong is told so by the check that follows.
  const auto facts = facts_of(type, body, rid);
  if (!facts.starts_at) return zone->date_of(server_now(work));
  if (type == RecordType::entry) return zone->date_of(*facts.starts_at);
  return Date{std::chrono::floor<std::chrono::days>(*facts.starts_at)};
}

/// The policy of the week a body belongs to; none if no policy has arrived yet.
std::optional<Policy> policy_in_force(Work& work, RecordType type, std::string_view rid,
                                      std::string_view body) {
  const auto policies = load_policies(work);
  if (policies.empty()) return std::nullopt;
  const auto date = policy_date(work, type, rid, body);
  if (!date) return std::nullopt;
  return policy_for(policies, week_of(*date, policies.front().week_starts_on));
}

/// The body as it may be written: checked, and without coordinates where none are kept.
Result<std::string> body_to_write(Work& work, const Edit& edit) {
  const auto policy = policy_in_force(work, edit.type, edit.rid, edit.body);
  // By the later of two clocks: a server that is behind must not keep anybody from recording what begins now.
  const auto now = std::max(work.clock.now(), server_now(work));
  auto record = parse_record(edit.type, edit.body, {edit.rid, now, policy ? &*policy : nullptr});
  if (!record) return tl::unexpected(record.error());
  if (auto* entry = std::get_if<Entry>(&*record); entry && keep_private(*entry, policy.value_or(Policy{})))
    return to_json(*entry);
  return std::string(edit.body);
}

Result<std::string> write_op(Work& work, const Edit& edit, RecordRow record, const Ids& parents) {
  auto body = body_to_write(work, edit);
  if (!body) return tl::unexpected(body.error());
  Op op;
  op.op = make_op_id(work.random);
  op.rid = edit.rid;
  op.type = edit.type;
  op.parents = parents;
  op.anc = ancestors_of(parents, rule_holds(Rule::ancestors_named) ? record.anc : Ids{});
  op.deleted = edit.deleted;
  op.body = std::move(*body);
  record.type = edit.type;
  show(work, record, {op.op, op.anc, op.deleted, work.seal(op.body), work.clock.now(), true});
  save_record(work, record);
  if (!rule_holds(Rule::record_with_outbox)) work.commit_so_far();
  if (auto queued = queue_op(work, op); !queued) return tl::unexpected(queued.error());
  return op.op;
}

/// The record to write to: as it is, or new. type_changed if it is of another type.
Result<RecordRow> record_for(Work& work, const Edit& edit) {
  auto record = load_record(work, edit.rid);
  if (!record) {
    record.emplace();
    record->rid = edit.rid;
    record->type = edit.type;
  }
  if (record->type != edit.type && rule_holds(Rule::types_kept))
    return fail(ErrorCode::type_changed, "This record is of another kind: make a new one instead.");
  return std::move(*record);
}

bool was_refused(Work& work, std::string_view op) {
  const auto found = find_op(work, op);
  return found && found->state == OpState::refused;
}

}  // namespace

Instant server_now(Work& work) {
  return work.clock.now() - load_reading(work).skew;
}

Result<std::string> make_edit(Work& work, const Edit& edit) {
  auto record = record_for(work, edit);
  if (!record) return tl::unexpected(record.error());
  if (record->body && record->deleted == edit.deleted && work.open(*record->body) == edit.body &&
      !was_refused(work, record->tip))
    return record->tip;
  Ids parents;
  if (rule_holds(Rule::tip_named)) append_new(parents, record->tip);
  return write_op(work, edit, std::move(*record), parents);
}

Result<std::string> make_resolving_edit(Work& work, const Edit& edit) {
  auto record = record_for(work, edit);
  if (!record) return tl::unexpected(record.error());
  Ids parents;
  append_new(parents, record->tip);
  if (!rule_holds(Rule::resolution_names_all)) return write_op(work, edit, std::move(*record), parents);
  append_new(parents, record->row_op);
  for (const auto& listed : sides_of(work, edit.rid)) append_new(parents, listed.side.op);
  // Own ops the server put aside in an answer whose rows have not come yet.
  for (const auto& op : ops_of(work, edit.rid))
    if (op.contested() && op.seq > record->row_seq) append_new(parents, op.op);
  if (parents.size() > most_parents) parents.resize(most_parents);
  return write_op(work, edit, std::move(*record), parents);
}

}  // namespace waymark::device
