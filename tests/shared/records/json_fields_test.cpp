#include <catch2/catch.hpp>

#include "shared/records/json_fields.h"

using namespace waymark;

namespace {

/// Reads one member with `read` and says what came of it: "code field", or "fine".
template <class Read>
std::string outcome(std::string_view object_text, Read read) {
  const auto value = json::parse(object_text).value();
  json::Reader in(value.get_object());
  read(in);
  if (!in.error()) return "fine";
  return std::string(to_wire(in.error()->code)) + " " + in.error()->field;
}

std::string integer_outcome(std::string_view value) {
  return outcome(R"({"n":)" + std::string(value) + "}", [](auto& in) { in.required_integer("n", -10, 10); });
}

std::string text_outcome(std::string_view value) {
  return outcome(R"({"t":)" + std::string(value) + "}", [](auto& in) { in.required_text("t", 3); });
}

}  // namespace

TEST_CASE("An integer has neither fraction nor exponent and lies in its range") {
  CHECK(integer_outcome("10") == "fine");
  CHECK(integer_outcome("-10") == "fine");
  CHECK(integer_outcome("11") == "out_of_range n");
  CHECK(integer_outcome("-11") == "out_of_range n");
  CHECK(integer_outcome("9223372036854775808") == "out_of_range n");
  CHECK(integer_outcome("18446744073709551615") == "out_of_range n");
  CHECK(integer_outcome("1.0") == "wrong_type n");
  CHECK(integer_outcome("1e0") == "wrong_type n");
  CHECK(integer_outcome("1E3") == "wrong_type n");
  CHECK(integer_outcome("123456789012345678901234567890") == "wrong_type n");
  CHECK(integer_outcome("\"1\"") == "wrong_type n");
  CHECK(integer_outcome("true") == "wrong_type n");
  CHECK(integer_outcome("[1]") == "wrong_type n");
  CHECK(integer_outcome("null") == "missing n");
}

TEST_CASE("A number may be an integer, but no infinity") {
  const auto number = [](std::string_view value) {
    return outcome(R"({"n":)" + std::string(value) + "}", [](auto& in) { in.required_number("n", -90, 90); });
  };
  CHECK(number("90") == "fine");
  CHECK(number("-90.0") == "fine");
  CHECK(number("9e1") == "fine");
  CHECK(number("90.000000000000001") == "fine");  // no double lies between it and 90
  CHECK(number("90.0000000000001") == "out_of_range n");
  CHECK(number("1e400") == "out_of_range n");
  CHECK(number("-1e400") == "out_of_range n");
  CHECK(number("18446744073709551615") == "out_of_range n");
  CHECK(number("\"90\"") == "wrong_type n");
  CHECK(number("null") == "missing n");
}

TEST_CASE("The length of a text is counted in code points") {
  CHECK(text_outcome("\"abc\"") == "fine");
  CHECK(text_outcome("\"abcd\"") == "too_long t");
  CHECK(text_outcome("\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x9a\x8c\"") == "fine");
  CHECK(text_outcome("\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x9a\x8cx\"") == "too_long t");
  CHECK(text_outcome(R"("\u00e9\u00e9\u00e9")") == "fine");
  CHECK(text_outcome("\"\"") == "missing t");
  CHECK(text_outcome("null") == "missing t");
  CHECK(text_outcome("5") == "wrong_type t");
  CHECK(text_outcome(R"("a\u0000")") == "wrong_type t");
}

TEST_CASE("A code is one of its list, letter for letter") {
  const auto code = [](std::string_view value) {
    return outcome(R"({"c":)" + std::string(value) + "}",
                   [](auto& in) { in.template required_code<Place>("c", Place::library); });
  };
  CHECK(code("\"cafe\"") == "fine");
  CHECK(code("\"Cafe\"") == "unknown_code c");
  CHECK(code("\"\"") == "unknown_code c");
  CHECK(code("\"cafe \"") == "unknown_code c");
  CHECK(code("\"" + std::string(5000, 'x') + "\"") == "unknown_code c");
  CHECK(code("3") == "wrong_type c");
  CHECK(code("null") == "missing c");
}

TEST_CASE("Ids, dates, flags, objects and lists have their types") {
  const auto value =
      json::parse(R"({"s":"x","n":1,"d":"2026-02-30","l":["2026-02-28",1],"o":{},"z":null})").value();
  const auto reading = [&](auto read) {
    json::Reader in(value.get_object());
    read(in);
    return in.error() ? std::string(to_wire(in.error()->code)) + " " + in.error()->field
                      : std::string("fine");
  };
  CHECK(reading([](auto& in) { in.uuid("s"); }) == "bad_id s");
  CHECK(reading([](auto& in) { in.uuid("n"); }) == "wrong_type n");
  CHECK(reading([](auto& in) { in.uuid("absent"); }) == "fine");
  CHECK(reading([](auto& in) { in.required_uuid("z"); }) == "missing z");
  CHECK(reading([](auto& in) { in.date("d"); }) == "bad_date d");
  CHECK(reading([](auto& in) { in.date("n"); }) == "wrong_type n");
  CHECK(reading([](auto& in) { in.required_date("absent"); }) == "missing absent");
  CHECK(reading([](auto& in) { in.boolean("n", false); }) == "wrong_type n");
  CHECK(reading([](auto& in) { in.object("s"); }) == "wrong_type s");
  CHECK(reading([](auto& in) { in.object("o"); }) == "fine");
  CHECK(reading([](auto& in) { in.array("o"); }) == "wrong_type o");
  CHECK(reading([](auto& in) { in.dates("l", 5); }) == "wrong_type l");
  CHECK(reading([](auto& in) { in.dates("l", 1); }) == "out_of_range l");
  CHECK(reading([](auto& in) { in.instant("s"); }) == "wrong_type s");
}

TEST_CASE("The first error wins and carries its whole path") {
  const auto value = json::parse(R"({"lat":91,"lon":181})").value();
  json::Reader in(value.get_object(), "start_tag");
  CHECK_FALSE(in.number("lat", -90, 90));
  CHECK_FALSE(in.number("lon", -180, 180));
  REQUIRE(in.error());
  CHECK(in.error()->field == "start_tag.lat");
  CHECK(in.error()->code == ErrorCode::out_of_range);
}

TEST_CASE("A message never repeats what was sent") {
  const auto value = json::parse(R"({"c":"hears voices","u":"hears voices","n":"hears voices"})").value();
  for (const int which : {0, 1, 2, 3}) {
    json::Reader in(value.get_object());
    if (which == 0) in.code<Place>("c");
    if (which == 1) in.uuid("u");
    if (which == 2) in.number("n", 0, 1);
    if (which == 3) in.text("c", 2);
    REQUIRE(in.error());
    CHECK(in.error()->message.find("voices") == std::string::npos);
    CHECK(in.error()->message.back() == '.');
  }
}

TEST_CASE("Members that are not known are kept, wherever they stand") {
  const auto extra = [](std::string_view text) {
    const auto value = json::parse(text).value();
    return json::Reader(value.get_object()).extra({"a", "b", "c"});
  };
  CHECK(extra("{}") == "");
  CHECK(extra(R"({"a":1,"b":2,"c":3})") == "");
  CHECK(extra(R"({"c":1,"b":2,"a":3})") == "");
  CHECK(extra(R"({"c":3,"a":1})") == "");
  CHECK(extra(R"({"x":1.50,"c":3,"y":{"z":[]},"a":1,"b":2,"w":null})") ==
        R"({"x":1.5,"y":{"z":[]},"w":null})");
}
