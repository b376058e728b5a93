#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "shared/ids.h"
#include "shared/records/natural_key.h"

using namespace waymark;

namespace {

/// Every byte the same, so that each bit an id fixes can be seen.
struct SameByte final : RandomSource {
  explicit SameByte(std::uint8_t value) : value(value) {}
  void fill(std::span<std::uint8_t> bytes) override { std::fill(bytes.begin(), bytes.end(), value); }
  std::uint8_t value;
};

const std::string specialist = "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f";
constexpr Date monday{std::chrono::year{2026} / 3 / 2};

}  // namespace

TEST_CASE("An op id is random but for its version and variant") {
  SameByte zeros(0x00);
  SameByte ones(0xff);
  CHECK(make_op_id(zeros) == "00000000-0000-4000-8000-000000000000");
  CHECK(make_op_id(ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST_CASE("A record id begins with its instant, so that ids sort by the time of making") {
  SameByte ones(0xff);
  CHECK(make_record_id(ones, instant_from_ms(0x0190a5c47d2e)) == "0190a5c4-7d2e-7fff-bfff-ffffffffffff");
  SystemRandom random;
  CHECK(make_record_id(random, instant_from_ms(1'772'470'800'000)) <
        make_record_id(random, instant_from_ms(1'772'470'800'001)));
}

TEST_CASE("The system's randomness does not repeat itself") {
  SystemRandom random;
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(make_op_id(random));
  CHECK(ids.size() == 1000);
  for (const auto& id : ids) REQUIRE(is_uuid(id));
}

TEST_CASE("Natural keys give the ids that any other implementation of UUID version 5 gives") {
  CHECK(make_named_id("") == "6c0459d9-13dc-52e8-8906-67327820c310");
  CHECK(schedule_id(specialist, monday) == "ef30fec4-114a-5405-b9ff-f4b80c7eb6ff");
  CHECK(leave_id(specialist, add_days(monday, 1), LeaveKind::sick) == "a9e69ac1-b7f0-575f-aa63-05a13750643b");
  CHECK(week_id(specialist, monday) == "8f624a29-f92f-5ed4-9833-b6f315c9f323");
  CHECK(approval_id(specialist, monday) == "103a412b-8062-57ff-b7f1-569609a8626a");
}

TEST_CASE("Only records with a natural key have a natural id") {
  Schedule schedule;
  schedule.specialist_id = specialist;
  schedule.effective_from = monday;
  CHECK(natural_id(schedule) == schedule_id(specialist, monday));
  Leave leave;
  leave.specialist_id = specialist;
  leave.date = monday;
  leave.kind = LeaveKind::holiday;
  CHECK(natural_id(leave) == leave_id(specialist, monday, LeaveKind::holiday));
  CHECK(natural_id(leave) != leave_id(specialist, monday, LeaveKind::sick));
  WeekRecord week;
  week.specialist_id = specialist;
  week.week_start = monday;
  CHECK(natural_id(week) == week_id(specialist, monday));
  Approval approval;
  approval.specialist_id = specialist;
  approval.week_start = monday;
  CHECK(natural_id(approval) == approval_id(specialist, monday));
  CHECK_FALSE(natural_id(Entry{}));
  CHECK_FALSE(natural_id(Employer{}));
  CHECK_FALSE(natural_id(Policy{}));
}

TEST_CASE("Only 36 characters in lower case with hyphens in place are a UUID") {
  CHECK(is_uuid(specialist));
  for (const std::string text :
       {"", "0190a5c4", "0190A5C4-7d2e-7c31-9a55-3f2b8c9d0e1f", "0190a5c47d2e7c319a553f2b8c9d0e1f",
        "{0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f}", "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1",
        "g190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f", "0190a5c47-d2e-7c31-9a55-3f2b8c9d0e1f",
        "0190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f ", "-190a5c4-7d2e-7c31-9a55-3f2b8c9d0e1f"}) {
    CAPTURE(text);
    CHECK_FALSE(is_uuid(text));
  }
}
