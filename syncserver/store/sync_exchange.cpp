#include "syncserver/store/sync_exchange.h"

#include <algorithm>
#include <charconv>

#include "shared/sync/rule.h"
#include "syncserver/store/devices.h"
#include "syncserver/store/op_acceptance.h"
#include "syncserver/store/op_log.h"
#include "syncserver/store/pull.h"
#include "syncserver/store/store_file.h"

namespace waymark::server {

namespace {

struct Caller {
  std::int64_t person = 0;
  std::int64_t scope = 0;
};

Caller find_caller(Connection& connection, const DeviceIdentity& device) {
  const auto id = to_bytes(device.person_id);
  auto query = connection.query("SELECT n, scope FROM persons WHERE person_id = ?");
  query.bind(id);
  if (!query.next()) return {};
  return {query.integer(0), query.integer(1)};
}

/// True if the request may go on: its marks lie on the chain and its scope is today's. Otherwise `response`
/// says what it must do first, and nothing may be applied.
bool may_go_on(Connection& connection, const Caller& caller, const SyncRequest& request,
               SyncResponse& response) {
  const bool cursor_lies = lies_on_chain(connection, request.cursor) || !rule_holds(Rule::cursor_on_chain);
  const bool high_lies = lies_on_chain(connection, request.high) || !rule_holds(Rule::high_on_chain);
  if (!cursor_lies || !high_lies) {
    response.diverged = true;
    return false;
  }
  if (rule_holds(Rule::scope_compared) && request.scope && *request.scope != caller.scope) {
    response.rescope = caller.scope;
    return false;
  }
  return true;
}

/// True if what became of an op is for its person to settle. What is held is the lead's.
bool needs_a_person(OpStatus status) {
  return status != OpStatus::head && status != OpStatus::superseded && status != OpStatus::held;
}

/// What a device says of itself is added up with what others say: no number of it reaches beyond what can be.
std::int64_t counted(std::int64_t said) {
  constexpr std::int64_t most = 1'000'000;
  return std::clamp<std::int64_t>(said, 0, most);
}

std::int64_t safe_seq_of(Connection& connection) {
  const auto text = read_meta(connection, "safe_seq");
  std::int64_t seq = 0;
  std::from_chars(text.data(), text.data() + text.size(), seq);
  return seq;
}

}  // namespace

Result<SyncResponse> SyncExchange::run(const DeviceIdentity& device, const SyncRequest& request) {
  const auto now = clock_.now();
  SyncResponse response;
  bool checked = false;
  if (!request.ops.empty() || request.wiped) {
    auto applied = apply_ops(device, request);
    if (!applied) return tl::unexpected(applied.error());
    response = std::move(applied->response);
    checked = applied->applied;
  }
  response.server_time = now;
  if (response.diverged || response.rescope || request.wiped) {
    // A wiped device is told nothing more than that its ops arrived.
    response.next = request.cursor;
    response.high = request.high;
    // An order to erase does not wait until the marks are mended.
    if (!request.wiped)
      response.wipe =
          readers_.run([&](Connection& connection) { return wipe_order(connection, device.device_id); });
  } else {
    readers_.run([&](Connection& connection) {
      response.wipe = wipe_order(connection, device.device_id);
      const auto caller = find_caller(connection, device);
      // Once ops are applied their results must reach the device: what changed since is found by its next
      // request, which sends the scope it sent now.
      if (!checked && !may_go_on(connection, caller, request, response)) return;
      response.scope = rule_holds(Rule::scope_echoed) ? request.scope.value_or(caller.scope) : caller.scope;
      auto page = server::read_page(connection, caller.person, request.cursor.seq,
                                    std::clamp(request.limit, 1, max_rows_per_page));
      response.rows = std::move(page.rows);
      response.next = std::move(page.next);
      response.high = std::move(page.high);
      response.more = response.next.seq < response.high.seq;
      response.safe_seq = safe_seq_of(connection);
    });
  }
  note_health(device, request, response, now);
  return response;
}

Result<SyncExchange::Applied> SyncExchange::apply_ops(const DeviceIdentity& device,
                                                      const SyncRequest& request) {
  // Bodies are checked and hashed here, on the caller's thread: the writer has enough to do.
  const auto rules = writer_.rules();
  const auto now = clock_.now();
  std::vector<PreparedOp> ops;
  ops.reserve(request.ops.size());
  for (const auto& received : request.ops) ops.push_back(prepare(received, rules, now));

  return writer_.run<Applied>(
      [&](WriteContext& context) -> Result<Applied> {
        Applied answer;
        const auto caller = find_caller(context.connection, device);
        // An erased device has no marks to mend and will not come again.
        if (request.wiped) note_wiped(context, device.device_id);
        if (!may_go_on(context.connection, caller, request, answer.response)) return answer;
        answer.applied = true;
        Author author;
        author.person = caller.person;
        author.device = find_device(context.connection, device.device_id);
        OpAcceptance acceptance(context);
        for (auto& op : ops) {
          answer.response.results.push_back(acceptance.accept(std::move(op), author));
          if (!rule_holds(Rule::one_bad_op) && is_refused(answer.response.results.back().status))
            return fail(ErrorCode::bad_request, "One op of this request is wrong: none was taken.", "ops");
        }
        return answer;
      },
      request.ops.size());
}

void SyncExchange::note_health(const DeviceIdentity& device, const SyncRequest& request,
                               const SyncResponse& response, Instant now) {
  DeviceHealth health;
  health.last_contact = now;
  if (!response.diverged && !response.rescope) health.last_sync = now;
  // The device counted before it was answered: what has a result waits no longer, and may be nowhere but
  // there now, for its owner to settle.
  health.waiting = counted(counted(request.waiting) - static_cast<std::int64_t>(response.results.size()));
  if (health.waiting > 0) health.oldest_waiting_at = request.oldest_waiting_at;
  health.needs_you = counted(request.needs_you) +
                     std::count_if(response.results.begin(), response.results.end(),
                                   [](const OpResult& result) { return needs_a_person(result.status); });
  health.skew_ms = (request.device_time - now).count();
  health.app = request.app;
  health_.note(device.device_id, std::move(health));
}

}  // namespace waymark::server
