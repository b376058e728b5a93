#include "mobile/app/sample_server.h"

#include <algorithm>
#include <set>

#include "shared/sync/message_codec.h"

namespace waymark::app {
namespace {

template <class R>
concept HasSpecialist = requires(const R& record) {
  record.specialist_id;
};

std::string idOf(const Record& record) {
  return std::visit([](const auto& r) { return r.id; }, record);
}

std::string bodyOf(const Record& record) {
  return std::visit([](const auto& r) { return to_json(r); }, record);
}

/// The rows a device gets (sync.md: policy, places, employers, its person, and what names that person).
bool mayHave(const Record& record, const Person& person, const std::set<std::string>& participants) {
  return std::visit(
      [&]<class R>(const R& r) {
        if constexpr (HasSpecialist<R>)
          return r.specialist_id == person.id;
        else if constexpr (std::is_same_v<R, Job>)
          return participants.contains(r.participant_id);
        else if constexpr (std::is_same_v<R, Person>)
          return r.id == person.id;
        else
          return true;
      },
      record);
}

}  // namespace

SampleServer::SampleServer(Person person, std::string agency_name, std::string time_zone,
                           const std::vector<Record>& records, RandomSource& random, const Clock& clock)
    : person_(std::move(person)),
      agency_name_(std::move(agency_name)),
      time_zone_(std::move(time_zone)),
      random_(random),
      clock_(clock),
      team_(person_.team, time_zone_, std::any_of(records.begin(), records.end(), [](const Record& record) {
              return std::holds_alternative<Entry>(record);
            })) {
  std::set<std::string> participants;
  for (const Record& record : records)
    if (const auto* participant = std::get_if<Participant>(&record);
        participant && participant->specialist_id == person_.id)
      participants.insert(participant->id);
  for (const Record& record : records)
    if (mayHave(record, person_, participants)) {
      // Whoever enrols is who they enrol as, whatever the agency's list makes of them.
      const Record shown = idOf(record) == person_.id ? Record{person_} : record;
      put(idOf(shown), type_of(shown), make_op_id(random_), bodyOf(shown), false);
    }
}

Result<device::HttpResponse> SampleServer::send(const device::HttpRequest& request, device::Abort&) {
  const std::lock_guard lock(mutex_);
  if (!online_) return fail(ErrorCode::unreachable, "The server cannot be reached.");
  if (request.path == "/v1/enroll") return device::HttpResponse{200, enroll(), std::nullopt};
  if (request.path == "/v1/sync") {
    const auto parsed = parse_sync_request(request.body);
    if (!parsed) return device::HttpResponse{400, error_json(parsed.error()), std::nullopt};
    return device::HttpResponse{200, sync(*parsed), std::nullopt};
  }
  static constexpr std::string_view team_path = "/v1/team/week?start=";
  if (request.path.starts_with(team_path)) return teamWeek(request.path.substr(team_path.size()));
  return device::HttpResponse{404, error_json({ErrorCode::not_found, "There is no such page.", ""}),
                              std::nullopt};
}

std::string SampleServer::enroll() const {
  EnrollResponse response;
  response.device_id = make_named_id("sample device of " + person_.id);
  response.person_id = person_.id;
  response.person_name = person_.name;
  response.role = person_.role;
  response.agency_name = agency_name_;
  response.time_zone = time_zone_;
  response.server_time = clock_.now();
  return to_json(response);
}

device::HttpResponse SampleServer::teamWeek(const std::string& start) {
  if (person_.role != Role::lead)
    return {403, error_json({ErrorCode::forbidden, "Only a team's lead sees the team's week.", ""}),
            std::nullopt};
  const auto date = parse_date(start, "start");
  if (!date) return {400, error_json(date.error()), std::nullopt};
  return {200, to_json(team_.week(*date, clock_.now())), std::nullopt};
}

std::string SampleServer::sync(const SyncRequest& request) {
  SyncResponse response;
  response.server_time = clock_.now();
  response.scope = 1;
  for (const ReceivedOp& received : request.ops) {
    if (const auto known = results_.find(received.op_id); known != results_.end()) {
      response.results.push_back(known->second);
      continue;
    }
    OpResult result;
    result.op = received.op_id;
    if (!received.op) {
      result.status = OpStatus::invalid;
      result.error = received.op.error();
    } else if (next_answer_) {
      result.status = next_answer_->status;
      result.error = next_answer_->error;
      next_answer_.reset();
      if (!is_refused(result.status)) {
        auto& row = rows_[received.op->rid];
        row.seq = ++seq_;
        const SideOp side{received.op->op, "This phone", clock_.now(), received.op->deleted,
                          received.op->body};
        (result.status == OpStatus::held ? row.held : row.conflicts).push_back(side);
        result.seq = seq_;
      }
    } else {
      const Op& op = *received.op;
      Row& row = put(op.rid, op.type, op.op, op.body, op.deleted);
      row.parents = op.parents;
      row.anc = op.anc;
      std::erase_if(row.conflicts, [&](const SideOp& side) { return op.names(side.op); });
      result.seq = row.seq;
      ++received_;
    }
    if (result.seq > 0) result.chain = mark(result.seq).chain;
    results_[result.op] = result;
    response.results.push_back(result);
  }

  std::vector<const Row*> changed;
  for (const auto& [rid, row] : rows_)
    if (row.seq > request.cursor.seq) changed.push_back(&row);
  std::sort(changed.begin(), changed.end(), [](const Row* a, const Row* b) { return a->seq < b->seq; });
  response.more = static_cast<int>(changed.size()) > request.limit;
  if (response.more) changed.resize(static_cast<std::size_t>(request.limit));
  for (const Row* row : changed) response.rows.push_back(*row);
  response.high = mark(seq_);
  response.next = response.more ? mark(changed.back()->seq) : response.high;
  return to_json(response);
}

Row& SampleServer::put(const std::string& rid, RecordType type, const std::string& op, std::string body,
                       bool deleted) {
  Row& row = rows_[rid];
  row.parents = row.op.empty() ? std::vector<std::string>{} : std::vector<std::string>{row.op};
  row.anc.clear();
  row.rid = rid;
  row.type = type;
  row.op = op;
  row.body = std::move(body);
  row.deleted = deleted;
  row.seq = ++seq_;
  return row;
}

Mark SampleServer::mark(std::int64_t seq) const {
  return seq == 0 ? Mark{} : Mark{seq, "sample-" + std::to_string(seq)};
}

void SampleServer::setOnline(bool online) {
  const std::lock_guard lock(mutex_);
  online_ = online;
}

void SampleServer::answerNext(OpStatus status, std::optional<Error> error) {
  const std::lock_guard lock(mutex_);
  next_answer_ = OpResult{{}, status, 0, {}, std::move(error)};
}

void SampleServer::editElsewhere(const Record& record) {
  const std::lock_guard lock(mutex_);
  put(idOf(record), type_of(record), make_op_id(random_), bodyOf(record), false);
}

std::size_t SampleServer::received() const {
  const std::lock_guard lock(mutex_);
  return received_;
}

}  // namespace waymark::app
