#include "tests/simulation/outcome.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <tuple>

#include "shared/ids.h"

namespace waymark::simulation {
namespace {

/// So far back an edit surely names what it was made on: 16 names hold it, however many sides were settled.
constexpr int surely_named = 3;

bool was_made_on(const MadeOn& made_on, std::string op, const std::string& older) {
  for (int i = 0; i < surely_named; ++i) {
    const auto found = made_on.find(op);
    if (found == made_on.end()) return false;
    if (found->second == older) return true;
    op = found->second;
  }
  return false;
}

bool say_the_same(const Op& one, const Op& other) {
  return one.deleted == other.deleted && same_body(one.body, other.body);
}

/// Records that only their person writes: a head of one person is never replaced by another.
bool is_personal(RecordType type) {
  return type == RecordType::entry || type == RecordType::week;
}

/// The weeks an entry or leave surely lies in: how far a running one reaches changes with the policy.
std::vector<Date> sure_weeks(const ReferenceModel& stored, const ModelOp& op) {
  if (op.op.type == RecordType::entry && !op.facts.ends_at && op.facts.starts_at)
    return {stored.week_of_instant(*op.facts.starts_at)};
  return stored.weeks_of(op);
}

bool is_running(const ModelOp& op) {
  return op.op.type == RecordType::entry && !op.facts.ends_at;
}

std::int64_t scheduled_seconds(const std::string& tally) {
  boost::system::error_code wrong;
  const auto value = boost::json::parse(tally, wrong);
  const auto* object = wrong ? nullptr : value.if_object();
  const auto* seconds = object == nullptr ? nullptr : object->if_contains("scheduled_s");
  return seconds == nullptr || !seconds->is_int64() ? -1 : seconds->get_int64();
}

}  // namespace

void Outcome::answered(const SyncRequest& request, const SyncResponse& answer) {
  for (const auto& result : answer.results) {
    const auto sent = std::find_if(request.ops.begin(), request.ops.end(),
                                   [&](const ReceivedOp& op) { return op.op_id == result.op; });
    if (sent == request.ops.end() || !is_uuid(result.op)) continue;
    const bool reused = result.error && result.error->code == ErrorCode::op_reused;
    const auto [known, is_first] =
        answers_.try_emplace(result.op, Answer{sent->payload, result.status, result.seq});
    if (is_first) {
      if (reused) answers_.erase(known);  // known before this run began
      continue;
    }
    auto& first = known->second;
    if (first.payload != sent->payload) {
      if (!reused)
        return verdict_.broken("another content under the id of op {} was taken for it", result.op);
    } else if (first.status == OpStatus::forbidden) {
      // Somebody brought it back who may not write it. Another is judged anew, as the model says.
      first = {sent->payload, result.status, result.seq};
    } else if (first.status != result.status || first.seq != result.seq) {
      return verdict_.broken("op {} was answered {} at {} first, and now {} at {}", result.op,
                             to_wire(first.status), first.seq, to_wire(result.status), result.seq);
    }
  }
}

void Outcome::look(const ReferenceModel& stored) {
  for (const auto& [op, answer] : answers_)
    if (!is_refused(answer.status) && stored.find(op) == nullptr)
      return verdict_.broken("op {} was acknowledged and the server does not have it", op);
}

void Outcome::look_at_tallies(const ReferenceModel& stored, const std::vector<TableTally>& tallies) {
  for (const auto& tally : tallies) {
    const auto week = parse_date(tally.week, "week");
    const auto key = tally.person + ' ' + tally.week;
    const auto* approval =
        week ? stored.head_of(make_named_id("approval|" + tally.person + '|' + tally.week)) : nullptr;
    if (approval == nullptr || !stored.is_week_approved(tally.person, *week)) {
      approved_.erase(key);
      continue;
    }
    const auto seconds = scheduled_seconds(tally.json);
    const auto [known, is_new] = approved_.try_emplace(key, ApprovedWeek{approval->op.op, seconds});
    if (known->second.approval != approval->op.op) known->second = {approval->op.op, seconds};
    if (known->second.scheduled_s != seconds)
      return verdict_.broken("the approved week {} of {} was scheduled anew", tally.week, tally.person);
  }
}

void Outcome::restored(const ReferenceModel& stored) {
  std::erase_if(answers_, [&](const auto& known) {
    return is_refused(known.second.status) || stored.find(known.first) == nullptr ||
           stored.place_of(known.first) != known.second.seq;
  });
  approved_.clear();
}

namespace {

/// The state of the records at one place of the log.
class Story {
 public:
  Story(const ReferenceModel& stored, const MadeOn& made_on, Verdict& verdict)
      : stored_(stored), made_on_(made_on), verdict_(verdict) {}

  void tell() {
    for (const auto& line : stored_.log()) {
      const auto* op = stored_.find(line.op);
      if (op == nullptr) return verdict_.broken("a place on the chain is without its op");
      auto& record = records_[op->op.rid];
      if (!record.statuses.empty() && record.statuses.contains(line.op) &&
          record.statuses.at(line.op) != OpStatus::held)
        return verdict_.broken("op {} was taken in twice", line.op);
      record.statuses[line.op] = line.status;
      const auto type = record.type.value_or(op->op.type);
      if (type != op->op.type)
        return verdict_.broken("op {} made a record of type {} one of type {}", line.op, to_wire(type),
                               to_wire(op->op.type));
      record.type = type;
      const auto* head = record.head.empty() ? nullptr : stored_.find(record.head);
      if (line.status == OpStatus::head)
        becomes_head(*op, head, record);
      else if (line.status == OpStatus::conflict)
        is_put_aside(*op, head);
      if (!verdict_.ok()) return;
    }
  }

 private:
  struct Record {
    std::optional<RecordType> type;
    std::string head;
    std::map<std::string, OpStatus> statuses;
  };

  void becomes_head(const ModelOp& op, const ModelOp* head, Record& record) {
    if (head != nullptr && !op.op.names(head->op.op))
      return verdict_.broken("op {} overwrote op {}, of which it did not know", op.op.op, head->op.op);
    if (is_personal(op.op.type) && op.facts.specialist != op.author)
      return verdict_.broken("op {} was written in the name of somebody else", op.op.op);
    if (op.op.type == RecordType::approval && op.facts.specialist == op.author)
      return verdict_.broken("op {} approves or returns a week of its own author's", op.op.op);
    if (head != nullptr && is_personal(op.op.type) && head->facts.specialist != op.author)
      return verdict_.broken("op {} took a record of somebody else", op.op.op);
    for (const auto* side : {&op, head})
      if (side != nullptr && is_in_approved_week(*side, op))
        return verdict_.broken("op {} changed a week that is approved", op.op.op);
    record.head = op.op.op;
    if (op.op.type == RecordType::approval)
      approved_[op.facts.specialist + ' ' + format_date(*op.facts.day)] =
          !op.op.deleted && op.facts.state == "approved";
  }

  void is_put_aside(const ModelOp& op, const ModelOp* head) {
    if (head == nullptr) return;
    if (head->op.names(op.op.op))
      return verdict_.broken("op {} is a conflict with one that was made knowing it", op.op.op);
    if (was_made_on(made_on_, op.op.op, head->op.op))
      return verdict_.broken("op {} is a conflict with what it was made on", op.op.op);
    if (say_the_same(op.op, head->op))
      return verdict_.broken("op {} is a conflict with one that says the same", op.op.op);
  }

  bool is_in_approved_week(const ModelOp& side, const ModelOp& op) const {
    const auto weeks = sure_weeks(stored_, side);
    return std::any_of(weeks.begin(), weeks.end(), [&](Date week) {
      const auto found = approved_.find(op.facts.specialist + ' ' + format_date(week));
      return found != approved_.end() && found->second;
    });
  }

  const ReferenceModel& stored_;
  const MadeOn& made_on_;
  Verdict& verdict_;
  std::map<std::string, Record> records_;
  std::map<std::string, bool> approved_;  // by person and week
};

/// A week, a schedule, an approval: of one person and one day there is one.
void check_only_ones(const ReferenceModel& stored, Verdict& verdict) {
  std::set<std::tuple<RecordType, std::string_view, Date>> known;
  for (const auto& [rid, record] : stored.records()) {
    const bool is_only_one = record.type == RecordType::week || record.type == RecordType::schedule ||
                             record.type == RecordType::approval;
    const auto* head = is_only_one ? stored.head_of(rid) : nullptr;
    if (head == nullptr || head->op.deleted || !head->facts.day) continue;
    if (!known.emplace(record.type, head->facts.specialist, *head->facts.day).second)
      return verdict.broken("there are two records of type {} of {} for one day", to_wire(record.type),
                            head->facts.specialist);
  }
}

}  // namespace

void check_story(const ReferenceModel& stored, const MadeOn& made_on, Verdict& verdict) {
  Story(stored, made_on, verdict).tell();
  check_only_ones(stored, verdict);
  for (const auto& [rid, record] : stored.records()) {
    const auto* head = stored.head_of(rid);
    for (const auto& op : record.conflicts)
      if (head != nullptr && head->op.names(op))
        return verdict.broken("op {} is settled by the head of its record and still listed", op);
    for (const auto& op : record.held) {
      if (is_running(*stored.find(op)) || (head != nullptr && is_running(*head))) continue;
      auto weeks = stored.weeks_of(*stored.find(op));
      if (head != nullptr)
        for (const auto week : stored.weeks_of(*head)) weeks.push_back(week);
      if (std::none_of(weeks.begin(), weeks.end(),
                       [&](Date week) { return stored.is_week_approved(record.owner, week); }))
        return verdict.broken("op {} is held and its week is not approved", op);
    }
  }
}

}  // namespace waymark::simulation
