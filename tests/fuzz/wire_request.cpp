// A sync request as the server reads it. What is read is written and read back equal, ops byte for byte; an
// op that cannot be read takes no other with it; and whatever the ids were, the answer to them can be read.
#include "shared/records/json_scan.h"
#include "shared/sync/message_codec.h"
#include "tests/fuzz/fuzz_target.h"

using namespace waymark;
using waymark::fuzz::must;

namespace {

bool same_but_ops(const SyncRequest& a, const SyncRequest& b) {
  return a.protocol == b.protocol && a.app == b.app && a.device_time == b.device_time && a.scope == b.scope &&
         a.cursor == b.cursor && a.high == b.high && a.waiting == b.waiting && a.needs_you == b.needs_you &&
         a.oldest_waiting_at == b.oldest_waiting_at && a.limit == b.limit && a.wiped == b.wiped;
}

void op_is_faithful(const ReceivedOp& received) {
  must(json::is_grammatical(received.payload), "a payload is JSON", received.payload);
  if (!received.op) {
    must(received.op.error().code != ErrorCode::internal, "an op's error is the op's", received.payload);
    must(!received.op.error().message.empty(), "an op's error says what to do", received.payload);
    return;
  }
  const auto& op = *received.op;
  must(received.op_id == op.op, "the id echoed is the op's", received.payload);
  must(op.anc.size() <= max_ancestors, "an op names at most 16 ancestors", received.payload);
  must(json::is_grammatical(op.body), "a body is JSON", op.body);
  must(received.payload.find(op.body) != std::string::npos, "the body is a piece of the payload", op.body);
  // A device freezes what to_json writes; the server must read that op and no other from it.
  const auto again = parse_op(to_json(op));
  must(again && *again == op, "a written op is read back equal", received.payload);
}

void answer_can_be_read(const SyncRequest& request) {
  SyncResponse response;
  for (const auto& received : request.ops) {
    OpResult result;
    result.op = received.op_id;
    result.status = received.op ? OpStatus::head : OpStatus::invalid;
    if (received.op) {
      result.seq = 1;
      result.chain = "c1";
      Row row;
      row.seq = 1;
      row.rid = received.op->rid;
      row.type = received.op->type;
      row.op = received.op->op;
      row.parents = received.op->parents;
      row.anc = received.op->anc;
      row.deleted = received.op->deleted;
      row.body = received.op->body;
      row.conflicts = {{row.op, request.app, request.device_time, row.deleted, row.body}};
      response.rows.push_back(std::move(row));
    } else {
      result.error = received.op.error();
    }
    response.results.push_back(std::move(result));
  }
  response.next = response.high = {1, "c1"};
  const auto text = to_json(response);
  const auto read = parse_sync_response(text);
  must(read.has_value(), "the answer to what was read can be read", text);
  must(read->results == response.results, "results arrive as they were sent", text);
  must(read->rows == response.rows, "rows arrive as they were sent", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto request = parse_sync_request(text);
  if (!request) {
    const auto code = request.error().code;
    must(code == ErrorCode::bad_json || code == ErrorCode::bad_request || code == ErrorCode::too_large,
         "a request is refused as a request", text);
    return 0;
  }
  if (request->protocol != protocol_version) return 0;
  must(request->ops.size() <= max_ops_per_request, "a request holds at most 200 ops", text);

  std::vector<std::string> payloads;
  for (const auto& received : request->ops) {
    op_is_faithful(received);
    payloads.push_back(received.payload);
  }
  const auto again = parse_sync_request(to_json(*request, payloads));
  must(again.has_value(), "a written request is read", text);
  must(same_but_ops(*request, *again), "a written request is read back equal", text);
  must(again->ops.size() == request->ops.size(), "with all its ops", text);
  for (std::size_t i = 0; i < again->ops.size(); ++i) {
    const auto& before = request->ops[i];
    const auto& after = again->ops[i];
    must(after.op_id == before.op_id && after.payload == before.payload && after.op == before.op,
         "an op sent again is the same op", before.payload);
  }
  answer_can_be_read(*request);
  return 0;
}
