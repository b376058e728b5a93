// A phone that edits, asks and takes answers in, whatever the answers say: results for ops it never made,
// rows of the wrong type, bodies that are none, marks and times from anywhere, late and repeated answers.
//
// After every answer: it was taken in or dropped whole, never half; edits that nobody answered wait as they
// were, byte for byte, and are what the phone shows; acknowledged ones are kept until they are safe; and
// every list the app reads can still be read.
#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mobile/device/device_store.h"
#include "mobile/device/entry_book.h"
#include "mobile/device/outbox.h"
#include "mobile/device/record_rows.h"
#include "mobile/device/records.h"
#include "mobile/device/sync_side.h"
#include "shared/records/natural_key.h"
#include "shared/sync/message_codec.h"
#include "tests/fuzz/byte_reader.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/temporary_directory.h"

using namespace waymark;
using namespace waymark::device;
using waymark::fuzz::ByteReader;
using waymark::fuzz::must;

namespace {

constexpr Instant start = instant_from_ms(1'772'636'400'000);  // 2026-03-04, 10:00 in New York
constexpr Date week_first{std::chrono::year{2026} / 3 / 2};
constexpr std::size_t most_steps = 40;
const std::string ana = "0190a000-0000-7000-8000-000000000001";
const std::string ben = "0190a000-0000-7000-8000-000000000002";

class SteppedClock final : public Clock {
 public:
  Instant now() const override { return now_; }
  void reset() { now_ = start; }
  void pass(Millis time) { now_ += time; }

 private:
  Instant now_ = start;
};

/// Ids that follow from their number alone: the same input makes the same ids.
class CountingRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    auto rest = ++count_;
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, rest >>= 8)
      *byte = static_cast<std::uint8_t>(rest);
  }
  void reset() { count_ = 0; }

 private:
  std::uint64_t count_ = 0;
};

std::string numbered(std::size_t number) {
  const auto digits = std::to_string(number);
  return "0190b000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

struct Known {
  std::string rid;
  RecordType type;
};

const std::vector<Known>& known_records() {
  static const std::vector<Known> records = {
      {numbered(1), RecordType::entry},
      {numbered(2), RecordType::entry},
      {numbered(3), RecordType::employer},
      {numbered(4), RecordType::participant},
      {week_id(ana, week_first), RecordType::week},
      {leave_id(ana, week_first, LeaveKind::sick), RecordType::leave},
      {approval_id(ana, week_first), RecordType::approval},
      {numbered(5), RecordType::policy},
      {schedule_id(ana, week_first), RecordType::schedule},
  };
  return records;
}

std::string entry_body(ByteReader& in) {
  Entry entry;
  entry.specialist_id = in.chance(240) ? ana : ben;
  entry.activity = Activity::employer_visit;
  entry.place = static_cast<Place>(in.below(11));
  entry.contact = Contact::in_person;
  entry.starts_at = start + std::chrono::minutes{static_cast<int>(in.byte()) * 15 - 1000};
  if (in.chance(200)) entry.ends_at = entry.starts_at + std::chrono::minutes{in.byte()};
  entry.utc_offset_min = -300;
  entry.recorded_at = entry.starts_at;
  if (in.chance(60)) entry.note = "n" + std::to_string(in.byte());
  if (in.chance(60)) entry.employer_id = numbered(3);
  if (in.chance(60)) entry.start_tag = LocationTag{std::nullopt, start, 43.1, -75.2, 8.0, TagSource::gps, {}};
  return to_json(entry);
}

std::string good_body(RecordType type, ByteReader& in) {
  const auto some = std::to_string(in.below(8));
  switch (type) {
    case RecordType::entry:
      return entry_body(in);
    case RecordType::employer:
      return R"({"name":"E)" + some + R"(","x_new":[)" + some + "]}";
    case RecordType::participant:
      return R"({"code":"P)" + some +
             R"(","program":"pros","status":"active","entered_on":"2026-01-05",)"
             R"("specialist_id":")" +
             (in.chance(200) ? ana : ben) + R"("})";
    case RecordType::week:
      return R"({"specialist_id":")" + ana + R"(","week_start":"2026-03-02","state":")" +
             (in.chance(128) ? "open" : "submitted") + R"("})";
    case RecordType::leave:
      return R"({"specialist_id":")" + ana + R"(","date":"2026-03-02","minutes":)" + some +
             R"(,"kind":"sick"})";
    case RecordType::approval:
      return R"({"specialist_id":")" + ana + R"(","week_start":"2026-03-02","state":")" +
             (in.chance(128) ? "approved" : "returned") + R"("})";
    case RecordType::policy:
      return R"({"effective_from":"20)" + std::to_string(10 + in.below(20)) +
             R"(-01-01","time_zone":"America/New_York","running_cap_hours":)" +
             std::to_string(1 + in.below(24)) + "}";
    case RecordType::schedule:
      return R"({"specialist_id":")" + ana + R"(","effective_from":"2026-03-02","minutes":[)" + some +
             "00,450,450,450,450,0,0]}";
    default:
      return R"({"name":"N)" + some + R"(","role":"specialist","team":"","lat":1,"lon":1,"radius_m":50})";
  }
}

/// What a server might send for a body: mostly a good one of the record's type.
std::string any_body(RecordType type, ByteReader& in) {
  switch (in.below(12)) {
    case 0:
      return "{}";
    case 1:
      return R"({"x_new":{"deep":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]},"specialist_id":7})";
    case 2:
      return R"({"specialist_id":")" + ana +
             R"(","starts_at":-9223372036854775807,"ends_at":9223372036854775807})";
    case 3:
      return good_body(static_cast<RecordType>(in.below(wire_names<RecordType>().size())), in);
    case 4:
      return R"({"effective_from":"2026-01-01","time_zone":"Nowhere/None","fidelity_anchors":[1,1,1,1]})";
    default:
      return good_body(type, in);
  }
}

/// An op of the phone as its table holds it.
struct Kept {
  std::string rid, state, frozen;
  std::int64_t seq = 0, no = 0;
};

struct Shown {
  std::string tip, body;
  bool deleted = false;
};

/// What an answer must not change unseen.
struct State {
  SyncMarks marks;
  std::map<std::string, Kept> ops;
  std::map<std::string, Shown> pending;  // by rid: the unsent or refused edits that are shown
};

State state_of(DeviceStore& store) {
  const auto read = store.database().read([](Work& work) -> Result<State> {
    State state;
    state.marks = load_reading(work).marks;
    Query ops(work.sql, "SELECT op, rid, state, frozen, seq, no FROM ops");
    while (ops.next()) {
      Kept kept{ops.text(1), ops.text(2), work.open(ops.blob(3)), ops.integer(4), ops.integer(5)};
      state.ops.emplace(ops.text(0), std::move(kept));
    }
    for (const auto& [op, kept] : state.ops) {
      if (kept.state == "acked") continue;
      const auto record = load_record(work, kept.rid);
      must(record.has_value(), "a record with a pending edit is there", kept.rid);
      // One that was put aside before a restore waits again, but the head it stood beside is what is shown.
      if (record->tip != op) continue;
      must(record->body.has_value(), "a pending edit that is shown has a body", kept.rid);
      state.pending.insert_or_assign(kept.rid, Shown{record->tip, work.open(*record->body), record->deleted});
    }
    return state;
  });
  must(read.has_value(), "the store can be read", read ? "" : read.error().message);
  return *read;
}

class Phone {
 public:
  Phone() {
    auto opened = DeviceStore::open(folder_ / "store.db", clock_, random_, seal_, {0, false});
    must(opened.has_value(), "a store can be made");
    store_ = std::move(*opened);
    const auto found = store_->database().read([](Work& work) -> Result<std::vector<std::string>> {
      std::vector<std::string> names;
      Query query(work.sql,
                  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
      while (query.next()) names.push_back("DELETE FROM " + query.text(0));
      return names;
    });
    must(found.has_value(), "a new store can be read");
    clear_ = *found;
  }

  /// As new, for the next input: cheaper than another file.
  void reset() {
    clock_.reset();
    random_.reset();
    asked_.reset();
    answer_.reset();
    next_seq_ = 1;
    const auto cleared = store_->database().write([this](Work& work) -> Result<void> {
      for (const auto& sql : clear_) Query(work.sql, sql.c_str()).run();
      Query(work.sql, "INSERT INTO state (id) VALUES (1)").run();
      save_identity(work, {"https://waymark.example", numbered(900), ana, "Ana", Role::specialist, "Agency",
                           "America/New_York"});
      return {};
    });
    must(cleared.has_value(), "a store can be emptied");
  }

  void step(ByteReader& in) {
    switch (in.below(10)) {
      case 0:
      case 1:
        return edit(in);
      case 2:
        return capture(in);
      case 3:
        asked_ = ask(1 + static_cast<int>(in.below(6)));
        return;
      case 4:
        return late();
      case 5:
        return settle(in);
      case 6:
        clock_.pass(std::chrono::minutes{in.byte()});
        return;
      default:
        return answer(in);
    }
  }

  void all_can_be_read() {
    readable(store_->counts(), "counts");
    readable(store_->needs_you(), "what needs you");
    const Records records(*store_);
    readable(records.entries_between(start - std::chrono::hours{400}, start + std::chrono::hours{400}),
             "entries");
    readable(records.running_entries(), "running entries");
    readable(records.first_contacts(), "contacts");
    readable(records.all<Employer>(), "employers");
    readable(records.all<Participant>(), "participants");
    readable(records.week_state(week_first), "a week's state");
    const auto zone = Zone::find("America/New_York");
    must(zone.has_value(), "the zone is known");
    readable(records.week(week_first, *zone, clock_.now()), "a week");
    for (const auto& record : known_records()) readable(store_->sync_of(record.rid), "a record's standing");
  }

  void file_is_whole() { readable(store_->check_integrity(), "the file"); }

 private:
  template <class T>
  static void readable(const Result<T>& result, std::string_view what) {
    if (!result)
      fuzz::broken("everything can still be read", std::string(what) + ": " + result.error().message);
  }

  void edit(ByteReader& in) {
    const auto& record = known_records()[in.below(6)];
    const auto before = state_of(*store_);
    const auto body = good_body(record.type, in);
    const auto made = store_->edit(record.type, record.rid, body, in.chance(30));
    const auto after = state_of(*store_);
    for (const auto& [op, kept] : before.ops)
      must(after.ops.contains(op) && after.ops.at(op).frozen == kept.frozen, "an edit changes no other", op);
    if (!made)  // a row may have taken the id for another type, or the body breaks a rule of its policy
      must(made.error().code != ErrorCode::internal && made.error().code != ErrorCode::corrupt,
           "an edit is refused by a rule", made.error().message);
    else
      must(shown_op(record.rid) == *made, "an edit is shown at once", *made);
  }

  std::string shown_op(const std::string& rid) {
    const auto tip = store_->database().read([&](Work& work) -> Result<std::string> {
      const auto record = load_record(work, rid);
      return record ? record->tip : std::string();
    });
    must(tip.has_value(), "a record can be read", rid);
    return *tip;
  }

  /// Capture goes on whatever the server said (sync.md, invariant 14).
  void capture(ByteReader& in) {
    Entry entry;
    entry.specialist_id = ana;
    entry.activity = Activity::job_search;
    entry.place = Place::library;
    entry.contact = Contact::none;
    entry.starts_at = clock_.now() - std::chrono::minutes{in.byte()};
    entry.ends_at = entry.starts_at + std::chrono::minutes{5};
    entry.utc_offset_min = -300;
    const auto put = EntryBook(*store_).put(entry);
    must(put.has_value(), "an entry can be captured", put ? "" : put.error().field + put.error().message);
  }

  SyncBatch ask(int max_ops) {
    auto batch = store_->sync_side().next_batch(max_ops, max_sync_bytes);
    must(batch.has_value(), "a batch can be taken", batch ? "" : batch.error().message);
    return std::move(*batch);
  }

  void settle(ByteReader& in) {
    const auto& record = known_records()[in.below(known_records().size())];
    const auto kind = in.below(4);
    if (kind == 0) (void)store_->discard_refused(record.rid);
    if (kind == 1) (void)store_->settle(record.rid, Choice::keep_mine);
    if (kind == 2) (void)store_->settle(record.rid, Choice::keep_theirs);
    if (kind == 3) (void)store_->resolve(record.rid, good_body(record.type, in));
    (void)state_of(*store_);
  }

  void answer(ByteReader& in) {
    if (!asked_) asked_ = ask(4);
    auto response = make_answer(in);
    const auto read = parse_sync_response(to_json(response));
    // An answer that cannot be read never reaches the store.
    if (!read) return;
    answer_ = *read;
    take_in();
    asked_.reset();
  }

  void late() {
    if (!asked_) asked_ = ask(2);
    if (answer_) take_in();
  }

  void take_in() {
    const auto before = state_of(*store_);
    const auto applied = store_->sync_side().apply(*asked_, *answer_);
    must(applied.has_value(), "an answer is taken in or dropped", applied ? "" : applied.error().message);
    const auto after = state_of(*store_);
    must(applied->dropped == (before.marks != asked_->marks), "late answers are dropped, others are not");
    if (applied->dropped) {
      must(after.marks == before.marks && after.ops.size() == before.ops.size(),
           "a dropped answer changes nothing");
      return;
    }
    marks_follow(before, after);
    edits_stay(before, after);
    readable(store_->needs_you(), "what needs you");
  }

  void marks_follow(const State& before, const State& after) const {
    if (answer_->diverged) {
      must(after.marks.cursor == Mark{} && after.marks.high == Mark{} && !after.marks.scope &&
               after.marks.generation > before.marks.generation,
           "after a restore everything is read anew");
    } else if (answer_->rescope) {
      must(after.marks.cursor == Mark{} && after.marks.scope == answer_->rescope &&
               after.marks.high == before.marks.high && after.marks.generation > before.marks.generation,
           "after a change of sight everything is read again");
    } else {
      must(after.marks.cursor == answer_->next && after.marks.high == answer_->high &&
               after.marks.scope == answer_->scope && after.marks.generation == before.marks.generation,
           "marks are the answer's");
    }
  }

  bool answered(const std::string& op) const {
    if (answer_->diverged || answer_->rescope) return false;
    return std::any_of(answer_->results.begin(), answer_->results.end(),
                       [&](const OpResult& result) { return result.op == op; });
  }

  void edits_stay(const State& before, const State& after) const {
    for (const auto& [op, kept] : before.ops) {
      // The same row of the outbox: a server that calls two ops by one id may have the other offered again.
      const auto same_id = after.ops.find(op);
      const bool stays = same_id != after.ops.end() && same_id->second.no == kept.no;
      if (kept.state == "unsent" && !answered(op))
        must(stays && same_id->second.state == "unsent", "an unanswered edit still waits", op);
      if (kept.state == "acked" && !stays)
        must(!answer_->diverged && !answer_->rescope && kept.seq <= answer_->safe_seq,
             "an acknowledged edit is kept until it is safe", op);
      if (stays) must(same_id->second.frozen == kept.frozen, "an op's bytes do not change", op);
    }
    for (const auto& [rid, shown] : before.pending) {
      const auto op = after.ops.find(shown.tip);
      if (op == after.ops.end() || op->second.state == "acked") continue;
      const auto now = after.pending.find(rid);
      must(now != after.pending.end() && now->second.tip == shown.tip && now->second.body == shown.body &&
               now->second.deleted == shown.deleted,
           "no row replaces a pending edit", rid);
    }
  }

  // --- answers

  std::int64_t seq(ByteReader& in) {
    switch (in.below(8)) {
      case 0:
        return in.byte();
      case 1:
        return std::numeric_limits<std::int64_t>::max();
      default:
        return next_seq_++;
    }
  }

  /// An op this phone made, one it never heard of, or one of a few others.
  std::string op_id(ByteReader& in) {
    const auto& frozen = asked_->ops;
    if (!frozen.empty() && in.chance(100)) {
      const auto op = parse_op(frozen[in.below(frozen.size())]);
      must(op.has_value(), "a frozen op can be read");
      return op->op;
    }
    return numbered(500 + in.below(12));
  }

  OpResult result(const std::string& op, ByteReader& in) {
    OpResult made;
    made.op = op;
    made.status = static_cast<OpStatus>(in.below(6));
    if (is_refused(made.status))
      made.error = Error{static_cast<ErrorCode>(in.below(34)), "m", in.chance(128) ? "note" : ""};
    else
      made.seq = seq(in);
    made.chain = is_refused(made.status) ? "" : "c";
    return made;
  }

  Row row(ByteReader& in) {
    Row made;
    const auto which = in.below(known_records().size() + 3);
    const bool known = which < known_records().size();
    made.rid = known ? known_records()[which].rid : numbered(50 + which);
    made.type = known && in.chance(240) ? known_records()[which].type
                                        : static_cast<RecordType>(in.below(wire_names<RecordType>().size()));
    made.seq = std::max<std::int64_t>(1, seq(in));
    if (in.chance(230)) {
      made.op = op_id(in);
      made.body = any_body(made.type, in);
    }
    for (auto n = in.below(3); n > 0; --n) made.parents.push_back(op_id(in));
    for (auto n = in.below(3); n > 0; --n) made.anc.push_back(op_id(in));
    made.deleted = in.chance(40);
    for (auto n = in.below(3); n > 0; --n)
      made.conflicts.push_back({op_id(in), "tablet", start, in.chance(40), any_body(made.type, in)});
    for (auto n = in.below(3); n > 0; --n)
      made.held.push_back({op_id(in), "", start, in.chance(40), any_body(made.type, in)});
    return made;
  }

  Mark mark(ByteReader& in) {
    const auto at = seq(in);
    return {at, at == 0 ? "" : "c" + std::to_string(at)};
  }

  SyncResponse make_answer(ByteReader& in) {
    SyncResponse made;
    switch (in.below(6)) {
      case 0:
        made.server_time = instant_from_ms(8'640'000'000'000'000);
        break;
      case 1:
        made.server_time = instant_from_ms(-8'640'000'000'000'000);
        break;
      default:
        made.server_time = clock_.now() + std::chrono::seconds{in.byte()};
    }
    const auto kind = in.below(12);
    if (kind == 0) made.diverged = true;
    if (kind == 1) made.rescope = in.byte();
    made.scope = kind == 2 ? in.byte() : asked_->marks.scope.value_or(1);
    for (const auto& frozen : asked_->ops) {
      const auto op = parse_op(frozen);
      if (op && in.chance(220)) made.results.push_back(result(op->op, in));
    }
    if (in.chance(40)) made.results.push_back(result(op_id(in), in));
    for (auto n = in.below(5); n > 0; --n) made.rows.push_back(row(in));
    made.next = mark(in);
    made.high = mark(in);
    made.more = in.chance(60);
    made.safe_seq = in.chance(200) ? in.byte() : seq(in);
    return made;
  }

  SteppedClock clock_;
  CountingRandom random_;
  PlainSeal seal_;
  test::TemporaryDirectory folder_{test::TemporaryDirectory::Kind::memory};
  std::unique_ptr<DeviceStore> store_;
  std::vector<std::string> clear_;

  std::optional<SyncBatch> asked_;
  std::optional<SyncResponse> answer_;
  std::int64_t next_seq_ = 1;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Phone phone;
  phone.reset();
  ByteReader in(data, size);
  for (std::size_t steps = 0; !in.empty() && steps < most_steps; ++steps) phone.step(in);
  phone.all_can_be_read();
  phone.file_is_whole();
  return 0;
}
