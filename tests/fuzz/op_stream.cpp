// Streams of ops into the central store's acceptance. The input's bytes choose who writes, which of a few
// records, what the edit knew, and what else happens: repeats, reused ids, broken ops beside good ones, weeks
// approved and returned, people moved, the server's own edits, time passing. op_stream_oracle.h says what
// must hold after it.
#include <array>

#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "syncserver/store/people.h"
#include "syncserver/store/server_edit.h"
#include "tests/fuzz/byte_reader.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/op_stream_oracle.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::server::fuzz;
using waymark::fuzz::ByteReader;
using waymark::fuzz::must;

namespace {

constexpr std::size_t most_steps = 48;
constexpr Date first_week{std::chrono::year{2026} / 2 / 23};
constexpr std::int64_t first_instant = 1'771'822'800'000;  // its first midnight in New York
constexpr std::int64_t minute_ms = 60'000;

std::string numbered(std::size_t number) {
  const auto digits = std::to_string(number);
  return "0190c000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

/// One input's run.
class Stream {
 public:
  Stream(World& world, ByteReader in) : world_(world), oracle_(world), in_(in) {}

  void run() {
    for (std::size_t steps = 0; !in_.empty() && steps < most_steps; ++steps) step();
    world_.end_group();
    oracle_.check_all();
  }

 private:
  struct Made {
    Op op;
    ReceivedOp received;
    std::size_t author;
  };

  void step() {
    switch (in_.below(24)) {
      default:
        return edit();
      case 16:
        return repeat();
      case 17:
        return reuse();
      case 18:
        return broken_beside_good();
      case 19:
        return server_edit();
      case 20:
        return person_moves();
      case 21:
        world_.clock.pass(std::chrono::minutes{in_.byte() * 20});
        return world_.end_group();
      case 22:
      case 23:
        return approve();
    }
  }

  // --- what is edited

  const std::string& person(std::size_t who) const { return world_.people[who].person_id; }
  /// Mostly Ana, so that edits meet.
  std::size_t specialist() {
    return std::array<std::size_t, 8>{ana, ana, ana, ana, ana, ben, ben, cid}[in_.below(8)];
  }
  Date day() { return add_days(first_week, static_cast<int>(in_.below(21))); }
  Date week() { return add_days(first_week, static_cast<int>(in_.below(3)) * 7); }

  Entry entry(std::size_t who) {
    Entry made;
    made.specialist_id = person(who);
    made.activity = static_cast<Activity>(in_.below(15));
    if (made.activity == Activity::travel) {
      made.from_place = static_cast<Place>(in_.below(11));
      made.to_place = static_cast<Place>(in_.below(11));
    } else {
      made.place = static_cast<Place>(in_.below(11));
    }
    made.contact = static_cast<Contact>(in_.below(4));
    made.starts_at = instant_from_ms(first_instant + in_.byte() * 90 * minute_ms);
    const auto minutes = in_.byte();
    if (minutes < 240) made.ends_at = made.starts_at + std::chrono::minutes{minutes * 6};
    made.utc_offset_min = -300;
    const auto details = in_.byte();
    if (details & 1) made.employer_id = numbered(20 + (details >> 6));
    if (details & 2) made.participant_id = numbered(10 + (details >> 7));
    if (details & 4) made.program = details & 8 ? "pros" : "gone";
    made.hiring_authority = (details & 16) != 0;
    made.no_show = (details & 32) != 0;
    made.recorded_at = made.starts_at;
    return made;
  }

  Op employer() {
    Employer made;
    made.name = "Employer " + std::to_string(in_.below(4));
    if (in_.chance(40)) made.extra = R"({"x_new":[1,{"y":null}]})";
    return with_body(RecordType::employer, numbered(20 + in_.below(3)), to_json(made));
  }

  Op participant() {
    Participant made;
    made.code = "P" + std::to_string(in_.below(3));
    made.program = "pros";
    made.specialist_id = person(specialist());
    made.entered_on = first_week;
    return with_body(RecordType::participant, numbered(10 + in_.below(2)), to_json(made));
  }

  Op job() {
    Job made;
    made.participant_id = numbered(10 + in_.below(3));
    made.employer_id = numbered(20);
    made.title = "Baker";
    made.hours_per_week = static_cast<double>(in_.below(40));
    made.starts_on = first_week;
    return with_body(RecordType::job, numbered(30), to_json(made));
  }

  Op schedule() {
    Schedule made;
    made.specialist_id = person(specialist());
    made.effective_from = week();
    for (int& minutes : made.minutes) minutes = static_cast<int>(in_.below(5)) * 120;
    return with_body(RecordType::schedule, schedule_id(made.specialist_id, made.effective_from),
                     to_json(made));
  }

  Op leave() {
    Leave made;
    made.specialist_id = person(specialist());
    made.date = day();
    made.minutes = static_cast<int>(in_.below(4)) * 150;
    made.kind = LeaveKind::sick;
    return with_body(RecordType::leave, leave_id(made.specialist_id, made.date, made.kind), to_json(made));
  }

  Op week_record() {
    WeekRecord made;
    made.specialist_id = person(specialist());
    made.week_start = week();
    made.state = in_.chance(128) ? WeekRecordState::open : WeekRecordState::submitted;
    return with_body(RecordType::week, week_id(made.specialist_id, made.week_start), to_json(made));
  }

  Op approval(std::size_t who, Date week, ApprovalState state) {
    Approval made;
    made.specialist_id = person(who);
    made.week_start = week;
    made.state = state;
    return with_body(RecordType::approval, approval_id(made.specialist_id, week), to_json(made));
  }

  Op policy() {
    Policy made;
    made.effective_from = in_.chance(80) ? Date{std::chrono::year{2000} / 1 / 1} : day();
    made.time_zone = in_.chance(240) ? "America/New_York" : "Europe/Vienna";
    made.minimum_percent = 40 + static_cast<int>(in_.below(20));
    made.running_cap_hours = 1 + static_cast<int>(in_.below(24));
    made.programs = {"pros", in_.chance(128) ? "gone" : "act"};
    return with_body(RecordType::policy, in_.chance(128) ? world_.policy_rid : numbered(40), to_json(made));
  }

  Op agency_record() {
    if (in_.chance(128)) {
      KnownPlace made;
      made.name = "Place " + std::to_string(in_.below(3));
      made.kind = static_cast<Place>(in_.below(11));
      made.lat = 43.1;
      made.lon = -75.2;
      return with_body(RecordType::place, numbered(50), to_json(made));
    }
    Person made;
    made.name = "Somebody";
    made.role = static_cast<Role>(in_.below(3));
    made.team = in_.chance(128) ? "north" : "south";
    return with_body(RecordType::person, in_.chance(128) ? person(cid) : numbered(60), to_json(made));
  }

  static Op with_body(RecordType type, std::string rid, std::string body) {
    Op op;
    op.rid = std::move(rid);
    op.type = type;
    op.body = std::move(body);
    return op;
  }

  /// The record and its body; the type's usual writer is set beside it.
  Op some_record() {
    const auto kind = in_.below(16);
    author_ = in_.chance(200) ? ana : in_.below(world_.people.size());
    switch (kind) {
      case 0:
      case 1:
        return employer();
      case 2:
        return participant();
      case 3:
        return job();
      case 4:
        author_ = in_.chance(200) ? lena : author_;
        return schedule();
      case 5:
      case 6:
        return leave();
      case 7:
        return week_record();
      case 8:
        author_ = in_.chance(200) ? ada : author_;
        return policy();
      case 9:
        author_ = in_.chance(200) ? ada : author_;
        return agency_record();
      default: {
        const auto who = specialist();
        author_ = in_.chance(240) ? who : author_;
        return with_body(RecordType::entry, numbered(1 + in_.below(5)), to_json(entry(who)));
      }
    }
  }

  /// What the edit was made with: nothing, the newest edit as a device knows it, or any of those made before.
  void name_what_it_knew(Op& op) {
    std::vector<const Op*> before;  // of this record, newest first
    for (auto made = made_.rbegin(); made != made_.rend(); ++made)
      if (made->op.rid == op.rid) before.push_back(&made->op);
    const auto manner = in_.below(4);
    if (manner == 0) return;
    const auto name = [](std::vector<std::string>& list, const std::string& id, std::size_t most) {
      if (list.size() < most && std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
    };
    if (manner == 1 && !before.empty()) {  // as a device does
      op.parents = {before.front()->op};
      name(op.anc, before.front()->op, max_ancestors);
      for (const auto& ancestor : before.front()->anc) name(op.anc, ancestor, max_ancestors);
      return;
    }
    const auto parents = in_.byte();
    const auto ancestors = manner == 2 ? parents : in_.byte();
    for (std::size_t i = 0; i < before.size() && i < 8; ++i) {
      if (parents >> i & 1) name(op.parents, before[i]->op, 64);
      if (ancestors >> i & 1) name(op.anc, before[i]->op, max_ancestors);
    }
    // One of another record, or one that does not exist: harmless.
    if (in_.chance(30)) name(op.parents, numbered(700 + in_.below(4)), 64);
    if (in_.chance(30) && !made_.empty()) name(op.anc, made_[in_.below(made_.size())].op.op, max_ancestors);
    // Sometimes it names one that is only made later: the next id.
    if (in_.chance(20)) name(op.anc, op_id(next_op_ + 1 + in_.below(2)), max_ancestors);
  }

  static std::string op_id(std::size_t number) { return numbered(100'000 + number); }

  // --- how it arrives

  static SyncRequest read(const std::vector<std::string>& ops) {
    SyncRequest request;
    auto parsed = parse_sync_request(to_json(request, ops));
    must(parsed.has_value(), "a request of ops is read");
    must(parsed->ops.size() == ops.size(), "with all its ops");
    return std::move(*parsed);
  }

  void send(const Op& op) {
    auto request = read({to_json(op)});
    must(request.ops[0].op && *request.ops[0].op == op, "an op arrives as it was made", to_json(op));
    deliver(request.ops[0], author_);
    made_.push_back({op, std::move(request.ops[0]), author_});
  }

  void deliver(const ReceivedOp& received, std::size_t author) {
    const auto& someone = world_.people[author];
    oracle_.answered(received, someone, world_.take_in(received, someone));
  }

  void edit() {
    auto op = some_record();
    op.op = op_id(next_op_);
    name_what_it_knew(op);
    ++next_op_;
    op.deleted = in_.chance(24);
    send(op);
  }

  /// Approvals and their return, often enough that edits are held and let go.
  void approve() {
    auto op =
        approval(specialist(), week(), in_.chance(150) ? ApprovalState::approved : ApprovalState::returned);
    author_ = in_.chance(230) ? lena : in_.below(world_.people.size());
    op.op = op_id(next_op_++);
    op.deleted = in_.chance(20);
    // Mostly it knows the one before, so that a return takes effect.
    for (auto made = made_.rbegin(); made != made_.rend(); ++made)
      if (made->op.rid == op.rid && in_.chance(220)) {
        op.parents = {made->op.op};
        op.anc = {made->op.op};
        break;
      }
    world_.end_group();
    send(op);
  }

  void repeat() {
    if (made_.empty()) return;
    const auto& again = made_[in_.below(made_.size())];
    deliver(again.received, in_.chance(200) ? again.author : in_.below(world_.people.size()));
  }

  void reuse() {
    if (made_.empty()) return;
    auto op = made_[in_.below(made_.size())].op;
    op.deleted = !op.deleted;
    const auto request = read({to_json(op)});
    deliver(request.ops[0], author_);
  }

  /// An op that cannot be read, or breaks a rule, in one request with one that is good.
  void broken_beside_good() {
    auto op = some_record();
    op.op = op_id(next_op_++);
    auto text = to_json(op);
    const std::string body = "\"body\":{";
    const auto at = text.rfind(body);
    switch (in_.below(8)) {
      case 0:
        text.insert(at + body.size(), R"("x_half":"\ud800",)");
        break;
      case 1:
        text.insert(at + body.size(), "\"x_deep\":" + std::string(60, '[') + std::string(60, ']') + ",");
        break;
      case 2:
        text.insert(at + body.size(), "\"x_long\":\"" + std::string(max_op_bytes, 'x') + "\",");
        break;
      case 3:
        text.replace(at, std::string::npos, "\"body\":{}}");
        break;
      case 4:
        text.replace(at, std::string::npos, "\"body\":7}");
        break;
      case 5:
        text = R"({"op":"no id at all","rid":7})";
        break;
      case 6:
        text = R"({"op":"a\u0000b"})";
        break;
      default:
        text.insert(at + body.size(), R"("specialist_id":"nobody","x_far":1e99999999999,)");
    }
    auto good = employer();
    good.op = op_id(next_op_++);
    auto request = read({text, to_json(good)});
    deliver(request.ops[0], author_);
    must(request.ops[1].op && *request.ops[1].op == good, "a bad op changes no other", text);
    deliver(request.ops[1], author_);
    made_.push_back({good, std::move(request.ops[1]), author_});
  }

  void server_edit() {
    const auto& admin = person(ada);
    auto op = in_.chance(128) ? schedule() : in_.chance(128) ? policy() : employer();
    const bool deleted = in_.chance(40);
    (void)world_.run<ServerEdit>([&](WriteContext& context) {
      return write_server_record(context, op.type, op.rid, op.body, deleted, {admin, ""});
    });
    oracle_.server_wrote();
  }

  void person_moves() {
    const auto who = in_.below(world_.people.size());
    struct Done {};
    const auto kind = in_.below(4);
    (void)world_.run<Done>([&](WriteContext& context) -> Result<Done> {
      Result<void> done;
      if (kind < 2)
        done =
            move_person(context, person(who), in_.chance(128) ? "north" : "south", day(), {person(ada), ""});
      else
        done = set_disabled(context, person(who), kind == 2, {person(ada), ""});
      if (!done) return tl::unexpected(done.error());
      return Done{};
    });
    oracle_.server_wrote();
  }

  World& world_;
  Oracle oracle_;
  ByteReader in_;
  std::size_t author_ = ana;
  std::size_t next_op_ = 0;
  std::vector<Made> made_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static World world;
  world.begin_input();
  Stream(world, ByteReader(data, size)).run();
  world.end_input();
  return 0;
}
