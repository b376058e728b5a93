#include "tests/syncserver/store/support.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "shared/records/natural_key.h"

namespace waymark::server::test {

Date date(std::string_view text) {
  const auto parsed = parse_date(text, "date");
  REQUIRE(parsed);
  return *parsed;
}

SyncRequest Phone::request(const std::vector<Op>& ops, int limit) const {
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = world_->clock.now();
  request.scope = scope;
  request.cursor = cursor;
  request.high = high;
  request.waiting = static_cast<std::int64_t>(ops.size());
  request.limit = limit;
  std::vector<std::string> frozen;
  for (const auto& op : ops) frozen.push_back(to_json(op));
  auto read = parse_sync_request(to_json(request, frozen));
  REQUIRE(read);
  return std::move(*read);
}

SyncResponse Phone::send(const SyncRequest& request) {
  auto answer = world_->store->sync(identity_, request);
  REQUIRE(answer);
  auto read = parse_sync_response(to_json(*answer));
  if (!read) UNSCOPED_INFO(read.error().message << " " << read.error().field);
  REQUIRE(read);
  return std::move(*read);
}

std::vector<OpResult> Phone::push(const std::vector<Op>& ops) {
  auto answer = send(request(ops, 1));
  REQUIRE(answer.results.size() == ops.size());
  return std::move(answer.results);
}

std::vector<Row> Phone::pull(int limit) {
  std::vector<Row> rows;
  bool more = true;
  while (more) {
    auto answer = send(request({}, limit));
    REQUIRE_FALSE(answer.diverged);
    REQUIRE_FALSE(answer.rescope);
    REQUIRE(answer.rows.size() <= static_cast<std::size_t>(limit));
    rows.insert(rows.end(), answer.rows.begin(), answer.rows.end());
    cursor = answer.next;
    high = answer.high;
    scope = answer.scope;
    more = answer.more;
  }
  return rows;
}

World::World(TemporaryDirectory::Kind kind) : directory(kind) {
  REQUIRE(CentralStore::init(path(), {"Waymark County", "America/New_York", WeekStart::mon}, clock, random));
  open();
  lena = add("Lena", Role::lead, "north");
  ana = add("Ana", Role::specialist, "north");
  ben = add("Ben", Role::specialist, "north");
  sam = add("Sam", Role::lead, "south");
  cid = add("Cid", Role::specialist, "south");
  admin = add("Ada", Role::admin, "");
}

void World::open(StoreOptions options) {
  options.clock = &clock;
  options.random = &random;
  if (!options.alarm) options.alarm = [this](const std::string& text) { alarms.push_back(text); };
  auto opened = CentralStore::open(path(), options);
  if (!opened) UNSCOPED_INFO(opened.error().message);
  REQUIRE(opened);
  store = std::move(*opened);
}

PersonInfo World::add(const std::string& name, Role role, const std::string& team) {
  auto person = store->add_person({name, role, team, "", ""}, {});
  REQUIRE(person);
  return std::move(*person);
}

Phone World::enroll(const PersonInfo& person, const std::string& device_name) {
  const auto code = store->create_code(person.person_id, 60, {});
  REQUIRE(code);
  std::string token;
  while (token.size() < 43) token += op_id().substr(0, 8);
  token.resize(43);
  const auto enrolled = store->enroll({code->code, token, device_name, "test", "1.0.0"});
  REQUIRE(enrolled);
  const auto admission = store->device_by_token(token);
  REQUIRE_FALSE(admission.refusal);
  return Phone(*this, admission.device);
}

Op first(World& world, RecordType type, std::string rid, std::string body) {
  Op op;
  op.op = world.op_id();
  op.rid = std::move(rid);
  op.type = type;
  op.body = std::move(body);
  return op;
}

Op edit(World& world, const Op& before, std::string body, std::vector<std::string> also_known) {
  Op op = before;
  op.op = world.op_id();
  op.body = std::move(body);
  op.parents = {before.op};
  op.parents.insert(op.parents.end(), also_known.begin(), also_known.end());
  op.anc = op.parents;
  for (const auto& ancestor : before.anc)
    if (op.anc.size() < max_ancestors) op.anc.push_back(ancestor);
  return op;
}

Op remove(World& world, const Op& before) {
  auto op = edit(world, before, before.body);
  op.deleted = true;
  return op;
}

Entry entry_at(std::string_view specialist, std::int64_t starts_ms, std::int64_t minutes) {
  Entry entry;
  entry.specialist_id = specialist;
  entry.activity = Activity::engagement;
  entry.place = Place::library;
  entry.contact = Contact::in_person;
  entry.starts_at = instant_from_ms(starts_ms);
  entry.ends_at = instant_from_ms(starts_ms + minutes * minute_ms);
  entry.utc_offset_min = -300;
  entry.recorded_at = entry.starts_at;
  return entry;
}

Op new_entry(World& world, std::string_view specialist, std::int64_t starts_ms, std::int64_t minutes) {
  return first(world, RecordType::entry, world.rid(), to_json(entry_at(specialist, starts_ms, minutes)));
}

Op new_leave(World& world, std::string_view specialist, std::string_view day, int minutes) {
  Leave leave;
  leave.specialist_id = specialist;
  leave.date = date(day);
  leave.minutes = minutes;
  leave.kind = LeaveKind::sick;
  return first(world, RecordType::leave, leave_id(specialist, leave.date, leave.kind), to_json(leave));
}

Op week_op(World& world, std::string_view specialist, std::string_view week, WeekRecordState state) {
  WeekRecord record;
  record.specialist_id = specialist;
  record.week_start = date(week);
  record.state = state;
  return first(world, RecordType::week, week_id(specialist, record.week_start), to_json(record));
}

Op approval_op(World& world, std::string_view specialist, std::string_view week, ApprovalState state) {
  Approval record;
  record.specialist_id = specialist;
  record.week_start = date(week);
  record.state = state;
  return first(world, RecordType::approval, approval_id(specialist, record.week_start), to_json(record));
}

Op participant_op(World& world, std::string_view specialist) {
  Participant participant;
  participant.code = "P-1";
  participant.program = "pros";
  participant.status = "active";
  participant.specialist_id = specialist;
  participant.entered_on = date("2026-01-05");
  return first(world, RecordType::participant, world.rid(), to_json(participant));
}

Op job_op(World& world, const std::string& participant, const std::string& employer) {
  Job job;
  job.participant_id = participant;
  job.employer_id = employer;
  job.title = "Baker";
  job.hours_per_week = 20;
  job.starts_on = date("2026-02-02");
  return first(world, RecordType::job, world.rid(), to_json(job));
}

Op employer_op(World& world, const std::string& name) {
  Employer employer;
  employer.name = name;
  return first(world, RecordType::employer, world.rid(), to_json(employer));
}

void tamper(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
  database.exec(sql);
}

}  // namespace waymark::server::test
