#include "mobile/device/sync_session.h"

#include <algorithm>
#include <memory>

#include "mobile/device/sync_side.h"
#include "shared/sync/message_codec.h"
#include "shared/sync/rule.h"

namespace waymark::device {
namespace {

constexpr int most_ops = static_cast<int>(max_ops_per_request);
constexpr int most_rows = max_rows_per_page;
constexpr int fewest_rows = 16;
/// What a request is besides its ops: names, marks, counts.
constexpr std::size_t request_frame_bytes = 1024;
/// Starting over or reading again more often than this in one run is no progress.
constexpr int most_restarts = 4;

SyncRequest request_of(const SyncBatch& batch, const std::string& app, int page_rows) {
  SyncRequest request;
  request.app = app;
  request.device_time = batch.made_at;
  request.scope = batch.marks.scope;
  request.cursor = batch.marks.cursor;
  request.high = batch.marks.high;
  request.waiting = batch.counts.waiting;
  request.needs_you = batch.counts.to_settle;
  request.oldest_waiting_at = batch.counts.oldest_waiting_at;
  request.limit = page_rows;
  return request;
}

SyncOutcome ended(SessionState state, std::optional<Error> error = std::nullopt) {
  SyncOutcome outcome;
  outcome.state = state;
  outcome.error = std::move(error);
  return outcome;
}

/// Errors only a person can do something about.
bool needs_a_person(ErrorCode code) {
  switch (code) {
    case ErrorCode::unauthorized:
    case ErrorCode::device_revoked:
    case ErrorCode::person_disabled:
    case ErrorCode::forbidden:
    case ErrorCode::upgrade_required:
      return true;
    default:
      return false;
  }
}

}  // namespace

struct SyncSession::Run {
  Abort& abort;
  const OnProgress& on_progress;
  std::string server, token, device_id;
  SyncProgress progress;
  int sent = 0, received = 0, restarts = 0;
  bool wipe_when_drained = false;
};

SyncSession::SyncSession(DeviceStore& store, KeyStore& keys, Transport& transport, std::string app)
    : store_(store),
      keys_(keys),
      transport_(transport),
      app_(std::move(app)),
      batch_ops_(most_ops),
      page_rows_(most_rows) {}

SyncOutcome SyncSession::run(Abort& abort, const OnProgress& on_progress) {
  if (running_.exchange(true) && rule_holds(Rule::one_sync_at_a_time)) {
    auto outcome = ended(SessionState::waiting);
    outcome.busy = true;
    return outcome;
  }
  // Let go however the run ends: what it calls may throw.
  const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> running(
      &running_, [](std::atomic<bool>* flag) { *flag = false; });
  Run run{abort, on_progress, {}, {}, {}, {}, 0, 0, 0, false};
  auto outcome = run_rounds(run);
  outcome.sent = run.sent;
  outcome.received = run.received;
  report(run, outcome.state);
  return outcome;
}

SyncOutcome SyncSession::run_rounds(Run& run) {
  auto& side = store_.sync_side();
  const auto wiped = side.wiped_from();
  if (!wiped) return ended(SessionState::waiting, wiped.error());
  const auto identity = store_.identity();
  if (!identity) return ended(SessionState::waiting, identity.error());
  const auto& enrolled = *wiped ? *wiped : *identity;
  if (enrolled) {
    auto token = keys_.load(device_token_key(enrolled->device_id));
    if (!token) return ended(SessionState::waiting, token.error());
    run.server = enrolled->server;
    run.device_id = enrolled->device_id;
    run.token = token->value_or("");
  }
  if (*wiped) return tell_wiped(run);
  if (run.token.empty())
    return ended(SessionState::needs_you,
                 Error{ErrorCode::unauthorized,
                       "This phone is not enrolled: enter the code your agency gave you.", ""});
  for (;;)
    if (auto outcome = one_round(run)) return std::move(*outcome);
}

std::optional<SyncOutcome> SyncSession::one_round(Run& run) {
  if (run.abort.requested())
    return ended(SessionState::waiting, Error{ErrorCode::aborted, "The sync was stopped.", ""});
  auto& side = store_.sync_side();
  auto batch = side.next_batch(batch_ops_, max_sync_bytes - request_frame_bytes);
  if (!batch) return ended(SessionState::waiting, batch.error());
  run.progress.total = std::max(run.progress.total, run.progress.done + batch->counts.waiting);
  report(run, batch->ops.empty() ? SessionState::receiving : SessionState::sending);

  HttpRequest request;
  request.server = run.server;
  request.path = "/v1/sync";
  request.token = run.token;
  request.body = to_json(request_of(*batch, app_, page_rows_), batch->ops);
  auto response = transport_.send(request, run.abort);
  if (!response) {
    const auto code = response.error().code;
    if (code == ErrorCode::timed_out || code == ErrorCode::too_large) shrink();
    return ended(SessionState::waiting, response.error());
  }
  if (response->status != 200) return handle_refusal(run, *response);
  auto answer = parse_sync_response(response->body);
  if (!answer) return ended(SessionState::waiting, answer.error());

  report(run, SessionState::receiving);
  if (answer->wipe == WipeOrder::now) return wipe(run, WipeOrder::now);
  run.wipe_when_drained = answer->wipe == WipeOrder::drained;
  if (run.wipe_when_drained && !rule_holds(Rule::drained_before_wiped)) return wipe(run, WipeOrder::drained);
  auto applied = side.apply(*batch, *answer);
  if (!applied) return ended(SessionState::waiting, applied.error());
  if (applied->dropped) return std::nullopt;  // the store moved on meanwhile: ask from where it is now

  if (applied->diverged || applied->rescoped) {
    if (++run.restarts <= most_restarts) return std::nullopt;
    return ended(SessionState::waiting,
                 Error{ErrorCode::busy, "The server keeps changing: it will be tried again.", ""});
  }
  grow();
  run.sent += applied->acknowledged;
  run.received += applied->rows;
  run.progress.done += applied->acknowledged + applied->rows;
  run.progress.total = std::max(run.progress.total, run.progress.done);
  if (applied->more)
    run.progress.total =
        std::max(run.progress.total, run.progress.done + answer->high.seq - answer->next.seq);
  // At the end of a pull from 0 ops may have been queued that this request could not hold yet.
  const bool newly_queued = batch->ops.empty() && applied->unsent;
  const bool moved = applied->acknowledged > 0 || answer->next != batch->marks.cursor || newly_queued;
  if ((applied->more || applied->unsent) && moved) return std::nullopt;
  // What no backup holds yet may be asked for again: the order waits for the next one.
  if (run.wipe_when_drained && !applied->unsent && !applied->unsafe) return wipe(run, WipeOrder::drained);
  if (applied->more || applied->unsent)
    return ended(
        SessionState::waiting,
        Error{ErrorCode::internal, "The server's answer leads nowhere: it will be tried again.", ""});
  auto counts = store_.counts();
  return ended(counts && counts->needs_you > 0 ? SessionState::needs_you : SessionState::done);
}

std::optional<SyncOutcome> SyncSession::handle_refusal(Run& run, const HttpResponse& response) {
  auto answer = parse_error(response.body);
  if (response.status == 413) {
    // An op never is that long by itself: fewer of them are sent.
    if (batch_ops_ > 1) {
      shrink();
      return std::nullopt;
    }
    return ended(SessionState::waiting, answer.error);
  }
  if (answer.error.code == ErrorCode::device_revoked) {
    if (answer.wipe == WipeOrder::now) return wipe(run, WipeOrder::now);
    // A revoked phone can send nothing more. What it still holds stays until someone orders otherwise: only
    // an empty outbox may be erased by this order.
    const auto counts = store_.counts();
    if (answer.wipe == WipeOrder::drained && counts && counts->waiting == 0)
      if (auto outcome = wipe(run, WipeOrder::drained)) return outcome;
  }
  auto outcome = ended(needs_a_person(answer.error.code) ? SessionState::needs_you : SessionState::waiting,
                       std::move(answer.error));
  outcome.retry_after = response.retry_after;
  return outcome;
}

/// None: an edit was made since the answer was taken in, which is to be sent first.
std::optional<SyncOutcome> SyncSession::wipe(Run& run, WipeOrder order) {
  const auto erased = store_.sync_side().erase(order);
  if (!erased) return ended(SessionState::waiting, erased.error());
  if (!*erased) return std::nullopt;
  return tell_wiped(run);
}

/// The last request. It is repeated in later runs until the server has heard it; then the token goes too.
SyncOutcome SyncSession::tell_wiped(Run& run) {
  SyncRequest last;
  last.app = app_;
  last.device_time = store_.clock().now();
  last.limit = 1;
  last.wiped = true;
  HttpRequest request;
  request.server = run.server;
  request.path = "/v1/sync";
  request.token = run.token;
  request.body = to_json(last, {});
  auto outcome =
      ended(SessionState::needs_you,
            Error{ErrorCode::device_revoked, "This phone was erased by your agency: enrol it again.", ""});
  outcome.wiped = true;
  if (!run.token.empty()) {
    const auto response = transport_.send(request, run.abort);
    const bool heard = response && (response->status == 200 || response->status == 401);
    if (!heard) {
      outcome.state = SessionState::waiting;
      return outcome;
    }
  }
  if (auto erased = keys_.erase(device_token_key(run.device_id)); !erased) {
    outcome.state = SessionState::waiting;
    outcome.error = erased.error();
    return outcome;
  }
  if (auto told = store_.sync_side().told_wiped(); !told) outcome.error = told.error();
  return outcome;
}

void SyncSession::report(Run& run, SessionState state) {
  state_ = state;
  run.progress.state = state;
  if (run.on_progress) run.on_progress(run.progress);
}

void SyncSession::shrink() {
  batch_ops_ = std::max(1, batch_ops_ / 4);
  page_rows_ = std::max(fewest_rows, page_rows_ / 4);
}

void SyncSession::grow() {
  batch_ops_ = std::min(most_ops, batch_ops_ * 2);
  page_rows_ = std::min(most_rows, page_rows_ * 2);
}

}  // namespace waymark::device
