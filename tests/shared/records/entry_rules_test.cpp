#include <catch2/catch.hpp>

#include "tests/shared/records/bodies.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const std::string good = good_body(RecordType::entry);

std::string entry_verdict(std::string_view member, std::string_view value) {
  return verdict(RecordType::entry, with(good, member, value));
}

std::string number(std::int64_t value) {
  return std::to_string(value);
}

/// An entry between two instants; `end` as JSON text.
std::string between(std::int64_t start, const std::string& end) {
  return verdict(RecordType::entry, with(with(good, "starts_at", number(start)), "ends_at", end));
}

constexpr std::int64_t now_ms = to_ms(now);
constexpr std::int64_t year_2000 = 946'684'800'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

}  // namespace

TEST_CASE("An entry without what it must have is refused with the member named") {
  CHECK(verdict(RecordType::entry, good) == "accepted");
  for (const std::string name : {"specialist_id", "activity", "starts_at", "utc_offset_min", "recorded_at"}) {
    CHECK(verdict(RecordType::entry, without(good, name)) == "missing " + name);
    CHECK(entry_verdict(name, "null") == "missing " + name);
  }
}

TEST_CASE("A start is one tap: an entry without place, contact and end is kept") {
  auto bare = good;
  for (const auto* name : {"place", "contact", "ends_at"}) bare = without(bare, name);
  const auto record = parse_good_id(RecordType::entry, bare);
  REQUIRE(record);
  const auto& entry = std::get<Entry>(*record);
  CHECK(entry.running());
  CHECK_FALSE(entry.place);
  CHECK_FALSE(entry.contact);
  CHECK(entry_verdict("ends_at", "null") == "accepted");
}

TEST_CASE("An entry's members of a wrong type are refused with the member named") {
  for (const std::string name :
       {"specialist_id",    "activity",       "place",          "from_place",    "to_place",
        "place_id",         "from_place_id",  "to_place_id",    "contact",       "starts_at",
        "ends_at",          "utc_offset_min", "participant_id", "employer_id",   "participant_present",
        "hiring_authority", "no_show",        "program",        "miles",         "note",
        "late_reason",      "start_tag",      "end_tag",        "clock_skew_ms", "recorded_at"}) {
    CHECK(entry_verdict(name, "[]") == "wrong_type " + name);
  }
  for (const std::string name : {"starts_at", "ends_at", "recorded_at"}) {
    CHECK(entry_verdict(name, "1772460000000.0") == "wrong_type " + name);
    CHECK(entry_verdict(name, "1.77246e12") == "wrong_type " + name);
    CHECK(entry_verdict(name, "\"2026-03-02T14:00:00Z\"") == "wrong_type " + name);
  }
}

TEST_CASE("Unknown codes and ids that are no UUID are refused") {
  CHECK(entry_verdict("activity", R"("lunch")") == "unknown_code activity");
  for (const std::string name : {"place", "from_place", "to_place"})
    CHECK(entry_verdict(name, R"("office")") == "unknown_code " + name);
  CHECK(entry_verdict("contact", R"("email")") == "unknown_code contact");
  for (const std::string name :
       {"specialist_id", "place_id", "from_place_id", "to_place_id", "participant_id", "employer_id"}) {
    CHECK(entry_verdict(name, R"("12")") == "bad_id " + name);
    CHECK(entry_verdict(name, R"("")") == "bad_id " + name);
    CHECK(entry_verdict(name, R"("0190A5C4-7D2E-7C31-9A55-3F2B8C9D0E1F")") == "bad_id " + name);
    CHECK(entry_verdict(name, "\"" + some_id + "\"") == "accepted");
  }
}

TEST_CASE("An end may equal the start but not come before it") {
  const auto start = now_ms - 5 * hour_ms;
  CHECK(between(start, number(start)) == "accepted");
  CHECK(between(start, number(start - 1)) == "end_before_start ends_at");
  CHECK(between(start, number(std::numeric_limits<std::int64_t>::min() + 1)) == "end_before_start ends_at");
}

TEST_CASE("An entry lasts at most 24 hours") {
  const auto start = now_ms - 30 * hour_ms;
  CHECK(between(start, number(start + day_ms)) == "accepted");
  CHECK(between(start, number(start + day_ms + 1)) == "span_too_long ends_at");
  CHECK(between(start, number(std::numeric_limits<std::int64_t>::max())) == "span_too_long ends_at");
}

TEST_CASE("A start lies between the year 2000 and a day from now") {
  CHECK(between(now_ms + day_ms, "null") == "accepted");
  CHECK(between(now_ms + day_ms + 1, "null") == "start_too_late starts_at");
  CHECK(between(std::numeric_limits<std::int64_t>::max(), "null") == "start_too_late starts_at");
  CHECK(between(year_2000, "null") == "accepted");
  CHECK(between(year_2000 - 1, "null") == "start_too_early starts_at");
  CHECK(between(0, "null") == "start_too_early starts_at");
  CHECK(between(std::numeric_limits<std::int64_t>::min() + 1, "null") == "start_too_early starts_at");
}

TEST_CASE("Numbers keep to their ranges") {
  CHECK(entry_verdict("utc_offset_min", "1080") == "accepted");
  CHECK(entry_verdict("utc_offset_min", "1081") == "out_of_range utc_offset_min");
  CHECK(entry_verdict("utc_offset_min", "-1081") == "out_of_range utc_offset_min");
  CHECK(entry_verdict("miles", "0") == "accepted");
  CHECK(entry_verdict("miles", "12.4") == "accepted");
  CHECK(entry_verdict("miles", "-0.1") == "out_of_range miles");
  CHECK(entry_verdict("miles", "2000.1") == "out_of_range miles");
  CHECK(entry_verdict("miles", "1e400") == "out_of_range miles");
}

TEST_CASE("A note has at most 2,000 code points, a late reason 500") {
  const auto text = [](std::size_t length, const std::string& letter) {
    std::string result = "\"";
    for (std::size_t i = 0; i < length; ++i) result += letter;
    return result + "\"";
  };
  CHECK(entry_verdict("note", text(2000, "\xf0\x9f\x9a\x8c")) == "accepted");
  CHECK(entry_verdict("note", text(2001, "\xf0\x9f\x9a\x8c")) == "too_long note");
  CHECK(entry_verdict("note", text(2000, "a")) == "accepted");
  CHECK(entry_verdict("note", text(2001, "a")) == "too_long note");
  CHECK(entry_verdict("late_reason", text(500, "a")) == "accepted");
  CHECK(entry_verdict("late_reason", text(501, "a")) == "too_long late_reason");
}

TEST_CASE("A program is one of the policy's, where there is a policy") {
  Policy policy;
  const auto in_program = [&](const std::string& program, const Policy* checked) {
    return verdict(RecordType::entry, with(good, "program", "\"" + program + "\""), checked);
  };
  CHECK(in_program("act", &policy) == "accepted");
  CHECK(in_program("vocational", &policy) == "unknown_code program");
  CHECK(in_program("vocational", nullptr) == "accepted");
  policy.programs.emplace_back("vocational");
  CHECK(in_program("vocational", &policy) == "accepted");
  CHECK(verdict(RecordType::entry, good, &policy) == "accepted");
}

TEST_CASE("A tag is a fix in range or a reason for its absence") {
  for (const std::string tag : {"start_tag", "end_tag"}) {
    const auto fix =
        with(good, tag, R"({"at":1772460001000,"lat":43.1,"lon":-75.2,"accuracy_m":8.5,"source":"gps"})");
    const auto bent = [&](const std::string& member, std::string_view value) {
      return verdict(RecordType::entry, with(fix, tag + "." + member, value));
    };
    CHECK(verdict(RecordType::entry, fix) == "accepted");
    CHECK(bent("lat", "90") == "accepted");
    CHECK(bent("lat", "90.1") == "out_of_range " + tag + ".lat");
    CHECK(bent("lat", "-90.1") == "out_of_range " + tag + ".lat");
    CHECK(bent("lon", "180.1") == "out_of_range " + tag + ".lon");
    CHECK(bent("lon", "-180.1") == "out_of_range " + tag + ".lon");
    CHECK(bent("lon", "\"-75\"") == "wrong_type " + tag + ".lon");
    CHECK(bent("accuracy_m", "null") == "accepted");
    CHECK(bent("accuracy_m", "-1") == "out_of_range " + tag + ".accuracy_m");
    CHECK(bent("accuracy_m", "1e999") == "out_of_range " + tag + ".accuracy_m");
    CHECK(bent("source", "\"cell\"") == "unknown_code " + tag + ".source");
    CHECK(bent("at", "null") == "missing " + tag + ".at");
    CHECK(bent("absent", "\"lost\"") == "unknown_code " + tag + ".absent");
    CHECK(verdict(RecordType::entry, with(good, tag, "{}")) == "missing " + tag + ".at");
    CHECK(verdict(RecordType::entry, with(good, tag, "null")) == "accepted");
    for (const std::string reason : {"off", "denied", "timeout", "no_signal", "private_place"})
      CHECK(verdict(RecordType::entry, with(good, tag, R"({"absent":")" + reason + "\"}")) == "accepted");
  }
}

TEST_CASE("Coordinates beside a reason for their absence are not kept") {
  const auto record = parse_good_id(
      RecordType::entry,
      with(
          good, "start_tag",
          R"({"absent":"private_place","at":1772460001000,"lat":43.1,"lon":-75.2,"accuracy_m":8,"source":"gps"})"));
  REQUIRE(record);
  const auto& entry = std::get<Entry>(*record);
  CHECK_FALSE(entry.has_fix());
  CHECK(to_json(entry).find("43.1") == std::string::npos);
  CHECK(to_json(entry).find(R"("start_tag":{"absent":"private_place"})") != std::string::npos);
}

TEST_CASE("Places of the other kind of entry are kept, not refused") {
  auto travel = with(good, "activity", "\"travel\"");
  CHECK(verdict(RecordType::entry, travel) == "accepted");
  CHECK(verdict(RecordType::entry, with(good, "from_place", "\"cafe\"")) == "accepted");
  travel = with(with(travel, "from_place", "\"own_home\""), "to_place", "\"library\"");
  const auto record = parse_good_id(RecordType::entry, travel);
  REQUIRE(record);
  CHECK(to_json(std::get<Entry>(*record)).find(R"("place":"employer_site")") != std::string::npos);
}
