#include <catch2/catch.hpp>

#include "shared/sync/message_codec.h"
#include "tests/shared/records/bodies.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string good_request =
    R"({"protocol":1,"app":"1.0.0","device_time":1772470800000,"scope":null,"cursor":{"seq":0,"chain":null},)"
    R"("high":{"seq":0,"chain":null},"waiting":0,"needs_you":0,"oldest_waiting_at":null,"ops":[],"limit":500})";
const std::string good_enrolment =
    R"({"code":"7K3MQX9A","token":"q0Xv3Jd8_-LmN2pRsT4uVwXyZ01234567890abcdefg",)"
    R"("device_name":"Phone","platform":"android","app":"1.0.0"})";

template <class T>
std::string outcome(const Result<T>& result) {
  if (result) return "accepted";
  return std::string(to_wire(result.error().code)) + " " + result.error().field;
}

std::string request_verdict(std::string_view text) {
  return outcome(parse_sync_request(text));
}

/// The request with any text at all for a member.
std::string raw_request(std::string_view path, std::string_view value) {
  auto text = with(good_request, path, "\"@\"");
  return text.replace(text.find("\"@\""), 3, value);
}

std::string raw_bent(std::string_view path, std::string_view value) {
  return request_verdict(raw_request(path, value));
}

std::string bent(std::string_view path, std::string_view value) {
  return request_verdict(with(good_request, path, value));
}

}  // namespace

TEST_CASE("A request that is no JSON object is refused") {
  CHECK(request_verdict(good_request) == "accepted");
  CHECK(request_verdict("") == "bad_json ");
  CHECK(request_verdict("{\"protocol\":1") == "bad_json ");
  CHECK(request_verdict("\xff\xfe{}") == "bad_json ");
  CHECK(request_verdict(std::string(200'000, '[')) == "bad_json ");
  CHECK(request_verdict("[]") == "bad_request ");
  CHECK(request_verdict("null") == "bad_request ");
  CHECK(request_verdict("\"protocol\"") == "bad_request ");
  CHECK(request_verdict(good_request + good_request) == "bad_json ");
  CHECK(request_verdict(good_request + "\n \t") == "accepted");
}

TEST_CASE("A request that holds what no value can outside its ops is refused as a whole") {
  CHECK(raw_bent("app", R"("\ud800")") == "bad_json ");
  CHECK(raw_bent("x_new", std::string(40, '[') + std::string(40, ']')) == "bad_json ");
  CHECK(raw_bent("x_new", "1e99999999999") == "bad_json ");
  CHECK(raw_bent("ops", R"([{"x":"\ud800"}],"x_new":"\ud800")") == "bad_json ");
  // What is no JSON at all, in an op or not.
  CHECK(raw_bent("ops", R"([{"x":"\ud800"},{"x":"\u12"}])") == "bad_json ");
  CHECK(raw_bent("ops", "[{\"x\":\"\\ud800\"},{\"x\":\"\xff\"}]") == "bad_json ");
  CHECK(raw_bent("ops", R"({"x":"\ud800"})") == "bad_json ");
}

TEST_CASE("A request with an op that cannot be read keeps every other rule") {
  const std::string broken = R"({"x":"\ud800"})";
  const auto list = [&](int count) {
    std::string ops = "[" + broken;
    for (int i = 1; i < count; ++i) ops += ",{}";
    return ops + "]";
  };
  CHECK(raw_bent("ops", list(200)) == "accepted");
  CHECK(raw_bent("ops", list(201)) == "too_large ops");
  CHECK(raw_bent("ops", "[{}," + broken + ",7]") == "bad_request ops[2]");
  CHECK(raw_bent("ops", R"([{},"\ud800"])") == "bad_request ops[1]");
  CHECK(raw_bent("ops", list(2) + R"(,"protocol":2)") == "accepted");
  CHECK(raw_bent("ops", list(2) + R"(,"cursor":7)") == "bad_request cursor");
  // Of members written twice the last counts, here too.
  const auto count = [](const std::string& text) { return parse_sync_request(text)->ops.size(); };
  CHECK(count(raw_request("ops", list(2))) == 2);
  CHECK(count(raw_request("ops", list(2) + R"(,"o\u0070s":[{},{},{}])")) == 3);
  CHECK(raw_bent("ops", list(2) + R"(,"ops":7)") == "bad_json ");
}

TEST_CASE("Every truncation of a request is bad_json") {
  for (std::size_t length = 0; length < good_request.size(); ++length)
    REQUIRE(request_verdict(good_request.substr(0, length)) == "bad_json ");
}

TEST_CASE("A wrong or missing member of a request is named") {
  for (const std::string name : {"device_time", "cursor", "high", "ops"})
    CHECK(request_verdict(without(good_request, name)) == "bad_request " + name);
  for (const std::string name : {"app", "scope", "waiting", "needs_you", "oldest_waiting_at", "limit"})
    CHECK(request_verdict(without(good_request, name)) == "accepted");
  for (const std::string name : {"protocol", "app", "device_time", "scope", "cursor", "high", "waiting",
                                 "needs_you", "oldest_waiting_at", "ops", "limit", "wiped"}) {
    CHECK(bent(name, "\"\\u0000\"") == "bad_request " + name);
    CHECK(bent(name, "1.5") == "bad_request " + name);
  }
}

TEST_CASE("Integers of a request have neither fraction nor exponent") {
  for (const std::string name :
       {"protocol", "device_time", "scope", "waiting", "needs_you", "oldest_waiting_at", "limit"}) {
    CHECK(bent(name, "1.0") == "bad_request " + name);
    CHECK(bent(name, "1e2") == "bad_request " + name);
    CHECK(bent(name, "123456789012345678901234567890") == "bad_request " + name);
  }
  CHECK(bent("cursor.seq", "1.0") == "bad_request cursor.seq");
  CHECK(bent("device_time", "9223372036854775807") == "bad_request device_time");
}

TEST_CASE("A page holds between 1 and 500 rows") {
  CHECK(bent("limit", "1") == "accepted");
  CHECK(bent("limit", "500") == "accepted");
  CHECK(bent("limit", "0") == "bad_request limit");
  CHECK(bent("limit", "501") == "bad_request limit");
  CHECK(bent("limit", "-1") == "bad_request limit");
}

TEST_CASE("A request's mark is a place and a chain, which the store compares with its own") {
  for (const std::string mark : {"cursor", "high"}) {
    // The last four are on nobody's chain: the answer is `diverged`, which mends them.
    for (const auto* value : {R"({"seq":5,"chain":"abc"})", R"({"seq":5,"chain":null})",
                              R"({"seq":5,"chain":""})", R"({"seq":5})", R"({"seq":0,"chain":"abc"})"})
      CHECK(bent(mark, value) == "accepted");
    CHECK(bent(mark, R"({"seq":-1,"chain":"abc"})") == "bad_request " + mark + ".seq");
    CHECK(bent(mark, R"({"chain":null})") == "bad_request " + mark + ".seq");
    CHECK(bent(mark, "[]") == "bad_request " + mark);
    CHECK(bent(mark, "null") == "bad_request " + mark);
  }
}

TEST_CASE("Two hundred ops are read and one more is too large") {
  const auto ops = [](int count) {
    std::string list = "[";
    for (int i = 0; i < count; ++i) list += i == 0 ? "{}" : ",{}";
    return list + "]";
  };
  CHECK(bent("ops", ops(200)) == "accepted");
  CHECK(bent("ops", ops(201)) == "too_large ops");
  CHECK(bent("ops", "[{},7,{}]") == "bad_request ops[1]");
  CHECK(bent("ops", "[null]") == "bad_request ops[0]");
}

TEST_CASE("A request of another protocol says only its number") {
  const auto protocol = [](std::string_view text) {
    const auto request = parse_sync_request(text);
    return request ? request->protocol : -1;
  };
  CHECK(protocol(R"({"protocol":2})") == 2);
  CHECK(protocol(R"({"protocol":2,"ops":"of another shape","limit":9000})") == 2);
  CHECK(protocol(R"({"protocol":0})") == 0);
  CHECK(protocol("{}") == 0);
  CHECK(request_verdict(R"({"protocol":-1})") == "bad_request protocol");
  CHECK(request_verdict(R"({"protocol":"1"})") == "bad_request protocol");
  CHECK(request_verdict(R"({"protocol":99999999999})") == "bad_request protocol");
}

TEST_CASE("Unknown members of messages are ignored") {
  CHECK(bent("x_new", R"({"a":[1]})") == "accepted");
  CHECK(bent("cursor.x_new", "1") == "accepted");
}

TEST_CASE("An enrolment needs a code, a token of 43 characters and a name") {
  const auto enrolment = [](std::string_view name, std::string_view value) {
    return outcome(parse_enroll_request(with(good_enrolment, name, value)));
  };
  CHECK(outcome(parse_enroll_request(good_enrolment)) == "accepted");
  for (const std::string name : {"code", "token", "device_name"})
    CHECK(outcome(parse_enroll_request(without(good_enrolment, name))) == "bad_request " + name);
  CHECK(enrolment("code", "\"\"") == "accepted");  // wrong, not malformed: the answer is bad_code
  CHECK(enrolment("code", "12345678") == "bad_request code");
  CHECK(enrolment("token", "\"short\"") == "bad_request token");
  CHECK(enrolment("token", "\"" + std::string(44, 'a') + "\"") == "bad_request token");
  CHECK(enrolment("token", "\"" + std::string(42, 'a') + "=\"") == "bad_request token");
  CHECK(enrolment("token", "\"" + std::string(42, 'a') + "/\"") == "bad_request token");
  CHECK(enrolment("device_name", "\"" + std::string(201, 'a') + "\"") == "bad_request device_name");
  CHECK(outcome(parse_enroll_request("{}")) == "bad_request code");
  CHECK(outcome(parse_enroll_request("7K3MQX9A")) == "bad_json ");
}

TEST_CASE("An answer that breaks the protocol is refused with the member named") {
  const std::string good =
      R"({"protocol":1,"server_time":1,"scope":0,"results":[],"rows":[],"next":{"seq":0,"chain":null},)"
      R"("high":{"seq":0,"chain":null},"more":false,"safe_seq":0})";
  const auto answer = [&](std::string_view name, std::string_view value) {
    return outcome(parse_sync_response(with(good, name, value)));
  };
  CHECK(outcome(parse_sync_response(good)) == "accepted");
  for (const std::string name :
       {"protocol", "server_time", "scope", "results", "rows", "next", "high", "more", "safe_seq"})
    CHECK(outcome(parse_sync_response(without(good, name))) == "bad_request " + name);
  CHECK(answer("wipe", "\"later\"") == "bad_request wipe");
  for (const std::string mark : {"next", "high"}) {
    CHECK(answer(mark, R"({"seq":5,"chain":null})") == "bad_request " + mark + ".chain");
    CHECK(answer(mark, R"({"seq":0,"chain":"abc"})") == "bad_request " + mark + ".chain");
  }
  CHECK(answer("rows", "[{}]") == "bad_request rows[0].seq");
  CHECK(answer("rows", "[3]") == "bad_request rows[0]");
  CHECK(answer("results", R"([{"op":"x","status":"lost"}])") == "bad_request results[0].status");
  CHECK(answer("results", R"([{"op":"x","status":"invalid","error":{}}])") ==
        "bad_request results[0].error.code");
  const auto row = [&](const std::string& head) {
    return answer("rows", R"([{"seq":1,"rid":")" + random_rid + R"(","type":"entry",)" + head +
                              R"(,"parents":[],"anc":[],"deleted":false,"conflicts":[],"held":[]}])");
  };
  CHECK(row(R"("op":null,"body":null)") == "accepted");
  CHECK(row(R"("op":")" + some_id + R"(","body":{})") == "accepted");
  CHECK(row(R"("op":null,"body":{})") == "bad_request rows[0].body");
  CHECK(row(R"("op":")" + some_id + R"(","body":null)") == "bad_request rows[0].body");
}

TEST_CASE("Rows of a type from the future are passed over, and the page's other rows and marks are read") {
  const auto row = [](const std::string& type, const std::string& rest) {
    return R"({"seq":1,"rid":")" + random_rid + R"(","type":)" + type + rest + "}";
  };
  const std::string whole = R"(,"op":")" + some_id +
                            R"(","parents":[],"anc":[],"deleted":false,"body":{},"conflicts":[],"held":[])";
  const auto page = [](const std::string& rows) {
    return parse_sync_response(R"({"protocol":1,"server_time":1,"scope":0,"results":[],"rows":[)" + rows +
                               R"(],"next":{"seq":7,"chain":"ab"},"high":{"seq":9,"chain":"cd"},)"
                               R"("more":true,"safe_seq":0})");
  };
  const auto read = page(row("\"ride\"", whole) + "," + row("\"entry\"", whole) + "," +
                         row("\"mood\"", R"(,"shape":"unknown too")"));
  REQUIRE(read);
  REQUIRE(read->rows.size() == 1);
  CHECK(read->rows[0].type == RecordType::entry);
  CHECK(read->next == Mark{7, "ab"});
  CHECK(read->more);
  CHECK(page(row("\"ride\"", whole))->rows.empty());
  CHECK(outcome(page(row("\"ride\"", whole) + "," + row("\"entry\"", R"(,"op":")" + some_id + R"(")"))) ==
        "bad_request rows[1].body");
  CHECK(outcome(page(row("5", whole))) == "bad_request rows[0].type");
}

TEST_CASE("A body as deep as a request may bring it can still be read in an answer") {
  std::string deep = "{}";
  for (int level = 0; level < 28; ++level) deep = R"({"d":)" + deep + "}";
  const auto op = R"({"op":")" + some_id + R"(","rid":")" + random_rid +
                  R"(","type":"employer","parents":[],"anc":[],"deleted":false,"body":)" + deep + "}";
  const auto request = parse_sync_request(with(good_request, "ops", "[" + op + "]"));
  REQUIRE(request);
  REQUIRE(request->ops.at(0).op);
  SyncResponse response;
  response.rows.emplace_back();
  response.rows[0].seq = 1;
  response.rows[0].rid = random_rid;
  response.rows[0].conflicts = {{some_id, "", {}, false, request->ops[0].op->body}};
  const auto read = parse_sync_response(to_json(response));
  REQUIRE(read);
  CHECK(read->rows == response.rows);
}

TEST_CASE("An error answer that comes from elsewhere is told apart") {
  for (const std::string text : {"", "<html>502 Bad Gateway</html>", "{}", "[]", R"({"error":"no"})",
                                 R"({"error":{"message":"no code"}})", R"({"error":{"code":7}})"}) {
    CAPTURE(text);
    CHECK(parse_error(text).error.code == ErrorCode::internal);
    CHECK_FALSE(parse_error(text).error.message.empty());
  }
  CHECK(parse_error(R"({"error":{"code":"from_a_newer_server","message":"m"}})").error.code ==
        ErrorCode::internal);
}
