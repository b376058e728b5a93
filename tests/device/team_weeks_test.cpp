// The team's weeks on a lead's phone: asked for, kept, and gone with the phone's store.
#include "mobile/device/team_weeks.h"

#include <catch2/catch.hpp>

#include "shared/sync/message_codec.h"
#include "tests/device/sync_steps.h"

using namespace waymark;
using namespace waymark::device;
using namespace waymark::device::testing;

namespace {

const Date monday{std::chrono::year{2026} / 3 / 2};

TeamWeek week_of_team(Date first, const std::string& name = "Cid Alvarez") {
  TeamWeek week;
  week.team = "North";
  week.week_start = first;
  PersonWeek cid;
  cid.owner = {numbered_id(77), name, "submitted"};
  cid.tally.week_start = first;
  cid.tally.time_zone = "America/New_York";
  cid.tally.policy_from = Date{std::chrono::year{2000} / 1 / 1};
  for (int day = 0; day < 7; ++day) cid.tally.days[static_cast<std::size_t>(day)].date = add_days(first, day);
  cid.tally.work_s = cid.tally.logged_s = 36'000;
  cid.tally.community_s = 21'600;
  cid.last_sync = day_one - hour;
  week.people.push_back(cid);
  week.pooled = {21'600, 36'000};
  week.mean_share = "60.0";
  week.submitted = week.heard_from = 1;
  return week;
}

/// Answers the route from a list of weeks.
class TeamServer final : public Transport {
 public:
  Result<HttpResponse> send(const HttpRequest& request, Abort& abort) override {
    requests.push_back(request);
    if (abort.requested()) return fail(ErrorCode::aborted, "Stopped.");
    if (meanwhile) meanwhile();
    if (failure) return tl::unexpected(*failure);
    if (refusal) return HttpResponse{status, error_json(*refusal), std::nullopt};
    return HttpResponse{200, answer, std::nullopt};
  }

  std::string answer = to_json(week_of_team(monday));
  std::optional<Error> failure, refusal;
  int status = 403;
  std::function<void()> meanwhile;
  std::vector<HttpRequest> requests;
};

void make_lead(Phone& phone) {
  auto identity = **phone.store->identity();
  identity.role = Role::lead;
  REQUIRE(phone.store->sync_side().become(identity));
}

Result<TeamAnswer> fetch(Phone& phone, TeamServer& server, Date first = monday) {
  Abort abort;
  return TeamWeeks(*phone.store).fetch(phone.keys, server, first, abort);
}

Result<std::optional<TeamAnswer>> kept(Phone& phone, Date first = monday) {
  return TeamWeeks(*phone.store).kept(first);
}

}  // namespace

TEST_CASE("A lead's phone asks with its token and keeps the answer with its time") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  const auto answer = fetch(phone, server);
  REQUIRE(answer);
  CHECK(answer->week == week_of_team(monday));
  CHECK(answer->fetched_at == day_one);
  REQUIRE(server.requests.size() == 1);
  CHECK(server.requests[0].method == "GET");
  CHECK(server.requests[0].path == "/v1/team/week?start=2026-03-02");
  CHECK(server.requests[0].token == "token-of-ana");
  CHECK(server.requests[0].body.empty());

  phone.clock.pass(hour);
  phone.reopen();
  const auto later = kept(phone);
  REQUIRE(later);
  REQUIRE(*later);
  CHECK((*later)->week == week_of_team(monday));
  CHECK((*later)->fetched_at == day_one);
  CHECK_FALSE(*kept(phone, add_days(monday, -7)));
}

TEST_CASE("Without a signal the answer before stays, and why there is no newer one is said") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  REQUIRE(fetch(phone, server));
  const auto code = GENERATE(ErrorCode::unreachable, ErrorCode::timed_out, ErrorCode::aborted);
  server.failure = Error{code, "No signal.", ""};
  const auto failed = fetch(phone, server);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == code);
  REQUIRE(*kept(phone));
  CHECK((**kept(phone)).week == week_of_team(monday));
}

TEST_CASE("A newer answer takes the older one's place") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  REQUIRE(fetch(phone, server));
  phone.clock.pass(2 * hour);
  server.answer = to_json(week_of_team(monday, "Cid A. Alvarez"));
  REQUIRE(fetch(phone, server));
  CHECK((**kept(phone)).week.people[0].owner.name == "Cid A. Alvarez");
  CHECK((**kept(phone)).fetched_at == day_one + 2 * hour);
}

TEST_CASE("Only the weeks fetched last are kept") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  for (int back = 0; back <= TeamWeeks::most_kept; ++back) {
    const Date first = add_days(monday, -7 * back);
    server.answer = to_json(week_of_team(first));
    phone.clock.pass(minute);
    REQUIRE(fetch(phone, server, first));
  }
  CHECK_FALSE(*kept(phone));
  for (int back = 1; back <= TeamWeeks::most_kept; ++back) CHECK(*kept(phone, add_days(monday, -7 * back)));
}

TEST_CASE("A person who is no lead asks nothing and sees nothing") {
  Phone phone;
  TeamServer server;
  CHECK_FALSE(*TeamWeeks(*phone.store).is_lead());
  const auto refused = fetch(phone, server);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::forbidden);
  CHECK(server.requests.empty());
  CHECK_FALSE(*kept(phone));
}

TEST_CASE("Who leads is what the person's own record says, once it came") {
  Phone phone;
  FakeServer records(phone.clock);
  const auto say = [&](const char* role) {
    records.put(RecordType::person, ana,
                R"({"name":"Ana","role":")" + std::string(role) + R"(","team":"North"})");
    REQUIRE(sync(phone, records).state == SessionState::done);
  };
  say("lead");
  CHECK(*TeamWeeks(*phone.store).is_lead());
  TeamServer server;
  REQUIRE(fetch(phone, server));
  say("specialist");
  CHECK_FALSE(*TeamWeeks(*phone.store).is_lead());
  CHECK_FALSE(*kept(phone));
  CHECK(fetch(phone, server).error().code == ErrorCode::forbidden);
}

TEST_CASE("A server that says this person leads no team takes back what it told") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  REQUIRE(fetch(phone, server));
  server.refusal = Error{ErrorCode::forbidden, "Only a team's lead sees the team's week.", ""};
  CHECK(fetch(phone, server).error().code == ErrorCode::forbidden);
  CHECK_FALSE(*kept(phone));
}

TEST_CASE("Refusals that sync sees to leave what is kept") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  REQUIRE(fetch(phone, server));
  const auto code = GENERATE(ErrorCode::unauthorized, ErrorCode::device_revoked, ErrorCode::person_disabled,
                             ErrorCode::busy);
  server.refusal = Error{code, "Not now.", ""};
  server.status = code == ErrorCode::busy ? 503 : 401;
  CHECK(fetch(phone, server).error().code == code);
  CHECK(*kept(phone));
}

TEST_CASE("An answer that is none, or of another week, is not kept") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  server.answer = GENERATE(std::string("{}"), std::string("<html>"),
                           to_json(week_of_team(Date{std::chrono::year{2026} / 3 / 9})));
  CHECK_FALSE(fetch(phone, server));
  CHECK_FALSE(*kept(phone));
}

TEST_CASE("Erasing the phone erases the team's weeks") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  REQUIRE(fetch(phone, server));
  REQUIRE(phone.store->sync_side().erase(WipeOrder::now).value_or(false));
  Identity again;  // the same lead enrols the phone anew
  again.device_id = numbered_id(902);
  again.person_id = ana;
  again.role = Role::lead;
  REQUIRE(phone.store->sync_side().become(again));
  CHECK_FALSE(*kept(phone));
}

TEST_CASE("A phone that becomes another lead's shows nothing of the first one's team") {
  Phone phone;
  make_lead(phone);
  TeamServer server;
  const auto become_ben = [&] {
    auto identity = **phone.store->identity();
    identity.person_id = ben;
    REQUIRE(phone.store->sync_side().become(identity));
  };
  SECTION("afterwards") {
    REQUIRE(fetch(phone, server));
    become_ben();
  }
  SECTION("not even when the answer was on its way") {
    server.meanwhile = become_ben;
    CHECK(fetch(phone, server).error().code == ErrorCode::forbidden);
  }
  CHECK(*TeamWeeks(*phone.store).is_lead());
  CHECK_FALSE(*kept(phone));
}
