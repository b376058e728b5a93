#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "tests/syncserver/api/agency_server.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

std::string enrolment(const std::string& code, const std::string& token) {
  return bj::serialize(bj::object{{"code", code},
                                  {"token", token},
                                  {"device_name", "Ana's phone"},
                                  {"platform", "android"},
                                  {"app", "1.0.0"}});
}

std::string code_for(AgencyServer& agency, const std::string& name, int minutes = 60) {
  const auto code = agency.store->create_code(agency.person(name), minutes, {});
  REQUIRE(code);
  return code->code;
}

}  // namespace

TEST_CASE("a code enrols one phone, as its person types it, and says who and where it is") {
  AgencyServer agency;
  auto typed = code_for(agency, "Ana");
  for (char& c : typed)
    if (c == '0')
      c = 'o';
    else if (c == '1')
      c = 'l';
    else if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
  typed.insert(4, "-");
  const auto answer = agency.ask("POST", "/v1/enroll", {}, enrolment(typed, make_token(agency.random)));
  REQUIRE(answer.status == 200);
  CHECK(answer.body.at("person").at("id") == bj::value(agency.person("Ana")));
  CHECK(answer.body.at("person").at("name") == "Ana");
  CHECK(answer.body.at("person").at("role") == "specialist");
  CHECK(answer.body.at("agency").at("name") == "North County IPS");
  CHECK(answer.body.at("agency").at("time_zone") == "America/New_York");
  CHECK(answer.body.at("server_time") == to_ms(agency.clock.now()));
}

TEST_CASE("a lost answer is harmless: the same code and token get it again, another token does not") {
  AgencyServer agency;
  const auto code = code_for(agency, "Ana");
  const auto token = make_token(agency.random);
  const auto first = agency.ask("POST", "/v1/enroll", {}, enrolment(code, token));
  const auto again = agency.ask("POST", "/v1/enroll", {}, enrolment(code, token));
  CHECK(first.status == 200);
  CHECK(again.status == 200);
  CHECK(first.body == again.body);
  const auto other = agency.ask("POST", "/v1/enroll", {}, enrolment(code, make_token(agency.random)));
  CHECK(other.status == 401);
  CHECK(other.code() == "bad_code");
  CHECK(other.field() == "code");
  CHECK(agency.store->counts().devices == 1);
}

TEST_CASE("an expired code is a wrong one") {
  AgencyServer agency;
  const auto code = code_for(agency, "Ana", 10);
  agency.clock.pass(std::chrono::minutes(10) + Millis{1});
  CHECK(agency.ask("POST", "/v1/enroll", {}, enrolment(code, make_token(agency.random))).code() ==
        "bad_code");
}

TEST_CASE("after five wrong codes an address waits, also with the right one, and only for a minute") {
  AgencyServer agency;
  const auto right = code_for(agency, "Ana");
  const auto token = make_token(agency.random);
  for (int i = 0; i < 5; ++i)
    CHECK(agency.ask("POST", "/v1/enroll", {}, enrolment("ZZZZZZZ" + std::to_string(i), token)).status ==
          401);
  agency.clock.pass(std::chrono::seconds(20));
  const auto slowed = agency.ask("POST", "/v1/enroll", {}, enrolment(right, token));
  CHECK(slowed.status == 429);
  CHECK(slowed.code() == "slow_down");
  CHECK(slowed.headers.at("retry-after") == "40");
  agency.clock.pass(std::chrono::seconds(40));
  CHECK(agency.ask("POST", "/v1/enroll", {}, enrolment(right, token)).status == 200);
}

TEST_CASE("right codes are never slowed down") {
  AgencyServer agency;
  for (int i = 0; i < 12; ++i)
    CHECK(agency.ask("POST", "/v1/enroll", {}, enrolment(code_for(agency, "Ana"), make_token(agency.random)))
              .status == 200);
}

TEST_CASE("behind a proxy each client has its own tries") {
  SyncServerOptions options;
  options.behind_proxy = true;
  AgencyServer agency(std::move(options));
  const auto ask_as = [&](const std::string& address) {
    return agency
        .ask("POST", "/v1/enroll", {}, enrolment("ZZZZZZZZ", make_token(agency.random)),
             {{"X-Forwarded-For", "1.2.3.4, " + address}})
        .status;
  };
  for (int i = 0; i < 5; ++i) CHECK(ask_as("198.51.100.1") == 401);
  CHECK(ask_as("198.51.100.1") == 429);
  CHECK(ask_as("198.51.100.2") == 401);
}

TEST_CASE("an enrolment that lacks something is told what") {
  AgencyServer agency;
  const auto code = code_for(agency, "Ana");
  const std::vector<std::pair<std::string, bj::value>> wrong = {{"code", nullptr},
                                                                {"token", nullptr},
                                                                {"device_name", nullptr},
                                                                {"token", "short"},
                                                                {"token", bj::string(43, '!')}};
  for (const auto& [member, value] : wrong) {
    auto body = bj::parse(enrolment(code, make_token(agency.random))).as_object();
    body[member] = value;
    const auto answer = agency.ask("POST", "/v1/enroll", {}, bj::serialize(body));
    INFO(member);
    CHECK(answer.status == 400);
    CHECK(answer.field() == member);
  }
  CHECK(agency.ask("POST", "/v1/enroll", {}, "[]").status == 400);
  CHECK(agency.store->counts().devices == 0);
  CHECK(agency.ask("POST", "/v1/enroll", {}, enrolment(code, make_token(agency.random))).status == 200);
}
