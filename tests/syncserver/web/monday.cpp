#include "tests/syncserver/web/monday.h"

#include <catch2/catch.hpp>

#include "shared/records/natural_key.h"

namespace waymark::test {

namespace bj = boost::json;

bj::object entry(const Phone& phone, const std::string& place, std::int64_t starts_at, std::int64_t hours) {
  return {
      {"specialist_id", phone.person()}, {"activity", "job_coaching"}, {"place", place},
      {"contact", "in_person"},          {"starts_at", starts_at},     {"ends_at", starts_at + hours * hour},
      {"utc_offset_min", -240},          {"recorded_at", starts_at}};
}

bj::array log_week(Phone& phone, int community, std::string* first_rid) {
  bj::array ops;
  for (int day = 0; day < 5; ++day) {
    const auto morning = monday_9_am + day * 24 * hour;
    ops.push_back(phone.edit("entry", entry(phone, "employer_site", morning, community)));
    if (day == 0 && first_rid) *first_rid = ops.back().at("rid").as_string();
    ops.push_back(
        phone.edit("entry", entry(phone, "program_site", morning + community * hour, 8 - community)));
  }
  return ops;
}

namespace {

bj::object submission(Phone& phone) {
  return phone.edit("week", {{"specialist_id", phone.person()}, {"week_start", week}, {"state", "submitted"}},
                    week_id(phone.person(), Date{std::chrono::year{2026} / 6 / 8}));
}

}  // namespace

Monday::Monday() : ana(server, "Ana"), ben(server, "Ben"), lea(server) {
  const std::array<int, 7> days = {480, 480, 480, 480, 480, 0, 0};
  for (const auto* name : {"Ana", "Ben"})
    REQUIRE(server.store->set_schedule(server.person(name), Date{std::chrono::year{2026} / 6 / 1}, days, {}));
  server.clock.set(instant_from_ms(monday_9_am + 5 * 24 * hour));
  ana.sync(log_week(ana, 6, &ana_first));
  ben.sync(log_week(ben, 3));
  server.clock.set(instant_from_ms(monday_9_am + 7 * 24 * hour));
  ana.sync({submission(ana)});
  ben.sync({submission(ben)});
  server.give_password("Lea", "lea");
  lea.sign_in("lea");
}

std::string Monday::hire(const std::string& name) {
  server::NewPerson person;
  person.name = name;
  person.team = "North";
  const auto added = server.store->add_person(person, {});
  REQUIRE(added);
  REQUIRE(server.store->set_schedule(added->person_id, Date{std::chrono::year{2026} / 6 / 1}, {}, {}));
  return added->person_id;
}

}  // namespace waymark::test
