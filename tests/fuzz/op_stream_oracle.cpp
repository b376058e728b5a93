#include "tests/fuzz/op_stream_oracle.h"

#include <algorithm>

#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/body_equality.h"
#include "syncserver/store/pull.h"
#include "syncserver/store/record_rules.h"
#include "syncserver/store/stored_op.h"
#include "syncserver/store/verify.h"
#include "tests/fuzz/fuzz_target.h"

namespace waymark::server::fuzz {

using waymark::fuzz::must;

namespace {

constexpr int rows_a_page = 12;  // few enough that pages end in the middle

bool may_be_held(RecordType type) {
  return type == RecordType::entry || type == RecordType::leave;
}

std::string said(const Op& op, OpStatus status) {
  return to_json(op) + " was " + std::string(to_wire(status));
}

std::set<std::string> ids_of(const std::vector<StoredOp>& ops) {
  std::set<std::string> ids;
  for (const auto& op : ops) ids.insert(op.op.op);
  return ids;
}

}  // namespace

void Oracle::answered(const ReceivedOp& received, const Someone& author, const OpResult& result) {
  must(result.op == received.op_id, "a result names its op", received.payload);
  const auto found = known_by_id_.find(received.op_id);
  // What one may not write another may: forbidden holds for whom it was told.
  const bool anew = found != known_by_id_.end() && known_[found->second].author != &author &&
                    known_[found->second].result.status == OpStatus::forbidden &&
                    known_[found->second].received.payload == received.payload;
  if (found != known_by_id_.end() && !anew) {
    const auto& first = known_[found->second];
    if (first.received.payload == received.payload) {
      must(result == first.result, "a repeated op gets its first answer again", received.payload);
    } else {
      must(result.status == OpStatus::invalid && result.error && result.error->code == ErrorCode::op_reused,
           "a known id with another payload is refused", received.payload);
    }
    must(world_.context->tail.seq == seq_, "and changes nothing", received.payload);
    return;
  }
  if (is_refused(result.status)) {
    must(result.error && result.seq == 0 && result.chain.empty(), "a refused op has an error and no place",
         received.payload);
    must(result.error->code != ErrorCode::internal && !result.error->message.empty(),
         "an op is refused by a rule", received.payload);
    must(world_.context->tail.seq == seq_, "a refused op is not on the chain", received.payload);
  } else {
    must(received.op.has_value() && !result.error, "what was read goes in without an error",
         received.payload);
    may_have_written(*received.op, author);
    must(result.seq == seq_ + 1, "an op gets the next place", received.payload);
    enter(*received.op, result.status);
  }
  if (!is_uuid(received.op_id)) return;
  if (anew) {
    if (!is_refused(result.status)) known_[found->second] = {received, &author, result};
    return;
  }
  known_by_id_.emplace(received.op_id, known_.size());
  known_.push_back({received, &author, result});
}

void Oracle::server_wrote() {
  // Its ops get their place before anything that follows from them.
  while (seq_ < world_.context->tail.seq) {
    auto query = world_.connection().query("SELECT status FROM log WHERE seq = ? AND op = seq");
    query.bind(seq_ + 1);
    must(query.next(), "what the server wrote is on the chain");
    enter(load_op(world_.connection(), seq_ + 1).op, query.code<OpStatus>(0));
  }
}

/// The rights that can be told without the agency's history: whose name a record must bear.
void Oracle::may_have_written(const Op& op, const Someone& author) const {
  const auto about = std::string(specialist_of(stored_record_of(op)));
  switch (op.type) {
    case RecordType::entry:
    case RecordType::week:
      must(about == author.person_id, "entries and weeks are their specialist's alone", to_json(op));
      break;
    case RecordType::approval:
      must(author.role == Role::lead && about != author.person_id, "a lead approves, and nobody themselves",
           to_json(op));
      break;
    case RecordType::policy:
    case RecordType::person:
    case RecordType::place:
      must(author.role == Role::admin, "the agency's records are an admin's", to_json(op));
      break;
    default:
      break;
  }
}

std::vector<Date> Oracle::weeks_of_op(const Op& op) const {
  return weeks_of(*world_.context->rules, stored_record_of(op));
}

bool Oracle::is_approved(const Record& record) const {
  if (record.type != RecordType::approval || record.head.empty()) return false;
  const auto& head = ops_.at(record.head);
  return !head.deleted && std::get<Approval>(stored_record_of(head)).state == ApprovalState::approved;
}

bool Oracle::in_approved_week(const Record& record, const Op& op) const {
  if (!may_be_held(op.type)) return false;
  auto weeks = weeks_of_op(op);
  if (!record.head.empty()) {
    const auto before = weeks_of_op(ops_.at(record.head));
    weeks.insert(weeks.end(), before.begin(), before.end());
  }
  const std::string person(specialist_of(stored_record_of(op)));
  return std::any_of(weeks.begin(), weeks.end(), [&](Date week) {
    const auto found = records_.find(approval_id(person, week));
    return found != records_.end() && is_approved(found->second);
  });
}

OpStatus Oracle::decide(const Record& record, const Op& op) const {
  const auto knows_it = [&](const std::string& other) {
    return !other.empty() && ops_.at(other).names(op.op);
  };
  if (knows_it(record.head) || std::any_of(record.conflicts.begin(), record.conflicts.end(), knows_it))
    return OpStatus::superseded;
  if (!record.head.empty()) {
    const auto& head = ops_.at(record.head);
    if (!op.names(head.op) && op.deleted == head.deleted && bodies_equal(op.body, head.body))
      return OpStatus::superseded;
  }
  if (in_approved_week(record, op)) return OpStatus::held;
  return record.head.empty() || op.names(record.head) ? OpStatus::head : OpStatus::conflict;
}

void Oracle::settle(Record& record, const Op& op, OpStatus status) {
  if (status == OpStatus::head || status == OpStatus::conflict)
    std::erase_if(record.conflicts, [&](const std::string& listed) { return op.names(listed); });
  if (status == OpStatus::head) record.head = op.op;
  if (status == OpStatus::conflict) record.conflicts.insert(op.op);
  if (status == OpStatus::held) record.held.push_back(op.op);
}

void Oracle::enter(const Op& op, OpStatus status) {
  ++seq_;
  auto& record = records_.try_emplace(op.rid, Record{op.type, {}, {}, {}}).first->second;
  must(record.type == op.type, "a record never changes its type", to_json(op));
  must(status == decide(record, op), "an op ends as rules 3 to 6 say", said(op, status));
  ops_.emplace(op.op, op);
  const bool approved = is_approved(record);
  const auto before = record.head;
  settle(record, op, status);
  if (approved && !is_approved(record)) {
    const auto stood = std::get<Approval>(stored_record_of(ops_.at(before)));
    replay_held(stood.specialist_id, stood.week_start);
  }
}

void Oracle::replay_held(std::string_view specialist, Date week) {
  struct Waiting {
    std::int64_t seq;
    std::string op;
  };
  std::vector<Waiting> waiting;  // in the order they came, and chosen before the first goes in
  for (const auto& [rid, record] : records_)
    for (const auto& id : record.held) {
      const auto& op = ops_.at(id);
      auto weeks = weeks_of_op(op);
      if (!record.head.empty()) {
        const auto head = weeks_of_op(ops_.at(record.head));
        weeks.insert(weeks.end(), head.begin(), head.end());
      }
      const bool theirs = specialist_of(stored_record_of(op)) == specialist;
      if (!theirs || std::find(weeks.begin(), weeks.end(), week) == weeks.end()) continue;
      auto query = world_.connection().query("SELECT seq FROM ops WHERE op = ?");
      const auto bytes = to_bytes(id);
      query.bind(bytes);
      must(query.next(), "a held op is kept", id);
      waiting.push_back({query.integer(0), id});
    }
  std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; });
  for (const auto& one : waiting) {
    const auto& op = ops_.at(one.op);
    auto& record = records_.at(op.rid);
    ++seq_;
    const auto status = decide(record, op);
    std::erase(record.held, op.op);
    settle(record, op, status);
  }
}

void Oracle::check_all() {
  check_chain();
  check_records();
  check_nothing_lost();
  check_pages();
  const auto found = verify_store(world_.connection(), world_.context->agency, world_.context->zone, {});
  for (const auto& fault : found.report.faults)
    waymark::fuzz::broken("the store is what its log says",
                          fault.kind + " " + fault.where + " " + fault.message);
  check_repeats();
}

void Oracle::check_chain() {
  must(world_.context->tail.seq == seq_, "the chain is as long as what happened",
       std::to_string(world_.context->tail.seq) + " and not " + std::to_string(seq_));
  auto query = world_.connection().query("SELECT count(*), min(seq), max(seq) FROM log");
  must(query.next() && query.integer(0) == seq_ && query.integer(1) == 1 && query.integer(2) == seq_,
       "the chain has no gap");
}

void Oracle::check_records() {
  auto& connection = world_.connection();
  for (const auto& [rid, record] : records_) {
    const auto row = find_record(connection, rid);
    must(row && row->type == record.type, "every record is there", rid);
    must(row->head.has_value() == !record.head.empty(), "a record has a head or none", rid);
    if (row->head)
      must(load_op(connection, *row->head).op.op == record.head, "the head is the right one", rid);
    must(ids_of(load_conflicts(connection, row->n)) == record.conflicts, "the conflicts are the right ones",
         rid);
    must(ids_of(load_held(connection, row->n)) ==
             std::set<std::string>(record.held.begin(), record.held.end()),
         "the held edits are the right ones", rid);
  }
}

/// Invariant 3: every accepted op is head, conflict or held, or something accepted after it knew of it or
/// said the same.
void Oracle::check_nothing_lost() {
  for (const auto& one : ops_) {
    const auto& id = one.first;
    const auto& op = one.second;
    const auto& record = records_.at(op.rid);
    const bool stands = record.head == id || record.conflicts.contains(id) ||
                        std::find(record.held.begin(), record.held.end(), id) != record.held.end();
    if (stands) continue;
    const auto names_it = [&](const auto& other) {
      return other.second.rid == op.rid && other.second.names(id);
    };
    const auto says_the_same = [&](const auto& other) {
      return other.second.rid == op.rid && other.first != id && other.second.deleted == op.deleted &&
             bodies_equal(other.second.body, op.body);
    };
    must(std::any_of(ops_.begin(), ops_.end(), names_it) ||
             std::any_of(ops_.begin(), ops_.end(), says_the_same),
         "no edit is lost unseen", to_json(op));
  }
}

void Oracle::check_repeats() {
  for (const auto& one : known_) {
    const auto again = world_.take_in(one.received, *one.author);
    must(again == one.result, "after everything a repeated op still gets its first answer",
         one.received.payload);
  }
  must(world_.context->tail.seq == seq_, "repeats change nothing");
}

/// What devices are given can be read by them, and is complete for those who may see it.
void Oracle::check_pages() {
  for (const auto& someone : world_.people) {
    std::map<std::string, Row> seen;
    Mark from;
    bool more = true;
    while (more) {
      const auto page = read_page(world_.connection(), someone.person, from.seq, rows_a_page);
      SyncResponse response;
      response.rows = page.rows;
      response.next = page.next;
      response.high = page.high;
      const auto read = parse_sync_response(to_json(response));
      must(read && read->rows == page.rows, "a page can be read by a device");
      for (const auto& row : page.rows) {
        must(row.seq > from.seq && row.seq <= page.next.seq, "a page's rows lie between its marks", row.rid);
        must(seen.emplace(row.rid, row).second, "a record comes once", row.rid);
      }
      more = page.next.seq < page.high.seq;
      must(!more || page.next.seq > from.seq, "a cursor moves on");
      from = page.next;
    }
    for (const auto& [rid, record] : records_) {
      const bool shared = record.type == RecordType::policy || record.type == RecordType::place ||
                          record.type == RecordType::employer;
      if (shared) must(seen.contains(rid), "everyone gets the agency's records", rid);
      if (!seen.contains(rid)) continue;
      const auto& row = seen.at(rid);
      must(row.op == record.head && row.conflicts.size() == record.conflicts.size() &&
               row.held.size() == record.held.size(),
           "a row says what stands beside its head", rid);
    }
  }
}

}  // namespace waymark::server::fuzz
