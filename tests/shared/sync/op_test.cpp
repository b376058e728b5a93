#include <catch2/catch.hpp>

#include "shared/sync/message_codec.h"
#include "tests/shared/records/bodies.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string op_id = "3f6f2c3e-9a54-4d4e-8f0a-0d3f5a3c1b01";
const std::string good_op =
    R"({"op":")" + op_id + R"(","rid":")" + random_rid +
    R"(","type":"employer","parents":[],"anc":[],"deleted":false,"body":{"name":"Café"}})";

std::string op_verdict(std::string_view text) {
  const auto op = parse_op(text);
  if (op) return "accepted";
  return std::string(to_wire(op.error().code)) + " " + op.error().field;
}

std::string ids(int count, const std::string& id = some_id) {
  std::string list = "[";
  for (int i = 0; i < count; ++i) list += (i == 0 ? "\"" : ",\"") + id + "\"";
  return list + "]";
}

SyncRequest request_with(const std::string& ops) {
  const auto text =
      R"({"protocol":1,"app":"1","device_time":1,"scope":null,"cursor":{"seq":0,"chain":null},)"
      R"("high":{"seq":0,"chain":null},"waiting":0,"needs_you":0,"oldest_waiting_at":null,"ops":[)" +
      ops + R"(],"limit":1})";
  const auto request = parse_sync_request(text);
  REQUIRE(request);
  return *request;
}

}  // namespace

TEST_CASE("An op without what it must have is refused with the member named") {
  CHECK(op_verdict(good_op) == "accepted");
  for (const std::string name : {"op", "rid", "type", "parents", "anc", "deleted", "body"})
    CHECK(op_verdict(without(good_op, name)) == "missing " + name);
}

TEST_CASE("An op's ids are UUIDs in lower case") {
  const std::string upper = "\"3F6F2C3E-9A54-4D4E-8F0A-0D3F5A3C1B01\"";
  CHECK(op_verdict(with(good_op, "op", upper)) == "bad_id op");
  CHECK(op_verdict(with(good_op, "rid", upper)) == "bad_id rid");
  CHECK(op_verdict(with(good_op, "parents", "[" + upper + "]")) == "bad_id parents");
  CHECK(op_verdict(with(good_op, "anc", "[\"\"]")) == "bad_id anc");
  CHECK(op_verdict(with(good_op, "parents", "[null]")) == "wrong_type parents");
  CHECK(op_verdict(with(good_op, "anc", "{}")) == "wrong_type anc");
  CHECK(op_verdict(with(good_op, "op", "5")) == "wrong_type op");
}

TEST_CASE("An op names at most 16 ancestors and 64 parents") {
  CHECK(op_verdict(with(good_op, "anc", ids(16))) == "accepted");
  CHECK(op_verdict(with(good_op, "anc", ids(17))) == "out_of_range anc");
  CHECK(op_verdict(with(good_op, "parents", ids(64))) == "accepted");
  CHECK(op_verdict(with(good_op, "parents", ids(65))) == "out_of_range parents");
}

TEST_CASE("An op has a known type, a flag and an object for a body") {
  CHECK(op_verdict(with(good_op, "type", "\"diary\"")) == "unknown_code type");
  CHECK(op_verdict(with(good_op, "deleted", "0")) == "wrong_type deleted");
  CHECK(op_verdict(with(good_op, "body", "\"{}\"")) == "wrong_type body");
  CHECK(op_verdict(with(good_op, "body", "[]")) == "wrong_type body");
  CHECK(op_verdict(with(good_op, "body", "{}")) == "accepted");
  CHECK(op_verdict("[]") == "wrong_type ");
  CHECK(op_verdict("{") == "bad_json ");
}

TEST_CASE("An op of 16 KiB is read and one byte more is too large") {
  const auto empty = with(good_op, "body", R"({"note":""})");
  const auto filled = [&](std::size_t bytes) {
    return with(good_op, "body", R"({"note":")" + std::string(bytes - empty.size(), 'n') + "\"}");
  };
  CHECK(op_verdict(filled(max_op_bytes)) == "accepted");
  CHECK(op_verdict(filled(max_op_bytes + 1)) == "too_large ");
  // Blanks and escapes on the way do not count.
  CHECK(op_verdict(std::string(20'000, ' ') + filled(max_op_bytes)) == "accepted");
}

TEST_CASE("One bad op blocks nobody: the others of its request are read") {
  const auto request = request_with(good_op + "," + with(good_op, "rid", "\"x\"") + "," +
                                    with(good_op, "type", "\"diary\"") + "," + good_op);
  REQUIRE(request.ops.size() == 4);
  CHECK(request.ops[0].op);
  REQUIRE_FALSE(request.ops[1].op);
  CHECK(request.ops[1].op.error().field == "rid");
  CHECK(request.ops[1].op_id == op_id);
  REQUIRE_FALSE(request.ops[2].op);
  CHECK(request.ops[2].op.error().code == ErrorCode::unknown_code);
  CHECK(request.ops[3].op);
}

TEST_CASE("A bad op is echoed by whatever text it has for an id") {
  const auto request = request_with(R"({"op":"not a uuid"},{"op":7},{})");
  CHECK(request.ops[0].op_id == "not a uuid");
  CHECK(request.ops[1].op_id == "");
  CHECK(request.ops[2].op_id == "");
  for (const auto& op : request.ops) CHECK_FALSE(op.op);
}

TEST_CASE("An op that holds what no value can is invalid by itself: the others of its request are read") {
  const auto body = [](const std::string& value) {
    auto op = with(good_op, "body", "{}");
    return op.replace(op.rfind("{}"), 2, R"({"name":"x","x_new":)" + value + "}");
  };
  const std::string deep = std::string(40, '[') + std::string(40, ']');
  for (const auto& value :
       {std::string(R"("\ud800")"), std::string(R"("\udc00\ud800")"), deep, std::string("1e99999999999")}) {
    CAPTURE(value);
    const auto request = request_with(good_op + ", " + body(value) + " ," + with(good_op, "x_new", "[1]"));
    REQUIRE(request.ops.size() == 3);
    CHECK(request.ops[0].op);
    CHECK(request.ops[0].payload == good_op);
    REQUIRE_FALSE(request.ops[1].op);
    CHECK(request.ops[1].op.error().code == ErrorCode::bad_json);
    CHECK(request.ops[1].op_id == op_id);
    CHECK(request.ops[1].payload == body(value));
    CHECK(request.ops[2].op);
    CHECK(request.ops[2].payload == request_with(with(good_op, "x_new", "[1]")).ops[0].payload);
  }
}

TEST_CASE("An op that cannot be read is echoed by the id it has, however it is written") {
  const auto id_of = [](const std::string& members) {
    return request_with(R"({"x":"\ud800",)" + members + "}").ops.at(0).op_id;
  };
  CHECK(id_of(R"("op":"an id")") == "an id");
  CHECK(id_of(R"("\u006f\u0070":"an id")") == "an id");
  CHECK(id_of(R"("op":"first","op":"last")") == "last");
  CHECK(id_of(R"("op":"\ud800")") == "");
  CHECK(id_of(R"("op":7)") == "");
  CHECK(id_of(R"("body":{"op":"of another"})") == "");
}

TEST_CASE("An op that cannot be read is too large past 16 KiB, like any other") {
  const auto request =
      request_with(R"({"op":"x","a":"\ud800","b":")" + std::string(max_op_bytes, 'b') + "\"}");
  REQUIRE_FALSE(request.ops.at(0).op);
  CHECK(request.ops[0].op.error().code == ErrorCode::too_large);
}

TEST_CASE("An op is read the same beside one that cannot be") {
  // Nested exactly as deep as a request allows, and one deeper.
  const auto deep = [](int levels) {
    std::string body = "{}";
    for (int level = 1; level < levels; ++level) body = R"({"d":)" + body + "}";
    return R"({"op":")" + op_id + R"(","rid":")" + random_rid +
           R"(","type":"employer","parents":[],"anc":[],"deleted":false,"body":)" + body + "}";
  };
  const std::string broken = R"({"x":"\ud800"})";
  CHECK(request_with(deep(29)).ops[0].op);
  CHECK(request_with(deep(29) + "," + broken).ops[0].op);
  CHECK_FALSE(request_with(deep(30)).ops[0].op);
  CHECK_FALSE(request_with(deep(30) + "," + broken).ops[0].op);
  CHECK(request_with(R"({"op":"a\u0000b"})").ops[0].op_id == "");
}

TEST_CASE("What is hashed is the op as it is read: its members and their order, not its blanks") {
  const auto payload = [](const std::string& op) { return request_with(op).ops.at(0).payload; };
  auto spaced = good_op;
  for (std::size_t at = 0; (at = spaced.find(",\"", at)) != std::string::npos; at += 3)
    spaced.insert(at + 1, " ");
  CHECK(spaced != good_op);
  CHECK(payload(spaced) == good_op);
  CHECK(payload(good_op) == good_op);
  const auto reordered = with(without(good_op, "op"), "op", "\"" + op_id + "\"");
  CHECK(payload(reordered) != payload(good_op));
  CHECK(payload(with(good_op, "x_new", "1.50")) ==
        good_op.substr(0, good_op.size() - 1) + R"(,"x_new":1.5})");
}

TEST_CASE("An op names its parents and its ancestors") {
  Op op;
  op.parents = {some_id};
  op.anc = {random_rid};
  CHECK(op.names(some_id));
  CHECK(op.names(random_rid));
  CHECK_FALSE(op.names(op_id));
}
