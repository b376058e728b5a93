#include "tests/device/fake_server.h"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "tests/device/device_world.h"

namespace waymark::device::testing {
namespace {

HttpResponse answer(int status, std::string body) {
  return {status, std::move(body), std::nullopt};
}

bool equal_json(const std::string& one, const std::string& other) {
  return boost::json::parse(one) == boost::json::parse(other);
}

}  // namespace

FakeServer::FakeServer(const Clock& clock) : clock_(clock), zone_(*Zone::find("America/New_York")) {
  refuses = [](const Op& op) -> std::optional<Error> {
    if (op.body.find("refuse me") == std::string::npos) return std::nullopt;
    return Error{ErrorCode::too_long, "Shorten the note.", "note"};
  };
}

FakeServer::FakeServer(const FakeServer& other, const Clock& clock) : FakeServer(clock) {
  state = other.state;
  safe_seq = other.safe_seq;
  scope = other.scope;
  hidden = other.hidden;
  wipe = other.wipe;
  codes = other.codes;
  used_codes = other.used_codes;
  made_ = other.made_;
}

Result<HttpResponse> FakeServer::send(const HttpRequest& request, Abort&) {
  if (instead)
    if (auto other = instead(request)) return *other;
  if (request.path == "/v1/enroll") return enroll(request.body);
  if (request.token.empty()) return answer(401, error_json({ErrorCode::unauthorized, "No token.", ""}));
  tokens.push_back(request.token);
  return answer(200, answer_sync(request.body, request.token));
}

HttpResponse FakeServer::enroll(const std::string& json) {
  const auto request = parse_enroll_request(json);
  if (!request) return answer(400, error_json(request.error()));
  const auto known = codes.find(request->code);
  const auto used = used_codes.find(request->code);
  if (known == codes.end() || (used != used_codes.end() && used->second != request->token))
    return answer(401, error_json({ErrorCode::bad_code, "Wrong code.", "code"}));
  used_codes[request->code] = request->token;
  return answer(200, to_json(known->second));
}

std::string FakeServer::answer_sync(const std::string& request_json, const std::string& device_name) {
  auto parsed = parse_sync_request(request_json);
  if (!parsed) throw std::runtime_error("the device sent a bad request: " + parsed.error().message);
  const auto& request = *parsed;
  requests.push_back(request);
  last_was_wiped = request.wiped;
  SyncResponse response;
  response.server_time = clock_.now();
  response.wipe = wipe;
  const auto on_chain = [this](const Mark& mark) {
    return mark.seq <= state.seq && state.chain[static_cast<std::size_t>(mark.seq)] == mark.chain;
  };
  if (!on_chain(request.cursor) || !on_chain(request.high)) {
    response.diverged = true;
    return to_json(response);
  }
  if (request.scope && *request.scope != scope) {
    response.rescope = scope;
    return to_json(response);
  }
  for (const auto& received : request.ops) {
    if (!received.op) throw std::runtime_error("the device sent a bad op: " + received.op.error().message);
    push(*received.op, device_name);
    const auto& known = state.ops.at(received.op_id);
    OpResult result{received.op_id, known.status, known.seq, {}, known.refused};
    if (!known.refused) result.chain = state.chain[static_cast<std::size_t>(known.seq)];
    response.results.push_back(std::move(result));
  }
  response.scope = scope;
  response.rows = rows_after(request.cursor.seq, static_cast<std::size_t>(request.limit));
  const bool full = response.rows.size() == static_cast<std::size_t>(request.limit);
  const auto next = full ? response.rows.back().seq : state.seq;
  response.next = {next, state.chain[static_cast<std::size_t>(next)]};
  response.high = {state.seq, state.chain.back()};
  response.more = next < state.seq;
  response.safe_seq = safe_seq;
  return to_json(response);
}

std::vector<Row> FakeServer::rows_after(std::int64_t seq, std::size_t limit) const {
  std::vector<Row> rows;
  for (const auto& [rid, record] : state.records) {
    if (record.seq <= seq || hidden.contains(rid)) continue;
    Row row;
    row.seq = record.seq;
    row.rid = rid;
    row.type = record.type;
    if (!record.head.empty()) {
      const auto& head = state.ops.at(record.head).op;
      row.op = head.op;
      row.parents = head.parents;
      row.anc = head.anc;
      row.deleted = head.deleted;
      row.body = head.body;
    }
    for (const auto& op : record.conflicts) row.conflicts.push_back(side(op));
    for (const auto& op : record.held) row.held.push_back(side(op));
    rows.push_back(std::move(row));
  }
  std::sort(rows.begin(), rows.end(), [](const Row& one, const Row& other) { return one.seq < other.seq; });
  if (rows.size() > limit) rows.resize(limit);
  return rows;
}

SideOp FakeServer::side(const std::string& id) const {
  const auto& known = state.ops.at(id);
  return {id, known.device_name, clock_.now(), known.op.deleted, known.op.body};
}

OpStatus FakeServer::push(const Op& op, const std::string& device_name) {
  if (const auto known = state.ops.find(op.op); known != state.ops.end()) {
    if (!(known->second.op == op)) throw std::runtime_error("a known op came with another payload");
    return known->second.status;
  }
  if (auto refused = refuses(op)) {
    const auto status = refused->code == ErrorCode::forbidden ? OpStatus::forbidden : OpStatus::invalid;
    state.ops[op.op] = {op, status, 0, device_name, std::move(refused)};
    return status;
  }
  place(op, device_name, false);
  return state.ops.at(op.op).status;
}

/// Rules 3 to 6 for an op that is new, or held and released.
void FakeServer::place(const Op& op, const std::string& device_name, bool again) {
  auto& record = state.records[op.rid];
  record.type = op.type;
  const auto* head = record.head.empty() ? nullptr : &state.ops.at(record.head).op;
  const bool names_head = head != nullptr && op.names(record.head);
  OpStatus status = OpStatus::conflict;
  if (ancestor(record, op.op) ||
      (head != nullptr && !names_head && head->deleted == op.deleted && equal_json(head->body, op.body)))
    status = OpStatus::superseded;
  else if (touches_approved_week(op, &record))
    status = OpStatus::held;
  else if (head == nullptr || names_head)
    status = OpStatus::head;

  auto& known = state.ops[op.op];
  known.op = op;
  if (!again) known.device_name = device_name;
  known.status = status;
  if (status == OpStatus::head) {
    if (!record.head.empty()) state.ops.at(record.head).status = OpStatus::superseded;
    record.head = op.op;
    std::erase_if(record.conflicts, [&](const std::string& conflict) {
      if (!op.names(conflict)) return false;
      state.ops.at(conflict).status = OpStatus::superseded;
      return true;
    });
  } else if (status == OpStatus::conflict) {
    std::erase_if(record.conflicts, [&](const std::string& conflict) {
      if (!op.names(conflict)) return false;
      state.ops.at(conflict).status = OpStatus::superseded;
      return true;
    });
    record.conflicts.push_back(op.op);
  } else if (status == OpStatus::held) {
    record.held.push_back(op.op);
  }
  write_seq(op.rid, op.op, status);
  known.seq = state.seq;
  if (op.type == RecordType::approval && status == OpStatus::head) {
    const auto approval = *read_stored<Approval>(op.body, op.rid);
    if (approval.state == ApprovalState::returned) release_held(approval.specialist_id, approval.week_start);
  }
}

std::string FakeServer::write_seq(const std::string& rid, const std::string& op, OpStatus status) {
  ++state.seq;
  state.chain.push_back(make_named_id(state.chain.back() + '|' + op + '|' + std::string(to_wire(status))));
  state.records.at(rid).seq = state.seq;
  return state.chain.back();
}

bool FakeServer::ancestor(const Record& record, const std::string& op) const {
  if (!record.head.empty() && state.ops.at(record.head).op.names(op)) return true;
  return std::any_of(record.conflicts.begin(), record.conflicts.end(),
                     [&](const std::string& conflict) { return state.ops.at(conflict).op.names(op); });
}

bool FakeServer::touches_approved_week(const Op& op, const Record* record) const {
  if (op.type != RecordType::entry && op.type != RecordType::leave) return false;
  if (in_approved_week(op.type, op.body)) return true;
  return !record->head.empty() && in_approved_week(op.type, state.ops.at(record->head).op.body);
}

bool FakeServer::in_approved_week(RecordType type, const std::string& body) const {
  Date date{};
  std::string specialist;
  if (type == RecordType::entry) {
    const auto entry = read_stored<Entry>(body, "");
    if (!entry) return false;  // a newer app's: what it means is not known here
    date = zone_.date_of(entry->starts_at);
    specialist = entry->specialist_id;
  } else {
    const auto leave = *read_stored<Leave>(body, "");
    date = leave.date;
    specialist = leave.specialist_id;
  }
  const auto approval = state.records.find(approval_id(specialist, week_of(date, WeekStart::mon)));
  if (approval == state.records.end() || approval->second.head.empty()) return false;
  const auto& head = state.ops.at(approval->second.head).op;
  return read_stored<Approval>(head.body, head.rid)->state == ApprovalState::approved;
}

void FakeServer::release_held(const std::string& specialist, Date week) {
  std::vector<std::pair<std::int64_t, std::string>> held;
  for (const auto& [rid, record] : state.records)
    for (const auto& op : record.held) held.emplace_back(state.ops.at(op).seq, op);
  std::sort(held.begin(), held.end());
  for (const auto& [seq, id] : held) {
    const auto op = state.ops.at(id).op;
    const auto entry = *read_stored<Entry>(op.body, op.rid);
    if (entry.specialist_id != specialist || week_of(zone_.date_of(entry.starts_at), WeekStart::mon) != week)
      continue;
    std::erase(state.records.at(op.rid).held, id);
    place(op, "", true);
  }
}

std::string FakeServer::put(RecordType type, const std::string& rid, const std::string& body, bool deleted) {
  Op op;
  op.op = make_named_id("made on the server|" + std::to_string(++made_));
  op.op[14] = '4';  // op ids are random ones on the wire
  op.rid = rid;
  op.type = type;
  op.deleted = deleted;
  op.body = body;
  if (const auto known = state.records.find(rid);
      known != state.records.end() && !known->second.head.empty()) {
    op.parents = {known->second.head};
    op.anc = op.parents;
  }
  push(op);
  return op.op;
}

void FakeServer::approve(const std::string& specialist, Date week, ApprovalState approval_state) {
  Approval approval;
  approval.id = approval_id(specialist, week);
  approval.specialist_id = specialist;
  approval.week_start = week;
  approval.state = approval_state;
  put(RecordType::approval, approval.id, to_json(approval));
}

const FakeServer::KnownOp* FakeServer::op(const std::string& id) const {
  const auto found = state.ops.find(id);
  return found == state.ops.end() ? nullptr : &found->second;
}

std::string FakeServer::head_body(const std::string& rid) const {
  return state.ops.at(state.records.at(rid).head).op.body;
}

Result<HttpResponse> LossyTransport::send(const HttpRequest& request, Abort& abort) {
  switch (fate_()) {
    case Fate::request_lost:
      return fail(ErrorCode::unreachable, "The request was lost.");
    case Fate::times_out:
      return fail(ErrorCode::timed_out, "Nothing came back.");
    case Fate::answer_lost:
      (void)server_.send(request, abort);
      return fail(ErrorCode::unreachable, "The answer was lost.");
    case Fate::twice:
      (void)server_.send(request, abort);
      break;
    case Fate::arrives:
      break;
  }
  return server_.send(request, abort);
}

}  // namespace waymark::device::testing
