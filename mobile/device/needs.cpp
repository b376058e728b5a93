#include "mobile/device/needs.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "mobile/device/edits.h"
#include "mobile/device/sides.h"
#include "mobile/device/sync_state.h"

namespace waymark::device {
namespace {

/// All that is known of one record that may need a person.
struct Case {
  RecordRow record;
  std::vector<OutboxOp> ops;
  std::vector<ListedSide> listed;
  Ids settled_later;  ///< named by an edit that waits to be sent
};

std::optional<Case> load_case(Work& work, std::string_view rid) {
  auto record = load_record(work, rid);
  if (!record) return std::nullopt;
  Case found{std::move(*record), ops_of(work, rid), sides_of(work, rid), {}};
  for (const auto& op : found.ops)
    if (op.state == OpState::unsent) append_new(found.settled_later, op.names);
  return found;
}

bool is_own(const Case& found, std::string_view op) {
  return std::any_of(found.ops.begin(), found.ops.end(), [&](const OutboxOp& kept) { return kept.op == op; });
}

/// Records about this person's own work: a conflict of theirs concerns the person on whichever device it
/// arose.
bool is_personal(RecordType type) {
  switch (type) {
    case RecordType::entry:
    case RecordType::leave:
    case RecordType::week:
    case RecordType::participant:
    case RecordType::job:
      return true;
    default:
      return false;
  }
}

Side side_of_op(Work& work, const OutboxOp& op) {
  const auto frozen = frozen_op(work, op.op);
  return {op.op, "", op.made_at, true, frozen.deleted, frozen.body};
}

Side side_of_listed(const Case& found, const SideOp& side) {
  return {side.op, side.device_name, side.received_at, is_own(found, side.op), side.deleted, side.body};
}

std::optional<Side> server_side(Work& work, const Case& found) {
  const auto& record = found.record;
  if (record.row_op.empty() || !record.server_body()) return std::nullopt;
  const bool deleted = record.shows_row() ? record.deleted : record.row_deleted;
  return Side{record.row_op, "",
              std::nullopt,  is_own(found, record.row_op),
              deleted,       work.open(*record.server_body())};
}

/// Equal as JSON, whatever the order of members or the spaces.
bool same_json(const std::string& one, const std::string& other) {
  boost::system::error_code wrong_one, wrong_other;
  const auto first = boost::json::parse(one, wrong_one);
  const auto second = boost::json::parse(other, wrong_other);
  return !wrong_one && !wrong_other && first == second;
}

std::optional<NeedsYou> refused_need(Work& work, const Case& found) {
  const auto newest = std::find_if(found.ops.rbegin(), found.ops.rend(),
                                   [](const OutboxOp& op) { return op.state == OpState::refused; });
  if (newest == found.ops.rend()) return std::nullopt;
  NeedsYou need;
  need.reason = NeedReason::refused;
  need.error = Error{error_code_from_wire(newest->code), "", newest->field};
  need.mine = side_of_op(work, *newest);
  need.theirs = server_side(work, found);
  need.answered = contains(found.settled_later, newest->op);
  return need;
}

/// The ops the server put aside in one way: those it lists, and own ones whose rows have not come yet.
std::vector<Side> put_aside(Work& work, const Case& found, bool held) {
  std::vector<Side> sides;
  for (const auto& listed : found.listed)
    if (listed.held == held) sides.push_back(side_of_listed(found, listed.side));
  for (const auto& op : found.ops) {
    const bool known =
        std::any_of(sides.begin(), sides.end(), [&](const Side& side) { return side.op == op.op; });
    if (op.status == (held ? "held" : "conflict") && op.seq > found.record.row_seq && !known)
      sides.push_back(side_of_op(work, op));
  }
  return sides;
}

bool all_settled_later(const Case& found, const std::vector<Side>& sides) {
  return std::all_of(sides.begin(), sides.end(),
                     [&](const Side& side) { return contains(found.settled_later, side.op); });
}

/// Takes the newest of this phone's sides out of the list, else the newest of all.
Side take_mine(std::vector<Side>& sides) {
  auto mine = std::find_if(sides.rbegin(), sides.rend(), [](const Side& side) { return side.own; });
  if (mine == sides.rend()) mine = sides.rbegin();
  Side taken = std::move(*mine);
  sides.erase(std::next(mine).base());
  return taken;
}

bool concerns_us(Work& work, const Case& found, const std::vector<Side>& sides) {
  if (std::any_of(sides.begin(), sides.end(), [](const Side& side) { return side.own; })) return true;
  if (!is_personal(found.record.type)) return false;
  const auto& owner = found.record.facts.owner;
  return !owner || *owner == person_of(work);
}

std::optional<NeedsYou> conflict_need(Work& work, const Case& found) {
  auto sides = put_aside(work, found, false);
  if (sides.empty() || !concerns_us(work, found, sides)) return std::nullopt;
  NeedsYou need;
  need.reason = NeedReason::conflict;
  need.answered = all_settled_later(found, sides);
  auto server = server_side(work, found);
  const bool put_aside_is_ours =
      std::any_of(sides.begin(), sides.end(), [](const Side& side) { return side.own; });
  if (put_aside_is_ours || !server) {
    need.mine = take_mine(sides);
    need.theirs = std::move(server);
  } else {
    // What this phone shows stands on the server; it is the other device's edit that was put aside.
    need.mine = std::move(*server);
    need.theirs = std::move(sides.back());
    sides.pop_back();
  }
  need.others = std::move(sides);
  return need;
}

std::optional<NeedsYou> held_need(Work& work, const Case& found) {
  auto sides = put_aside(work, found, true);
  if (sides.empty() || !concerns_us(work, found, sides)) return std::nullopt;
  auto server = server_side(work, found);
  // The newest held edit is what the record becomes when the week is returned. If that is what stands
  // already, the person has taken the others back.
  const auto& newest = sides.back();
  const bool nothing_left =
      server ? newest.deleted == server->deleted && same_json(newest.body, server->body) : newest.deleted;
  if (nothing_left) return std::nullopt;
  NeedsYou need;
  need.reason = NeedReason::held;
  need.answered = all_settled_later(found, sides);
  need.mine = take_mine(sides);
  need.theirs = std::move(server);
  need.others = std::move(sides);
  return need;
}

std::optional<NeedsYou> assess_case(Work& work, const Case& found) {
  auto need = refused_need(work, found);
  if (!need) need = conflict_need(work, found);
  if (!need) need = held_need(work, found);
  if (!need) return std::nullopt;
  need->rid = found.record.rid;
  need->type = found.record.type;
  return need;
}

/// Records for which assess() may find something, in the order in which it came about.
Ids candidates(Work& work) {
  Ids rids;
  for (Query query(work.sql, "SELECT rid FROM ops WHERE state <> 'acked' AND state = 'refused' ORDER BY no");
       query.next();)
    append_new(rids, query.text(0));
  // Left to itself SQLite goes through the whole outbox, to spare sorting the few.
  for (Query query(work.sql,
                   "SELECT rid FROM ops INDEXED BY ops_contested WHERE status IN ('conflict', 'held')"
                   " ORDER BY no");
       query.next();)
    append_new(rids, query.text(0));
  for (Query query(work.sql, "SELECT rid FROM sides ORDER BY received_at"); query.next();)
    append_new(rids, query.text(0));
  return rids;
}

}  // namespace

std::optional<NeedsYou> assess(Work& work, std::string_view rid) {
  const auto found = load_case(work, rid);
  return found ? assess_case(work, *found) : std::nullopt;
}

std::vector<NeedsYou> all_needs(Work& work) {
  std::vector<NeedsYou> needs;
  for (const auto& rid : candidates(work))
    if (auto need = assess(work, rid)) needs.push_back(std::move(*need));
  return needs;
}

Standings all_standings(Work& work) {
  Standings standings;
  for (Query query(work.sql, "SELECT DISTINCT rid FROM ops WHERE state <> 'acked' AND state = 'unsent'");
       query.next();)
    standings[query.text(0)].state = SyncState::on_this_phone;
  for (const auto& need : all_needs(work)) {
    if (need.answered) continue;
    auto& standing = standings[need.rid];
    standing.state = need.reason == NeedReason::held ? SyncState::held : SyncState::needs_you;
    standing.conflict = need.reason == NeedReason::conflict;
    if (need.error) {
      standing.code = need.error->code;
      standing.field = need.error->field;
    }
  }
  return standings;
}

Result<void> settle_need(Work& work, std::string_view rid, Choice choice) {
  const auto need = assess(work, rid);
  if (!need) return fail(ErrorCode::not_found, "This record needs nothing any more.");
  if (need->reason == NeedReason::refused && choice == Choice::keep_theirs)
    return discard_refused_edits(work, rid);
  // Without a row of the server's, "theirs" is that there is no such record.
  const bool none_there = choice == Choice::keep_theirs && !need->theirs;
  const Side& kept = choice == Choice::keep_theirs && need->theirs ? *need->theirs : need->mine;
  const auto made = make_resolving_edit(work, {need->type, rid, kept.body, none_there || kept.deleted});
  if (!made) return tl::unexpected(made.error());
  return {};
}

Result<void> discard_refused_edits(Work& work, std::string_view rid) {
  auto record = load_record(work, rid);
  const auto ops = ops_of(work, rid);
  Ids refused;
  const OutboxOp* left = nullptr;  // the newest edit that stays
  for (const auto& op : ops) {
    if (op.state == OpState::refused)
      append_new(refused, op.op);
    else if (left == nullptr || left->state != OpState::unsent || op.state == OpState::unsent)
      left = &op;
  }
  if (!record || refused.empty()) return fail(ErrorCode::not_found, "No edit of this record was refused.");
  for (const auto& op : refused) drop_op(work, op);
  if (!contains(refused, record->tip)) return {};  // a later edit is shown, and contains them

  const auto reading = load_reading(work);
  const bool out_of_sight =
      reading.pulling == Pulling::changes && record->left_sight(reading.marks.generation);
  const bool left_is_newer =
      left != nullptr && (left->state == OpState::unsent || left->seq > record->row_seq);
  if (left_is_newer) {
    const auto frozen = frozen_op(work, left->op);
    show(work, *record,
         {frozen.op, frozen.anc, frozen.deleted, work.seal(frozen.body), work.clock.now(), true});
  } else if (!out_of_sight && (record->row_seq > 0 || !record->row_op.empty())) {
    adopt_row(work, *record);
  } else {
    erase_record(work, rid);  // the server never had it, or it is not this person's to see any more
    return {};
  }
  save_record(work, *record);
  return {};
}

}  // namespace waymark::device
