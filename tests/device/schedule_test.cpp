// When to sync (sync.md, "The device's session").
#include "mobile/device/sync_schedule.h"

#include <catch2/catch.hpp>

#include "tests/device/device_world.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

constexpr Millis second{1000};

SyncOutcome done() {
  return {};
}

SyncOutcome failed(ErrorCode code = ErrorCode::unreachable, std::optional<Millis> retry_after = {}) {
  SyncOutcome outcome;
  outcome.state = SessionState::waiting;
  outcome.error = Error{code, "", ""};
  outcome.retry_after = retry_after;
  return outcome;
}

SyncOutcome blocked() {
  SyncOutcome outcome;
  outcome.state = SessionState::needs_you;
  outcome.error = Error{ErrorCode::device_revoked, "", ""};
  return outcome;
}

/// Enrolled, online, in the foreground, its first sync done.
struct Settled {
  Settled() {
    schedule.set_enrolled(true, now);
    run(done());
  }
  void run(const SyncOutcome& outcome) {
    schedule.started(now);
    schedule.finished(outcome, now);
  }
  SeededRandom random{3};
  SyncSchedule schedule{random};
  Instant now = day_one;
};

}  // namespace

TEST_CASE("Nothing is due before enrolment, and at once after it") {
  SeededRandom random(1);
  SyncSchedule schedule(random);
  schedule.committed(day_one);
  CHECK_FALSE(schedule.next());
  schedule.set_enrolled(true, day_one);
  CHECK(schedule.due(day_one));
}

TEST_CASE("Two seconds after a commit it is due, whatever else is committed in between") {
  Settled phone;
  phone.schedule.committed(phone.now);
  CHECK_FALSE(phone.schedule.due(phone.now + second));
  phone.schedule.committed(phone.now + second);
  CHECK(phone.schedule.due(phone.now + 2 * second));
}

TEST_CASE("While a sync runs none is due; what was committed meanwhile is due after it") {
  Settled phone;
  phone.schedule.started(phone.now);
  phone.schedule.committed(phone.now);
  CHECK_FALSE(phone.schedule.next());
  phone.schedule.finished(done(), phone.now + second);
  CHECK(phone.schedule.due(phone.now + 2 * second));
}

TEST_CASE("In the foreground news are asked for every quarter of an hour, in the background not") {
  Settled phone;
  CHECK(*phone.schedule.next() == phone.now + SyncSchedule::refresh_every);
  phone.schedule.set_foreground(false, phone.now);
  CHECK_FALSE(phone.schedule.next());
  phone.schedule.committed(phone.now);
  CHECK(phone.schedule.due(phone.now + 2 * second));
}

TEST_CASE("Failures back off from 5 s to 15 min, with jitter, and a success begins anew") {
  Settled phone;
  Millis longest{0};
  for (int failure = 0; failure < 20; ++failure) {
    phone.run(failed());
    const auto wait = *phone.schedule.next() - phone.now;
    CHECK(wait >= SyncSchedule::shortest_back_off);
    CHECK(wait <= SyncSchedule::longest_back_off);
    if (failure == 0) CHECK(wait <= 10 * second);
    if (failure >= 10) CHECK(wait >= SyncSchedule::longest_back_off / 2);
    longest = std::max(longest, wait);
    phone.now += wait;
  }
  CHECK(longest > SyncSchedule::longest_back_off / 2);
  phone.run(done());
  phone.run(failed());
  CHECK(*phone.schedule.next() - phone.now <= 10 * second);
}

TEST_CASE("Two phones cut off together do not come back together") {
  Settled one;
  Settled other;
  other.random = SeededRandom(4);
  for (int failure = 0; failure < 6; ++failure) {
    one.run(failed());
    other.run(failed());
  }
  CHECK(*one.schedule.next() != *other.schedule.next());
}

TEST_CASE("A network that comes back and an app that comes to the front end the wait") {
  Settled phone;
  for (int failure = 0; failure < 8; ++failure) phone.run(failed());
  SECTION("network") {
    phone.schedule.set_connectivity({false, false}, phone.now);
    CHECK_FALSE(phone.schedule.next());
    phone.schedule.set_connectivity({true, false}, phone.now + second);
  }
  SECTION("foreground") {
    phone.schedule.set_foreground(false, phone.now);
    phone.schedule.set_foreground(true, phone.now + second);
  }
  CHECK(phone.schedule.due(phone.now + second));
}

TEST_CASE("Connectivity that only repeats what was known changes nothing") {
  Settled phone;
  phone.run(failed());
  const auto before = phone.schedule.next();
  phone.schedule.set_connectivity({true, false}, phone.now);
  phone.schedule.set_foreground(true, phone.now);
  CHECK(phone.schedule.next() == before);
}

TEST_CASE("The server's Retry-After holds against all that would be at once") {
  Settled phone;
  phone.run(failed(ErrorCode::slow_down, Millis{60 * second}));
  phone.schedule.committed(phone.now);
  phone.schedule.set_foreground(false, phone.now);
  phone.schedule.set_foreground(true, phone.now);
  phone.schedule.requested(phone.now);
  CHECK(*phone.schedule.next() == phone.now + 60 * second);
  phone.now += 60 * second;
  phone.run(done());
  phone.schedule.requested(phone.now);
  CHECK(phone.schedule.due(phone.now));
}

TEST_CASE("Wi-Fi only waits on a metered network, says so, and lets the button pass") {
  Settled phone;
  phone.schedule.set_connectivity({true, true}, phone.now);
  phone.schedule.committed(phone.now);
  CHECK(phone.schedule.next());
  phone.schedule.set_wifi_only(true, phone.now);
  CHECK_FALSE(phone.schedule.next());
  CHECK(phone.schedule.waits_for_wifi());
  SECTION("the button") {
    phone.schedule.requested(phone.now);
  }
  SECTION("Wi-Fi") {
    phone.schedule.set_connectivity({true, false}, phone.now);
  }
  SECTION("the setting") {
    phone.schedule.set_wifi_only(false, phone.now);
  }
  CHECK(phone.schedule.due(phone.now));
}

TEST_CASE("When only a person can help, automatic tries pause until the foreground or the button") {
  Settled phone;
  phone.run(blocked());
  CHECK(phone.schedule.blocked());
  phone.schedule.committed(phone.now);
  phone.schedule.set_connectivity({false, false}, phone.now);
  phone.schedule.set_connectivity({true, false}, phone.now);
  CHECK_FALSE(phone.schedule.next());
  SECTION("the button") {
    phone.schedule.requested(phone.now);
  }
  SECTION("foreground") {
    phone.schedule.set_foreground(false, phone.now);
    phone.schedule.set_foreground(true, phone.now);
  }
  SECTION("enrolled anew") {
    phone.schedule.set_enrolled(false, phone.now);
    phone.schedule.set_enrolled(true, phone.now);
  }
  CHECK(phone.schedule.due(phone.now));
  CHECK_FALSE(phone.schedule.blocked());
}

TEST_CASE("Records that need a person do not block what else is to be synced") {
  Settled phone;
  SyncOutcome needs_you;
  needs_you.state = SessionState::needs_you;
  phone.run(needs_you);
  CHECK_FALSE(phone.schedule.blocked());
  CHECK(phone.schedule.next());
}

TEST_CASE("A sync a person stopped is neither a failure nor tried again at once") {
  Settled phone;
  phone.run(failed(ErrorCode::aborted));
  CHECK(*phone.schedule.next() == phone.now + SyncSchedule::refresh_every);
  phone.schedule.committed(phone.now);
  CHECK(phone.schedule.due(phone.now + 2 * second));
}

TEST_CASE("A run that found another one going on changes nothing") {
  Settled phone;
  phone.schedule.started(phone.now);
  SyncOutcome busy;
  busy.state = SessionState::waiting;
  busy.busy = true;
  phone.schedule.finished(busy, phone.now);
  CHECK_FALSE(phone.schedule.next());
  phone.schedule.finished(done(), phone.now);
  CHECK(phone.schedule.next());
}
