#include "tests/device/sync_steps.h"

#include <stdexcept>

#include "shared/sync/message_codec.h"

namespace waymark::device::testing {

SyncOutcome sync(Phone& phone, Transport& transport) {
  SyncSession session(*phone.store, phone.keys, transport, "1.0.0");
  Abort abort;
  return session.run(abort);
}

Exchange ask(Phone& phone, FakeServer& server, int max_ops, int limit) {
  auto batch = phone.store->sync_side().next_batch(max_ops, max_sync_bytes);
  if (!batch) throw std::runtime_error(batch.error().message);
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = batch->made_at;
  request.scope = batch->marks.scope;
  request.cursor = batch->marks.cursor;
  request.high = batch->marks.high;
  request.limit = limit;
  auto answer = server.answer_sync(to_json(request, batch->ops), "phone");
  return {std::move(*batch), std::move(answer)};
}

Applied receive(Phone& phone, const Exchange& exchange) {
  const auto answer = parse_sync_response(exchange.answer);
  if (!answer) throw std::runtime_error(answer.error().message);
  auto applied = phone.store->sync_side().apply(exchange.batch, *answer);
  if (!applied) throw std::runtime_error(applied.error().message);
  return *applied;
}

}  // namespace waymark::device::testing
