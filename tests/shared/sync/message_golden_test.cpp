#include "shared/sync/message_codec.h"
#include "tests/shared/sync/golden.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string specialist = "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f";
const std::string week_rid = "8f624a29-f92f-5ed4-9833-b6f315c9f323";
const std::string employer_rid = "0190a5c4-0000-7000-8000-000000000002";
const std::string leave_rid = "0190a5c4-0000-7000-8000-000000000001";
const std::string week_body =
    R"({"specialist_id":")" + specialist + R"(","week_start":"2026-03-02","state":"submitted"})";
const std::string employer_body = R"({"name":"Café Río","x_seats":40.5})";
const std::string leave_body =
    R"({"specialist_id":")" + specialist + R"(","date":"2026-03-03","minutes":450,"kind":"sick"})";
constexpr Instant device_time = instant_from_ms(1'772'470'800'000);
constexpr Instant server_time = instant_from_ms(1'772'470'801'000);

std::string op_id(int last) {
  return "3f6f2c3e-9a54-4d4e-8f0a-0d3f5a3c1b0" + std::to_string(last);
}

const Op week_op{op_id(1), week_rid, RecordType::week, {}, {}, false, week_body};
const Op employer_op{op_id(2), employer_rid, RecordType::employer, {op_id(3)}, {op_id(3), op_id(1)},
                     true,     employer_body};

SyncResponse full_response() {
  SyncResponse response;
  response.server_time = server_time;
  response.scope = 3;
  response.results = {
      {op_id(1), OpStatus::head, 125, "c125", {}},
      {op_id(2), OpStatus::superseded, 126, "c126", {}},
      {op_id(3), OpStatus::held, 127, "c127", {}},
      {op_id(4), OpStatus::conflict, 128, "c128", {}},
      {op_id(5), OpStatus::invalid, 0, "",
       Error{ErrorCode::out_of_range, "Bring 'lat' into its range.", "start_tag.lat"}},
      {op_id(6), OpStatus::forbidden, 0, "",
       Error{ErrorCode::forbidden, "Ask the record's owner to change it.", ""}},
      {"", OpStatus::invalid, 0, "", Error{ErrorCode::missing, "Give 'op'.", "op"}},
  };
  Row week{125, week_rid, RecordType::week, op_id(1), {}, {}, false, week_body, {}, {}};
  Row employer{128,      employer_rid,  RecordType::employer,
               op_id(3), {op_id(2)},    {op_id(2), op_id(1)},
               true,     employer_body, {},
               {}};
  employer.conflicts = {
      {op_id(4), "Dana's tablet", instant_from_ms(1'772'470'800'900), false, R"({"name":"Café Rio"})"},
      {op_id(7), "", instant_from_ms(1'772'470'800'901), true, employer_body}};
  Row leave{129, leave_rid, RecordType::leave, "", {}, {}, false, "", {}, {}};
  leave.held = {{op_id(8), "Phone", instant_from_ms(1'772'470'800'902), false, leave_body}};
  response.rows = {week, employer, leave};
  response.next = {129, "c129"};
  response.high = {140, "c140"};
  response.more = true;
  response.safe_seq = 90;
  response.wipe = WipeOrder::drained;
  return response;
}

}  // namespace

TEST_CASE("A sync request with edits is written and read as the golden one") {
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = device_time;
  request.scope = 3;
  request.cursor = {120, "a1b2c3"};
  request.high = {124, "d4e5f6"};
  request.waiting = 2;
  request.needs_you = 1;
  request.oldest_waiting_at = instant_from_ms(1'772'460'000'000);
  const std::vector<std::string> frozen = {to_json(week_op), to_json(employer_op)};
  CHECK(to_json(request, frozen) == golden("sync_request.json"));

  const auto read = parse_sync_request(golden_text("sync_request.json"));
  REQUIRE(read);
  CHECK(read->protocol == 1);
  CHECK(read->app == request.app);
  CHECK(read->device_time == request.device_time);
  CHECK(read->scope == request.scope);
  CHECK(read->cursor == request.cursor);
  CHECK(read->high == request.high);
  CHECK(read->waiting == 2);
  CHECK(read->needs_you == 1);
  CHECK(read->oldest_waiting_at == request.oldest_waiting_at);
  CHECK(read->limit == 500);
  CHECK_FALSE(read->wiped);
  REQUIRE(read->ops.size() == 2);
  CHECK(read->ops[0].op == Result<Op>(week_op));
  CHECK(read->ops[0].op_id == week_op.op);
  CHECK(read->ops[0].payload == frozen[0]);
  CHECK(read->ops[1].op == Result<Op>(employer_op));
  CHECK(read->ops[1].payload == frozen[1]);
}

TEST_CASE("The first request of a device, which is also its last, is the golden one") {
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = device_time;
  request.limit = 100;
  request.wiped = true;
  CHECK(to_json(request, {}) == golden("sync_request_first.json"));

  const auto read = parse_sync_request(golden_text("sync_request_first.json"));
  REQUIRE(read);
  CHECK_FALSE(read->scope);
  CHECK(read->cursor == Mark{});
  CHECK(read->high == Mark{});
  CHECK_FALSE(read->oldest_waiting_at);
  CHECK(read->ops.empty());
  CHECK(read->limit == 100);
  CHECK(read->wiped);
}

TEST_CASE("An answer with every status, conflicts and held ops is the golden one") {
  const auto response = full_response();
  CHECK(to_json(response) == golden("sync_response.json"));

  const auto read = parse_sync_response(golden_text("sync_response.json"));
  REQUIRE(read);
  CHECK(read->server_time == server_time);
  CHECK(read->scope == 3);
  CHECK(read->results == response.results);
  CHECK(read->rows == response.rows);
  CHECK(read->next == response.next);
  CHECK(read->high == response.high);
  CHECK(read->more);
  CHECK(read->safe_seq == 90);
  CHECK(read->wipe == WipeOrder::drained);
  CHECK_FALSE(read->diverged);
  CHECK_FALSE(read->rescope);
}

TEST_CASE("An answer with nothing new is the golden one") {
  SyncResponse response;
  response.server_time = server_time;
  CHECK(to_json(response) == golden("sync_response_nothing_new.json"));
  const auto read = parse_sync_response(golden_text("sync_response_nothing_new.json"));
  REQUIRE(read);
  CHECK(to_json(*read) == to_json(response));
  CHECK(read->wipe == WipeOrder::none);
}

TEST_CASE("Answers that applied nothing are the golden ones") {
  SyncResponse diverged = full_response();
  diverged.diverged = true;
  diverged.wipe = WipeOrder::none;
  CHECK(to_json(diverged) == golden("sync_response_diverged.json"));
  const auto read_diverged = parse_sync_response(golden_text("sync_response_diverged.json"));
  REQUIRE(read_diverged);
  CHECK(read_diverged->diverged);
  CHECK(read_diverged->results.empty());

  SyncResponse rescoped = full_response();
  rescoped.rescope = 4;
  rescoped.wipe = WipeOrder::now;
  CHECK(to_json(rescoped) == golden("sync_response_rescope.json"));
  const auto read_rescoped = parse_sync_response(golden_text("sync_response_rescope.json"));
  REQUIRE(read_rescoped);
  CHECK(read_rescoped->rescope == 4);
  CHECK(read_rescoped->wipe == WipeOrder::now);
}

TEST_CASE("Enrolment is written and read as the golden messages") {
  const EnrollRequest request{"7K3MQX9A", "q0Xv3Jd8_-LmN2pRsT4uVwXyZ01234567890abcdefg", "Dana's phone",
                              "android", "1.0.0"};
  CHECK(to_json(request) == golden("enroll_request.json"));
  const auto read_request = parse_enroll_request(golden_text("enroll_request.json"));
  REQUIRE(read_request);
  CHECK(to_json(*read_request) == to_json(request));

  EnrollResponse response;
  response.device_id = "0190a5c4-0000-7000-8000-000000000001";
  response.person_id = specialist;
  response.person_name = "Dana Whitfield";
  response.agency_name = "Millbrook Employment Services";
  response.time_zone = "America/New_York";
  response.server_time = device_time;
  CHECK(to_json(response) == golden("enroll_response.json"));
  const auto read_response = parse_enroll_response(golden_text("enroll_response.json"));
  REQUIRE(read_response);
  CHECK(to_json(*read_response) == to_json(response));
  CHECK(read_response->role == Role::specialist);
}

TEST_CASE("A record's history is the golden one") {
  History history;
  history.rid = week_rid;
  history.type = RecordType::week;
  history.ops = {
      {op_id(1),
       5,
       OpStatus::superseded,
       {},
       false,
       week_body,
       specialist,
       "Dana's phone",
       instant_from_ms(1'772'470'800'000)},
      {op_id(2), 9, OpStatus::head, {op_id(1)}, true, week_body, "", "", instant_from_ms(1'772'470'900'000)}};
  CHECK(to_json(history) == golden("history.json"));
  const auto read = parse_history(golden_text("history.json"));
  REQUIRE(read);
  CHECK(to_json(*read) == to_json(history));
}

TEST_CASE("Errors are the golden ones") {
  const Error limit{ErrorCode::bad_request, "Keep 'limit' between 1 and 500.", "limit"};
  CHECK(error_json(limit) == golden("error.json"));
  CHECK(parse_error(golden_text("error.json")).error == limit);

  const Error method{ErrorCode::method_not_allowed, "Use POST here.", ""};
  CHECK(error_json(method) == golden("error_without_field.json"));
  CHECK(parse_error(golden_text("error_without_field.json")).error == method);

  const Error upgrade{ErrorCode::upgrade_required, "Update the app.", ""};
  CHECK(error_json(upgrade) == golden("error_upgrade.json"));
  const auto read_upgrade = parse_error(golden_text("error_upgrade.json"));
  CHECK(read_upgrade.error == upgrade);
  CHECK(read_upgrade.min_protocol == 1);

  const Error revoked{ErrorCode::device_revoked, "Ask the sync admin for a new code.", ""};
  CHECK(error_json(revoked, WipeOrder::now) == golden("error_wipe.json"));
  const auto read_revoked = parse_error(golden_text("error_wipe.json"));
  CHECK(read_revoked.error == revoked);
  CHECK(read_revoked.wipe == WipeOrder::now);
  CHECK_FALSE(read_revoked.min_protocol);
}
