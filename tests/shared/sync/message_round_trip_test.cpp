#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/records/json_fields.h"
#include "shared/sync/message_codec.h"
#include "tests/shared/records/generators.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::vector<std::string> uuids(int at_most) {
  std::vector<std::string> result;
  for (int left = pick(0, at_most); left > 0; --left) result.push_back(uuid());
  return result;
}

std::int64_t count() {
  return pick<std::int64_t>(0, 1'000'000'000'000);
}

Mark mark() {
  if (maybe()) return {};
  return {1 + count(), text(1)};
}

Error error() {
  const auto code = static_cast<ErrorCode>(pick<int>(0, static_cast<int>(ErrorCode::aborted)));
  return {code, maybe_text(), maybe_text()};
}

Op op() {
  const auto about = record();
  return {uuid(), id_of(about), type_of(about), uuids(3), uuids(16), maybe(), body_of(about)};
}

OpResult result() {
  OpResult made;
  made.op = maybe_uuid();
  made.status = code<OpStatus>();
  if (is_refused(made.status)) {
    if (maybe()) made.error = error();
  } else {
    made.seq = 1 + count();
    made.chain = text(1);
  }
  return made;
}

SideOp side_op() {
  return {uuid(), maybe_text(), past_instant(), maybe(), body_of(record())};
}

Row row() {
  const auto about = record();
  Row made;
  made.seq = 1 + count();
  made.rid = id_of(about);
  made.type = type_of(about);
  if (maybe()) {
    made.op = uuid();
    made.parents = uuids(3);
    made.anc = uuids(16);
    made.deleted = maybe();
    made.body = body_of(about);
  }
  for (int left = pick(0, 2); left > 0; --left) made.conflicts.push_back(side_op());
  for (int left = pick(0, 2); left > 0; --left) made.held.push_back(side_op());
  return made;
}

}  // namespace

TEST_CASE("Ops come back equal, alone and in a request, byte for byte") {
  rc::prop("alone", [] {
    const auto one = op();
    const auto parsed = parse_op(to_json(one));
    RC_ASSERT(parsed.has_value());
    RC_ASSERT((*parsed == one));
  });
  rc::prop("in a request", [] {
    SyncRequest request;
    request.app = maybe_text();
    request.device_time = past_instant();
    if (maybe()) request.scope = count();
    request.cursor = mark();
    request.high = mark();
    request.waiting = count();
    request.needs_you = count();
    if (maybe()) request.oldest_waiting_at = past_instant();
    request.limit = pick(1, 500);
    request.wiped = maybe();
    std::vector<Op> ops;
    std::vector<std::string> frozen;
    for (int left = pick(0, 4); left > 0; --left) {
      ops.push_back(op());
      frozen.push_back(to_json(ops.back()));
    }
    const auto sent = to_json(request, frozen);
    const auto read = parse_sync_request(sent);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->ops.size() == ops.size());
    for (std::size_t i = 0; i < ops.size(); ++i) {
      RC_ASSERT((read->ops[i].op == Result<Op>(ops[i])));
      RC_ASSERT(read->ops[i].op_id == ops[i].op);
      RC_ASSERT(read->ops[i].payload == frozen[i]);
    }
    RC_ASSERT(to_json(*read, frozen) == sent);
    RC_ASSERT((read->cursor == request.cursor));
    RC_ASSERT((read->scope == request.scope));
  });
}

TEST_CASE("Sync answers come back equal") {
  rc::prop("of every kind", [] {
    SyncResponse response;
    response.server_time = past_instant();
    response.wipe = code<WipeOrder>();
    switch (pick(0, 3)) {
      case 0:
        response.diverged = true;
        break;
      case 1:
        response.rescope = count();
        break;
      default:
        response.scope = count();
        for (int left = pick(0, 4); left > 0; --left) response.results.push_back(result());
        for (int left = pick(0, 4); left > 0; --left) response.rows.push_back(row());
        response.next = mark();
        response.high = mark();
        response.more = maybe();
        response.safe_seq = count();
    }
    const auto sent = to_json(response);
    const auto read = parse_sync_response(sent);
    RC_ASSERT(read.has_value());
    RC_ASSERT((read->results == response.results));
    RC_ASSERT((read->rows == response.rows));
    RC_ASSERT(read->diverged == response.diverged);
    RC_ASSERT((read->rescope == response.rescope));
    RC_ASSERT((read->wipe == response.wipe));
    RC_ASSERT(to_json(*read) == sent);
  });
}

TEST_CASE("Enrolment, history and errors come back equal") {
  rc::prop("enrolment", [] {
    std::string token;
    while (token.size() < 43) token += *rc::gen::element('a', 'Z', '0', '-', '_');
    const EnrollRequest request{maybe_text(), token, text(1), maybe_text(), maybe_text()};
    const auto read = parse_enroll_request(to_json(request));
    RC_ASSERT(read.has_value());
    RC_ASSERT(to_json(*read) == to_json(request));
    const EnrollResponse response{uuid(), uuid(), text(1), code<Role>(), text(1), text(1), past_instant()};
    const auto read_response = parse_enroll_response(to_json(response));
    RC_ASSERT(read_response.has_value());
    RC_ASSERT(to_json(*read_response) == to_json(response));
  });
  rc::prop("history", [] {
    History history;
    history.rid = uuid();
    history.type = code<RecordType>();
    for (int left = pick(0, 5); left > 0; --left)
      history.ops.push_back({uuid(), 1 + count(), code<OpStatus>(), uuids(3), maybe(), body_of(record()),
                             maybe_uuid(), maybe_text(), past_instant()});
    const auto read = parse_history(to_json(history));
    RC_ASSERT(read.has_value());
    RC_ASSERT(to_json(*read) == to_json(history));
  });
  rc::prop("errors", [] {
    const auto one = error();
    const auto wipe = code<WipeOrder>();
    const auto answer = parse_error(error_json(one, wipe));
    RC_ASSERT((answer.error == one));
    RC_ASSERT((answer.wipe == wipe));
    RC_ASSERT(answer.min_protocol.has_value() == (one.code == ErrorCode::upgrade_required));
  });
}

TEST_CASE("No bytes at all make a parser do anything but answer") {
  rc::prop("arbitrary bytes", [](const std::string& bytes) {
    parse_sync_request(bytes);
    parse_sync_response(bytes);
    parse_enroll_request(bytes);
    parse_enroll_response(bytes);
    parse_history(bytes);
    parse_op(bytes);
    RC_ASSERT(!parse_error(bytes).error.message.empty());
  });
  rc::prop("a good request with one byte changed", [] {
    auto sent = to_json(SyncRequest{}, std::vector<std::string>{to_json(op())});
    sent[pick<std::size_t>(0, sent.size() - 1)] = *rc::gen::arbitrary<char>();
    if (const auto read = parse_sync_request(sent)) {
      // Whatever was understood can be said again: nothing half-read is passed on.
      std::vector<std::string> payloads;
      for (const auto& one : read->ops) payloads.push_back(one.payload);
      const auto again = parse_sync_request(to_json(*read, payloads));
      RC_ASSERT(again.has_value());
      RC_ASSERT(again->ops.size() == read->ops.size());
      for (std::size_t i = 0; i < payloads.size(); ++i) RC_ASSERT(again->ops[i].payload == payloads[i]);
    }
  });
}
