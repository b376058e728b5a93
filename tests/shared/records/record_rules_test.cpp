#include <catch2/catch.hpp>

#include "tests/shared/records/bodies.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::string bent(RecordType type, std::string_view member, std::string_view value,
                 const Policy* policy = nullptr) {
  return verdict(type, with(good_body(type), member, value), policy);
}

std::string lacking(RecordType type, std::string_view member) {
  return verdict(type, without(good_body(type), member));
}

}  // namespace

TEST_CASE("Every type's good body is accepted and says what type it is") {
  for (const auto type : every_type) {
    CAPTURE(to_wire(type));
    const auto record = parse_good_id(type, good_body(type));
    REQUIRE(record);
    CHECK(type_of(*record) == type);
    std::visit([&](const auto& one) { CHECK(one.id == good_rid(type)); }, *record);
  }
}

TEST_CASE("A body that is no object is refused") {
  for (const auto type : every_type) {
    CHECK(verdict(type, "[]") == "wrong_type body");
    CHECK(verdict(type, "null") == "wrong_type body");
    CHECK(verdict(type, "{\"name\":") == "bad_json ");
  }
}

TEST_CASE("What a record must have is missed by name") {
  const auto all_missed = [](RecordType type, std::initializer_list<const char*> names) {
    for (const std::string name : names) CHECK(lacking(type, name) == "missing " + name);
  };
  all_missed(RecordType::employer, {"name"});
  all_missed(RecordType::participant, {"code", "program", "status", "entered_on", "specialist_id"});
  all_missed(RecordType::job,
             {"participant_id", "employer_id", "title", "hours_per_week", "starts_on", "kind"});
  all_missed(RecordType::schedule, {"specialist_id", "effective_from", "minutes"});
  all_missed(RecordType::leave, {"specialist_id", "date", "minutes", "kind"});
  all_missed(RecordType::week, {"specialist_id", "week_start", "state"});
  all_missed(RecordType::approval, {"specialist_id", "week_start", "state"});
  all_missed(RecordType::policy, {"effective_from", "time_zone"});
  all_missed(RecordType::person, {"name", "role", "team"});
  all_missed(RecordType::place, {"name", "kind", "lat", "lon", "radius_m"});
}

TEST_CASE("Names are never empty and at most 200 characters") {
  const auto long_name = "\"" + std::string(201, 'n') + "\"";
  for (const auto type : {RecordType::employer, RecordType::person, RecordType::place}) {
    CHECK(bent(type, "name", "\"\"") == "missing name");
    CHECK(bent(type, "name", long_name) == "too_long name");
    CHECK(bent(type, "name", "\"" + std::string(200, 'n') + "\"") == "accepted");
    CHECK(bent(type, "name", R"("Dana\u0000")") == "wrong_type name");
  }
  CHECK(bent(RecordType::participant, "code", long_name) == "too_long code");
  CHECK(bent(RecordType::job, "title", long_name) == "too_long title");
}

TEST_CASE("An employer's coordinates and next step are checked") {
  CHECK(bent(RecordType::employer, "lat", "91") == "out_of_range lat");
  CHECK(bent(RecordType::employer, "lon", "-181") == "out_of_range lon");
  CHECK(bent(RecordType::employer, "next_step_on", "\"2026-02-29\"") == "bad_date next_step_on");
  CHECK(bent(RecordType::employer, "next_step_on", "\"2026-03-09\"") == "accepted");
  CHECK(bent(RecordType::employer, "note", "\"" + std::string(2001, 'n') + "\"") == "too_long note");
}

TEST_CASE("A record is about a day whose week can be written down") {
  for (const auto* day : {"\"0000-01-01\"", "\"1899-12-31\"", "\"3000-01-01\"", "\"9999-12-31\""})
    CHECK(bent(RecordType::participant, "entered_on", day) == "bad_date entered_on");
  for (const auto* day : {"\"1900-01-01\"", "\"2999-12-31\""})
    CHECK(bent(RecordType::participant, "entered_on", day) == "accepted");
}

TEST_CASE("A participant's program is one of the policy's") {
  const Policy policy;
  CHECK(bent(RecordType::participant, "program", "\"core_psr\"", &policy) == "accepted");
  CHECK(bent(RecordType::participant, "program", "\"ssi\"", &policy) == "unknown_code program");
  CHECK(bent(RecordType::participant, "entered_on", "\"12/01/2026\"") == "bad_date entered_on");
  CHECK(bent(RecordType::participant, "part2", "1") == "wrong_type part2");
}

TEST_CASE("A job's hours fit a week and its end follows its start") {
  CHECK(bent(RecordType::job, "hours_per_week", "168") == "accepted");
  CHECK(bent(RecordType::job, "hours_per_week", "168.5") == "out_of_range hours_per_week");
  CHECK(bent(RecordType::job, "hours_per_week", "-1") == "out_of_range hours_per_week");
  CHECK(bent(RecordType::job, "ends_on", "\"2026-02-02\"") == "accepted");
  CHECK(bent(RecordType::job, "ends_on", "\"2026-02-01\"") == "end_before_start ends_on");
  CHECK(bent(RecordType::job, "kind", "\"sheltered\"") == "unknown_code kind");
}

TEST_CASE("A schedule has seven days of at most 24 hours") {
  CHECK(bent(RecordType::schedule, "minutes", "[0,0,0,0,0,0,1440]") == "accepted");
  CHECK(bent(RecordType::schedule, "minutes", "[0,0,0,0,0,0,1441]") == "out_of_range minutes");
  CHECK(bent(RecordType::schedule, "minutes", "[-1,0,0,0,0,0,0]") == "out_of_range minutes");
  CHECK(bent(RecordType::schedule, "minutes", "[0,0,0,0,0,0]") == "out_of_range minutes");
  CHECK(bent(RecordType::schedule, "minutes", "[0,0,0,0,0,0,0,0]") == "out_of_range minutes");
  CHECK(bent(RecordType::schedule, "minutes", "[0,0,0,0.5,0,0,0]") == "wrong_type minutes");
  CHECK(bent(RecordType::schedule, "minutes", "450") == "wrong_type minutes");
  CHECK(bent(RecordType::leave, "minutes", "1440") == "accepted");
  CHECK(bent(RecordType::leave, "minutes", "1441") == "out_of_range minutes");
}

TEST_CASE("A week is named by its first day, which the policy decides") {
  Policy monday_agency;
  Policy sunday_agency;
  sunday_agency.week_starts_on = WeekStart::sun;
  for (const auto type : {RecordType::week, RecordType::approval}) {
    CHECK(verdict(type, good_body(type), &monday_agency) == "accepted");
    CHECK(verdict(type, good_body(type), &sunday_agency) == "bad_date week_start");
    CHECK(bent(type, "week_start", "\"2026-03-03\"", &monday_agency) == "bad_date week_start");
    CHECK(bent(type, "week_start", "\"2026-3-2\"", &monday_agency) == "bad_date week_start");
  }
}

TEST_CASE("A record with a natural key has the id that follows from it") {
  for (const auto type : {RecordType::schedule, RecordType::leave, RecordType::week, RecordType::approval}) {
    CAPTURE(to_wire(type));
    const auto other = parse_record(type, good_body(type), {random_rid, now, nullptr});
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::bad_id);
    CHECK(other.error().field == "rid");
  }
  CHECK(bent(RecordType::leave, "kind", "\"vacation\"") == "bad_id rid");
  CHECK(bent(RecordType::leave, "minutes", "60") == "accepted");
  CHECK(bent(RecordType::week, "state", "\"open\"") == "accepted");
}

TEST_CASE("A policy's missing members take the defaults of the standard") {
  const auto record = parse_good_id(RecordType::policy, good_body(RecordType::policy));
  REQUIRE(record);
  Policy expected;
  expected.id = random_rid;
  expected.time_zone = "America/New_York";
  CHECK(std::get<Policy>(*record) == expected);
}

TEST_CASE("A policy that cannot be worked with is refused") {
  const auto policy = [](std::string_view member, std::string_view value) {
    return bent(RecordType::policy, member, value);
  };
  CHECK(policy("time_zone", "\"America/Atlantis\"") == "unknown_zone time_zone");
  CHECK(policy("time_zone", "\"\"") == "missing time_zone");
  CHECK(policy("week_starts_on", "\"sat\"") == "unknown_code week_starts_on");
  CHECK(policy("minimum_percent", "0") == "out_of_range minimum_percent");
  CHECK(policy("minimum_percent", "65") == "accepted");
  CHECK(policy("minimum_percent", "66") == "out_of_range recommended_percent");
  CHECK(policy("recommended_percent", "101") == "out_of_range recommended_percent");
  CHECK(policy("no_show_cap_minutes", "-1") == "out_of_range no_show_cap_minutes");
  CHECK(policy("running_cap_hours", "0") == "out_of_range running_cap_hours");
  CHECK(policy("running_cap_hours", "25") == "out_of_range running_cap_hours");
  CHECK(policy("fidelity_anchors", "[30,40,50]") == "out_of_range fidelity_anchors");
  CHECK(policy("fidelity_anchors", "[30,50,40,65]") == "out_of_range fidelity_anchors");
  CHECK(policy("fidelity_anchors", "[30,40,40,65]") == "out_of_range fidelity_anchors");
  CHECK(policy("fidelity_anchors", "[20,40,60,80]") == "accepted");
  CHECK(policy("holidays", "[\"2026-07-04\"]") == "accepted");
  CHECK(policy("holidays", "[\"July 4\"]") == "bad_date holidays");
  CHECK(policy("programs", "[]") == "accepted");
  CHECK(policy("programs", "[1]") == "wrong_type programs");
  CHECK(policy("commute_is_work", "\"no\"") == "wrong_type commute_is_work");
  CHECK(policy("effective_from", "\"2026-00-01\"") == "bad_date effective_from");
}

TEST_CASE("A known place is no home and has a sensible radius") {
  CHECK(bent(RecordType::place, "kind", "\"own_home\"") == "unknown_code kind");
  CHECK(bent(RecordType::place, "kind", "\"participant_home\"") == "unknown_code kind");
  CHECK(bent(RecordType::place, "kind", "\"program_site\"") == "accepted");
  CHECK(bent(RecordType::place, "radius_m", "10") == "accepted");
  CHECK(bent(RecordType::place, "radius_m", "9.9") == "out_of_range radius_m");
  CHECK(bent(RecordType::place, "radius_m", "5001") == "out_of_range radius_m");
  CHECK(bent(RecordType::place, "lat", "-91") == "out_of_range lat");
}

TEST_CASE("A person has a role, and an admin needs no team") {
  CHECK(bent(RecordType::person, "role", "\"boss\"") == "unknown_code role");
  CHECK(bent(RecordType::person, "team", "\"\"") == "accepted");
  CHECK(bent(RecordType::person, "team", "7") == "wrong_type team");
}

TEST_CASE("The policy for a week is the newest in force on its first day, or else the first there is") {
  const auto from = [](int year) {
    Policy policy;
    policy.effective_from = Date{std::chrono::year{year} / 1 / 1};
    return policy;
  };
  const std::vector<Policy> policies = {from(2026), from(2020), from(2024)};
  const auto year_for = [&](int year, unsigned day) {
    return static_cast<int>(
        policy_for(policies, Date{std::chrono::year{year} / std::chrono::month{1} / std::chrono::day{day}})
            .effective_from.year());
  };
  CHECK(year_for(2027, 1) == 2026);
  CHECK(year_for(2026, 1) == 2026);
  CHECK(year_for(2025, 31) == 2024);
  CHECK(year_for(2020, 1) == 2020);
  CHECK(year_for(2019, 1) == 2020);
}
