// A client written from sync.md: two devices of one specialist, a conflict and its resolution, the lead's
// week.
#include <boost/json.hpp>
#include <catch2/catch.hpp>
#include <future>

#include "shared/records/natural_key.h"
#include "tests/syncserver/api/agency_server.h"

using namespace waymark;
using namespace waymark::server;
using namespace waymark::test;
namespace bj = boost::json;

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t monday_9_am = 1'780'923'600'000;  // 2026-06-08 09:00 in New York
constexpr Date monday{std::chrono::year{2026} / 6 / 8};

bj::object visit(const Phone& phone, std::int64_t starts_at, std::int64_t length, const char* note = "") {
  return {{"specialist_id", phone.person()}, {"activity", "job_coaching"},
          {"place", "employer_site"},        {"contact", "in_person"},
          {"starts_at", starts_at},          {"ends_at", starts_at + length},
          {"utc_offset_min", -240},          {"note", note},
          {"recorded_at", starts_at}};
}

std::string text(const bj::value& value) {
  return std::string(value.as_string());
}

}  // namespace

TEST_CASE("a day from the phone to the lead's week, with a conflict in between") {
  AgencyServer agency;
  Phone phone(agency, "Ana", "Ana's phone");
  Phone tablet(agency, "Ana", "Ana's tablet");
  REQUIRE(agency.store->set_schedule(phone.person(), monday, {480, 480, 480, 480, 480, 0, 0}, {}));

  const auto made = phone.edit("entry", visit(phone, monday_9_am, 2 * hour, "first"));
  const auto rid = text(made.at("rid"));
  const auto first = phone.sync({made});
  REQUIRE(first.size() == 1);
  CHECK(first[0].at("status") == "head");
  CHECK(phone.sync({made})[0] == first[0]);
  tablet.sync();
  CHECK(tablet.row(rid).at("body").at("note") == "first");

  // Both edit what they see; the phone is first.
  const auto from_tablet = tablet.edit("entry", visit(tablet, monday_9_am, 4 * hour, "tablet"), rid);
  const auto from_phone = phone.edit("entry", visit(phone, monday_9_am, 3 * hour, "phone"), rid);
  CHECK(phone.sync({from_phone})[0].at("status") == "head");
  CHECK(tablet.sync({from_tablet})[0].at("status") == "conflict");
  phone.sync();
  const auto& row = phone.row(rid);
  CHECK(row.at("body").at("note") == "phone");
  REQUIRE(row.at("conflicts").as_array().size() == 1);
  CHECK(row.at("conflicts").at(0).at("device_name") == "Ana's tablet");
  CHECK(row.at("conflicts").at(0).at("body").at("note") == "tablet");

  const auto resolved = phone.edit("entry", visit(phone, monday_9_am, 4 * hour, "both"), rid,
                                   {from_phone.at("op"), from_tablet.at("op")});
  CHECK(phone.sync({resolved})[0].at("status") == "head");
  tablet.sync();
  CHECK(tablet.row(rid).at("conflicts").as_array().empty());
  CHECK(tablet.row(rid).at("body").at("note") == "both");

  const auto history = agency.ask("GET", "/v1/history/" + rid, phone.token());
  REQUIRE(history.status == 200);
  std::vector<std::string> ops;
  for (const auto& op : history.body.at("ops").as_array()) ops.push_back(text(op.at("op")));
  CHECK(ops == std::vector<std::string>{text(made.at("op")), text(from_phone.at("op")),
                                        text(from_tablet.at("op")), text(resolved.at("op"))});

  const auto week =
      agency.ask("GET", "/v1/people/" + phone.person() + "/week?start=2026-06-08", phone.token());
  REQUIRE(week.status == 200);
  CHECK(week.body.at("community_s") == 4 * 3'600);
  CHECK(week.body.at("state") == "open");
  Phone lead(agency, "Lea");
  const auto team = agency.ask("GET", "/v1/team/week?start=2026-06-08", lead.token());
  REQUIRE(team.status == 200);
  CHECK(team.body.at("people").as_array().size() == 2);
  CHECK(team.body.at("heard_from") == 1);
  const auto report = agency.store->verify();
  CHECK(report.ok());
}

TEST_CASE("the week goes from the specialist to the lead, who approves it; later edits are held") {
  AgencyServer agency;
  Phone ana(agency, "Ana");
  Phone lea(agency, "Lea");
  const auto made = ana.edit("entry", visit(ana, monday_9_am, hour));
  const auto rid = text(made.at("rid"));
  const auto submitted = ana.edit(
      "week", {{"specialist_id", ana.person()}, {"week_start", "2026-06-08"}, {"state", "submitted"}},
      week_id(ana.person(), monday));
  const auto results = ana.sync({made, submitted});
  CHECK(results[0].at("status") == "head");
  CHECK(results[1].at("status") == "head");
  const auto approved = lea.edit(
      "approval", {{"specialist_id", ana.person()}, {"week_start", "2026-06-08"}, {"state", "approved"}},
      approval_id(ana.person(), monday));
  CHECK(lea.sync({approved})[0].at("status") == "head");
  CHECK(ana.sync({ana.edit("entry", visit(ana, monday_9_am, 2 * hour), rid)})[0].at("status") == "held");
  const auto week = agency.ask("GET", "/v1/people/" + ana.person() + "/week?start=2026-06-08", lea.token());
  CHECK(week.body.at("state") == "approved");
  CHECK(week.body.at("community_s") == 3'600);
}

TEST_CASE("eight phones at once: everything acknowledged is there, in one gapless order") {
  AgencyServer agency;
  constexpr int phones = 8;
  constexpr int rounds = 6;
  std::vector<std::unique_ptr<Phone>> all;
  for (int i = 0; i < phones; ++i) all.push_back(std::make_unique<Phone>(agency, i % 2 == 0 ? "Ana" : "Ben"));
  const auto before = agency.store->health().seq;
  std::vector<std::future<std::vector<std::int64_t>>> running;
  for (auto& phone : all)
    running.push_back(std::async(std::launch::async, [&phone] {
      std::vector<std::int64_t> numbers;
      for (int round = 0; round < rounds; ++round) {
        bj::array ops;
        for (int i = 0; i < 5; ++i)
          ops.push_back(phone->edit("entry", visit(*phone, monday_9_am + (round * 5 + i) * 60'000, 60'000)));
        for (const auto& result : phone->sync(ops)) numbers.push_back(result.at("seq").as_int64());
      }
      return numbers;
    }));
  std::vector<std::int64_t> numbers;
  for (auto& each : running)
    for (const auto number : each.get()) numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  REQUIRE(numbers.size() == phones * rounds * 5);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    REQUIRE(numbers[i] == before + 1 + static_cast<std::int64_t>(i));
  CHECK(agency.store->verify().ok());
}
