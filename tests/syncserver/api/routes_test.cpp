// Every route, every role, every kind of token.
#include "syncserver/api/routes.h"

#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <set>

#include "shared/records/natural_key.h"
#include "tests/syncserver/api/agency_server.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

bj::object visit(const Phone& phone, std::int64_t starts_at, std::int64_t hours = 1) {
  return {{"specialist_id", phone.person()}, {"activity", "employer_visit"},
          {"place", "employer_site"},        {"contact", "in_person"},
          {"starts_at", starts_at},          {"ends_at", starts_at + hours * 3'600'000},
          {"utc_offset_min", -240},          {"recorded_at", starts_at}};
}

constexpr std::int64_t monday_9_am = 1'780'923'600'000;  // 2026-06-08 09:00 in New York

std::string sync_body(int protocol = 1) {
  return bj::serialize(bj::object{{"protocol", protocol},
                                  {"app", "1.0.0"},
                                  {"device_time", monday_9_am},
                                  {"scope", nullptr},
                                  {"cursor", {{"seq", 0}, {"chain", nullptr}}},
                                  {"high", {{"seq", 0}, {"chain", nullptr}}},
                                  {"waiting", 0},
                                  {"needs_you", 0},
                                  {"oldest_waiting_at", nullptr},
                                  {"ops", bj::array()},
                                  {"limit", 500}});
}

/// The routes that ask for a device, as requests a client would make.
struct Asked {
  std::string method, path, body;
};

std::vector<Asked> device_requests(const std::string& person, const std::string& rid) {
  return {{"POST", "/v1/sync", sync_body()},
          {"GET", "/v1/history/" + rid, ""},
          {"GET", "/v1/people/" + person + "/week?start=2026-06-08", ""},
          {"GET", "/v1/team/week?start=2026-06-08", ""}};
}

}  // namespace

TEST_CASE("every route of the API is in this test") {
  AgencyServer agency;
  Throttle tries;
  std::set<std::string> routes;
  for (const auto& route : make_public_router({*agency.store, agency.clock, tries}).routes())
    routes.insert(route.method + " " + route.pattern);
  CHECK(routes == std::set<std::string>{"GET /v1/health", "POST /v1/enroll", "POST /v1/sync",
                                        "GET /v1/history/{rid}", "GET /v1/people/{id}/week",
                                        "GET /v1/team/week"});
}

TEST_CASE("without a good token nothing is told to any role") {
  AgencyServer agency;
  for (const auto* name : {"Ana", "Lea", "Ada"}) {
    Phone phone(agency, name);
    const auto entry = phone.edit("entry", visit(phone, monday_9_am));
    const std::string rid(entry.at("rid").as_string());
    phone.sync({entry});
    for (const auto& [method, path, body] : device_requests(phone.person(), rid)) {
      INFO(name << " " << method << " " << path);
      for (const auto& token : {std::string(), std::string(43, 'B'), phone.token().substr(1),
                                phone.token() + "A", std::string(5'000, 'x'), std::string("' OR 1=1 --")}) {
        const auto answer = agency.ask(method, path, token, body);
        CHECK(answer.status == 401);
        CHECK(answer.code() == "unauthorized");
        CHECK(answer.headers.at("www-authenticate") == "Bearer");
      }
      const auto basic = agency.ask(method, path, {}, body, {{"Authorization", "Basic " + phone.token()}});
      CHECK(basic.status == 401);
    }
  }
}

TEST_CASE("each role is told what is its own") {
  AgencyServer agency;
  Phone ana(agency, "Ana");
  const auto entry = ana.edit("entry", visit(ana, monday_9_am));
  const std::string rid(entry.at("rid").as_string());
  REQUIRE(ana.sync({entry})[0].at("status") == "head");

  // sync, history of Ana's entry, Ana's week, the team's week
  const std::map<std::string, std::vector<int>> expected = {{"Ana", {200, 200, 200, 403}},
                                                            {"Ben", {200, 403, 403, 403}},
                                                            {"Odd", {200, 403, 403, 403}},
                                                            {"Lea", {200, 200, 200, 200}},
                                                            {"Ada", {200, 403, 403, 403}}};
  for (const auto& [name, statuses] : expected) {
    Phone phone(agency, name);
    std::vector<int> got;
    for (const auto& [method, path, body] : device_requests(ana.person(), rid)) {
      const auto answer = agency.ask(method, path, phone.token(), body);
      got.push_back(answer.status);
      if (answer.status == 403) CHECK(answer.code() == "forbidden");
    }
    INFO(name);
    CHECK(got == statuses);
  }
}

TEST_CASE("a revoked device and a disabled person are refused by name, with the wipe order") {
  AgencyServer agency;
  for (const auto* name : {"Ana", "Lea", "Ada"}) {
    Phone lost(agency, name);
    Phone kept(agency, name);
    REQUIRE(agency.store->order_wipe(lost.device(), WipeOrder::now, {}));
    REQUIRE(agency.store->revoke_device(lost.device(), {}));
    const auto requests = device_requests(lost.person(), lost.person());
    for (const auto& [method, path, body] : requests) {
      INFO(name << " " << method << " " << path);
      const auto answer = agency.ask(method, path, lost.token(), body);
      CHECK(answer.status == 401);
      CHECK(answer.code() == "device_revoked");
      CHECK(answer.body.as_object().at("wipe") == "now");
    }
    CHECK(kept.exchange().status == 200);
    REQUIRE(agency.store->disable_person(agency.person(name), {}));
    for (const auto& [method, path, body] : requests) {
      INFO(name << " " << method << " " << path);
      const auto answer = agency.ask(method, path, kept.token(), body);
      CHECK(answer.status == 401);
      CHECK(answer.code() == "person_disabled");
    }
  }
}

TEST_CASE("the last words of a wiped device are heard although it is refused") {
  AgencyServer agency;
  Phone lost(agency, "Ana");
  REQUIRE(agency.store->order_wipe(lost.device(), WipeOrder::now, {}));
  REQUIRE(agency.store->revoke_device(lost.device(), {}));
  auto words = bj::parse(sync_body()).as_object();
  words["wiped"] = true;
  CHECK(agency.ask("POST", "/v1/sync", lost.token(), bj::serialize(words)).code() == "device_revoked");
  const auto devices = agency.store->devices();
  REQUIRE(devices.size() == 1);
  CHECK(devices[0].wiped_at.has_value());
}

TEST_CASE("health says who answers, to anybody") {
  AgencyServer agency;
  const auto answer = agency.ask("GET", "/v1/health");
  CHECK(answer.status == 200);
  const auto& body = answer.body.as_object();
  CHECK(body.size() == 4);
  CHECK(body.at("status") == "ok");
  CHECK(body.at("version") == WAYMARK_VERSION);
  CHECK(body.at("protocol") == 1);
  CHECK(body.at("schema").as_int64() == agency.store->health().schema);
}

TEST_CASE("requests that are wrong are told so by code and field") {
  AgencyServer agency;
  Phone ana(agency, "Ana");
  const auto ask = [&](const std::string& body) { return agency.ask("POST", "/v1/sync", ana.token(), body); };
  CHECK(ask("{").code() == "bad_json");
  CHECK(ask("").code() == "bad_json");
  CHECK(ask("[]").code() == "bad_request");
  CHECK(ask(std::string(40'000, '[')).code() == "bad_json");
  auto request = bj::parse(sync_body()).as_object();
  request["limit"] = 501;
  CHECK(ask(bj::serialize(request)).status == 400);
  CHECK(ask(bj::serialize(request)).field() == "limit");
  request["limit"] = 500;
  request["ops"] = bj::array(201, bj::object());
  CHECK(ask(bj::serialize(request)).status == 413);
  for (const int protocol : {0, 2, 99}) {
    const auto answer = ask(sync_body(protocol));
    CHECK(answer.status == 426);
    CHECK(answer.code() == "upgrade_required");
    CHECK(answer.body.as_object().at("min_protocol") == 1);
  }
  for (const auto* query : {"", "?start=", "?start=tomorrow", "?start=2026-06-09", "?start=2026-02-30"}) {
    INFO(query);
    for (const auto& path : {"/v1/people/" + ana.person() + "/week", std::string("/v1/team/week")}) {
      Phone lead(agency, "Lea");
      const auto answer = agency.ask("GET", path + query, lead.token());
      CHECK(answer.status == 400);
      CHECK(answer.code() == "bad_request");
      CHECK(answer.field() == "start");
    }
  }
  CHECK(agency.ask("GET", "/v1/history/nonsense", ana.token()).status == 404);
  CHECK(agency.ask("GET", "/v1/history/" + make_op_id(agency.random), ana.token()).status == 404);
  CHECK(agency.ask("GET", "/v1/people/nobody/week?start=2026-06-08", ana.token()).status == 404);
  CHECK(agency.ask("GET", "/v1/nothing", ana.token()).status == 404);
  const auto wrong_method = agency.ask("GET", "/v1/sync", ana.token());
  CHECK(wrong_method.status == 405);
  CHECK(wrong_method.headers.at("allow") == "POST");
}

TEST_CASE("commands are not on the network") {
  AgencyServer agency;
  CHECK(agency.ask("POST", "/command/user-list", {}, "{}").status == 404);
}
