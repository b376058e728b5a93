// Phone and server over a bad network: whole syncs by the real session, and exchanges taken apart below it,
// so that an answer can come when the phone has long moved on.
#include <algorithm>

#include "shared/sync/message_codec.h"
#include "tests/simulation/world.h"

namespace waymark::simulation {
namespace {

using device::SyncBatch;

constexpr std::size_t most_in_flight = 8;
constexpr const char* app_name = "1.0.0";

}  // namespace

// --- watching
// ------------------------------------------------------------------------------------------------------

/// Bytes that may have arrived are sent again as they were.
void World::watch_sent(Phone& phone, const device::HttpRequest& request) {
  const auto asked = parse_sync_request(request.body);
  if (!asked || phone.is_dead()) return;
  for (const auto& op : asked->ops) {
    if (!ledger_.knows(op.op_id)) {
      // Offered again from its row: made in the middle of this sync, by the answer before.
      phone.note_all_ops();
      if (!ledger_.knows(op.op_id))
        return verdict_.broken("{} sends op {}, which is not in its outbox", phone.name, op.op_id);
    }
    auto& entry = ledger_.at(op.op_id);
    if (entry.sent.try_emplace(phone.holder(), op.payload).first->second != op.payload)
      return verdict_.broken("{} sends op {} again, and not as it was", phone.name, op.op_id);
    for (const auto& [holder, payload] : entry.sent) entry.sent_differently |= payload != op.payload;
  }
}

/// What the phone took in lost nothing that its person had made (sync.md, invariants 3, 7, 10).
void World::compare_after(Phone& phone, const Holding& before, const std::set<std::string>& edited) {
  const auto now_held = phone.hold();
  if (now_held.get() == &before) return;  // nothing has changed
  const auto& outbox = now_held->outbox;
  const auto& records = now_held->records;
  const auto& model = site_->model();
  for (const auto& [op, line] : outbox) {
    if (!ledger_.knows(op)) continue;
    if (line.state == "refused") ledger_.at(op).refused = true;
    if (line.state == "acked") ledger_.at(op).acknowledged = true;
    if (line.status == to_wire(OpStatus::held)) ledger_.at(op).held = true;
  }
  // Read from its row, and not this person's to write: its writer brings it back.
  for (const auto& [op, entry] : ledger_.ops())
    if (entry.from_row && entry.phone == phone.name && !outbox.contains(op) && model.is_refused_op(op))
      ledger_.excuse(op, "was only read here, and is its writer's to bring back");
  for (const auto& [op, was] : before.outbox) {
    if (const auto now = outbox.find(op); now != outbox.end()) {
      const bool pending = was.state != "acked" && now->second.state != "acked";
      const auto shown = before.records.find(was.rid);
      if (!pending || shown == before.records.end() || edited.contains(was.rid) || !shown->second.has_body)
        continue;
      const auto shows = records.find(was.rid);
      // A refused edit may have been made anew on top of itself (mobile/device/refused_edits.h).
      if (shows == records.end() ||
          (shows->second.tip != shown->second.tip && !ledger_.descends(shows->second.tip, shown->second.tip)))
        return verdict_.broken("on {} a row replaced a pending edit of {}", phone.name, was.rid);
      continue;
    }
    // Gone from the outbox: a verified backup holds it, or it was refused and a later, accepted one contains
    // it.
    if (ledger_.is_in_backup(op) || !ledger_.at(op).excuse.empty()) continue;
    if (was.from_row && model.is_refused_op(op)) continue;
    // What was refused may have been taken in since, by a restored server and in a repeated request that was
    // late: then it goes with what contains it.
    if (model.find(op) && !ledger_.at(op).sent_differently && was.state != "refused")
      return verdict_.broken("{} forgot op {}, which no verified backup holds", phone.name, op);
    const bool contained = std::any_of(outbox.begin(), outbox.end(), [&](const auto& other) {
      return other.second.state == "acked" && ledger_.descends(other.first, op);
    });
    // Refused and contained in one answer; a restored server remembers neither. Refused is also what the
    // server knows with another body.
    if (model.is_refused_op(op) || (model.find(op) && ledger_.at(op).sent_differently))
      ledger_.at(op).refused = true;
    const bool is_in_later = ledger_.at(op).refused && is_in_a_later_op(op);
    if (!contained && !is_in_later) return verdict_.broken("{} lost op {} from its outbox", phone.name, op);
  }
  check_nothing_taken(phone, before.records, records);
  check_not_behind(phone, before.records, outbox, records);
  if (!going_on()) return;
  for (const auto& [rid, was] : before.records) {
    const auto kept = before.outbox.find(was.tip);
    if (kept == before.outbox.end() || edited.contains(rid)) continue;
    const auto now = records.find(rid);
    if (now != records.end() && now->second.tip == was.tip) continue;
    const auto sides = phone.sides(rid);
    if (std::any_of(sides.begin(), sides.end(),
                    [&](const auto& side) { return side == was.tip || ledger_.descends(side, was.tip); }))
      continue;
    // Late news, or it says what the head says; so may what a refused edit was made anew as.
    const auto is_superseded = [&](const std::string& op) {
      return model.find(op) && model.status_of(op) == OpStatus::superseded;
    };
    if (is_superseded(was.tip) || std::any_of(outbox.begin(), outbox.end(), [&](const auto& later) {
          return is_superseded(later.first) && ledger_.descends(later.first, was.tip);
        }))
      continue;
    if (!ledger_.knows(was.tip) || !ledger_.at(was.tip).excuse.empty()) continue;
    // Only read here, and by now in somebody else's name: its writer's phone shows it as refused.
    if (kept->second.from_row && model.is_refused_op(was.tip)) continue;
    // Out of its person's sight, it goes when a backup holds the edit.
    if (now == records.end() && ledger_.is_in_backup(was.tip)) continue;
    const bool contained = now != records.end() && ledger_.descends(now->second.tip, was.tip);
    if (!contained) return verdict_.broken("the screen of {} lost its edit of {} unseen", phone.name, rid);
  }
  phone.check_whole();
}

// --- whole syncs
// ---------------------------------------------------------------------------------------------------

void World::whole_sync() {
  auto& phone = any_phone();
  if (phone.is_open()) sync_whole(phone, false);
}

void World::sync_whole(Phone& phone, bool good_network) {
  trace_.step("{} syncs{}", phone.name, good_network ? "" : " over the network as it is");
  trace_.count(Happening::sync);
  std::set<std::string> edited, made_meanwhile;  // records, ops
  const auto choose = [&]() -> Fate {
    if (good_network) return Fate::arrives;
    const int what = dice_.between(0, 99);
    Fate fate = Fate::arrives;
    if (what < 6)
      fate = Fate::request_lost, trace_.count(Happening::request_lost);
    else if (what < 14)
      fate = Fate::answer_lost, trace_.count(Happening::answer_lost);
    else if (what < 18)
      fate = Fate::answer_cut, trace_.count(Happening::answer_cut);
    else if (what < 25)
      fate = Fate::repeated, trace_.count(Happening::repeated);
    else if (what < 27)
      fate = Fate::too_old, trace_.count(Happening::upgrade_required);
    else if (what < 35)
      fate = Fate::unknown_type, trace_.count(Happening::unknown_type_passed_over);
    return fate;
  };
  const auto before = phone.hold();
  device::SyncSession* running = nullptr;
  device::Abort abort;
  bool overlapped = false, wiped = false;
  const auto on_way = [&](const device::HttpRequest& request) {
    if (request.path == "/v1/sync") watch_sent(phone, request);
    // Offered again, or refused and made anew, by the answer before.
    for (const auto& [op, line] : phone.hold()->outbox)
      if (!before->outbox.contains(op)) made_meanwhile.insert(op);
    if (theme_ == Theme::overlaps && !overlapped && dice_.chance(40)) {
      overlapped = true;
      trace_.note("{} is to sync once more meanwhile", phone.name);
      trace_.count(Happening::sync_overlapped);
      wiped |= running->run(abort).wiped;
    }
    if (good_network || !dice_.chance(8)) return;
    phone.note_new_ops();  // of the answer before
    const auto known = phone.outbox();
    edit_on(phone, true);
    for (const auto& [op, line] : phone.outbox())
      if (!known.contains(op)) {
        edited.insert(line.rid);
        made_meanwhile.insert(op);
      }
  };
  Road road(*site_, choose, on_way);
  const auto device = site_->model().devices.find(phone.token);
  const auto order = device == site_->model().devices.end() ? WipeOrder::none : device->second.wipe;
  device::SyncSession session(phone.store(), phone.keys, road, app_name);
  running = &session;
  const auto outcome = session.run(abort);
  ++phone.life;  // what was in flight below the session belongs to another attempt
  phone.note_new_ops();
  if (trace_.in_words())
    trace_.note("it ends {} ({} sent, {} received)",
                outcome.state == device::SessionState::done        ? "done"
                : outcome.state == device::SessionState::needs_you ? "needing its person"
                                                                   : "waiting",
                outcome.sent, outcome.received);
  if (!going_on() || phone.is_dead()) return;
  if (outcome.wiped || wiped)
    after_wipe(phone, before->outbox, made_meanwhile, order);
  else
    compare_after(phone, *before, edited);
}

/// The store was erased by order, with what was written while the request was on its way.
void World::after_wipe(Phone& phone, const Outbox& before, const std::set<std::string>& meanwhile,
                       WipeOrder order) {
  trace_.note("its store was erased by order");
  const auto device = site_->model().devices.find(phone.token);
  const bool revoked = device == site_->model().devices.end() || device->second.revoked;
  for (const auto& [op, line] : before) {
    const bool arrived =
        line.state != "unsent" || site_->model().find(op) != nullptr || site_->model().is_refused_op(op);
    if (order == WipeOrder::none) return verdict_.broken("{} was erased without an order", phone.name);
    if (order == WipeOrder::drained && !arrived)
      return verdict_.broken("{} was erased with an edit that it was to send first", phone.name);
    if (order == WipeOrder::drained && !revoked && line.state == "acked" && site_->model().safe_seq > 0 &&
        !ledger_.is_in_backup(op))
      return verdict_.broken("{} was erased with op {}, which no backup holds", phone.name, op);
    ledger_.excuse(op, "was erased by order");
  }
  for (const auto& op : meanwhile) {
    const bool arrived = site_->model().find(op) != nullptr || site_->model().is_refused_op(op);
    if (order == WipeOrder::drained && !arrived)
      return verdict_.broken("{} was erased with an edit made meanwhile, which it was to send first",
                             phone.name);
    ledger_.excuse(op, "was erased by order");
  }
  if (!phone.outbox().empty() || !phone.records().empty())
    verdict_.broken("{} was erased by order and still holds records", phone.name);
}

// --- exchanges taken apart
// -------------------------------------------------------------------------------------------

device::HttpRequest World::request_of(Phone& phone, const SyncBatch& batch, int limit) const {
  SyncRequest request;
  request.app = app_name;
  request.device_time = batch.made_at;
  request.scope = batch.marks.scope;
  request.cursor = batch.marks.cursor;
  request.high = batch.marks.high;
  request.waiting = batch.counts.waiting;
  request.needs_you = batch.counts.needs_you;
  request.oldest_waiting_at = batch.counts.oldest_waiting_at;
  request.limit = limit;
  device::HttpRequest http;
  http.server = site_address;
  http.path = "/v1/sync";
  http.token = phone.token;
  http.body = to_json(request, batch.ops);
  return http;
}

void World::exchange() {
  // Whether a session can be overtaken by itself is seen where nothing else comes late.
  if (theme_ == Theme::overlaps) return whole_sync();
  const auto at = static_cast<std::size_t>(dice_.between(0, static_cast<int>(phones_.size()) - 1));
  auto& phone = *phones_[at];
  if (!phone.is_open() || phone.person().empty()) return;
  const int max_ops = dice_.pick(std::array{1, 2, 200});
  const int limit = dice_.pick(std::array{1, 2, 500});
  auto batch = phone.store().sync_side().next_batch(max_ops, max_sync_bytes);
  if (!batch) {
    if (!phone.disk_full) verdict_.broken("{} cannot make a request: {}", phone.name, batch.error().message);
    return;
  }
  InFlight journey{at, phone.life, std::move(*batch), {}, std::nullopt};
  journey.request = request_of(phone, journey.batch, limit);
  watch_sent(phone, journey.request);
  trace_.step("{} asks from {} with {} ops for {} rows", phone.name, journey.batch.marks.cursor.seq,
              journey.batch.ops.size(), limit);
  const int fate = dice_.between(0, 99);
  if (fate < 8) {
    trace_.note("the request is lost");
    trace_.count(Happening::request_lost);
    return;
  }
  if (fate < 25) {
    trace_.note("the request is delayed");
    trace_.count(Happening::request_delayed);
    if (in_flight_.size() < most_in_flight) in_flight_.push_back(std::move(journey));
    return;
  }
  journey.answer = site_->handle(journey.request);
  if (!journey.answer) return;
  if (fate < 38) {
    trace_.note("the answer is lost");
    trace_.count(Happening::answer_lost);
    return;
  }
  if (fate < 58) {
    trace_.note("the answer is late");
    trace_.count(Happening::answer_late);
    if (in_flight_.size() < most_in_flight) in_flight_.push_back(std::move(journey));
    return;
  }
  take_in(journey);
  if (fate > 92 && going_on()) {
    trace_.note("the answer comes twice");
    trace_.count(Happening::repeated);
    take_in(journey);
  }
}

void World::deliver_request() {
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < in_flight_.size(); ++i)
    if (!in_flight_[i].answer) waiting.push_back(i);
  if (waiting.empty()) return;
  const auto which = dice_.pick(waiting);
  auto& journey = in_flight_[which];
  trace_.step("a request of {} arrives late", phones_[journey.phone]->name);
  journey.answer = site_->handle(journey.request);
  if (journey.answer && dice_.chance(60)) take_in(journey);
  if (!journey.answer || dice_.chance(50))
    in_flight_.erase(in_flight_.begin() + static_cast<std::ptrdiff_t>(which));
}

void World::deliver_answer() {
  std::vector<std::size_t> waiting;
  for (std::size_t i = 0; i < in_flight_.size(); ++i)
    if (in_flight_[i].answer) waiting.push_back(i);
  if (waiting.empty()) return;
  const auto which = dice_.pick(waiting);
  trace_.step("an answer to {} arrives late", phones_[in_flight_[which].phone]->name);
  take_in(in_flight_[which]);
  if (dice_.chance(70)) in_flight_.erase(in_flight_.begin() + static_cast<std::ptrdiff_t>(which));
}

void World::take_in(InFlight& journey) {
  auto& phone = *phones_[journey.phone];
  if (!phone.is_open() || phone.life != journey.life || journey.answer->status != 200) return;
  const auto answer = parse_sync_response(journey.answer->body);
  if (!answer) return verdict_.broken("an answer cannot be read: {}", answer.error().message);
  if (answer->wipe == WipeOrder::now) return;  // the session erases, it does not take in
  const auto before = phone.hold();
  const auto applied = phone.store().sync_side().apply(journey.batch, *answer);
  if (!applied) {
    if (!phone.disk_full)
      verdict_.broken("{} cannot take in an answer: {}", phone.name, applied.error().message);
    return;
  }
  if (applied->dropped) {
    trace_.count(Happening::answer_dropped);
    trace_.note("{} drops it: its marks have moved on", phone.name);
  }
  phone.note_new_ops();
  if (trace_.in_words() && !applied->dropped)
    trace_.note("{} takes in {} rows and {} results{}", phone.name, applied->rows, applied->acknowledged,
                applied->diverged   ? ", and reads all again after a restore"
                : applied->rescoped ? ", and reads all again"
                                    : "");
  compare_after(phone, *before, {});
}

}  // namespace waymark::simulation
