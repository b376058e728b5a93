#include "tests/simulation/reference_model.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "shared/ids.h"

namespace waymark::simulation {
namespace {

constexpr Date first_day = Date{std::chrono::year{2000} / 1 / 1};

using Hash = std::array<unsigned char, 32>;

Hash blake2b(std::string_view text) {
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return hash;
}

std::string as_text(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::string hex_of(const Hash& hash) {
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

std::string from_hex(const std::string& hex) {
  std::string bytes(hex.size() / 2, '\0');
  std::size_t length = 0;
  sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(), hex.size(),
                 nullptr, &length, nullptr);
  return bytes;
}

/// chain_seq = BLAKE2b(chain_(seq-1) ‖ op ‖ payload hash ‖ status).
std::string next_chain(const std::string& before, const std::string& op, const std::string& payload,
                       OpStatus status) {
  return hex_of(blake2b(from_hex(before) + op + as_text(blake2b(payload)) + std::string(to_wire(status))));
}

std::string field_of(RecordType type) {
  switch (type) {
    case RecordType::job:
      return "participant_id";
    case RecordType::employer:
    case RecordType::policy:
    case RecordType::person:
    case RecordType::place:
      return "type";
    default:
      return "specialist_id";
  }
}

}  // namespace

std::string ModelPerson::team_on(Date date) const {
  const auto later = teams.upper_bound(date);
  return later == teams.begin() ? std::string() : std::prev(later)->second;
}

// --- looking ---------------------------------------------------------------------------------------------

Mark ReferenceModel::tail() const {
  return mark_at(static_cast<std::int64_t>(log_.size()));
}

Mark ReferenceModel::mark_at(std::int64_t seq) const {
  return seq == 0 ? Mark{} : Mark{seq, log_[static_cast<std::size_t>(seq) - 1].chain};
}

bool ReferenceModel::lies_on_chain(const Mark& mark) const {
  if (mark.seq < 0 || mark.seq > static_cast<std::int64_t>(log_.size())) return false;
  return mark_at(mark.seq) == mark;
}

const ModelOp* ReferenceModel::find(const std::string& op) const {
  const auto found = ops_.find(op);
  return found == ops_.end() ? nullptr : found->second.get();
}

const ModelRecord* ReferenceModel::record(const std::string& rid) const {
  const auto found = records_.find(rid);
  return found == records_.end() ? nullptr : &found->second;
}

const ModelOp* ReferenceModel::head_of(const std::string& rid) const {
  const auto* known = record(rid);
  return known == nullptr || known->head.empty() ? nullptr : find(known->head);
}

std::size_t ReferenceModel::conflict_count() const {
  std::size_t count = 0;
  for (const auto& [rid, record] : records_) count += record.conflicts.size();
  return count;
}

std::size_t ReferenceModel::held_count() const {
  std::size_t count = 0;
  for (const auto& [rid, record] : records_) count += record.held.size();
  return count;
}

Date ReferenceModel::week_of_instant(Instant instant) const {
  const auto date = zone_->date_of(instant);
  return add_days(date, -weekday_index(date));
}

SideOp ReferenceModel::side(const std::string& op) const {
  const auto& known = *ops_.at(op);
  return {op, known.device_name, known.received_at, known.op.deleted, known.op.body};
}

std::vector<Row> ReferenceModel::rows_in_sight(const std::string& person, std::int64_t after,
                                               std::size_t limit) const {
  std::vector<std::pair<std::int64_t, const std::string*>> order;
  for (const auto& [rid, record] : records_)
    if (record.seq > after && (record.owner.empty() || record.owner == person))
      order.emplace_back(record.seq, &rid);
  std::sort(order.begin(), order.end());
  if (order.size() > limit) order.resize(limit);
  std::vector<Row> rows;
  for (const auto& [seq, rid] : order) {
    const auto& record = records_.at(*rid);
    Row row;
    row.seq = seq;
    row.rid = *rid;
    row.type = record.type;
    if (!record.head.empty()) {
      const auto& head = ops_.at(record.head)->op;
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
  return rows;
}

// --- rights ----------------------------------------------------------------------------------------------

bool ReferenceModel::leads(const std::string& lead, const std::string& specialist, Date date,
                           Instant now) const {
  const auto& leader = people.at(lead);
  const auto team = leader.team_on(today(now));
  return leader.role == Role::lead && !team.empty() && people.at(specialist).team_on(date) == team;
}

bool ReferenceModel::may_write(const std::string& writer, RecordType type, const std::string& about,
                               std::optional<Date> week, Instant now) const {
  const bool own = about == writer;
  const auto role = people.at(writer).role;
  switch (type) {
    case RecordType::entry:
    case RecordType::week:
      return own;
    case RecordType::leave:
    case RecordType::participant:
    case RecordType::job:
      return own || leads(writer, about, today(now), now);
    case RecordType::schedule:
      return role == Role::admin || (!own && leads(writer, about, today(now), now));
    case RecordType::approval:
      return !own && leads(writer, about, week.value_or(today(now)), now);
    case RecordType::employer:
      return true;
    default:
      return role == Role::admin;
  }
}

std::optional<std::string> ReferenceModel::owner_of(const ModelOp& op) const {
  switch (op.op.type) {
    case RecordType::employer:
    case RecordType::policy:
    case RecordType::place:
      return std::string();
    case RecordType::job: {
      const auto* participant = record(op.facts.participant);
      if (participant == nullptr || participant->type != RecordType::participant) return std::nullopt;
      return participant->owner;
    }
    default:
      if (!people.contains(op.facts.specialist)) return std::nullopt;
      return op.facts.specialist;
  }
}

std::optional<Error> ReferenceModel::wrong_rights(const ModelOp& op, const Author& author,
                                                  Instant now) const {
  if (author.server) return std::nullopt;
  const auto owner = owner_of(op);
  const auto type = op.op.type;
  const auto week = type == RecordType::approval ? op.facts.day : std::nullopt;
  const Error forbidden{ErrorCode::forbidden, "", field_of(type)};
  const bool needs_person = field_of(type) != "type";
  if (needs_person && !owner) return forbidden;
  if (!may_write(author.person, type, owner.value_or(""), week, now)) return forbidden;
  if (const auto* known = record(op.op.rid))
    if (!may_write(author.person, type, known->owner, week, now)) return forbidden;
  return std::nullopt;
}

const Refusal* ReferenceModel::refusal(const std::string& op) const {
  const auto found = refused_.find(op);
  return found == refused_.end() ? nullptr : &found->second;
}

bool ReferenceModel::may_write_now(const Op& op, const std::string& person, Instant now) const {
  return !wrong_rights({op, {}, facts_of(op, now), person, {}, now}, {person, {}}, now);
}

bool ReferenceModel::may_read(const std::string& person, const std::string& rid, Instant now) const {
  const auto& known = records_.at(rid);
  const auto role = people.at(person).role;
  switch (known.type) {
    case RecordType::employer:
    case RecordType::policy:
    case RecordType::place:
      return true;
    case RecordType::person:
    case RecordType::schedule:
      if (role == Role::admin) return true;
      break;
    default:
      break;
  }
  auto date = today(now);
  if (const auto* head = head_of(rid)) {
    const auto& facts = head->facts;
    if (known.type == RecordType::entry && facts.starts_at) date = week_of_instant(*facts.starts_at);
    if (known.type == RecordType::week || known.type == RecordType::approval) date = *facts.day;
    if (known.type == RecordType::leave) date = add_days(*facts.day, -weekday_index(*facts.day));
  }
  return known.owner == person || leads(person, known.owner, date, now);
}

bool ReferenceModel::may_see_week(const std::string& viewer, const std::string& person, Date week,
                                  Instant now) const {
  return viewer == person || leads(viewer, person, week, now);
}

std::string ReferenceModel::week_state(const std::string& person, Date week) const {
  if (is_week_approved(person, week)) return "approved";
  const auto about = '|' + person + '|' + format_date(week);
  const auto live_head = [&](const char* type) -> const ModelOp* {
    const auto* head = head_of(make_named_id(type + about));
    return head == nullptr || head->op.deleted ? nullptr : head;
  };
  const auto *approval = live_head("approval"), *own = live_head("week");
  const auto place_of = [this](const ModelOp* op) { return op == nullptr ? 0 : places_.at(op->op.op); };
  if (place_of(approval) > place_of(own)) return "returned";
  return own == nullptr ? "open" : own->facts.state;
}

// --- policies and weeks ------------------------------------------------------------------------------------

/// Live ones by their day; with `changed` as they would be after that op.
std::vector<std::pair<std::string, const ModelOp*>> ReferenceModel::policies(const ModelOp* changed) const {
  std::vector<std::pair<std::string, const ModelOp*>> live;
  for (const auto& [rid, record] : records_) {
    const auto* head = record.type == RecordType::policy ? head_of(rid) : nullptr;
    if (head != nullptr && !head->op.deleted && !(changed != nullptr && changed->op.rid == rid))
      live.emplace_back(rid, head);
  }
  if (changed != nullptr && !changed->op.deleted) live.emplace_back(changed->op.rid, changed);
  std::sort(live.begin(), live.end(), [](const auto& one, const auto& other) {
    return *one.second->facts.day < *other.second->facts.day;
  });
  return live;
}

const ModelOp* ReferenceModel::policy_of(Date week, const ModelOp* changed) const {
  const ModelOp* found = nullptr;
  for (const auto& [rid, policy] : policies(changed))
    if (found == nullptr || *policy->facts.day <= week) found = policy;
  return found;
}

std::optional<Error> ReferenceModel::wrong_policy(const ModelOp& op) const {
  if (op.op.type != RecordType::policy) return std::nullopt;
  const auto after = policies(&op);
  if (after.empty()) return Error{ErrorCode::missing, "", "effective_from"};
  const auto same_day = std::count_if(after.begin(), after.end(),
                                      [&](const auto& p) { return p.second->facts.day == op.facts.day; });
  if (!op.op.deleted && same_day > 1) return Error{ErrorCode::already_exists, "", "effective_from"};
  return std::nullopt;
}

std::vector<Date> ReferenceModel::weeks_of(const ModelOp& op) const {
  if (op.op.type == RecordType::leave) return {add_days(*op.facts.day, -weekday_index(*op.facts.day))};
  if (op.op.type != RecordType::entry) return {};
  const auto start = *op.facts.starts_at;
  const auto first = week_of_instant(start);
  const auto end = op.facts.ends_at ? *op.facts.ends_at
                                    : start + std::chrono::hours{policy_of(first)->facts.running_cap_hours};
  std::vector<Date> weeks{first};
  if (end > start)
    for (const auto last = week_of_instant(end - Millis{1}); weeks.back() < last;)
      weeks.push_back(add_days(weeks.back(), 7));
  return weeks;
}

bool ReferenceModel::is_approving(const ModelRecord& record) const {
  if (record.type != RecordType::approval || record.head.empty()) return false;
  const auto& head = *ops_.at(record.head);
  return !head.op.deleted && head.facts.state == "approved";
}

bool ReferenceModel::is_week_approved(const std::string& person, Date week) const {
  const auto* known = record(make_named_id("approval|" + person + '|' + format_date(week)));
  return known != nullptr && is_approving(*known);
}

bool ReferenceModel::reaches_approved_week(const ModelOp& op) const {
  const bool is_schedule = op.op.type == RecordType::schedule;
  if (!is_schedule && op.op.type != RecordType::policy) return false;
  const auto* head = head_of(op.op.rid);
  if (is_schedule && op.op.deleted && (head == nullptr || head->op.deleted)) return false;
  const auto from = *op.facts.day;
  std::optional<Date> until;  // the next schedule's first day
  if (is_schedule)
    for (const auto& [rid, other] : records_) {
      const auto* next =
          other.type == RecordType::schedule && other.owner == op.facts.specialist ? head_of(rid) : nullptr;
      if (next != nullptr && !next->op.deleted && *next->facts.day > from &&
          (!until || *next->facts.day < *until))
        until = next->facts.day;
    }
  for (const auto& [rid, other] : records_) {
    if (!is_approving(other)) continue;
    const auto week = *ops_.at(other.head)->facts.day;
    if (is_schedule) {
      const bool ends_before = add_days(week, 6) < from;
      const bool begins_after = until && *until <= week;
      if (other.owner == op.facts.specialist && !ends_before && !begins_after) return true;
    } else {
      const auto *before = policy_of(week), *after = policy_of(week, &op);
      if (before->op.rid != after->op.rid || !same_body(before->op.body, after->op.body)) return true;
    }
  }
  return false;
}

// --- rules 1 to 6
// --------------------------------------------------------------------------------------------

OpResult ReferenceModel::refuse(const ReceivedOp& received, OpStatus status, ErrorCode code,
                                std::string field) {
  OpResult result{received.op_id, status, 0, {}, Error{code, "", std::move(field)}};
  refused_.try_emplace(received.op_id, Refusal{received.payload, result, asking_});
  return result;
}

OpResult ReferenceModel::accept(const ReceivedOp& received, const Author& author, Instant now,
                                std::optional<Date> team_from) {
  // 1. Known.
  asking_ = author.person;
  const auto known = ops_.find(received.op_id);
  auto refused = refused_.find(received.op_id);
  // What was refused to somebody who brought it back after a restore is not refused to its writer.
  if (refused != refused_.end() && refused->second.payload == received.payload &&
      refused->second.result.status == OpStatus::forbidden && refused->second.author != author.person)
    refused = refused_.end();
  if (known != ops_.end() || refused != refused_.end()) {
    const auto& payload = known != ops_.end() ? known->second->payload : refused->second.payload;
    if (payload != received.payload)
      return {received.op_id, OpStatus::invalid, 0, {}, Error{ErrorCode::op_reused, "", "op"}};
    if (refused != refused_.end()) return refused->second.result;
    const auto place = places_.at(received.op_id);
    const auto& line = log_[static_cast<std::size_t>(place) - 1];
    return {received.op_id, line.status, place, line.chain, {}};
  }
  // 2. Wrong, or not theirs.
  if (!received.op)
    return refuse(received, OpStatus::invalid, received.op.error().code, received.op.error().field);
  const auto op = std::make_shared<const ModelOp>(ModelOp{
      *received.op, received.payload, facts_of(*received.op, now), author.person, author.device_name, now});
  if (const auto* record_known = record(op->op.rid);
      record_known != nullptr && record_known->type != op->op.type)
    return refuse(received, OpStatus::invalid, ErrorCode::type_changed, "type");
  if (op->facts.fault)
    return refuse(received, OpStatus::invalid, op->facts.fault->code, op->facts.fault->field);
  if (const auto wrong = wrong_rights(*op, author, now))
    return refuse(received, OpStatus::forbidden, wrong->code, wrong->field);
  if (const auto wrong = wrong_policy(*op))
    return refuse(received, OpStatus::invalid, wrong->code, wrong->field);
  if (wrong_tally && op->op.type == RecordType::approval && !op->op.deleted &&
      op->facts.state == "approved" && wrong_tally->first == op->facts.specialist &&
      wrong_tally->second == op->facts.day)
    return refuse(received, OpStatus::invalid, ErrorCode::corrupt, "week_start");
  if (decide(*op) != OpStatus::superseded && reaches_approved_week(*op))
    return refuse(received, OpStatus::invalid, ErrorCode::approved_week, "effective_from");
  // 3 to 6.
  const auto status = place(op, team_from);
  refused_.erase(received.op_id);
  const auto place_ = places_.at(op->op.op);
  return {received.op_id, status, place_, log_[static_cast<std::size_t>(place_) - 1].chain, {}};
}

OpStatus ReferenceModel::decide(const ModelOp& op) const {
  const auto* known = record(op.op.rid);
  const ModelOp* head = head_of(op.op.rid);
  if (known != nullptr) {
    if (head != nullptr && head->op.names(op.op.op)) return OpStatus::superseded;
    for (const auto& listed : known->conflicts)
      if (ops_.at(listed)->op.names(op.op.op)) return OpStatus::superseded;
    if (head != nullptr && !op.op.names(head->op.op) && head->op.deleted == op.op.deleted &&
        same_body(head->op.body, op.op.body))
      return OpStatus::superseded;
  }
  const auto owner = owner_of(op).value_or("");
  auto weeks = weeks_of(op);
  if (head != nullptr)
    for (const auto week : weeks_of(*head)) weeks.push_back(week);
  for (const auto week : weeks)
    if (is_week_approved(owner, week)) return OpStatus::held;
  return head == nullptr || op.op.names(head->op.op) ? OpStatus::head : OpStatus::conflict;
}

void ReferenceModel::write_log(const std::string& op, OpStatus status) {
  const auto before = log_.empty() ? std::string() : log_.back().chain;
  log_.push_back({op, status, next_chain(before, op, ops_.at(op)->payload, status)});
  statuses_[op] = status;
  places_.try_emplace(op, static_cast<std::int64_t>(log_.size()));
}

OpStatus ReferenceModel::place(const std::shared_ptr<const ModelOp>& op, std::optional<Date> team_from) {
  const auto status = decide(*op);
  ops_.try_emplace(op->op.op, op);
  write_log(op->op.op, status);
  const auto [at, is_new] = records_.try_emplace(op->op.rid);
  auto& record = at->second;
  if (is_new) {
    record.type = op->op.type;
    record.owner = owner_of(*op).value_or("");
  }
  record.seq = static_cast<std::int64_t>(log_.size());
  std::erase(record.held, op->op.op);
  const bool was_approving = is_approving(record);
  const auto about = record.owner;
  switch (status) {
    case OpStatus::head:
      become_head(record, op, team_from);
      break;
    case OpStatus::conflict:
      clear_named(record, op->op);
      record.conflicts.push_back(op->op.op);
      break;
    case OpStatus::held:
      record.held.push_back(op->op.op);
      break;
    default:
      break;
  }
  // Listed oldest first, by when they came first.
  const auto older = [this](const std::string& a, const std::string& b) {
    return places_.at(a) < places_.at(b);
  };
  std::sort(record.conflicts.begin(), record.conflicts.end(), older);
  std::sort(record.held.begin(), record.held.end(), older);
  if (was_approving && !is_approving(record)) replay(about, *op->facts.day);
  return status;
}

void ReferenceModel::clear_named(ModelRecord& record, const Op& op) {
  std::erase_if(record.conflicts, [&](const std::string& listed) {
    if (!op.names(listed)) return false;
    statuses_[listed] = OpStatus::superseded;
    return true;
  });
}

void ReferenceModel::become_head(ModelRecord& record, const std::shared_ptr<const ModelOp>& op,
                                 std::optional<Date> team_from) {
  clear_named(record, op->op);
  const bool had_head = !record.head.empty();
  if (had_head) statuses_[record.head] = OpStatus::superseded;
  const auto owner_before = record.owner;
  record.head = op->op.op;
  record.owner = owner_of(*op).value_or("");
  record.participant = op->facts.participant;
  const bool moved = had_head && owner_before != record.owner;
  const auto raise_scope = [this](const std::string& person) {
    if (const auto found = people.find(person); found != people.end()) ++found->second.scope;
  };
  if (op->op.type == RecordType::job && moved) raise_scope(owner_before);
  if (op->op.type == RecordType::participant && moved) {
    raise_scope(owner_before);
    bool any = false;
    for (auto& [rid, job] : records_)
      if (job.type == RecordType::job && job.participant == op->op.rid) {
        job.owner = record.owner;
        any = true;
      }
    if (any) raise_scope(record.owner);
  }
  if (op->op.type == RecordType::person) {
    auto& person = people[op->op.rid];
    person.role = op->facts.role;
    if (op->op.deleted) person.disabled = true;
    const auto from = team_from.value_or(person.teams.empty() ? first_day : today(op->received_at));
    if (person.teams.empty() || person.team_on(from) != op->facts.team) person.teams[from] = op->facts.team;
  }
}

void ReferenceModel::replay(const std::string& person, Date week) {
  std::vector<std::pair<std::int64_t, std::string>> waiting;
  for (const auto& [rid, record] : records_) {
    for (const auto& op : record.held) {
      const auto& held = *ops_.at(op);
      if (owner_of(held) != person) continue;
      auto weeks = weeks_of(held);
      if (const auto* head = head_of(rid))
        for (const auto also : weeks_of(*head)) weeks.push_back(also);
      if (std::find(weeks.begin(), weeks.end(), week) != weeks.end())
        waiting.emplace_back(places_.at(op), op);
    }
  }
  std::sort(waiting.begin(), waiting.end());
  for (const auto& [seq, op] : waiting) place(ops_.at(op), std::nullopt);
}

void ReferenceModel::server_op(const Op& op, const std::string& payload, const std::string& actor,
                               Instant now, std::optional<Date> team_from) {
  if (op.type == RecordType::person) people.try_emplace(op.rid);
  accept({op.op, op, payload}, {actor, "", true}, now, team_from);
}

void ReferenceModel::restored_with_journal(const ReferenceModel& backup) {
  // Refusals are not in it, nor tokens, nor how far backups reach: of these only the backup's are known.
  refused_ = backup.refused_;
  std::erase_if(refused_, [&](const auto& known) { return ops_.contains(known.first); });
  safe_seq = backup.safe_seq;
  for (auto& [code, known] : codes) {
    const auto then = backup.codes.find(code);
    if (then != backup.codes.end() && !then->second.token.empty())
      known.token = then->second.token;
    else if (!known.token.empty())
      known.token = "nobody's by now";
  }
  std::erase_if(devices, [&](const auto& known) { return !backup.devices.contains(known.first); });
  for (const auto& known : backup.devices) devices.insert(known);
}

// --- POST /v1/sync -----------------------------------------------------------------------------------------

Expected ReferenceModel::sync(std::string_view token, const SyncRequest& request, Instant now) {
  Expected expected;
  const auto refuse_all = [&](int status, ErrorCode code) {
    expected.status = status;
    expected.code = code;
    return expected;
  };
  const auto found = devices.find(token);
  if (found == devices.end()) return refuse_all(401, ErrorCode::unauthorized);
  auto& device = found->second;
  expected.wipe = device.wipe;
  if (device.revoked) {
    if (request.wiped && !device.wiped) {
      device.wiped = true;
      device.wipe = WipeOrder::none;
    }
    return refuse_all(401, ErrorCode::device_revoked);
  }
  auto& person = people.at(device.person);
  if (person.disabled) return refuse_all(401, ErrorCode::person_disabled);
  expected.wipe = WipeOrder::none;
  if (request.protocol != protocol_version) return refuse_all(426, ErrorCode::upgrade_required);

  auto& body = expected.body;
  body.server_time = now;
  if (request.wiped) {
    device.revoked = device.wiped = true;
    device.wipe = WipeOrder::none;
  }
  if (!lies_on_chain(request.cursor) || !lies_on_chain(request.high)) {
    body.diverged = true;
    body.wipe = device.wipe;
    return expected;
  }
  if (request.scope && *request.scope != person.scope) {
    body.rescope = person.scope;
    body.wipe = device.wipe;
    return expected;
  }
  const Author author{device.person, device.name, false};
  for (const auto& op : request.ops) body.results.push_back(accept(op, author, now));
  if (request.wiped) {
    body.next = request.cursor;
    body.high = request.high;
    return expected;
  }
  body.wipe = device.wipe;
  body.scope = request.scope.value_or(person.scope);
  body.rows = rows_in_sight(device.person, request.cursor.seq, static_cast<std::size_t>(request.limit));
  body.high = tail();
  body.next =
      body.rows.size() == static_cast<std::size_t>(request.limit) ? mark_at(body.rows.back().seq) : body.high;
  body.more = body.next.seq < body.high.seq;
  body.safe_seq = safe_seq;
  return expected;
}

}  // namespace waymark::simulation
