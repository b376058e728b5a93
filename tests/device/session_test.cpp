// One sync as a job: its states, errors, batches, abort (sync.md, "The device's session").
#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <thread>

#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

/// What the server says when it refuses a whole request.
void refuse_with(FakeServer& server, int status, const Error& error, std::optional<Millis> retry_after = {},
                 WipeOrder wipe = WipeOrder::none) {
  server.instead = [=](const HttpRequest&) {
    return HttpResponse{status, error_json(error, wipe), retry_after};
  };
}

struct Session {
  explicit Session(Phone& phone, Transport& transport)
      : session(*phone.store, phone.keys, transport, "1.2.3") {}
  SyncOutcome run() {
    Abort abort;
    return session.run(abort, [this](const SyncProgress& step) { steps.push_back(step); });
  }
  SyncSession session;
  std::vector<SyncProgress> steps;
};

class FailingTransport final : public Transport {
 public:
  explicit FailingTransport(ErrorCode code) : code_(code) {}
  Result<HttpResponse> send(const HttpRequest&, Abort&) override { return fail(code_, "It did not work."); }

 private:
  ErrorCode code_;
};

}  // namespace

TEST_CASE("When little waits one round trip is enough") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 15; ++i) REQUIRE(phone.book().put(visit(day_one + i * hour)));
  Session session(phone, server);
  const auto outcome = session.run();
  CHECK(outcome.state == SessionState::done);
  CHECK(outcome.sent == 15);
  CHECK(server.requests.size() == 1);
  CHECK(phone.store->counts()->waiting == 0);
  CHECK(*phone.store->counts()->last_success_at == phone.clock.now());
}

TEST_CASE("A request says what the admin's page shows") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.book().put(visit(day_one)));
  phone.clock.pass(hour);
  REQUIRE(phone.book().put(visit(day_one + hour)));
  REQUIRE(Session(phone, server).run().state == SessionState::done);
  const auto& request = server.requests.front();
  CHECK(request.app == "1.2.3");
  CHECK(request.device_time == phone.clock.now());
  CHECK(request.waiting == 2);
  CHECK(request.needs_you == 0);
  CHECK(request.oldest_waiting_at == day_one);
  CHECK(server.tokens.front() == "token-of-ana");
}

TEST_CASE("The states are passed through in order, and progress grows to its total") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 450; ++i) REQUIRE(phone.book().put(visit(day_one - i * hour)));
  for (int i = 0; i < 700; ++i) server.put(RecordType::employer, numbered_id(i), R"({"name":"E"})");
  Session session(phone, server);
  REQUIRE(session.run().state == SessionState::done);
  REQUIRE(session.steps.size() >= 4);
  CHECK(session.steps.front().state == SessionState::sending);
  CHECK(session.steps.back().state == SessionState::done);
  CHECK(session.steps.back().done == session.steps.back().total);
  std::int64_t done = 0;
  for (const auto& step : session.steps) {
    CHECK(step.done >= done);
    CHECK(step.done <= step.total);
    done = step.done;
  }
  CHECK(session.session.state() == SessionState::done);
  // At most 200 ops a request, and as many pages as it takes.
  CHECK(server.requests.size() >= 3);
  for (const auto& request : server.requests) CHECK(request.ops.size() <= 200);
  CHECK(server.requests.front().ops.size() == 200);
}

TEST_CASE("A body never passes 256 KiB") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 60; ++i) {
    const std::string text(2000, '\x01');  // six bytes each on the wire
    auto entry = visit(day_one - i * hour);
    entry.note = std::string(1900, 'n');
    entry.late_reason = std::string(400, 'r');
    entry.extra = R"({"more":")" + std::string(9000, 'x') + R"("})";
    REQUIRE(phone.book().put(entry));
  }
  std::size_t longest = 0;
  server.instead = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
    longest = std::max(longest, request.body.size());
    return std::nullopt;
  };
  REQUIRE(Session(phone, server).run().state == SessionState::done);
  CHECK(longest <= max_sync_bytes);
  CHECK(longest > max_sync_bytes / 2);
  CHECK(server.requests.size() >= 3);
}

TEST_CASE("Batches shrink after a timeout and grow back") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 300; ++i) REQUIRE(phone.book().put(visit(day_one - i * hour)));
  int timeouts = 2;
  LossyTransport weak(server, [&] { return timeouts-- > 0 ? Fate::times_out : Fate::arrives; });
  Session session(phone, weak);
  CHECK(session.run().error->code == ErrorCode::timed_out);
  CHECK(session.session.batch_ops() == 50);
  CHECK(session.run().error->code == ErrorCode::timed_out);
  CHECK(session.session.batch_ops() == 12);
  CHECK(session.session.page_rows() < 500);
  CHECK(session.run().state == SessionState::done);
  REQUIRE(server.requests.size() >= 4);
  CHECK(server.requests[0].ops.size() == 12);
  CHECK(server.requests[1].ops.size() == 24);
  CHECK(session.session.batch_ops() == 200);
  CHECK(session.session.page_rows() == 500);
}

TEST_CASE("A request the server finds too large is cut until it fits") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 100; ++i) REQUIRE(phone.book().put(visit(day_one - i * hour)));
  server.instead = [&](const HttpRequest& request) -> std::optional<HttpResponse> {
    if (parse_sync_request(request.body)->ops.size() <= 20) return std::nullopt;
    return HttpResponse{413, error_json({ErrorCode::too_large, "Too large.", ""}), std::nullopt};
  };
  CHECK(Session(phone, server).run().state == SessionState::done);
  CHECK(phone.store->counts()->waiting == 0);
  REQUIRE_FALSE(server.requests.empty());
  for (const auto& request : server.requests) CHECK(request.ops.size() <= 20);
}

TEST_CASE("What the network does to a request is told by its code, and loses nothing") {
  const auto code = GENERATE(ErrorCode::unreachable, ErrorCode::timed_out);
  Phone phone;
  REQUIRE(phone.book().put(visit(day_one)));
  FailingTransport transport(code);
  Session session(phone, transport);
  const auto outcome = session.run();
  CHECK(outcome.state == SessionState::waiting);
  CHECK(outcome.error->code == code);
  CHECK(phone.store->counts()->waiting == 1);
  CHECK(session.session.state() == SessionState::waiting);
}

TEST_CASE("Refusals only a person can mend keep the outbox, and capture goes on") {
  const auto [status, code] = GENERATE(table<int, ErrorCode>({{401, ErrorCode::unauthorized},
                                                              {401, ErrorCode::device_revoked},
                                                              {401, ErrorCode::person_disabled},
                                                              {403, ErrorCode::forbidden},
                                                              {426, ErrorCode::upgrade_required}}));
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.book().put(visit(day_one)));
  refuse_with(server, status, {code, "No.", ""});
  const auto outcome = Session(phone, server).run();
  CHECK(outcome.state == SessionState::needs_you);
  CHECK(outcome.error->code == code);
  CHECK_FALSE(outcome.wiped);
  CHECK(phone.store->counts()->waiting == 1);
  CHECK(phone.book().put(visit(day_one + hour)));
  server.instead = nullptr;
  CHECK(Session(phone, server).run().sent == 2);
}

TEST_CASE("A server that asks for patience is given it") {
  const auto [status, code] = GENERATE(table<int, ErrorCode>(
      {{429, ErrorCode::slow_down}, {503, ErrorCode::busy}, {500, ErrorCode::internal}}));
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.book().put(visit(day_one)));
  refuse_with(server, status, {code, "Later.", ""}, Millis{42'000});
  const auto outcome = Session(phone, server).run();
  CHECK(outcome.state == SessionState::waiting);
  CHECK(outcome.error->code == code);
  CHECK(outcome.retry_after == Millis{42'000});
  CHECK(phone.store->counts()->waiting == 1);
}

TEST_CASE("An answer that is none changes nothing") {
  Phone phone;
  FakeServer server(phone.clock);
  REQUIRE(phone.book().put(visit(day_one)));
  server.instead = [](const HttpRequest&) { return HttpResponse{200, R"({"protocol":1})", std::nullopt}; };
  const auto outcome = Session(phone, server).run();
  CHECK(outcome.state == SessionState::waiting);
  REQUIRE(outcome.error);
  CHECK(phone.store->counts()->waiting == 1);
  CHECK_FALSE(phone.store->counts()->last_contact_at);
}

TEST_CASE("A server that always says more without giving any does not hold the phone") {
  Phone phone;
  FakeServer server(phone.clock);
  server.instead = [&](const HttpRequest&) {
    SyncResponse endless;
    endless.server_time = phone.clock.now();
    endless.high = {9, "x"};
    endless.more = true;
    return HttpResponse{200, to_json(endless), std::nullopt};
  };
  CHECK(Session(phone, server).run().error->code == ErrorCode::internal);
  server.instead = [&](const HttpRequest&) {
    SyncResponse again;
    again.server_time = phone.clock.now();
    again.diverged = true;
    return HttpResponse{200, to_json(again), std::nullopt};
  };
  CHECK(Session(phone, server).run().error->code == ErrorCode::busy);
}

TEST_CASE("A sync can be stopped between requests") {
  Phone phone;
  FakeServer server(phone.clock);
  for (int i = 0; i < 450; ++i) REQUIRE(phone.book().put(visit(day_one - i * hour)));
  Abort abort;
  server.instead = [&](const HttpRequest&) -> std::optional<HttpResponse> {
    abort.request();
    return std::nullopt;
  };
  SyncSession session(*phone.store, phone.keys, server, "1.0.0");
  const auto outcome = session.run(abort);
  CHECK(outcome.state == SessionState::waiting);
  CHECK(outcome.error->code == ErrorCode::aborted);
  CHECK(outcome.sent == 200);
  CHECK(server.requests.size() == 1);
}

TEST_CASE("At most one sync runs at a time") {
  Phone phone;
  FakeServer server(phone.clock);
  std::promise<void> inside, go_on;
  server.instead = [&](const HttpRequest&) -> std::optional<HttpResponse> {
    inside.set_value();
    go_on.get_future().wait();
    return std::nullopt;
  };
  SyncSession session(*phone.store, phone.keys, server, "1.0.0");
  SyncOutcome first;
  std::thread other([&] {
    Abort abort;
    first = session.run(abort);
  });
  inside.get_future().wait();
  Abort abort;
  const auto second = session.run(abort);
  CHECK(second.busy);
  CHECK(second.state == SessionState::waiting);
  CHECK(phone.book().put(visit(day_one)));  // and capture goes on meanwhile
  server.instead = nullptr;
  go_on.set_value();
  other.join();
  CHECK(first.state == SessionState::done);
}

TEST_CASE("A phone that is not enrolled asks nobody") {
  Phone phone(1, false);
  FakeServer server(phone.clock);
  const auto outcome = Session(phone, server).run();
  CHECK(outcome.state == SessionState::needs_you);
  CHECK(outcome.error->code == ErrorCode::unauthorized);
  CHECK(server.requests.empty());
}
