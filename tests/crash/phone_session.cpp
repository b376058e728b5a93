#include "tests/crash/phone_session.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <stdexcept>

#include "mobile/device/database.h"
#include "mobile/device/sync_side.h"
#include "shared/sync/message_codec.h"
#include "tests/crash/table_text.h"

namespace waymark::test {

using namespace device;
using namespace device::testing;

namespace {

bool is_right(Mishap mishap, const Error& error) {
  switch (mishap) {
    case Mishap::full:
      // Where the log's index cannot grow SQLite knows of an I/O error only.
      return error.code == ErrorCode::disk_full || error.code == ErrorCode::cannot_open;
    case Mishap::io_error:
    case Mishap::failed_read:
    case Mishap::read_only:
      return error.code == ErrorCode::cannot_open;
    default:
      return true;
  }
}

}  // namespace

PhoneSession::PhoneSession(const std::vector<PhoneStep>& steps, const PhoneSession& other)
    : keys(other.keys), server(other.server, clock), backups(other.backups), steps_(steps) {
  if (std::filesystem::exists(other.file())) std::filesystem::copy_file(other.file(), file());
}

Result<void> PhoneSession::perform(std::size_t number) {
  clock.set(day_one + 4 * hour + static_cast<int>(number) * minute);
  random = SeededRandom(1000 + number);  // not what the preparation drew
  return steps_.at(number).run(*this);
}

Result<void> PhoneSession::reopen() {
  close();
  auto opened = DeviceStore::open(file(), clock, random, seal);
  if (!opened) return tl::unexpected(opened.error());
  store = std::move(*opened);
  return {};
}

void PhoneSession::enrolled() {
  const Identity identity{"https://waymark.example", numbered_id(900), ana, "Ana", Role::specialist, "Agency",
                          "America/New_York"};
  if (!reopen() || !store->sync_side().become(identity))
    throw std::runtime_error("the phone cannot be enrolled");
  (void)keys.save(device_token_key(identity.device_id), "token-of-ana");
}

Result<void> PhoneSession::sync(SessionState expected) {
  SyncSession session(*store, keys, server, "1.0.0");
  Abort abort;
  const auto outcome = session.run(abort);
  const bool is_told_of = outcome.error && outcome.error->code != ErrorCode::device_revoked &&
                          outcome.error->code != ErrorCode::unauthorized;
  if (outcome.state == expected && !is_told_of) return {};
  if (outcome.error) return tl::unexpected(*outcome.error);
  return fail(ErrorCode::bad_request, "The sync ended in another state.");
}

Result<void> PhoneSession::exchange(int max_ops, int limit) {
  auto batch = store->sync_side().next_batch(max_ops, max_sync_bytes);
  if (!batch) return tl::unexpected(batch.error());
  SyncRequest request;
  request.app = "1.0.0";
  request.device_time = batch->made_at;
  request.scope = batch->marks.scope;
  request.cursor = batch->marks.cursor;
  request.high = batch->marks.high;
  request.limit = limit;
  const auto answer = parse_sync_response(server.answer_sync(to_json(request, batch->ops), "phone"));
  if (!answer) return tl::unexpected(answer.error());
  return without_value(store->sync_side().apply(*batch, *answer));
}

std::string PhoneSession::state() {
  const auto text = store->database().read(
      // That an op was offered is noted before it is sent, in a transaction of its own.
      [](Work& work) -> Result<std::string> {
        return table_text(work.sql.raw().getHandle(), {"ops.offered"});
      });
  return text ? *text : "unreadable: " + text.error().message;
}

std::vector<std::string> PhoneSession::faults() {
  std::vector<std::string> found;
  if (const auto whole = store->check_integrity(); !whole) found.push_back(whole.error().message);
  return found;
}

Script to_script(const PhoneScript& script) {
  auto prepared = std::make_shared<PhoneSession>(script.steps);
  if (script.prepare) {
    script.prepare(*prepared);
    prepared->close();
  }
  Script result;
  result.name = script.name;
  for (const auto& step : script.steps) result.steps.push_back({step.name, step.whole});
  result.begin = [&script, prepared]() -> std::unique_ptr<Session> {
    auto session = std::make_unique<PhoneSession>(script.steps, *prepared);
    if (script.begins_open && !session->reopen())
      throw std::runtime_error("the prepared phone cannot be opened");
    return session;
  };
  result.is_right = is_right;
  return result;
}

}  // namespace waymark::test
