#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "shared/records/json_fields.h"
#include "tests/shared/records/bodies.h"
#include "tests/shared/records/generators.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

template <class R>
Result<Record> stored(const Record& record) {
  auto read = read_stored<R>(body_of(record), id_of(record));
  if (!read) return tl::unexpected(read.error());
  return Record(std::move(*read));
}

Result<Record> read_back(const Record& record) {
  return std::visit([&](const auto& one) { return stored<std::decay_t<decltype(one)>>(record); }, record);
}

}  // namespace

TEST_CASE("Every record comes back equal from its body") {
  rc::prop("parsed and validated", [] {
    const auto one = record();
    const auto body = body_of(one);
    const auto parsed = parse_record(type_of(one), body, {id_of(one), generator_now, nullptr});
    if (!parsed) RC_FAIL(parsed.error().message + " " + parsed.error().field + " in " + body);
    RC_ASSERT((*parsed == one));
    RC_ASSERT(body_of(*parsed) == body);
  });
  rc::prop("read from the store", [] {
    const auto one = record();
    const auto read = read_back(one);
    RC_ASSERT(read.has_value());
    RC_ASSERT((*read == one));
  });
}

TEST_CASE("A body is written compactly, as its JSON value would be") {
  rc::prop("text of the value", [] {
    const auto body = body_of(record());
    // Doubles that are whole are written without a fraction, so the value is compared, not its kind's
    // spelling.
    const auto value = json::parse(body).value();
    RC_ASSERT(json::text_of(value) == body);
  });
}

TEST_CASE("Members a newer version wrote survive an edit made here, also inside tags") {
  auto body = with(good_body(RecordType::entry), "weather", R"({"sky":"clear","c":[1,2.50]})");
  body = with(
      body, "start_tag",
      R"({"at":1772460001000,"lat":43.1,"lon":-75.2,"accuracy_m":null,"source":"gps","altitude_m":140.5})");
  body = with(body, "end_tag", R"({"absent":"timeout","waited_s":30})");
  auto entry = std::get<Entry>(parse_good_id(RecordType::entry, body).value());
  entry.note = "edited";
  const auto written = json::parse(to_json(entry)).value();
  CHECK(written.at("weather") == json::parse(R"({"sky":"clear","c":[1,2.5]})").value());
  CHECK(written.at("start_tag").at("altitude_m").as_double() == 140.5);
  CHECK(written.at("end_tag").at("waited_s").as_int64() == 30);
  CHECK(written.at("note").as_string() == "edited");
}

TEST_CASE("What is absent, null or false is left out, but an end is always said") {
  const auto body = with(with(good_body(RecordType::entry), "no_show", "false"), "note", "null");
  auto entry = std::get<Entry>(parse_good_id(RecordType::entry, body).value());
  CHECK(to_json(entry) == good_body(RecordType::entry));
  entry.ends_at.reset();
  CHECK(to_json(entry).find(R"("ends_at":null)") != std::string::npos);
}

TEST_CASE("A stored body that was cut or bent is corrupt") {
  const auto body = good_body(RecordType::job);
  REQUIRE(read_stored<Job>(body, random_rid));
  for (std::size_t length = 0; length < body.size(); ++length) {
    const auto read = read_stored<Job>(body.substr(0, length), random_rid);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::corrupt);
  }
  CHECK(read_stored<Job>(with(body, "kind", "\"other\""), random_rid).error().code == ErrorCode::corrupt);
}

TEST_CASE("Reading from the store asks neither the clock nor the zones") {
  const auto late = with(good_body(RecordType::entry), "starts_at", "4102444800000");
  CHECK(read_stored<Entry>(without(late, "ends_at"), random_rid));
  const auto zone = with(good_body(RecordType::policy), "time_zone", "\"Mars/Olympus\"");
  CHECK(read_stored<Policy>(zone, random_rid));
}
