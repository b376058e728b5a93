// The end of a run: the world heals, everybody syncs until at rest, and what sync.md promises must be so.
#include <algorithm>

#include "mobile/device/records.h"
#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

using device::NeedReason;

constexpr int most_rounds = 12;
// What costs as much as many steps is done at the end of some runs.
constexpr int backup_at_end_percent = 8;
constexpr int verify_percent = 10;
constexpr int settle_percent = 15;
constexpr int weeks_percent = 30;

/// Records that nobody but their person writes, on any of their devices.
bool is_own_work(RecordType type) {
  return type == RecordType::entry || type == RecordType::leave || type == RecordType::week;
}

}  // namespace

void World::heal() {
  trace_.step("everything heals");
  server_disk_is_freed();
  phone_disk_is_freed();
  in_flight_.clear();
  site_->drop_plan();
  for (const auto& [person, about] : std::map(site_->model().people))
    if (about.disabled) site_->set_disabled(person, false);
  for (auto& phone : phones_) phone->clock.set_off_by(Millis{0});
  site_->set_clock_off_by(Millis{0});
  if (!sync_until_rest() || !dice_.chance(backup_at_end_percent)) return;
  // Phones forget what is safe from here on, and what they kept only for that.
  backup();
  for (auto& phone : phones_)
    if (going_on()) sync_whole(*phone, true);
  if (going_on()) sync_until_rest();
}

/// It is its person's, has read and sent all there is, and has no order to carry out.
bool World::is_at_rest(Phone& phone) {
  const auto& model = site_->model();
  const auto device = model.devices.find(phone.token);
  if (device == model.devices.end() || phone.person().empty()) return false;
  if (device->second.revoked || device->second.wipe != WipeOrder::none) return false;
  const auto reading = phone.reading();
  const auto tail = model.tail();
  return !reading.unsent && !reading.again && reading.cursor == tail && reading.high == tail &&
         reading.scope == model.people.at(device->second.person).scope;
}

bool World::sync_until_rest() {
  for (int round = 0; round < most_rounds; ++round) {
    bool rest = true;
    // A phone that is to be wiped once it is drained waits for one.
    for (const auto& [token, device] : site_->model().devices)
      if (device.wipe == WipeOrder::drained && !device.revoked) {
        backup();
        break;
      }
    for (auto& phone : phones_) {
      if (!going_on()) return false;
      if (is_at_rest(*phone)) continue;
      rest = false;
      sync_whole(*phone, true);
      const auto device = site_->model().devices.find(phone->token);
      const bool admitted = device != site_->model().devices.end() && !device->second.revoked;
      // A revoked device had its last word: an order to carry out, an erased one to tell of it.
      if (going_on() && (phone->person().empty() || !admitted)) enrol_anew(*phone, true);
    }
    if (rest) return true;
    clock_.pass(std::chrono::seconds{10});
  }
  verdict_.broken("the devices never come to rest");
  return false;
}

void World::check_end() {
  for (auto& phone : phones_)
    if (going_on()) check_mirror(*phone);
  for (auto& phone : phones_)
    if (going_on()) check_refused(*phone);
  if (going_on()) check_accounted_for();
  if (going_on()) check_dependents();
  if (going_on()) check_reader();
  if (going_on()) check_story(site_->model(), ledger_.made_on, verdict_);
  if (going_on() && dice_.chance(verify_percent)) {
    site_->check_tables();
    site_->verify();
  }
  if (going_on() && dice_.chance(settle_percent)) settle_everything();
}

/// An edit that settles a conflict in an approved week is held with the rest, and the conflict stays till
/// then.
bool World::is_settled(const std::string& rid) const {
  const auto* record = site_->model().record(rid);
  return record == nullptr || record->held.empty();
}

/// What disagrees can be settled by the people it concerns, and is then gone.
void World::settle_everything() {
  trace_.step("everybody settles what needs them");
  // Enough for each phone to settle each record once, and see what the others did.
  constexpr int most_settlings = 60;
  for (auto& phone : phones_) {
    for (int i = 0; i < most_settlings && going_on(); ++i) {
      const auto needs = phone->store().needs_you();
      if (!needs) return verdict_.broken("{} cannot say what needs its person", phone->name);
      const auto open = std::find_if(needs->begin(), needs->end(), [](const auto& need) {
        return !need.answered && need.reason != NeedReason::held && is_own_work(need.type);
      });
      if (open == needs->end()) break;
      if (open->reason == NeedReason::refused) {
        for (const auto& [op, line] : phone->outbox())
          if (line.rid == open->rid && line.state == "refused") ledger_.at(op).discarded = true;
        if (!phone->store().discard_refused(open->rid))
          return verdict_.broken("{} cannot discard a refused edit", phone->name);
      } else if (!phone->store().settle(
                     open->rid, dice_.chance(50) ? device::Choice::keep_mine : device::Choice::keep_theirs)) {
        return verdict_.broken("{} cannot settle a conflict", phone->name);
      }
      phone->note_new_ops();
    }
    for (auto& other : phones_)
      if (going_on()) sync_whole(*other, true);
  }
  if (!going_on() || !sync_until_rest()) return;
  for (auto& phone : phones_) {
    const auto needs = phone->store().needs_you();
    if (!needs) return verdict_.broken("{} cannot say what needs its person", phone->name);
    for (const auto& need : *needs)
      if (need.reason == NeedReason::conflict && is_own_work(need.type) && is_settled(need.rid))
        return verdict_.broken("{} still shows a conflict of {} that was settled", phone->name, need.rid);
    if (going_on()) check_mirror(*phone);
  }
}

/// Whoever sees their edit and was told that it is the server's goes on seeing it until they or somebody else
/// make another. (One that was put aside comes back, where its week is returned or a restored server lacks
/// the other side, with the row that says so.)
void World::check_not_behind(Phone& phone, const HeldRecords& before, const Outbox& outbox,
                             const HeldRecords& records) {
  const auto& model = site_->model();
  const auto person = phone.person();
  std::map<std::string, const OutboxLine*> newest;  // by record
  std::set<std::string> refused;                    // records: they show the refused edit
  for (const auto& [op, line] : outbox) {
    if (line.state == "refused") refused.insert(line.rid);
    auto& known = newest[line.rid];
    if (known == nullptr || known->no < line.no) known = &line;
  }
  for (const auto& [rid, line] : newest) {
    const auto* record = model.record(rid);
    const auto held = records.find(rid);
    if (line->state != "acked" || record == nullptr || record->head != line->op || held == records.end())
      continue;
    if (refused.contains(rid) || (!record->owner.empty() && record->owner != person)) continue;
    const auto was = before.find(rid);
    const bool was_shown = was != before.end() && was->second.tip == line->op;
    const bool was_put_aside = line->status != to_wire(OpStatus::head);
    if (held->second.row_seq < record->seq && (!was_shown || was_put_aside)) continue;
    if (held->second.has_body && held->second.tip != line->op)
      return verdict_.broken("the screen of {} went back behind its edit of {}, which is the server's",
                             phone.name, rid);
  }
}

/// What the phone's person may write is not taken from it because a restored server lacks it.
void World::check_nothing_taken(Phone& phone, const HeldRecords& before, const HeldRecords& records) {
  for (const auto& [rid, was] : before) {
    if (!was.has_body || was.tip != was.row_op || records.contains(rid)) continue;
    if (site_->model().find(was.tip) != nullptr || site_->model().is_refused_op(was.tip)) continue;
    Op op;
    op.rid = rid;
    op.type = was.type;
    op.body = was.body;
    const bool everyones = was.type == RecordType::employer || was.type == RecordType::job;
    const bool own = (is_own_work(was.type) || was.type == RecordType::participant) &&
                     facts_of(op, clock_.now()).specialist == phone.person();
    if (everyones || own)
      return verdict_.broken("{} gave up record {}, which the restored server does not have", phone.name,
                             rid);
  }
}

/// The server has an op that was made knowing this one.
bool World::is_in_a_later_op(const std::string& id) const {
  const auto& ops = site_->model().ops();
  return std::any_of(ops.begin(), ops.end(),
                     [&](const auto& other) { return ledger_.descends(other.first, id); });
}

/// Why a restored server may refuse what its predecessor had taken in: somebody who speaks the wire by hand
/// has used the op's or the record's name for something else; it is not their record to write by now; it
/// looked at a clock that was wrong. (Judged by outcome, no reason is known.)
bool World::may_be_refused_later(const std::string& id, const Op& op) const {
  const auto* refusal = site_->model().refusal(id);
  if (refusal == nullptr || !refusal->result.error) return true;
  switch (refusal->result.error->code) {
    case ErrorCode::op_reused:
    case ErrorCode::type_changed:
      return true;
    case ErrorCode::forbidden:
      return !site_->model().may_write_now(op, refusal->author, clock_.now());
    case ErrorCode::start_too_late:
      return theme_ == Theme::server_clock;
    default:
      return false;
  }
}

/// Nobody is asked about a refused edit that needs them no more: one that an accepted edit was made on, or
/// one that was refused for its participant, who is theirs.
void World::check_refused(Phone& phone) {
  const auto holding = phone.hold();
  for (const auto& [refused, line] : holding->outbox) {
    if (line.state != "refused" || line.from_row) continue;
    const auto& op = ledger_.at(refused).op;
    for (const auto& [later, known] : holding->outbox)
      if (known.state == "acked" && ledger_.at(later).op.names(refused))
        return verdict_.broken("{} still asks about an edit of {} that an accepted one was made on",
                               phone.name, line.rid);
    if (op.type != RecordType::participant && op.type != RecordType::job) continue;
    const auto* participant =
        site_->model().record(op.type == RecordType::job ? facts_of(op, clock_.now()).participant : op.rid);
    if (participant == nullptr || participant->owner != phone.person()) continue;
    if (line.code == to_wire(ErrorCode::forbidden) && holding->records.at(line.rid).tip == refused &&
        site_->model().may_write_now(op, phone.person(), clock_.now()))
      return verdict_.broken("{} keeps a refused edit of {} that is its person's to make", phone.name,
                             line.rid);
  }
}

/// Its phone is still its person's, and sees the record: a lead's edit of what the lead does not get stands
/// on the pages.
bool World::is_its_makers_to_settle(const LedgerOp& entry) {
  if (entry.from_row || !entry.excuse.empty()) return false;
  const auto made_on = std::find_if(phones_.begin(), phones_.end(),
                                    [&](const auto& phone) { return phone->name == entry.phone; });
  const auto& owner = site_->model().record(entry.op.rid)->owner;
  return made_on != phones_.end() && (owner.empty() || owner == (*made_on)->person());
}

/// sync.md, invariant 3, for every op that was ever durable on a device.
void World::check_accounted_for() {
  const auto& model = site_->model();
  std::set<std::string> refused_somewhere;
  std::map<std::string, std::set<std::string>> asked;  // records, by the phone that asks about them
  for (auto& phone : phones_) {
    std::set<std::string> shown;
    const auto needs = phone->store().needs_you();
    if (!needs) return verdict_.broken("{} cannot say what needs its person", phone->name);
    for (const auto& need : *needs) {
      asked[phone->name].insert(need.rid);
      if (need.reason == NeedReason::refused) shown.insert(need.rid);
    }
    for (const auto& [op, line] : phone->outbox()) {
      if (line.state != "refused") continue;
      refused_somewhere.insert(op);
      if (!shown.contains(line.rid))
        return verdict_.broken("{} does not show its person the refused edit of {}", phone->name, line.rid);
    }
  }
  for (const auto& [id, entry] : ledger_.ops()) {
    if (const auto* known = model.find(id)) {
      const auto& record = *model.record(known->op.rid);
      const auto listed = [&](const std::vector<std::string>& list) {
        return std::find(list.begin(), list.end(), id) != list.end();
      };
      switch (model.status_of(id)) {
        case OpStatus::head:
          if (record.head != id) return verdict_.broken("op {} is a head that is none", id);
          break;
        case OpStatus::conflict:
          if (!listed(record.conflicts)) return verdict_.broken("op {} is in conflict and not listed", id);
          if (is_its_makers_to_settle(entry) && !asked[entry.phone].contains(known->op.rid))
            return verdict_.broken("{} does not ask about its edit of {}, which was put aside", entry.phone,
                                   known->op.rid);
          break;
        case OpStatus::held:
          if (!listed(record.held)) return verdict_.broken("op {} is held and not listed", id);
          break;
        default: {
          const bool seen = std::any_of(model.ops().begin(), model.ops().end(), [&](const auto& other) {
            return other.first != id && other.second->op.rid == known->op.rid &&
                   (other.second->op.names(id) || (other.second->op.deleted == known->op.deleted &&
                                                   same_body(other.second->op.body, known->op.body)));
          });
          if (!seen) return verdict_.broken("op {} was superseded by nothing that knew of it", id);
        }
      }
      continue;
    }
    if (!entry.excuse.empty() || entry.discarded) continue;
    if (refused_somewhere.contains(id) && (!entry.acknowledged || may_be_refused_later(id, entry.op)))
      continue;
    const bool was_refused = entry.refused || model.is_refused_op(id);
    // Or in one that a restored server refuses, and that its phone shows.
    const bool is_in_refused = std::any_of(refused_somewhere.begin(), refused_somewhere.end(),
                                           [&](const auto& later) { return ledger_.descends(later, id); });
    if (!was_refused || (!is_in_refused && !is_in_a_later_op(id)))
      return verdict_.broken("lost: op {} of record {}, made on {}", id, entry.op.rid, entry.phone);
  }
}

/// The phone holds what its person may see, as the server has it, and nothing else.
void World::check_mirror(Phone& phone) {
  const auto holding = phone.hold();
  const auto& outbox = holding->outbox;
  const auto& held = holding->records;
  std::set<std::string> pending;
  for (const auto& [op, line] : outbox) {
    if (line.state == "unsent") return verdict_.broken("{} never sends op {}", phone.name, op);
    if (line.state == "refused") pending.insert(line.rid);
  }
  std::set<std::string> in_sight;
  for (const auto& row : site_->model().rows_in_sight(phone.person(), 0, 100'000)) {
    in_sight.insert(row.rid);
    const auto found = held.find(row.rid);
    if (found == held.end()) return verdict_.broken("{} lacks record {}", phone.name, row.rid);
    const auto& record = found->second;
    const bool shows_row = record.tip == record.row_op;
    if (record.row_op != row.op || record.row_seq != row.seq)
      return verdict_.broken("{} knows another head of {} than the server's", phone.name, row.rid);
    if (!shows_row && !pending.contains(row.rid))
      return verdict_.broken("{} shows another edit of {} than the head", phone.name, row.rid);
    const auto& body = shows_row ? record.body : record.row_body;
    const bool deleted = shows_row ? record.deleted : record.row_deleted;
    if (!row.op.empty() && (body != row.body || deleted != row.deleted))
      return verdict_.broken("{} has another body of {} than the head's", phone.name, row.rid);
    std::vector<std::string> sides;
    for (const auto* list : {&row.conflicts, &row.held})
      for (const auto& side : *list) sides.push_back(side.op);
    if (phone.sides(row.rid) != sides)
      return verdict_.broken("{} lists other edits beside {} than the server", phone.name, row.rid);
  }
  if (dice_.chance(weeks_percent)) check_weeks(phone, pending);
  for (const auto& [rid, record] : held) {
    if (in_sight.contains(rid) || pending.contains(rid)) continue;
    // As long as no backup holds an edit of it, the record stays with the edit (sync.md, invariant 10).
    if (std::any_of(outbox.begin(), outbox.end(), [&](const auto& line) { return line.second.rid == rid; }))
      continue;
    // What a lead writes of others never comes back as a row: the phone keeps its own word of it.
    const bool never_a_row = record.row_op.empty() && record.row_seq == 0 && ledger_.knows(record.tip);
    if (!never_a_row)
      return verdict_.broken("{} keeps record {}, which is out of its person's sight", phone.name, rid);
  }
}

/// The phone and the server say the same of each week.
void World::check_weeks(Phone& phone, const std::set<std::string>& pending) {
  const auto person = phone.person();
  for (int i = 0; i < 3; ++i) {
    const auto week = add_days(Date{std::chrono::year{2026} / 2 / 23}, 7 * i);
    const auto unclear = [&](const std::string& rid) {
      if (pending.contains(rid)) return true;
      // A row does not say where its head stood, only when something of the record changed last.
      const auto* record = site_->model().record(rid);
      return record != nullptr && record->seq != site_->model().place_of(record->head);
    };
    const auto state = device::Records(phone.store()).week_state(week);
    if (!state) return verdict_.broken("{} cannot read a week", phone.name);
    if (unclear(week_id(person, week)) || unclear(approval_id(person, week))) continue;
    if (*state != site_->model().week_state(person, week))
      return verdict_.broken("{} says of the week of {} that it is {}, the server that it is {}", phone.name,
                             format_date(week), *state, site_->model().week_state(person, week));
  }
}

}  // namespace waymark::simulation
