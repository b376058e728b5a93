// Erasing by the server's order, and by nothing else (sync.md, invariant 14).
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "mobile/device/drafts.h"
#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

void check_empty(Phone& phone) {
  CHECK_FALSE(*phone.store->identity());
  CHECK(phone.store->counts()->waiting == 0);
  CHECK(phone.records().all<Employer>()->empty());
  CHECK(phone.records().latest_entries(day_one + 1000 * hour, 9)->empty());
  CHECK(Drafts(*phone.store).all()->empty());
  CHECK_FALSE(*phone.book().can_undo());
}

void fill(Phone& phone, FakeServer& server) {
  server.put(RecordType::employer, numbered_id(1), R"({"name":"Bakery"})");
  REQUIRE(phone.book().put(visit(day_one, "Casablanca")));
  REQUIRE(Drafts(*phone.store).save("new-entry", "Marrakesh"));
}

}  // namespace

TEST_CASE("Told to wipe when drained, the phone sends all it has, erases itself, and says so last") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  for (int i = 1; i < 250; ++i) REQUIRE(phone.book().put(visit(day_one - i * hour)));
  server.wipe = WipeOrder::drained;
  const auto outcome = sync(phone, server);
  CHECK(outcome.wiped);
  CHECK(outcome.state == SessionState::needs_you);
  CHECK(outcome.sent == 250);
  CHECK(server.state.ops.size() == 251);
  CHECK(server.last_was_wiped);
  CHECK(server.tokens.back() == "token-of-ana");
  check_empty(phone);
  CHECK(phone.keys.size() == 0);
  CHECK_FALSE(*phone.store->has_server());
}

TEST_CASE(
    "Told to wipe when drained, the phone waits for the backup that holds what arrived, if backups are "
    "made") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  server.safe_seq = 1;  // the bakery
  server.wipe = WipeOrder::drained;
  auto outcome = sync(phone, server);
  CHECK_FALSE(outcome.wiped);
  CHECK(outcome.state == SessionState::done);
  server.safe_seq = server.state.seq;
  outcome = sync(phone, server);
  CHECK(outcome.wiped);
  CHECK(server.last_was_wiped);
  check_empty(phone);
}

TEST_CASE("Told to wipe when drained, the phone first sends an edit made when all seemed to be sent") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  server.wipe = WipeOrder::drained;
  bool edited = false;
  // After the answer that leaves nothing to send, before the store is erased.
  phone.store->set_listener([&](const StoreChange& change) {
    if (edited || !change.outbox) return;
    edited = true;
    REQUIRE(phone.book().put(visit(day_one - hour, "Tangier")));
  });
  const auto outcome = sync(phone, server);
  CHECK(edited);
  CHECK(outcome.wiped);
  CHECK(outcome.sent == 2);
  CHECK(server.state.ops.size() == 3);
  phone.store->set_listener({});
  check_empty(phone);
}

TEST_CASE("Told to wipe now, the phone erases what it could not send, too") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  SECTION("in an answer") {
    server.wipe = WipeOrder::now;
  }
  SECTION("as a revoked device") {
    server.instead = [](const HttpRequest& request) -> std::optional<HttpResponse> {
      if (parse_sync_request(request.body)->wiped) return std::nullopt;
      return HttpResponse{401, error_json({ErrorCode::device_revoked, "Revoked.", ""}, WipeOrder::now),
                          std::nullopt};
    };
  }
  CHECK(sync(phone, server).wiped);
  CHECK(server.last_was_wiped);
  check_empty(phone);
  CHECK(phone.keys.size() == 0);
}

TEST_CASE("Nothing of what was erased is left in the file") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  server.wipe = WipeOrder::now;
  REQUIRE(sync(phone, server).wiped);
  phone.store.reset();
  std::string all;
  for (const auto& file : std::filesystem::directory_iterator(phone.folder.path())) {
    std::ifstream in(file.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  CHECK(all.find("Casablanca") == std::string::npos);
  CHECK(all.find("Marrakesh") == std::string::npos);
}

TEST_CASE("A revoked phone told to wipe when drained keeps what it could not send") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  server.instead = [](const HttpRequest&) {
    return HttpResponse{401, error_json({ErrorCode::device_revoked, "Revoked.", ""}, WipeOrder::drained),
                        std::nullopt};
  };
  const auto outcome = sync(phone, server);
  CHECK_FALSE(outcome.wiped);
  CHECK(outcome.state == SessionState::needs_you);
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("If the last request is lost, it is repeated in the next run, with nothing else") {
  Phone phone;
  FakeServer server(phone.clock);
  fill(phone, server);
  server.wipe = WipeOrder::drained;
  int request = 0;
  LossyTransport lossy(server, [&] { return request++ == 1 ? Fate::request_lost : Fate::arrives; });
  auto outcome = sync(phone, lossy);
  CHECK(outcome.wiped);
  CHECK(outcome.state == SessionState::waiting);
  CHECK_FALSE(server.last_was_wiped);
  check_empty(phone);
  phone.reopen();
  CHECK(*phone.store->has_server());
  outcome = sync(phone, lossy);
  CHECK(outcome.wiped);
  CHECK(outcome.state == SessionState::needs_you);
  CHECK(server.last_was_wiped);
  CHECK(server.requests.back().ops.empty());
  CHECK(phone.keys.size() == 0);
  CHECK_FALSE(*phone.store->has_server());
}
